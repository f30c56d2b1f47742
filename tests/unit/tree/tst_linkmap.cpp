// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/error.h"
#include "tree/filetreebuilder.h"
#include "tree/linkmap.h"
#include "tree/sides.h"
#include "tree/symlinkresolver.h"

#include <QtTest>

#include <algorithm>
#include <random>
#include <set>

using namespace Refbox;
using Manner = Link::Manner;

namespace {

const Metadata kMetadata{0755, 0, 0, {}, 0, 0, 0};

// A tree written as text: "dir/", "file=content", "symlink>target", "link&existing".
FileTreePtr treeOf(std::initializer_list<std::string> entries)
{
    FileTreeBuilder builder;
    for (const std::string &entry : entries) {
        const std::size_t mark = entry.find_first_of("=>&");
        const std::string path = entry.substr(0, mark);
        FileTreeBuilder::Handle parent = 0;
        std::size_t start = 0;
        for (std::size_t slash; (slash = path.find('/', start)) != std::string::npos; start = slash + 1) {
            const std::string name = path.substr(start, slash - start);
            const auto known = builder.child(parent, name);
            parent = known != FileTreeBuilder::kNone ? known : builder.addDirectory(parent, name, kMetadata);
        }
        if (mark == std::string::npos)
            continue;
        const std::string rest = entry.substr(mark + 1);
        if (entry[mark] == '=')
            builder.addInlineFile(parent, path.substr(start), kMetadata, rest);
        else if (entry[mark] == '>')
            builder.addSymlink(parent, path.substr(start), kMetadata, rest);
        else
            builder.addHardLink(parent, path.substr(start), builder.find(rest));
    }
    return builder.build();
}

std::string describe(const FileTree &tree, const Link &link)
{
    return tree.path(link.from) + " " + linkMannerName(link.manner) +
           (link.target == kNoId ? "" : " " + tree.path(link.target));
}

std::vector<std::string> describe(const LinkMap &map)
{
    std::vector<std::string> all;
    for (const Link &link : map.links())
        all.push_back(describe(map.tree(), link));
    return all;
}

LinkMap mapOf(const FileTreePtr &tree, const LinkMapOptions &options = {})
{
    const Sides sides = guessSides(*tree);
    return buildLinkMap(*tree, sides.vservers, sides.refbox, options);
}

// --- the slow reference ---

// Follows a path as a process with root as "/" would; kNoId where it leads nowhere.
NodeId slowResolve(const FileTree &tree, NodeId root, NodeId start, const std::string &path, int &links)
{
    NodeId at = path.starts_with('/') ? root : start;
    std::string name;
    for (std::size_t i = 0; i <= path.size(); ++i) {
        if (i < path.size() && path[i] != '/') {
            name += path[i];
            continue;
        }
        if (!tree.inodeAt(at).isDirectory())
            return kNoId;
        if (name == "..")
            at = at == root ? root : tree.parent(at);
        else if (!name.empty() && name != ".") {
            const NodeId next = tree.child(at, name);
            if (next == kNoId)
                return kNoId;
            if (tree.inodeAt(next).isSymlink()) {
                if (++links > 40)
                    return kNoId;
                at = slowResolve(tree, root, at, std::string(tree.symlinkTarget(tree.inodeOf(next))), links);
                if (at == kNoId)
                    return kNoId;
            } else {
                at = next;
            }
        }
        name.clear();
        if (i == path.size())
            break;
    }
    return at;
}

NodeId slowTarget(const FileTree &tree, NodeId root, NodeId symlink)
{
    int links = 1;
    return slowResolve(tree, root, tree.parent(symlink),
                       std::string(tree.symlinkTarget(tree.inodeOf(symlink))), links);
}

std::string parentPlace(const FileTree &tree, const Sides &sides, NodeId node)
{
    const NodeId parent = tree.parent(node);
    const bool top = parent == kNoId || parent == sides.refbox ||
                     std::find(sides.vservers.begin(), sides.vservers.end(), parent) != sides.vservers.end();
    return top ? std::string() : std::string(tree.name(parent));
}

NodeId slowChoice(const FileTree &tree, const Sides &sides, NodeId node, const std::vector<NodeId> &names)
{
    for (const NodeId name : names) {
        if (tree.name(name) == tree.name(node) &&
            parentPlace(tree, sides, name) == parentPlace(tree, sides, node))
            return name;
    }
    for (const NodeId name : names) {
        if (tree.name(name) == tree.name(node))
            return name;
    }
    return names.empty() ? kNoId : names.front();
}

// Of inline files, whose bytes are known without reading.
std::vector<Link> slowLinks(const FileTree &tree, const Sides &sides)
{
    std::vector<Link> links;
    for (const NodeId vserver : sides.vservers) {
        for (NodeId node = vserver; node < tree.subtreeEnd(vserver); ++node) {
            const Inode &inode = tree.inodeAt(node);
            if (inode.isDirectory())
                continue;
            std::vector<NodeId> shared;
            std::vector<NodeId> equal;
            for (NodeId other = sides.refbox; other < tree.subtreeEnd(sides.refbox); ++other) {
                if (tree.inodeOf(other) == tree.inodeOf(node))
                    shared.push_back(other);
                if (tree.inodeAt(other).isRegular() &&
                    tree.inlineBytes(tree.inodeOf(other)) == tree.inlineBytes(tree.inodeOf(node)))
                    equal.push_back(other);
            }
            if (!shared.empty())
                links.push_back({node, slowChoice(tree, sides, node, shared), Manner::Hard});
            if (inode.isSymlink()) {
                NodeId target = slowTarget(tree, vserver, node);
                if (target == kNoId) {
                    target = slowTarget(tree, 0, node);
                    if (target != kNoId && !tree.isInside(target, sides.refbox))
                        target = kNoId;
                }
                if (target == kNoId)
                    links.push_back({node, kNoId, Manner::Broken});
                else if (shared.empty())
                    links.push_back({node, target, Manner::Symbolic});
            } else if (shared.empty() && inode.isRegular() && inode.size > 0) {
                const NodeId twin = slowChoice(tree, sides, node, equal);
                links.push_back({node, twin, twin == kNoId ? Manner::Private : Manner::Copy});
            }
        }
    }
    return links;
}

SharingTotals slowTotals(const FileTree &tree, const std::set<NodeId> &inside, NodeId refbox)
{
    SharingTotals totals;
    for (InodeId id = 0; id < tree.inodeCount(); ++id) {
        const Inode &inode = tree.inode(id);
        const auto names = tree.names(id);
        const auto isIn = [&](NodeId name) { return inside.contains(name); };
        if (!inode.isRegular() || std::none_of(names.begin(), names.end(), isIn))
            continue;
        const bool shared =
            std::any_of(names.begin(), names.end(), [&](NodeId name) { return tree.isInside(name, refbox); });
        (shared ? totals.sharedBytes : totals.privateBytes) += inode.size;
        ++(shared ? totals.sharedFiles : totals.privateFiles);
        if (std::all_of(names.begin(), names.end(), isIn)) {
            totals.addedBytes += inode.size;
            ++totals.addedFiles;
        }
    }
    return totals;
}

FileTreePtr randomTree(std::uint32_t seed)
{
    std::mt19937 random(seed);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    static const std::vector<std::string> kNames{"a", "b", "bin", "lib", "sh", "x"};
    static const std::vector<std::string> kParts{"..",  ".",  "",  "a",      "b",      "bin",
                                                 "lib", "sh", "x", "refbox", "vsbox01"};
    FileTreeBuilder builder;
    std::vector<FileTreeBuilder::Handle> directories;
    std::vector<FileTreeBuilder::Handle> files;
    for (const char *name : {"other", "refbox", "vsbox01", "vsbox02"})
        directories.push_back(builder.addDirectory(0, name, kMetadata));
    for (int i = 0; i < 120; ++i) {
        const auto parent = directories[below(directories.size())];
        const std::string &name = kNames[below(kNames.size())];
        if (builder.child(parent, name) != FileTreeBuilder::kNone)
            continue;
        switch (below(6)) {
        case 0:
            directories.push_back(builder.addDirectory(parent, name, kMetadata));
            break;
        case 1:
            files.push_back(builder.addInlineFile(parent, name, kMetadata, std::string(below(4), 'c')));
            break;
        case 2:
        case 3: {
            std::string target = below(2) == 0 ? "/" : "";
            for (std::size_t part = 0; part <= below(4); ++part)
                target += kParts[below(kParts.size())] + (below(5) == 0 ? "" : "/");
            files.push_back(builder.addSymlink(parent, name, kMetadata, target.empty() ? "." : target));
            break;
        }
        default:
            if (!files.empty())
                builder.addHardLink(parent, name, files[below(files.size())]);
        }
    }
    return builder.build();
}

} // namespace

class TestLinkMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesAtRunTimeIsNotBroken()
    {
        const FileTreePtr tree =
            treeOf({"refbox/bin/sh=s", "vsbox01/dev/fd>/proc/self/fd", "vsbox01/etc/mtab>../proc/self/mounts",
                    "vsbox01/etc/lost>/nowhere", "vsbox01/etc/up>../../../run/x", "vsbox01/etc/proc>/proc"});
        QCOMPARE(describe(mapOf(tree)),
                 (std::vector<std::string>{"/vsbox01/dev/fd symbolic link", "/vsbox01/etc/lost broken link",
                                           "/vsbox01/etc/mtab symbolic link", "/vsbox01/etc/proc broken link",
                                           "/vsbox01/etc/up symbolic link"}));
        QVERIFY(!comesAtRunTime("/procession/x") && !comesAtRunTime("/dev/../etc/x") &&
                comesAtRunTime("/a/../run/x"));
    }

    void classicPackage();
    void mannersOfSymlinks();
    void hardLinkedSymlinks();
    void choiceOfTheRefboxName();
    void copies();
    void copiesOfHostFiles();
    void usersOfAPart();
    void totalsOfVservers();
    void emptyAndOddSides();
    void vserverAroundTheRefbox();
    void guesses();
    void linkLimit();
    void loopsAndChains();
    void randomTrees_data();
    void randomTrees();
    void manyNamesOfOneInode();
    void cancelled();
};

