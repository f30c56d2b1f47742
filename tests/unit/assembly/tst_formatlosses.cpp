// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/formatlosses.h"
#include "tree/filetreebuilder.h"

#include <QTest>

using namespace Refbox;
using Kind = FormatLoss::Kind;

namespace {

const Writer kUser{1000, {1000, 24}};

Metadata ownedBy(std::uint32_t uid, std::uint32_t gid)
{
    Metadata metadata;
    metadata.uid = uid;
    metadata.gid = gid;
    return metadata;
}

} // namespace

class TestFormatLosses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anImageHoldsAll() { QVERIFY(imageLosses(*tree(), {}).empty()); }

    void anImageLosesTimesAndRefusesHugeFiles()
    {
        FileTreeBuilder builder;
        Metadata future;
        future.mtime.seconds = 15'032'385'536; // the first second of 2446 that ext4 cannot say
        builder.addInlineFile(FileTreeBuilder::root(), "future", future, "f");
        future.mtime.seconds -= 1;
        builder.addInlineFile(FileTreeBuilder::root(), "last", future, "l");
        const auto host = builder.internHostPath(kNoId, "/nowhere");
        builder.addExtentsFile(FileTreeBuilder::root(), "huge", {}, host, 1ULL << 44, {});
        builder.addExtentsFile(FileTreeBuilder::root(), "large", {}, host, 1ULL << 43, {});
        const std::vector<FormatLoss> expected{{Kind::Time, 1, "/future"}, {Kind::Size, 1, "/huge"}};
        QVERIFY(imageLosses(*builder.build(), {}) == expected);
        QVERIFY(isRefusal(Kind::Size) && isRefusal(Kind::Names) && !isRefusal(Kind::Time));
    }

    void aStarBallLosesSocketsFlagsAndOddAttributes()
    {
        const auto losses = starLosses(*tree(), FileTree::root());
        const std::vector<FormatLoss> expected{
            {Kind::Socket, 1, "/a/log"}, {Kind::Flag, 1, "/a/sealed"}, {Kind::XattrName, 1, "/odd"}};
        QVERIFY(losses == expected);
    }

    void onlyTheSubtreeCounts()
    {
        const FileTreePtr all = tree();
        const auto losses = starLosses(*all, all->find("/b"));
        const std::vector<FormatLoss> expected{{Kind::Flag, 1, "/b/again"}};
        QVERIFY(losses == expected);
        QVERIFY(starLosses(*all, all->find("/c")).empty());
    }

    void aFolderWithoutRootLosesOwnersDevicesAndAttributes()
    {
        const auto losses = folderLosses(*tree(), FileTree::root(), kUser);
        const std::vector<FormatLoss> expected{{Kind::Flag, 1, "/a/sealed"},
                                               {Kind::Owner, 2, "/c/null", {"/odd"}},
                                               {Kind::Device, 1, "/c/null"},
                                               {Kind::PrivilegedXattr, 1, "/odd"}};
        QVERIFY(losses == expected);
    }

    void aLossNamesItsFilesUpToABound()
    {
        FileTreeBuilder builder;
        Metadata acl;
        acl.xattrs = builder.internXattrs({{"system.posix_acl_access", "any"}});
        for (std::size_t i = 0; i < kMostLossPaths + 5; ++i)
            builder.addInlineFile(FileTreeBuilder::root(), "f" + std::to_string(10000 + i), acl, "f");
        ImageOptions options;
        options.format = ImageFormat::SquashFs;
        const auto losses = imageLosses(*builder.build(), options);
        QCOMPARE(losses.size(), std::size_t{1});
        QCOMPARE(losses[0].count, std::uint64_t{kMostLossPaths + 5});
        QCOMPARE(losses[0].example, std::string("/f10000"));
        QCOMPARE(losses[0].others.size(), kMostLossPaths);
        QCOMPARE(losses[0].others.back(), std::string("/f11000"));
    }

    void rootWritesAFolderWhole()
    {
        QVERIFY(folderLosses(*tree(), FileTree::root(), Writer{0, {0}}).empty());
    }

    void bytesOfHardLinksCountOnce()
    {
        const FileTreePtr all = tree();
        QCOMPARE(distinctBytes(*all, FileTree::root()), std::uint64_t(6 + 3));
        QCOMPARE(distinctBytes(*all, all->find("/b")), std::uint64_t(6));
        QCOMPARE(distinctBytes(*all, all->find("/c")), std::uint64_t(0));
    }

private:
    // All but a device and a file of a foreign group is the user's own.
    static FileTreePtr tree()
    {
        FileTreeBuilder builder(ownedBy(1000, 1000));
        const Metadata own = ownedBy(1000, 24);
        const auto a = builder.addDirectory(FileTreeBuilder::root(), "a", own);
        const auto b = builder.addDirectory(FileTreeBuilder::root(), "b", own);
        const auto c = builder.addDirectory(FileTreeBuilder::root(), "c", own);
        builder.addSpecial(a, "log", own, FileType::Socket);
        Metadata sealed = own;
        sealed.flags = kImmutable;
        const auto file = builder.addInlineFile(a, "sealed", sealed, "shared");
        builder.addHardLink(b, "again", file);
        builder.addSpecial(c, "null", ownedBy(0, 0), FileType::CharDevice, 1, 3);
        Metadata odd = ownedBy(1000, 5);
        odd.xattrs = builder.internXattrs({{"user.a=b", "1"}, {"security.capability", "2"}});
        builder.addInlineFile(FileTreeBuilder::root(), "odd", odd, "odd");
        return builder.build();
    }
};

QTEST_APPLESS_MAIN(TestFormatLosses)
#include "tst_formatlosses.moc"
