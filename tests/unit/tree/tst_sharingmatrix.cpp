// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/filetreebuilder.h"
#include "tree/sharingmatrix.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <random>

using namespace Refbox;

namespace {

// A tree written as text: "path=bytes", "path=bytes@component", "path>target", "path&existing", "folder/".
FileTreePtr treeOf(std::initializer_list<std::string> entries)
{
    FileTreeBuilder builder;
    for (const std::string &entry : entries) {
        const std::size_t mark = entry.find_first_of("=>&");
        const std::string path = entry.substr(0, mark);
        FileTreeBuilder::Handle parent = FileTreeBuilder::root();
        std::size_t start = 0;
        for (std::size_t slash; (slash = path.find('/', start)) != std::string::npos; start = slash + 1) {
            const std::string name = path.substr(start, slash - start);
            const auto known = builder.child(parent, name);
            parent = known != FileTreeBuilder::kNone ? known : builder.addDirectory(parent, name, {});
        }
        if (mark == std::string::npos)
            continue;
        const std::string rest = entry.substr(mark + 1);
        const std::string name = path.substr(start);
        if (entry[mark] == '=') {
            const std::size_t at = rest.find('@');
            Metadata metadata;
            metadata.origin = at == std::string::npos ? 0 : builder.intern(rest.substr(at + 1));
            builder.addInlineFile(parent, name, metadata, rest.substr(0, at));
        } else if (entry[mark] == '>') {
            builder.addSymlink(parent, name, {}, rest);
        } else {
            builder.addHardLink(parent, name, builder.find(rest));
        }
    }
    return builder.build();
}

LinkMap mapOf(const FileTree &tree)
{
    std::vector<NodeId> vservers;
    for (const NodeId child : tree.children(FileTree::root())) {
        if (tree.name(child).starts_with("vsbox"))
            vservers.push_back(child);
    }
    return buildLinkMap(tree, vservers, tree.find("/refbox"));
}

std::string describe(const FileCount &count)
{
    return std::to_string(count.files) + '/' + std::to_string(count.bytes);
}

std::string describe(const SharingCell &cell)
{
    return describe(cell.used) + (cell.copied.files == 0 ? "" : " copied " + describe(cell.copied));
}

// "name in /folder: whole, unused, users | a cell | a cell".
std::vector<std::string> describe(const FileTree &tree, const SharingMatrix &matrix)
{
    std::vector<std::string> lines;
    for (std::size_t row = 0; row < matrix.rows().size(); ++row) {
        const SharingRow &shown = matrix.rows()[row];
        std::string line = shown.name + " in " + tree.path(shown.folder) + ": " + describe(shown.whole) +
                           ", " + describe(shown.unused) + ", " + std::to_string(shown.users);
        for (std::size_t column = 0; column < matrix.columns().size(); ++column)
            line += " | " + describe(matrix.cell(row, column));
        lines.push_back(line);
    }
    return lines;
}

// --- the slow reference: every question asked of every file anew ---

struct Slow
{
    const FileTree &tree;
    const LinkMap &map;

    std::vector<NodeId> refboxNames(InodeId id) const
    {
        std::vector<NodeId> names;
        for (const NodeId name : tree.names(id)) {
            if (map.isInRefbox(name))
                names.push_back(name);
        }
        return names;
    }

    bool isCounted(InodeId id) const { return tree.inode(id).isRegular() && !refboxNames(id).empty(); }

    bool hasComponents() const
    {
        for (InodeId id = 0; id < tree.inodeCount(); ++id) {
            if (isCounted(id) && !tree.origin(id).empty())
                return true;
        }
        return false;
    }

    NodeId top() const
    {
        NodeId at = map.refbox();
        while (tree.children(at).size() == 1 && tree.inodeAt(tree.children(at)[0]).isDirectory())
            at = tree.children(at)[0];
        return at;
    }