void TestLinkMap::classicPackage()
{
    const auto tree = treeOf(
        {"baby/doc/guide=g", "refbox/bin/bash=bash", "refbox/lib/libc.so.6=libc",
         "vsbox01/bin/bash&refbox/bin/bash", "vsbox01/bin/sh>bash", "vsbox01/etc/hostname=vsbox01",
         "vsbox01/etc/empty=", "vsbox01/lib/libc.so.6&refbox/lib/libc.so.6", "vsbox01/tmp/gone>/none"});
    const LinkMap map = mapOf(tree);
    QCOMPARE(describe(map), (std::vector<std::string>{
                                "/vsbox01/bin/bash hard link /refbox/bin/bash",
                                "/vsbox01/bin/sh symbolic link /vsbox01/bin/bash",
                                "/vsbox01/etc/hostname private file",
                                "/vsbox01/lib/libc.so.6 hard link /refbox/lib/libc.so.6",
                                "/vsbox01/tmp/gone broken link",
                            }));
    QCOMPARE(map.linksOf(tree->find("vsbox01/bin")).size(), 2U);
    QCOMPARE(map.linksOf(tree->find("vsbox01/tmp/gone")).size(), 1U);
    QCOMPARE(map.linksOf(tree->find("refbox")).size(), 0U);
    QCOMPARE(map.linksOf(0).size(), 5U);
    QCOMPARE(map.vserverOf(tree->find("vsbox01/etc")), tree->find("vsbox01"));
    QCOMPARE(map.vserverOf(tree->find("baby/doc")), kNoId);
    QCOMPARE(map.vserverOf(tree->find("refbox/bin/bash")), kNoId);
}

