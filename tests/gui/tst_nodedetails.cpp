// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/nodedetails.h"
#include "jobs/display.h"
#include "needsfixture.h"
#include "tree/acl.h"

#include <QTest>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestNodeDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileTellsItsTypeModeOwnerAndTime()
    {
        Metadata metadata;
        metadata.permissions = 04755;
        metadata.uid = 12;
        metadata.gid = 34;
        metadata.mtime = {86'400, 0};
        metadata.flags = kImmutable;
        const NodeDetails details = detailsOfFile(metadata, "some text\n");
        QCOMPARE(details.title, u"/file"_s);
        QVERIFY2(value(details, u"Type"_s).contains(u"10 "_s), qPrintable(value(details, u"Type"_s)));
        QCOMPARE(value(details, u"Mode"_s), u"-rwsr-xr-x (4755)"_s);
        QCOMPARE(value(details, u"Owner"_s), u"12 34"_s);
        QCOMPARE(value(details, u"Changed"_s), u"1970-01-02 00:00:00 UTC"_s);
        QCOMPARE(value(details, u"Flags"_s), u"sealed (immutable)"_s);
        QCOMPARE(details.nameCount, std::size_t{1});
        QVERIFY(details.names.empty());
    }

    void capabilitiesAreNamed()
    {
        // Version 2, effective: cap_chown (bit 0) and cap_net_raw (bit 13).
        const std::string granted(
            "\x01\x00\x00\x02\x01\x20\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00", 20);
        NodeDetails details = detailsWithXattr(kCapability, granted);
        QCOMPARE(value(details, u"Capabilities"_s), u"cap_chown, cap_net_raw"_s);
        QVERIFY(!row(details, u"Capabilities"_s)->isProblem);
        details = detailsWithXattr(kCapability, "short");
        QVERIFY(row(details, u"Capabilities"_s)->isProblem);
    }

    void accessListsAreTold()
    {
        using Tag = AclEntry::Tag;
        const Acl acl{
            {Tag::UserObj, 6}, {Tag::User, 4, 1000}, {Tag::GroupObj, 4}, {Tag::Mask, 4}, {Tag::Other, 0}};
        NodeDetails details = detailsWithXattr(kAclAccess, aclToXattr(acl));
        QCOMPARE(value(details, u"Access ACL"_s),
                 u"user::rw-\nuser:1000:r--\ngroup::r--\nmask::r--\nother::---"_s);
        details = detailsWithXattr(kAclDefault, "rubbish");
        QVERIFY(row(details, u"Default ACL"_s)->isProblem);
        details = detailsWithXattr("user.note", "as it is");
        QCOMPARE(value(details, u"user.note"_s), u"as it is"_s);
    }

    void needsAreFoundInsideTheVServer()
    {
        const SnapshotPtr snapshot = needsSnapshot();
        const NodeDetails details = read(*snapshot, "/vsbox01/bin/tool");
        QStringList needs;
        for (const DetailRow &need : details.needs)
            needs += need.label + (need.isProblem ? u" missing"_s : u" "_s + need.value);
        needs.sort();
        QCOMPARE(
            needs,
            (QStringList{QString::fromLatin1(kMadeLoader) + u' ' + QString::fromLatin1(kMadeLoader),
                         u"liba.so /lib/liba.so"_s, u"libc.so.6 /lib/libc.so.6"_s, u"libgone.so missing"_s}));
        // The same inode in the refbox is another name of it.
        QCOMPARE(details.nameCount, std::size_t{2});
        QCOMPARE(details.names.size(), std::size_t{2});
    }

    void aScriptNeedsItsInterpreter()
    {
        const NodeDetails details = read(*needsSnapshot(), "/vsbox01/bin/script");
        QCOMPARE(details.needs.size(), std::size_t{1});
        QCOMPARE(details.needs.front().label, u"/bin/tool"_s);
        QVERIFY(!details.needs.front().isProblem);
    }

    void aSymbolicLinkIsFollowedInItsRoot()
    {
        TreeMaker maker;
        maker.file("/refbox/bin/tool", "x");
        maker.file("/vsbox01/bin/tool", "y");
        maker.link("/vsbox01/good", "/bin/tool");
        maker.link("/vsbox01/bad", "/refbox/bin/tool");
        const SnapshotPtr snapshot = snapshotOf(maker);
        NodeDetails details = read(*snapshot, "/vsbox01/good");
        QCOMPARE(value(details, u"Leads to"_s), u"/bin/tool"_s);
        QCOMPARE(value(details, u"In the end"_s), u"/vsbox01/bin/tool"_s);
        details = read(*snapshot, "/vsbox01/bad");
        QVERIFY(row(details, u"In the end"_s)->isProblem);
    }

    void aFolderTellsWhatItHolds()
    {
        const NodeDetails details = read(*needsSnapshot(), "/vsbox01/bin");
        QCOMPARE(value(details, u"Entries"_s), u"3"_s);
        QVERIFY(!value(details, u"Shared"_s).isEmpty());
        QCOMPARE(value(details, u"Private"_s), formatZero());
    }

    void textIsShownAndBytesAreNot()
    {
        NodeDetails details = detailsOfFile({}, "plain\ntext\n");
        QCOMPARE(details.preview, u"plain\ntext\n"_s);
        QVERIFY(!details.previewTitle.isEmpty());
        details = detailsOfFile({}, std::string("a\0b", 3));
        QVERIFY(details.previewTitle.isEmpty());
        details = detailsOfFile({}, "\xff\xfe\xfd");
        QVERIFY(details.previewTitle.isEmpty());
        // Cut inside a character of several bytes, it is still text.
        std::string most(64UL * 1024 - 1, 'a');
        most += "ä and more";
        details = detailsOfFile({}, most);
        QVERIFY(details.previewTitle.contains(u"first"_s));
    }

    void aCancelledReadingStops()
    {
        Progress progress;
        progress.cancel();
        const SnapshotPtr snapshot = needsSnapshot();
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 nodeDetails(*snapshot, snapshot->tree->find("/vsbox01/bin/tool"), progress));
    }

private:
    static NodeDetails read(const Snapshot &snapshot, const std::string &path)
    {
        Progress progress;
        return nodeDetails(snapshot, snapshot.tree->find(path), progress);
    }

    static NodeDetails detailsOfFile(const Metadata &metadata, const std::string &bytes)
    {
        TreeMaker maker;
        maker.file("/file", bytes, metadata);
        return read(*snapshotOf(maker), "/file");
    }

    static NodeDetails detailsWithXattr(std::string_view name, std::string_view bytes)
    {
        TreeMaker maker;
        Metadata metadata;
        metadata.xattrs = maker.builder.internXattrs({{name, bytes}});
        maker.file("/file", "x", metadata);
        return read(*snapshotOf(maker), "/file");
    }

    static const DetailRow *row(const NodeDetails &details, const QString &label)
    {
        const auto found = std::ranges::find(details.rows, label, &DetailRow::label);
        if (found == details.rows.end())
            qFatal("no row %s", qPrintable(label));
        return &*found;
    }

    static QString value(const NodeDetails &details, const QString &label)
    {
        return row(details, label)->value;
    }

    static QString formatZero() { return formatSize(0); }
};

QTEST_APPLESS_MAIN(TestNodeDetails)
#include "tst_nodedetails.moc"
