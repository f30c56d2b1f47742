// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formatfixtures.h"

#include "formats/foldertarget.h"
#include "formats/folderwriter.h"
#include "tree/content.h"

#include <QDir>
#include <QTest>

#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Refbox;
using namespace RefboxTest;

namespace {

const FolderWriteOptions kQuick{false, false};

QStringList entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

// What every user may give a file.
Metadata mine(std::uint16_t permissions = 0755)
{
    Metadata metadata;
    metadata.permissions = permissions;
    metadata.uid = ::geteuid();
    metadata.gid = ::getegid();
    return metadata;
}

FileTreePtr smallTree()
{
    FileTreeBuilder builder;
    Metadata timed;
    timed.permissions = 0644;
    timed.mtime = {5, 7};
    const auto bin = builder.addDirectory(FileTreeBuilder::root(), "bin", {});
    const auto file = builder.addInlineFile(bin, "one", timed, "bytes");
    builder.addHardLink(FileTreeBuilder::root(), "two", file);
    return builder.build();
}

} // namespace

class FolderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatStatSays();
    void roundTrip_data();
    void roundTrip();
    void roundTripWithFlags();
    void onlyAPartOfATree();
    void readsTheSameWithAnyNumberOfThreads();
    void leavesOutWhatIsExcluded();
    void neverFollowsSymbolicLinks();
    void keepsOutOfTheKernelsFileSystems();
    void readsDeepFolders();
    void complainsOfWhatIsNoFolder();
    void namesWhatIsUnreadable();
    void refusesTargets();
    void fillsAnEmptyFolder();
    void leavesNothingBehind();
    void removesWhatAKilledRunLeft();
    void aDefaultAclOfThePlaceDoesNotGoOn();
    void saysWhatAUserCannotDo();
    void keepsHoles();
};

void FolderTest::readsWhatStatSays()
{
    const Scratch scratch;
    QCOMPARE(run(QStringLiteral("sh"),
                 {QStringLiteral("-c"),
                  QStringLiteral("mkdir -p a/b; printf hello > a/f; ln a/f a/b/g; "
                                 "ln -s ../f a/b/s; mkfifo a/p; chmod 6751 a/f; "
                                 "touch -h -d 1999-12-31T23:59:59.123456789Z a/f a/b/s; : > a/empty")},
                 scratch.qpath("")),
             QString());
    Progress progress;
    const FileTreePtr tree = readFolder(scratch.path("a"), progress);
    QCOMPARE(tree->nodeCount(), 7U);
    const Inode &file = tree->inodeAt(tree->find("/f"));
    QCOMPARE(file.permissions, 06751);
    QCOMPARE(file.mtime(), (Timestamp{946684799, 123456789}));
    QCOMPARE(file.uid, ::getuid());
    QCOMPARE(file.size, 5U);
    QCOMPARE(tree->inodeOf(tree->find("/f")), tree->inodeOf(tree->find("/b/g")));
    QCOMPARE(QByteArray::fromStdString(readAll(*tree, tree->inodeOf(tree->find("/b/g")), 100)),
             QByteArray("hello"));
    QCOMPARE(QByteArray::fromStdString(std::string(tree->symlinkTarget(tree->inodeOf(tree->find("/b/s"))))),
             QByteArray("../f"));
    QCOMPARE(tree->inodeAt(tree->find("/p")).type, FileType::Fifo);
    QCOMPARE(tree->inodeAt(tree->find("/empty")).size, 0U);
    QCOMPARE(progress.snapshot().done, 6U);
}