void TestLinkMap::mannersOfSymlinks()
{
    const auto tree =
        treeOf({"refbox/bin/ls=ls", "refbox/s>bin/ls", "vsbox01/d/f=1", "vsbox01/abs>/d/f",
                "vsbox01/dots>../../../d/f", "vsbox01/file-as-directory>d/f/",
                "vsbox01/through-file>d/f/../f", "vsbox01/folder>/d/", "vsbox01/via>folder/f",
                "vsbox01/root>/", "vsbox01/self>self", "vsbox01/out>/vsbox02/g",
                "vsbox01/refbox-abs>/refbox/bin/ls", "vsbox01/refbox-rel>../refbox/s", "vsbox02/g=2"});
    QCOMPARE(describe(mapOf(tree)), (std::vector<std::string>{
                                        "/vsbox01/abs symbolic link /vsbox01/d/f",
                                        "/vsbox01/d/f private file",
                                        "/vsbox01/dots symbolic link /vsbox01/d/f",
                                        "/vsbox01/file-as-directory broken link",
                                        "/vsbox01/folder symbolic link /vsbox01/d",
                                        "/vsbox01/out broken link",
                                        "/vsbox01/refbox-abs symbolic link /refbox/bin/ls",
                                        "/vsbox01/refbox-rel symbolic link /refbox/bin/ls",
                                        "/vsbox01/root symbolic link /vsbox01",
                                        "/vsbox01/self broken link",
                                        "/vsbox01/through-file broken link",
                                        "/vsbox01/via symbolic link /vsbox01/d/f",
                                        "/vsbox02/g private file",
                                    }));
}

void TestLinkMap::hardLinkedSymlinks()
{
    const auto tree = treeOf({"refbox/lib/real=x", "refbox/lib/so>real", "refbox/lib/other>real",
                              "vsbox01/lib/real&refbox/lib/real", "vsbox01/lib/so&refbox/lib/so",
                              "vsbox02/lib/so&refbox/lib/so"});
    QCOMPARE(describe(mapOf(tree)), (std::vector<std::string>{
                                        "/vsbox01/lib/real hard link /refbox/lib/real",
                                        "/vsbox01/lib/so hard link /refbox/lib/so",
                                        "/vsbox02/lib/so hard link /refbox/lib/so",
                                        "/vsbox02/lib/so broken link",
                                    }));
}

void TestLinkMap::choiceOfTheRefboxName()
{
    const auto tree = treeOf({"refbox/bin/busybox=b", "refbox/bin/cat&refbox/bin/busybox",
                              "refbox/bin/ls&refbox/bin/busybox", "refbox/ls&refbox/bin/busybox",
                              "refbox/sbin/ls&refbox/bin/busybox", "vsbox01/bin/ls&refbox/bin/busybox",
                              "vsbox01/cat&refbox/bin/busybox", "vsbox01/ls&refbox/bin/busybox",
                              "vsbox01/sbin/ls&refbox/bin/busybox", "vsbox01/sbin/new&refbox/bin/busybox"});
    QCOMPARE(describe(mapOf(tree)), (std::vector<std::string>{
                                        "/vsbox01/bin/ls hard link /refbox/bin/ls",
                                        "/vsbox01/cat hard link /refbox/bin/cat",
                                        "/vsbox01/ls hard link /refbox/ls",
                                        "/vsbox01/sbin/ls hard link /refbox/sbin/ls",
                                        "/vsbox01/sbin/new hard link /refbox/bin/busybox",
                                    }));
}

void TestLinkMap::copies()
{
    const auto tree = treeOf({"refbox/etc/a=same", "refbox/etc/b=same", "refbox/etc/c=other",
                              "refbox/z=", "vsbox01/etc/b=same", "vsbox01/etc/c=outer", "vsbox01/etc/d=other",
                              "vsbox01/etc/e=same", "vsbox01/etc/z="});
    QCOMPARE(describe(mapOf(tree)), (std::vector<std::string>{
                                        "/vsbox01/etc/b copy /refbox/etc/b",
                                        "/vsbox01/etc/c private file",
                                        "/vsbox01/etc/d copy /refbox/etc/c",
                                        "/vsbox01/etc/e copy /refbox/etc/a",
                                    }));
}

