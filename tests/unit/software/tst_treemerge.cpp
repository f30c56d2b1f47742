// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/treemerge.h"

#include <QTest>

using namespace Refbox;

namespace {

using Paths = std::vector<std::string>;

// "/a/b/" is a folder, "/a/b -> c" a link, all else a file that holds the path; folders above come by
// themselves.
FileTreePtr treeOf(const Paths &entries)
{
    FileTreeBuilder builder;
    for (const std::string &entry : entries) {
        const std::size_t arrow = entry.find(" -> ");
        std::string path = entry.substr(0, arrow);
        const bool isFolder = path.ends_with('/');
        if (isFolder)
            path.pop_back();
        FileTreeBuilder::Handle at = FileTreeBuilder::root();
        for (std::size_t begin = 1; begin <= path.size();) {
            const std::size_t end = std::min(path.find('/', begin), path.size());
            const std::string name = path.substr(begin, end - begin);
            begin = end + 1;
            if (const auto known = builder.child(at, name); known != FileTreeBuilder::kNone)
                at = known;
            else if (end < path.size() || isFolder)
                at = builder.addDirectory(at, name, {});
            else if (arrow != std::string::npos)
                builder.addSymlink(at, name, {}, entry.substr(arrow + 4));
            else
                builder.addInlineFile(at, name, {}, path);
        }
    }
    return builder.build();
}

struct Merged
{
    FileTreePtr tree;
    Paths leftOut; // of all
};

Merged merge(const std::vector<Paths> &trees, const std::string &folder = "/")
{
    FileTreeBuilder builder;
    Merged merged;
    for (const Paths &entries : trees) {
        const FileTreePtr tree = treeOf(entries);
        for (std::string &path : mergeTree(builder, folder, *tree))
            merged.leftOut.push_back(std::move(path));
        builder.keepAlive(tree);
    }
    merged.tree = builder.build();
    return merged;
}

Paths pathsOf(const FileTree &tree)
{
    Paths paths;
    for (NodeId node = 1; node < tree.nodeCount(); ++node)
        paths.push_back(tree.path(node));
    return paths;
}

} // namespace

class TestTreeMerge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void treesAreLaidOverOneAnother()
    {
        const Merged merged = merge({{"/bin/a", "/etc/"}, {"/bin/b", "/etc/c"}}, "/opt/x");
        QCOMPARE(pathsOf(*merged.tree), (Paths{"/opt", "/opt/x", "/opt/x/bin", "/opt/x/bin/a", "/opt/x/bin/b",
                                               "/opt/x/etc", "/opt/x/etc/c"}));
        QVERIFY(merged.leftOut.empty());
    }

    void whatIsThereStays()
    {
        const Merged merged = merge({{"/a", "/b/c"}, {"/a", "/a/", "/b"}, {"/a/x"}});
        QCOMPARE(pathsOf(*merged.tree), (Paths{"/a", "/b", "/b/c"}));
        QCOMPARE(merged.tree->inlineBytes(merged.tree->inodeOf(merged.tree->find("/a"))),
                 std::string_view("/a"));
        QCOMPARE(merged.leftOut, (Paths{"/a", "/b", "/a"}));
    }

    void linksToFoldersAreFollowed()
    {
        const Merged merged =
            merge({{"/usr/bin/a", "/bin -> usr/bin", "/sbin -> /bin", "/usr/x -> ../sbin/./"},
                   {"/bin/b", "/sbin/c/d", "/usr/x/e"}});
        QCOMPARE(pathsOf(*merged.tree),
                 (Paths{"/bin", "/sbin", "/usr", "/usr/bin", "/usr/bin/a", "/usr/bin/b", "/usr/bin/c",
                        "/usr/bin/c/d", "/usr/bin/e", "/usr/x"}));
        QVERIFY(merged.leftOut.empty());
    }

    void oneLinkInTwoTreesIsNoConflict()
    {
        QVERIFY(merge({{"/bin -> usr/bin"}, {"/bin -> usr/bin"}}).leftOut.empty());
        QCOMPARE(merge({{"/bin -> usr/bin"}, {"/bin -> sbin"}}).leftOut, Paths{"/bin"});
    }

    void linksThatLeadNowhereTakeNothing_data()
    {
        QTest::addColumn<QByteArray>("link");
        for (const char *link :
             {"/x -> y", "/x -> x", "/x -> file", "/x -> file/../z", "/x -> /no/such", "/x -> ../../../file"})
            QTest::newRow(link) << QByteArray(link);
    }
    void linksThatLeadNowhereTakeNothing()
    {
        QFETCH(const QByteArray, link);
        const Merged merged = merge({{"/file", link.toStdString(), "/y -> x", "/z/"}, {"/x/inside"}});
        QCOMPARE(merged.leftOut, Paths{"/x"});
        QCOMPARE(pathsOf(*merged.tree), (Paths{"/file", "/x", "/y", "/z"}));
    }

    void linksCannotLeaveTheRoot()
    {
        const Merged merged = merge({{"/in/", "/x -> ../../in"}, {"/x/inside"}});
        QCOMPARE(pathsOf(*merged.tree), (Paths{"/in", "/in/inside", "/x"}));
    }
};

QTEST_APPLESS_MAIN(TestTreeMerge)
#include "tst_treemerge.moc"