void FolderTest::roundTrip_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 12; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void FolderTest::roundTrip()
{
    QFETCH(unsigned, seed);
    const Scratch scratch;
    RandomTreeOptions options;
    options.holeFile = scratch.path("holes");
    writeFile(options.holeFile, std::string(70'000, 'h'));
    if (!isRoot())
        options.owners = options.devices = options.xattrs = false;
    const FileTreePtr tree = randomTree(seed, 150, options);
    Progress progress;
    FolderReport report = writeFolder(*tree, FileTree::root(), scratch.path("out"), kQuick, progress);
    QVERIFY(report.remarks.empty());
    QCOMPARE(report.entries + 1, std::uint64_t(tree->nodeCount()));
    QCOMPARE(differences(*tree, *readFolder(scratch.path("out"), progress)), QString());
    QCOMPARE(entriesOf(scratch.qpath("")).size(), 2);
}

void FolderTest::roundTripWithFlags()
{
    if (!isRoot())
        QSKIP("only root may set the immutable flag");
    const Scratch scratch;
    RandomTreeOptions options;
    options.flags = true;
    const FileTreePtr tree = randomTree(99, 150, options);
    Progress progress;
    const FolderReport report = writeFolder(*tree, FileTree::root(), scratch.path("out"), kQuick, progress);
    if (!report.remarks.empty())
        QSKIP("the file system of /var/tmp keeps no flags");
    QCOMPARE(differences(*tree, *readFolder(scratch.path("out"), progress)), QString());
}

void FolderTest::onlyAPartOfATree()
{
    const Scratch scratch;
    const FileTreePtr tree = smallTree();
    Progress progress;
    const FolderWriteOptions options{!isRoot(), false};
    writeFolder(*tree, tree->find("/bin"), scratch.path("out"), options, progress);
    const FileTreePtr read = readFolder(scratch.path("out"), progress);
    QCOMPARE(read->nodeCount(), 2U);
    QCOMPARE(read->names(read->inodeOf(read->find("/one"))).size(), std::size_t(1));
}

void FolderTest::readsTheSameWithAnyNumberOfThreads()
{
    Progress progress;
    FolderReadOptions options;
    options.threads = 1;
    const FolderContents one = readFolder("/usr/include", options, progress);
    options.threads = 5;
    const FolderContents five = readFolder("/usr/include", options, progress);
    CompareOptions compare;
    compare.content = false;
    QCOMPARE(differences(*one.tree, *five.tree, compare), QString());
    QVERIFY(one.tree->nodeCount() > 100);
}

void FolderTest::leavesOutWhatIsExcluded()
{
    const Scratch scratch;
    writeFile(scratch.path("keep"), "1");
    writeFile(scratch.path("out.img"), "2");
    struct stat info;
    QCOMPARE(::stat(scratch.path("out.img").c_str(), &info), 0);
    FolderReadOptions options;
    options.exclude.push_back({info.st_dev, info.st_ino});
    Progress progress;
    const FolderContents contents = readFolder(scratch.path(""), options, progress);
    QCOMPARE(contents.tree->nodeCount(), 2U);
    QVERIFY(contents.tree->find("/keep") != kNoId);
}

void FolderTest::neverFollowsSymbolicLinks()
{
    const Scratch scratch;
    QVERIFY(QDir().mkpath(scratch.qpath("a/real")));
    writeFile(scratch.path("a/real/file"), "1");
    QCOMPARE(::symlink("real", scratch.path("a/link").c_str()), 0);
    QCOMPARE(::symlink("a", scratch.path("top").c_str()), 0);
    Progress progress;
    const FileTreePtr tree =
        readFolder(scratch.path("top"), progress); // the folder itself may be named by a link
    QCOMPARE(tree->nodeCount(), 4U);
    QVERIFY(tree->inodeAt(tree->find("/link")).isSymlink());
}

void FolderTest::keepsOutOfTheKernelsFileSystems()
{
    Progress progress;
    FolderReadOptions options;
    options.skipUnreadable = true;
    const Scratch scratch;
    QVERIFY(QDir().mkpath(scratch.qpath("root/proc")));
    if (!isRoot() || !run(QStringLiteral("mount"), {QStringLiteral("-t"), QStringLiteral("proc"),
                                                    QStringLiteral("proc"), scratch.qpath("root/proc")})
                          .isEmpty())
        QSKIP("only root can mount a proc file system here");
    const FolderContents contents = readFolder(scratch.path("root"), options, progress);
    QCOMPARE(run(QStringLiteral("umount"), {scratch.qpath("root/proc")}), QString());
    QCOMPARE(contents.tree->nodeCount(), 2U);
    QCOMPARE(contents.remarks.size(), std::size_t(1));
    QVERIFY(contents.remarks[0].find("root/proc") != std::string::npos);
}

void FolderTest::readsDeepFolders()
{
    // Deeper than there are file descriptors, and with a path longer than the kernel takes at once.
    const Scratch scratch;
    FileTreeBuilder builder;
    auto folder = FileTreeBuilder::root();
    for (int i = 0; i < 1500; ++i)
        folder = builder.addDirectory(folder, "folder", mine());
    const auto deepest = builder.addInlineFile(folder, "file", mine(), "");
    builder.addHardLink(FileTreeBuilder::root(), "up", deepest);
    builder.inode(FileTreeBuilder::root()).uid = ::geteuid();
    builder.inode(FileTreeBuilder::root()).gid = ::getegid();
    const FileTreePtr tree = builder.build();
    Progress progress;
    writeFolder(*tree, FileTree::root(), scratch.path("out"), kQuick, progress);
    QCOMPARE(differences(*tree, *readFolder(scratch.path("out"), progress)), QString());
}

void FolderTest::complainsOfWhatIsNoFolder()
{
    const Scratch scratch;
    writeFile(scratch.path("file"), "1");
    Progress progress;
    QVERIFY(errorOf([&] { readFolder(scratch.path("file"), progress); }).contains(QLatin1String("file")));
    QVERIFY(
        errorOf([&] { readFolder(scratch.path("nothing"), progress); }).contains(QLatin1String("nothing")));
}

void FolderTest::namesWhatIsUnreadable()
{
    if (isRoot() && ::seteuid(65534) != 0)
        QSKIP("cannot become a user that may not read everything");
    QString text;
    FolderContents contents;
    {
        const Scratch scratch;
        writeFile(scratch.path("secret"), "1");
        QVERIFY(QDir().mkpath(scratch.qpath("locked/inside")));
        QCOMPARE(::chmod(scratch.path("secret").c_str(), 0), 0);
        Progress progress;
        text = errorOf([&] { readFolder(scratch.path(""), progress); });
        QCOMPARE(::chmod(scratch.path("locked").c_str(), 0), 0);
        FolderReadOptions options;
        options.skipUnreadable = true;
        contents = readFolder(scratch.path(""), options, progress);
    }
    if (::getuid() == 0)
        QCOMPARE(::seteuid(0), 0);
    QVERIFY2(text.contains(QLatin1String("/secret")), qPrintable(text));
    QCOMPARE(contents.tree->nodeCount(), 2U); // the locked folder, empty
    QCOMPARE(contents.remarks.size(), std::size_t(2));
    QVERIFY(contents.remarks[0].find("locked") != std::string::npos);
    QVERIFY(contents.remarks[1].find("secret") != std::string::npos);
}

void FolderTest::refusesTargets()
{
    const Scratch scratch;
    const FileTreePtr tree = smallTree();
    QVERIFY(QDir().mkpath(scratch.qpath("full/x")));
    QVERIFY(QDir().mkpath(scratch.qpath("empty")));
    writeFile(scratch.path("file"), "old");
    QCOMPARE(::symlink("empty", scratch.path("link").c_str()), 0);
    Progress progress;
    for (const char *target : {"full", "file", "link", "missing/out", "full/..", "."}) {
        const QString text =
            errorOf([&] { writeFolder(*tree, FileTree::root(), scratch.path(target), kQuick, progress); });
        QVERIFY2(!text.isEmpty(), target);
    }
    QCOMPARE(readFile(scratch.path("file")), std::string("old"));
    QCOMPARE(entriesOf(scratch.qpath("")), (QStringList{QStringLiteral("empty"), QStringLiteral("file"),
                                                        QStringLiteral("full"), QStringLiteral("link")}));
}

void FolderTest::fillsAnEmptyFolder()
{
    const Scratch scratch;
    QVERIFY(QDir().mkpath(scratch.qpath("out")));
    const FileTreePtr tree = smallTree();
    Progress progress;
    writeFolder(*tree, FileTree::root(), scratch.path("out/"), {!isRoot(), false}, progress);
    CompareOptions compare;
    compare.owners = isRoot();
    QCOMPARE(differences(*tree, *readFolder(scratch.path("out"), progress), compare), QString());
}

void FolderTest::leavesNothingBehind()
{
    const Scratch scratch;
    const FileTreePtr tree = smallTree();
    Progress cancelled;
    cancelled.cancel();
    QVERIFY_THROWS_EXCEPTION(Cancelled,
                             writeFolder(*tree, FileTree::root(), scratch.path("out"), kQuick, cancelled));

    // A file that is gone when it is its turn; immutable files were not yet made so, but deep folders are
    // there.
    writeFile(scratch.path("source"), "1");
    FileTreeBuilder builder;
    auto folder = FileTreeBuilder::root();
    for (int i = 0; i < 200; ++i)
        folder = builder.addDirectory(folder, "f", mine(0));
    builder.addHostFile(FileTreeBuilder::root(), "gone", mine(),
                        builder.internHostPath(kNoId, scratch.path("source")), 1);
    const FileTreePtr broken = builder.build();
    QVERIFY(QFile::remove(scratch.qpath("source")));
    Progress progress;
    const QString text =
        errorOf([&] { writeFolder(*broken, FileTree::root(), scratch.path("out"), kQuick, progress); });
    QVERIFY2(text.contains(QLatin1String("source")), qPrintable(text));
    QCOMPARE(entriesOf(scratch.qpath("")), QStringList());
}

void FolderTest::removesWhatAKilledRunLeft()
{
    const Scratch scratch;
    const auto exists = [&](const char *name) { return std::filesystem::exists(scratch.path(name)); };
    for (const char *left : {".out.abcdef.part", ".out.ABCDEF.part", ".out.abcdef", ".other.abcdef.part"})
        std::filesystem::create_directories(scratch.path(left) + "/sub/deep");
    writeFile(scratch.path(".out.zzzzzz.part"), "no folder");
    {
        const FolderTarget running(scratch.path("out"));
        QVERIFY(::mkdirat(running.fd(), "mine", 0700) == 0);
        {
            const FolderTarget second(scratch.path("out"));
        }
        // Its writer lives.
        QVERIFY(::faccessat(running.fd(), "mine", F_OK, 0) == 0);
    }
    QVERIFY(!exists(".out.abcdef.part"));
    for (const char *kept : {".out.ABCDEF.part", ".out.abcdef", ".other.abcdef.part", ".out.zzzzzz.part"})
        QVERIFY2(exists(kept), kept);
}

void FolderTest::aDefaultAclOfThePlaceDoesNotGoOn()
{
    const Scratch scratch;
    QVERIFY(QDir().mkpath(scratch.qpath("place")));
    if (!hasTool(QStringLiteral("setfacl")) ||
        !run(QStringLiteral("setfacl"),
             {QStringLiteral("-m"), QStringLiteral("d:u:1:rwx,u:1:rwx"), scratch.qpath("place")})
             .isEmpty())
        QSKIP("no ACLs here");
    QCOMPARE(::chmod(scratch.path("place").c_str(), 02777), 0);
    const FileTreePtr tree = smallTree();
    Progress progress;
    writeFolder(*tree, FileTree::root(), scratch.path("place/out"), {!isRoot(), false}, progress);
    CompareOptions compare;
    compare.owners = isRoot();
    QCOMPARE(differences(*tree, *readFolder(scratch.path("place/out"), progress), compare), QString());
}

void FolderTest::saysWhatAUserCannotDo()
{
    if (isRoot() && ::seteuid(65534) != 0)
        QSKIP("cannot become an ordinary user");
    QString text;
    FolderReport report;
    QStringList left;
    {
        const Scratch scratch;
        FileTreeBuilder builder(mine());
        builder.addInlineFile(FileTreeBuilder::root(), "of-root", {}, "1");
        builder.addSpecial(FileTreeBuilder::root(), "null", {}, FileType::CharDevice, 1, 3);
        const FileTreePtr tree = builder.build();
        Progress progress;
        text = errorOf([&] { writeFolder(*tree, FileTree::root(), scratch.path("out"), kQuick, progress); });
        left = entriesOf(scratch.qpath(""));
        report = writeFolder(*tree, FileTree::root(), scratch.path("out"), {true, false}, progress);
    }
    if (::getuid() == 0)
        QCOMPARE(::seteuid(0), 0);
    QVERIFY2(text.contains(QLatin1String("/of-root")) && text.contains(QLatin1String("/null")),
             qPrintable(text));
    QVERIFY(left.isEmpty());
    QCOMPARE(report.remarks.size(), std::size_t(2));
}

void FolderTest::keepsHoles()
{
    const Scratch scratch;
    writeFile(scratch.path("host"), std::string(4096, 'x'));
    FileTreeBuilder builder(mine());
    const std::vector<Extent> extents{{1U << 30, 0, 4096}};
    builder.addExtentsFile(FileTreeBuilder::root(), "sparse", mine(),
                           builder.internHostPath(kNoId, scratch.path("host")), 2U << 30, extents);
    const FileTreePtr tree = builder.build();
    Progress progress;
    writeFolder(*tree, FileTree::root(), scratch.path("out"), kQuick, progress);
    struct stat info;
    QCOMPARE(::stat(scratch.path("out/sparse").c_str(), &info), 0);
    QCOMPARE(info.st_size, off_t(2U << 30));
    QVERIFY(info.st_blocks < 100);
}

QTEST_GUILESS_MAIN(FolderTest)
#include "tst_folder.moc"