void TestLinkMap::copiesOfHostFiles()
{
    QTemporaryDir dir;
    const auto fileOf = [&](const char *name, const char *bytes) {
        const QString path = dir.filePath(QLatin1String(name));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return path.toStdString();
    };
    FileTreeBuilder builder;
    const auto one = builder.internHostPath(kNoId, fileOf("one", "12345"));
    const auto equal = builder.internHostPath(kNoId, fileOf("equal", "12345"));
    const auto other = builder.internHostPath(kNoId, fileOf("other", "54321"));
    builder.addHostFile(builder.addDirectory(0, "refbox", kMetadata), "x", kMetadata, one, 5);
    const auto vserver = builder.addDirectory(0, "vsbox01", kMetadata);
    builder.addHostFile(vserver, "equal", kMetadata, equal, 5);
    builder.addHostFile(vserver, "other", kMetadata, other, 5);
    builder.addHostFile(vserver, "same", kMetadata, one, 5);
    const auto tree = builder.build();
    // What comes from one place needs no reading to be known for a copy.
    QCOMPARE(describe(mapOf(tree)),
             (std::vector<std::string>{"/vsbox01/equal private file", "/vsbox01/other private file",
                                       "/vsbox01/same copy /refbox/x"}));
    LinkMapOptions options;
    options.findCopies = true;
    QCOMPARE(describe(mapOf(tree, options)),
             (std::vector<std::string>{"/vsbox01/equal copy /refbox/x", "/vsbox01/other private file",
                                       "/vsbox01/same copy /refbox/x"}));
    // A file that must be read, but is gone, is an error only then.
    QVERIFY(QFile::remove(dir.filePath(QStringLiteral("other"))));
    QCOMPARE(mapOf(tree).links().size(), 3U);
    QVERIFY_THROWS_EXCEPTION(Error, mapOf(tree, options));
}

void TestLinkMap::usersOfAPart()
{
    const auto tree =
        treeOf({"refbox/bin/a=a", "refbox/bin/b=b", "refbox/lib/c=c", "vsbox01/a&refbox/bin/a", "vsbox01/p=p",
                "vsbox01/s>a", "vsbox02/a&refbox/bin/a", "vsbox02/c&refbox/lib/c"});
    const LinkMap map = mapOf(tree);
    const auto users = [&](const char *path) {
        std::vector<std::string> from;
        for (const std::uint32_t link : map.usersOf(tree->find(path)))
            from.push_back(tree->path(map.links()[link].from));
        return from;
    };
    QCOMPARE(users("refbox/bin/a"), (std::vector<std::string>{"/vsbox01/a", "/vsbox02/a"}));
    QCOMPARE(users("refbox/bin/b"), std::vector<std::string>());
    QCOMPARE(users("refbox"), (std::vector<std::string>{"/vsbox01/a", "/vsbox02/a", "/vsbox02/c"}));
    QCOMPARE(users("vsbox01"), (std::vector<std::string>{"/vsbox01/s"}));
    QVERIFY(map.memoryUse() <= map.links().size() * 16 + map.vservers().size() * 4);
}

void TestLinkMap::totalsOfVservers()
{
    const auto tree =
        treeOf({"refbox/a=12345", "refbox/b=123", "vsbox01/a&refbox/a", "vsbox01/again&refbox/a",
                "vsbox01/own=1234567", "vsbox01/own2&vsbox01/own", "vsbox01/pair=11", "vsbox01/s>a",
                "vsbox02/a&refbox/a", "vsbox02/pair&vsbox01/pair"});
    const LinkMap map = mapOf(tree);
    const SharingTotals one = map.totals(tree->find("vsbox01"));
    QCOMPARE(one, (SharingTotals{5, 7 + 2, 7, 1, 2, 1}));
    QCOMPARE(one.aloneBytes(), 14U);
    QCOMPARE(one.aloneFiles(), 3U);
    QCOMPARE(map.totals(tree->find("vsbox02")), (SharingTotals{5, 2, 0, 1, 1, 0}));
    QCOMPARE(map.totals(), (SharingTotals{5, 9, 9, 1, 2, 2}));
    QCOMPARE(map.totals(tree->find("refbox")), (SharingTotals{8, 0, 3, 2, 0, 1}));
    QCOMPARE(map.totals(0), (SharingTotals{8, 9, 17, 2, 2, 4}));
}