    // The row's kind and name.
    std::pair<SharingRow::Kind, std::string> rowOf(InodeId id) const
    {
        if (hasComponents())
            return {tree.origin(id).empty() ? SharingRow::Kind::Rest : SharingRow::Kind::Component,
                    std::string(tree.origin(id))};
        const std::string above = tree.path(top()) + '/';
        for (const NodeId name : refboxNames(id)) {
            const std::string below = tree.path(name).substr(above.size());
            if (const std::size_t slash = below.find('/'); slash != std::string::npos)
                return {SharingRow::Kind::Folder,
                        (above + below.substr(0, slash)).substr(tree.path(map.refbox()).size() + 1)};
        }
        return {SharingRow::Kind::Rest, ""};
    }

    bool uses(NodeId vserver, InodeId id, bool byCopy) const
    {
        return std::any_of(map.links().begin(), map.links().end(), [&](const Link &link) {
            if (map.vserverOf(link.from) != vserver || link.target == kNoId || !map.isInRefbox(link.target) ||
                byCopy != (link.manner == Link::Manner::Copy))
                return false;
            const auto names = refboxNames(id);
            return std::any_of(names.begin(), names.end(), [&](NodeId name) {
                return tree.inodeOf(link.target) == id ||
                       (tree.inodeAt(link.target).isDirectory() && tree.isInside(name, link.target));
            });
        });
    }

    static void count(FileCount &count, const Inode &inode)
    {
        ++count.files;
        count.bytes += inode.size;
    }

    std::vector<std::string> lines() const
    {
        using Key = std::pair<SharingRow::Kind, std::string>;
        std::map<Key, SharingRow> rows;
        std::map<Key, std::map<NodeId, SharingCell>> cells;
        std::map<Key, std::vector<NodeId>> names;
        for (InodeId id = 0; id < tree.inodeCount(); ++id) {
            if (!isCounted(id))
                continue;
            const Key key = rowOf(id);
            count(rows[key].whole, tree.inode(id));
            for (const NodeId name : refboxNames(id))
                names[key].push_back(name);
            bool used = false;
            for (const NodeId vserver : map.vservers()) {
                const bool linked = uses(vserver, id, false);
                const bool copied = !linked && uses(vserver, id, true);
                used = used || linked || copied;
                if (linked || copied)
                    count(cells[key][vserver].used, tree.inode(id));
                if (copied)
                    count(cells[key][vserver].copied, tree.inode(id));
            }
            if (!used)
                count(rows[key].unused, tree.inode(id));
        }
        std::vector<std::string> lines;
        for (const auto &[key, row] : rows) {
            std::string line = key.second + " in " + folderOf(key, names[key]) + ": " + describe(row.whole) +
                               ", " + describe(row.unused) + ", " + std::to_string(cells[key].size());
            for (const NodeId vserver : map.vservers())
                line += " | " + describe(cells[key][vserver]);
            lines.push_back(line);
        }
        return lines;
    }

    std::string folderOf(const std::pair<SharingRow::Kind, std::string> &key,
                         const std::vector<NodeId> &names) const
    {
        if (key.first == SharingRow::Kind::Folder)
            return tree.path(map.refbox()) + '/' + key.second;
        if (!hasComponents())
            return tree.path(top());
        NodeId folder = tree.parent(names.front());
        while (!std::all_of(names.begin(), names.end(),
                            [&](NodeId name) { return tree.isInside(name, folder); }))
            folder = tree.parent(folder);
        return tree.path(folder);
    }
};

FileTreePtr randomTree(std::uint32_t seed, bool withComponents)
{
    std::mt19937 random(seed);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    static const std::vector<std::string> kNames{"a", "b", "bin", "lib", "opt", "sh", "x"};
    static const std::vector<std::string> kComponents{"", "bash", "busybox", "coreutils"};
    FileTreeBuilder builder;
    std::vector<FileTreeBuilder::Handle> folders;
    std::vector<FileTreeBuilder::Handle> files;
    std::vector<std::string> refboxPaths{"/refbox"};
    // Twice the refbox, so that more is in it.
    for (const char *name : {"other", "refbox", "refbox", "vsbox01", "vsbox02", "vsbox03"}) {
        const auto known = builder.child(FileTreeBuilder::root(), name);
        folders.push_back(known != FileTreeBuilder::kNone
                              ? known
                              : builder.addDirectory(FileTreeBuilder::root(), name, {}));
    }
    std::map<FileTreeBuilder::Handle, std::string> pathOf{{folders[1], "/refbox"}};
    for (int i = 0; i < 140; ++i) {
        const auto parent = folders[below(folders.size())];
        const std::string &name = kNames[below(kNames.size())];
        if (builder.child(parent, name) != FileTreeBuilder::kNone)
            continue;
        Metadata metadata;
        metadata.origin = withComponents ? builder.intern(kComponents[below(kComponents.size())]) : 0;
        const bool inRefbox = pathOf.contains(parent);
        const std::string path = inRefbox ? pathOf[parent] + '/' + name : std::string();
        switch (below(6)) {
        case 0:
            folders.push_back(builder.addDirectory(parent, name, {}));
            if (inRefbox)
                pathOf[folders.back()] = path;
            break;
        case 1:
        case 2: // few contents, so that copies are found
            files.push_back(
                builder.addInlineFile(parent, name, metadata, std::string(below(5), char('p' + below(2)))));
            break;
        case 3:
            files.push_back(
                builder.addSymlink(parent, name, metadata, refboxPaths[below(refboxPaths.size())]));
            break;
        default:
            if (!files.empty())
                builder.addHardLink(parent, name, files[below(files.size())]);
        }
        if (inRefbox)
            refboxPaths.push_back(path);
    }
    return builder.build();
}

} // namespace

class TestSharingMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void components()
    {
        const auto tree =
            treeOf({"refbox/bin/bash=bash@gnu-bash", "refbox/bin/sh&refbox/bin/bash", "refbox/doc=doc",
                    "refbox/lib/bash/help=help!@gnu-bash", "refbox/opt/lone/bin/x=12@lone",
                    "vsbox01/bin/bash&refbox/bin/bash", "vsbox01/bin/sh&refbox/bin/bash",
                    "vsbox01/etc/own=own", "vsbox01/gone>/none", "vsbox02/bin/sh>/refbox/bin/sh",
                    "vsbox02/help=help!", "vsbox02/opt>/refbox/opt"});
        const LinkMap map = mapOf(*tree);
        const SharingMatrix matrix = sharingMatrix(map);
        QCOMPARE(describe(*tree, matrix), (std::vector<std::string>{
                                              "gnu-bash in /refbox: 2/9, 0/0, 2 | 1/4 | 2/9 copied 1/5",
                                              "lone in /refbox/opt/lone/bin: 1/2, 0/0, 1 | 0/0 | 1/2",
                                              " in /refbox: 1/3, 1/3, 0 | 0/0 | 0/0",
                                          }));
        QCOMPARE(matrix.rows()[2].kind, SharingRow::Kind::Rest);
        QCOMPARE(describe(matrix.whole()), "4/14");
        QCOMPARE(describe(matrix.unused()), "1/3");
        const SharingColumn &first = matrix.columns()[0];
        QCOMPARE(first.vserver, tree->find("/vsbox01"));
        QCOMPARE(first.name, "vsbox01");
        QCOMPARE(first.brokenLinks, 1U);
        QCOMPARE(first.totals.sharedBytes, 4U);
        QCOMPARE(first.totals.privateBytes, 3U);
        QCOMPARE(first.totals.aloneBytes(), 7U);
        QCOMPARE(first.totals.addedBytes, 3U);
        QCOMPARE(describe(matrix.columns()[1].used), "3/11 copied 1/5");
        QVERIFY(matrix.hasCopies() && matrix.hasBrokenLinks());
    }

    void aLinkAndACopyOfOneFileAreALink()
    {
        for (const char *link : {"vsbox01/a>/refbox/f", "vsbox01/z>/refbox/f"}) {
            const auto tree = treeOf({"refbox/f=ff@c", link, "vsbox01/copy=ff"});
            const SharingMatrix matrix = sharingMatrix(mapOf(*tree));
            QCOMPARE(describe(*tree, matrix), std::vector<std::string>{"c in /refbox: 1/2, 0/0, 1 | 1/2"});
            QVERIFY(!matrix.hasCopies());
        }
    }

    void foldersWhereNothingHasAComponent()
    {
        const auto tree =
            treeOf({"refbox/usr/bin/ls=1", "refbox/usr/lib/bin-too&refbox/usr/bin/ls",
                    "refbox/usr/lib/libc=22", "refbox/usr/readme=333", "refbox/usr/share/empty/",
                    "refbox/usr/ls&refbox/usr/bin/ls", "vsbox01/l&refbox/usr/lib/libc"});
        const LinkMap map = mapOf(*tree);
        const SharingMatrix matrix = sharingMatrix(map);
        QCOMPARE(describe(*tree, matrix), (std::vector<std::string>{
                                              "usr/bin in /refbox/usr/bin: 1/1, 1/1, 0 | 0/0",
                                              "usr/lib in /refbox/usr/lib: 1/2, 0/0, 1 | 1/2",
                                              " in /refbox/usr: 1/3, 1/3, 0 | 0/0",
                                          }));
        QCOMPARE(matrix.rows()[0].kind, SharingRow::Kind::Folder);
    }

    void nothingToCompare()
    {
        const auto tree = treeOf({"vsbox01/own=own"});
        const SharingMatrix matrix = sharingMatrix(mapOf(*tree)); // no refbox
        QVERIFY(matrix.rows().empty());
        QCOMPARE(matrix.columns().size(), 1U);
        QCOMPARE(matrix.columns()[0].totals.privateBytes, 3U);
        const auto alone = treeOf({"refbox/f=x@c"}); // no vserver
        QCOMPARE(describe(*alone, sharingMatrix(mapOf(*alone))),
                 std::vector<std::string>{"c in /refbox: 1/1, 1/1, 0"});
    }

    void itOutlivesItsTree()
    {
        auto tree = treeOf({"refbox/f=x@some", "vsbox01/f&refbox/f"});
        const SharingMatrix matrix = sharingMatrix(mapOf(*tree));
        tree.reset();
        QCOMPARE(matrix.rows()[0].name, "some");
        QCOMPARE(matrix.columns()[0].name, "vsbox01");
    }

    void cancelled()
    {
        const auto tree = treeOf({"refbox/f=x@some", "vsbox01/f&refbox/f"});
        Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, sharingMatrix(mapOf(*tree), &progress));
    }

    void randomTrees_data()
    {
        QTest::addColumn<bool>("withComponents");
        QTest::newRow("components") << true;
        QTest::newRow("folders") << false;
    }

    void randomTrees()
    {
        QFETCH(const bool, withComponents);
        std::size_t copies = 0;
        for (std::uint32_t seed = 1; seed <= 150; ++seed) {
            const FileTreePtr tree = randomTree(seed, withComponents);
            const LinkMap map = mapOf(*tree);
            const SharingMatrix matrix = sharingMatrix(map);
            // The rest is last here, but first or last there.
            auto fast = describe(*tree, matrix);
            auto slow = Slow{*tree, map}.lines();
            std::sort(fast.begin(), fast.end());
            std::sort(slow.begin(), slow.end());
            QVERIFY2(fast == slow, qPrintable(QStringLiteral("seed %1").arg(seed)));
            copies += matrix.hasCopies() ? 1 : 0;
            for (std::size_t column = 0; column < matrix.columns().size(); ++column) {
                SharingCell sum;
                for (std::size_t row = 0; row < matrix.rows().size(); ++row) {
                    const SharingCell cell = matrix.cell(row, column);
                    sum.used.files += cell.used.files;
                    sum.used.bytes += cell.used.bytes;
                    sum.copied.files += cell.copied.files;
                    sum.copied.bytes += cell.copied.bytes;
                }
                const SharingColumn &shown = matrix.columns()[column];
                QVERIFY(sum == shown.used);
                QVERIFY(shown.totals == map.totals(shown.vserver));
                const auto links = map.linksOf(shown.vserver);
                QCOMPARE(std::int64_t(shown.brokenLinks),
                         std::count_if(links.begin(), links.end(),
                                       [](const Link &link) { return link.manner == Link::Manner::Broken; }));
            }
        }
        QVERIFY(copies > 10); // else the trees prove little
    }
};

QTEST_APPLESS_MAIN(TestSharingMatrix)
#include "tst_sharingmatrix.moc"