void TestLinkMap::emptyAndOddSides()
{
    const auto tree = treeOf({"refbox/v/f=1", "vsbox01/in/g=2", "vsbox01/h=3", "file=4"});
    const std::vector<NodeId> none;
    QVERIFY(buildLinkMap(*tree, none, tree->find("refbox")).links().empty());
    QVERIFY(buildLinkMap(*tree, none, kNoId).usersOf(0).empty());
    const NodeId vserver = tree->find("vsbox01");
    const std::vector<NodeId> odd{tree->find("vsbox01/in"), kNoId,   vserver,  tree->find("refbox/v"),
                                  tree->find("file"),       vserver, 1'000'000};
    const LinkMap map = buildLinkMap(*tree, odd, tree->find("refbox"));
    QVERIFY(std::ranges::equal(map.vservers(), std::vector<NodeId>{vserver}));
    QCOMPARE(map.links().size(), 2U);
    const LinkMap alone = buildLinkMap(*tree, odd, kNoId);
    QCOMPARE(alone.vservers().size(), 2U); // without a refbox, /refbox/v is a folder like any other
    QCOMPARE(alone.totals().privateBytes, 3U);
}

void TestLinkMap::vserverAroundTheRefbox()
{
    const auto tree = treeOf({"bin/a=1", "refbox/a&bin/a", "refbox/s>none", "zoo=22"});
    const std::vector<NodeId> all{0};
    const LinkMap map = buildLinkMap(*tree, all, tree->find("refbox"));
    QCOMPARE(describe(map), (std::vector<std::string>{"/bin/a hard link /refbox/a", "/zoo private file"}));
    QCOMPARE(map.vserverOf(tree->find("refbox/s")), kNoId);
    QCOMPARE(map.totals(), (SharingTotals{1, 2, 2, 1, 1, 1}));
}

void TestLinkMap::guesses()
{
    const auto tree =
        treeOf({"baby/x=1", "guest/a=1", "refbox/a&guest/a", "vsbox01/b=1", "vsbox02/b=1", "vsbox=no"});
    const Sides found = guessSides(*tree);
    QCOMPARE(found.refbox, tree->find("refbox"));
    QCOMPARE(found.vservers, (std::vector<NodeId>{tree->find("vsbox01"), tree->find("vsbox02")}));
    const std::vector<std::string> known{"guest", "unknown"};
    QCOMPARE(guessSides(*tree, known).vservers, (std::vector<NodeId>{tree->find("guest")}));
    const auto others = treeOf({"baby/x=1", "guest/bin/a=1", "refbox/a&guest/bin/a"});
    QCOMPARE(guessSides(*others).vservers, (std::vector<NodeId>{others->find("guest")}));
    QCOMPARE(guessSides(*treeOf({"bin/a=1"})), Sides());
    QCOMPARE(guessSides(*treeOf({"refbox=a file"})), Sides());
}

void TestLinkMap::linkLimit()
{
    // l1 > l2 > … > l40 > f: forty links are followed, forty-one are not.
    FileTreeBuilder builder;
    const auto root = builder.addDirectory(0, "vsbox01", kMetadata);
    builder.addInlineFile(root, "f", kMetadata, "x");
    for (int i = 1; i <= 41; ++i)
        builder.addSymlink(root, "l" + std::to_string(i), kMetadata,
                           i == 1 ? "f" : "l" + std::to_string(i - 1));
    const auto tree = builder.build();
    SymlinkResolver resolver(*tree, tree->find("vsbox01"));
    QCOMPARE(resolver.target(tree->find("vsbox01/l41")), kNoId);
    QCOMPARE(resolver.target(tree->find("vsbox01/l40")), tree->find("vsbox01/f"));
}

void TestLinkMap::loopsAndChains()
{
    // A chain of 100,000 links, ends in a loop: neither the stack nor the time may suffer.
    constexpr int kCount = 100'000;
    FileTreeBuilder builder;
    const auto root = builder.addDirectory(0, "vsbox01", kMetadata);
    for (int i = 0; i < kCount; ++i)
        builder.addSymlink(root, "l" + std::to_string(i), kMetadata,
                           "././././../l" + std::to_string(i + 1 < kCount ? i + 1 : i - 2));
    const auto tree = builder.build();
    const LinkMap map = mapOf(tree);
    QCOMPARE(map.links().size(), std::size_t(kCount));
    QVERIFY(std::ranges::all_of(map.links(), [](Link link) { return link.manner == Manner::Broken; }));
}

void TestLinkMap::randomTrees_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 1; seed <= 150; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestLinkMap::randomTrees()
{
    QFETCH(std::uint32_t, seed);
    const auto tree = randomTree(seed);
    const Sides sides = guessSides(*tree);
    QCOMPARE(sides.vservers.size(), 2U);
    LinkMapOptions options;
    options.findCopies = seed % 2 == 0;
    const LinkMap map = buildLinkMap(*tree, sides.vservers, sides.refbox, options);
    const auto wanted = slowLinks(*tree, sides);
    for (std::size_t i = 0; i < std::min(wanted.size(), map.links().size()); ++i)
        QCOMPARE(describe(*tree, map.links()[i]), describe(*tree, wanted[i]));
    QCOMPARE(map.links().size(), wanted.size());

    std::set<NodeId> all;
    for (NodeId node = 0; node < tree->nodeCount(); ++node) {
        std::set<NodeId> inside;
        for (NodeId n = node; n < tree->subtreeEnd(node); ++n)
            inside.insert(n);
        if (std::ranges::find(sides.vservers, node) != sides.vservers.end())
            all.insert(inside.begin(), inside.end());
        QCOMPARE(map.totals(node), slowTotals(*tree, inside, sides.refbox));
        std::vector<Link> of;
        std::vector<Link> users;
        for (const Link &link : wanted) {
            if (inside.contains(link.from))
                of.push_back(link);
            if (inside.contains(link.target))
                users.push_back(link);
        }
        std::ranges::stable_sort(users, {}, &Link::target);
        QVERIFY(std::ranges::equal(map.linksOf(node), of));
        QVERIFY(std::ranges::equal(map.usersOf(node), users, {},
                                   [&](std::uint32_t i) { return map.links()[i]; }));
    }
    QCOMPARE(map.totals(), slowTotals(*tree, all, sides.refbox));
}

void TestLinkMap::manyNamesOfOneInode()
{
    // The same name in 20,000 folders on both sides: quadratic work would take minutes here.
    FileTreeBuilder builder;
    const auto refbox = builder.addDirectory(0, "refbox", kMetadata);
    const auto vserver = builder.addDirectory(0, "vsbox01", kMetadata);
    FileTreeBuilder::Handle file = FileTreeBuilder::kNone;
    for (int i = 0; i < 20'000; ++i) {
        const auto there = builder.addDirectory(refbox, "r" + std::to_string(i), kMetadata);
        file = i == 0 ? builder.addInlineFile(there, "x", kMetadata, "1")
                      : builder.addHardLink(there, "x", file);
        const auto here = builder.addDirectory(vserver, "v" + std::to_string(i), kMetadata);
        builder.addHardLink(here, "x", file);
    }
    const auto tree = builder.build();
    const LinkMap map = mapOf(tree);
    QCOMPARE(map.links().size(), 20'000U);
    QCOMPARE(map.usersOf(tree->find("refbox/r0/x")).size(), 20'000U);
    QCOMPARE(map.totals().sharedFiles, 1U);
}

void TestLinkMap::cancelled()
{
    const auto tree = treeOf({"refbox/a=1", "vsbox01/b=1"});
    Progress progress;
    progress.cancel();
    LinkMapOptions options;
    options.findCopies = true;
    const Sides sides = guessSides(*tree);
    QVERIFY_THROWS_EXCEPTION(Cancelled,
                             buildLinkMap(*tree, sides.vservers, sides.refbox, options, &progress));
}

QTEST_APPLESS_MAIN(TestLinkMap)
#include "tst_linkmap.moc"
