// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "referencetree.h"
#include "tree/acl.h"
#include "tree/comparison.h"

#include <QtTest>

#include <functional>
#include <set>

using namespace Refbox;
using namespace RefboxTest;
using Kind = Difference::Kind;

namespace {

using Build = std::function<void(FileTreeBuilder &)>;

FileTreePtr built(const Build &build)
{
    FileTreeBuilder builder;
    build(builder);
    return builder.build();
}

std::vector<Difference> compare(const FileTreePtr &a, const FileTreePtr &b, CompareOptions options = {})
{
    Progress progress;
    return compareTrees({*a}, {*b}, options, progress);
}

std::vector<std::string> brief(const std::vector<Difference> &differences)
{
    std::vector<std::string> lines;
    for (const Difference &d : differences)
        lines.push_back(std::string(differenceName(d.kind)) + " " + d.path);
    return lines;
}

FileTreePtr copyOf(const FileTree &tree, const std::function<void(FileTreeBuilder &)> &alter = {})
{
    FileTreeBuilder builder;
    FileTreeBuilder::CopyOptions options;
    options.contentsOnly = true;
    builder.copySubtree(0, {}, tree, 0, options);
    Inode &root = builder.inode(0);
    const Inode &source = tree.inode(0);
    root.uid = source.uid;
    root.permissions = source.permissions;
    root.mtimeSeconds = source.mtimeSeconds;
    if (alter)
        alter(builder);
    return builder.build();
}

// Groups of names as sets of paths: "a b|c" means that a and b are one inode, c another.
FileTreePtr groups(const std::string &text)
{
    return built([&](FileTreeBuilder &builder) {
        FileTreeBuilder::Handle first = FileTreeBuilder::kNone;
        for (const char c : text) {
            if (c == '|')
                first = FileTreeBuilder::kNone;
            else if (first == FileTreeBuilder::kNone)
                first = builder.addInlineFile(0, std::string(1, c), {}, "x");
            else
                builder.addHardLink(0, std::string(1, c), first);
        }
    });
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKind_data();
    void eachKind();
    void words();
    void optionsLeaveOut();
    void knownContentIsNotRead();
    void orderIsPreorder();
    void randomTreesEqualTheirCopies_data();
    void randomTreesEqualTheirCopies();
    void oneMutation_data();
    void oneMutation();
    void linkGroups_data();
    void linkGroups();
    void allPartitionsOfFourNames();
    void oneInodeAgainstManyIsLinear();
    void subtrees();
    void namesOutsideDoNotCount();
    void deepTrees();
    void cancelled();
    void progressArrives();
};

void TestComparison::eachKind_data()
{
    QTest::addColumn<Build>("a");
    QTest::addColumn<Build>("b");
    QTest::addColumn<QString>("wanted");
    const Metadata plain{0644, 1, 2, {3, 4}, 0, 0, 0};
    const auto file = [](Metadata metadata, std::string bytes = "x") {
        return Build([=](FileTreeBuilder &builder) { builder.addInlineFile(0, "f", metadata, bytes); });
    };
    const auto with = [&](auto change) {
        Metadata metadata = plain;
        change(metadata);
        return file(metadata);
    };
    const auto xattr = [&](std::string name, std::string value) {
        return Build([=](FileTreeBuilder &builder) {
            Metadata metadata = plain;
            metadata.xattrs = builder.internXattrs({{name, value}});
            builder.addInlineFile(0, "f", metadata, "x");
        });
    };
    const auto special = [&](FileType type, std::uint32_t minor) {
        return Build([=](FileTreeBuilder &builder) { builder.addSpecial(0, "f", plain, type, 1, minor); });
    };
    const auto symlink = [&](std::string target, std::uint16_t mode) {
        return Build([=](FileTreeBuilder &builder) {
            Metadata metadata = plain;
            metadata.permissions = mode;
            builder.addSymlink(0, "f", metadata, target);
        });
    };
    const Build none = [](FileTreeBuilder &) {};
    const Build folder = [=](FileTreeBuilder &builder) {
        builder.addInlineFile(builder.addDirectory(0, "f", plain), "g", plain, "x");
    };
    QTest::newRow("equal") << file(plain) << file(plain) << "";
    QTest::newRow("only in A") << file(plain) << none << "only in A /f";
    QTest::newRow("only in B") << none << file(plain) << "only in B /f";
    QTest::newRow("only in A, once for a folder") << folder << none << "only in A /f";
    QTest::newRow("type") << file(plain) << symlink("x", 0777) << "type /f";
    QTest::newRow("type, with what is below") << folder << file(plain) << "type /f,only in A /f/g";
    QTest::newRow("type, the other way") << file(plain) << folder << "type /f,only in B /f/g";
    QTest::newRow("mode") << file(plain) << with([](auto &m) { m.permissions = 04644; }) << "mode /f";
    QTest::newRow("mode of links") << symlink("x", 0777) << symlink("x", 0755) << "";
    QTest::newRow("user") << file(plain) << with([](auto &m) { m.uid = 9; }) << "owner /f";
    QTest::newRow("group") << file(plain) << with([](auto &m) { m.gid = 9; }) << "owner /f";
    QTest::newRow("time") << file(plain) << with([](auto &m) { m.mtime.seconds = -1; }) << "time /f";
    QTest::newRow("ns") << file(plain) << with([](auto &m) { m.mtime.nanoseconds = 5; }) << "time /f";
    QTest::newRow("flags") << file(plain) << with([](auto &m) { m.flags = kImmutable; }) << "flags /f";
    QTest::newRow("size") << file(plain, "x") << file(plain, "xx") << "size /f";
    QTest::newRow("content") << file(plain, "x") << file(plain, "y") << "content /f";
    QTest::newRow("target") << symlink("x", 0777) << symlink("y", 0777) << "target /f";
    QTest::newRow("target's length") << symlink("x", 0777) << symlink("xx", 0777) << "target /f";
    QTest::newRow("device") << special(FileType::CharDevice, 1) << special(FileType::CharDevice, 2)
                            << "device /f";
    QTest::newRow("device type") << special(FileType::CharDevice, 1) << special(FileType::BlockDevice, 1)
                                 << "type /f";
    QTest::newRow("fifo") << special(FileType::Fifo, 0) << special(FileType::Fifo, 0) << "";
    QTest::newRow("fifo, socket") << special(FileType::Fifo, 0) << special(FileType::Socket, 0) << "type /f";
    QTest::newRow("xattr") << xattr("user.a", "1") << xattr("user.a", "2") << "xattrs /f";
    QTest::newRow("xattr's name") << xattr("user.a", "1") << xattr("user.b", "1") << "xattrs /f";
    QTest::newRow("no xattr") << xattr("user.a", "1") << file(plain) << "xattrs /f";
    QTest::newRow("capability") << xattr(std::string(kCapability), "1") << file(plain) << "xattrs /f";
    QTest::newRow("acl") << xattr(std::string(kAclAccess), "1") << file(plain) << "acl /f";
    QTest::newRow("default acl") << file(plain) << xattr(std::string(kAclDefault), "1") << "acl /f";
    QTest::newRow("acl and xattr") << xattr("user.a", "1") << xattr(std::string(kAclAccess), "1")
                                   << "acl /f,xattrs /f";
    const Build root = [](FileTreeBuilder &builder) { builder.inode(0).uid = 5; };
    QTest::newRow("root") << none << root << "owner /";
}

void TestComparison::eachKind()
{
    QFETCH(Build, a);
    QFETCH(Build, b);
    QFETCH(QString, wanted);
    QStringList lines;
    for (const std::string &line : brief(compare(built(a), built(b))))
        lines += QString::fromStdString(line);
    QCOMPARE(lines.join(QLatin1Char(',')), wanted);
    QVERIFY(compare(built(a), built(a)).empty());
    QVERIFY(compare(built(b), built(b)).empty());
}

void TestComparison::words()
{
    const auto a = built([](FileTreeBuilder &builder) {
        Metadata metadata{0644, 1, 2, {-3, 4}, kImmutable | kNoDump, 0, 0};
        const std::string acl = aclToXattr(*aclFromText("u::rw-,u:7:r--,g::r--,m::r--,o::---"));
        metadata.xattrs = builder.internXattrs({{kAclAccess, acl}, {"user.x", std::string_view("\0", 1)}});
        builder.addInlineFile(0, "f\n", metadata, "x");
    });
    const auto b = built([](FileTreeBuilder &builder) {
        builder.addHardLink(0, "g", builder.addInlineFile(0, "f\n", {0600, 0, 0, {}, 0, 0, 0}, "x"));
    });
    const std::vector<Difference> wanted{
        {Kind::Links, "/f\n", "1 name: /f\\x0a", "2 names: /f\\x0a /g"},
        {Kind::Permissions, "/f\n", "0644", "0600"},
        {Kind::Owner, "/f\n", "1:2", "0:0"},
        {Kind::Time, "/f\n", "-3.000000004", "0.000000000"},
        {Kind::Flags, "/f\n", "immutable no-dump", "none"},
        {Kind::Acls, "/f\n", "system.posix_acl_access=user::rw-,user:7:r--,group::r--,mask::r--,other::---",
         "none"},
        {Kind::Xattrs, "/f\n", "user.x=\\x00", "none"},
        {Kind::OnlyInB, "/g", "", "regular file"},
    };
    const auto found = compare(a, b);
    QCOMPARE(found.size(), wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        QCOMPARE(found[i].path, wanted[i].path);
        QCOMPARE(found[i].a, wanted[i].a);
        QCOMPARE(found[i].b, wanted[i].b);
        QVERIFY(found[i] == wanted[i]);
    }
}

void TestComparison::optionsLeaveOut()
{
    const auto a = built([](FileTreeBuilder &builder) {
        builder.addInlineFile(0, "f", {0644, 1, 2, {3, 4}, 1, 0, 0}, "x");
    });
    const auto b = built([](FileTreeBuilder &builder) {
        builder.addInlineFile(0, "f", {0644, 1, 9, {3, 5}, 0, 0, 0}, "y");
    });
    QCOMPARE(compare(a, b).size(), 4U);
    CompareOptions options;
    options.content = false;
    QCOMPARE(compare(a, b, options).size(), 3U);
    options.nanoseconds = false;
    QCOMPARE(compare(a, b, options).size(), 2U);
    options.flags = false;
    QCOMPARE(compare(a, b, options).size(), 1U);
    options.owners = false;
    QCOMPARE(compare(a, b, options).size(), 0U);
    options = {};
    options.times = false;
    QCOMPARE(compare(a, b, options).size(), 3U);
}

void TestComparison::knownContentIsNotRead()
{
    const auto tree = [](const std::string &bytes, const std::string &longer) {
        return built([&](FileTreeBuilder &builder) {
            builder.addInlineFile(0, "a", {}, bytes);
            builder.addInlineFile(0, "b", {}, bytes);
            builder.addInlineFile(0, "c", {}, bytes + longer);
        });
    };
    const auto a = tree("x", {});
    const auto b = tree("y", "more");
    CompareOptions options;
    std::set<InodeId> asked;
    options.hasKnownContent = [&](InodeId inode) {
        asked.insert(inode);
        return inode != a->inodeOf(a->find("/b"));
    };
    // Of the others everything else is compared, their sizes too.
    QCOMPARE(brief(compare(a, b, options)), (std::vector<std::string>{"content /b", "size /c"}));
    QCOMPARE(asked.size(), 2U);
}

void TestComparison::orderIsPreorder()
{
    const auto a = built([](FileTreeBuilder &builder) {
        const auto d = builder.addDirectory(0, "d", {});
        builder.addInlineFile(d, "b", {}, "");
        builder.addInlineFile(0, "a", {}, "");
        builder.addInlineFile(0, "z", {}, "");
    });
    const auto b = built([](FileTreeBuilder &builder) {
        const auto d = builder.addDirectory(0, "d", {0700, 0, 0, {}, 0, 0, 0});
        builder.addInlineFile(d, "a", {}, "");
        builder.addInlineFile(0, "d-", {}, "");
        builder.addInlineFile(0, "zz", {}, "");
    });
    QCOMPARE(brief(compare(a, b)),
             (std::vector<std::string>{"only in A /a", "mode /d", "only in B /d/a", "only in A /d/b",
                                       "only in B /d-", "only in A /z", "only in B /zz"}));
}

void TestComparison::randomTreesEqualTheirCopies_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 1; seed <= 40; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestComparison::randomTreesEqualTheirCopies()
{
    QFETCH(std::uint32_t, seed);
    TwinBuilder twins(seed);
    for (int step = 0; step < 100; ++step)
        twins.step();
    const auto tree = twins.build();
    QCOMPARE(brief(compare(tree, copyOf(*tree))), std::vector<std::string>());
}

void TestComparison::oneMutation_data()
{
    randomTreesEqualTheirCopies_data();
}

void TestComparison::oneMutation()
{
    QFETCH(std::uint32_t, seed);
    TwinBuilder twins(seed + 500);
    for (int step = 0; step < 60; ++step)
        twins.step();
    const auto tree = twins.build();
    std::mt19937 random(seed);
    const NodeId node = random() % tree->nodeCount();
    const std::string path = tree->path(node);
    const NodeId firstName = tree->names(tree->inodeOf(node)).front();
    const auto after = [&](auto alter) {
        return compare(tree,
                       copyOf(*tree, [&](FileTreeBuilder &builder) { alter(builder, builder.find(path)); }));
    };
    const auto isOnly = [&](const std::vector<Difference> &found, Kind kind) {
        return found.size() == 1 && found[0].kind == kind && found[0].path == tree->path(firstName);
    };
    QVERIFY(isOnly(after([](auto &builder, auto handle) { builder.inode(handle).gid ^= 1; }), Kind::Owner));
    QVERIFY(isOnly(after([](auto &builder, auto handle) { builder.inode(handle).flags ^= 2; }), Kind::Flags));
    QVERIFY(isOnly(after([](auto &builder, auto handle) { builder.inode(handle).mtimeSeconds += 1; }),
                   Kind::Time));
    QVERIFY(isOnly(after([](auto &builder, auto handle) { builder.inode(handle).mtimeNanoseconds ^= 1; }),
                   Kind::Time));
    QVERIFY(isOnly(after([](auto &builder, auto handle) {
                       builder.inode(handle).xattrs = builder.internXattrs({{"user.unheard", "1"}});
                   }),
                   Kind::Xattrs));
    if (!tree->inodeAt(node).isSymlink())
        QVERIFY(isOnly(after([](auto &builder, auto handle) { builder.inode(handle).permissions ^= 1; }),
                       Kind::Permissions));
    const auto added = after([&](auto &builder, auto) { builder.addDirectory(0, "unheard of", {}); });
    QCOMPARE(brief(added), std::vector<std::string>{"only in B /unheard of"});
    if (node == 0)
        return;
    // Removing takes a whole subtree, and names out of the groups of what stays.
    std::set<std::string> wanted{"only in A " + path};
    for (NodeId below = node; below < tree->subtreeEnd(node); ++below) {
        for (const NodeId name : tree->names(tree->inodeOf(below))) {
            if (!tree->isInside(name, node)) {
                wanted.insert("links " + tree->path(name));
                break; // once for each inode
            }
        }
    }
    const auto removed = brief(after([](auto &builder, auto handle) { builder.remove(handle); }));
    QCOMPARE(std::set<std::string>(removed.begin(), removed.end()), wanted);
    QCOMPARE(removed.size(), wanted.size());
}

void TestComparison::linkGroups_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("equal") << "ab|cd"
                           << "ab|cd"
                           << "";
    QTest::newRow("other order of making") << "ab|cd"
                                           << "dc|ba"
                                           << "";
    QTest::newRow("split") << "ab"
                           << "a|b"
                           << "links /a,links /b";
    QTest::newRow("joined") << "a|b"
                            << "ab"
                            << "links /a,links /b";
    QTest::newRow("swapped") << "ab|cd"
                             << "ac|bd"
                             << "links /a,links /b,links /c,links /d";
    QTest::newRow("conflict and count: one report each") << "abc|d"
                                                         << "ab|cd"
                                                         << "links /a,links /c,links /d";
    QTest::newRow("name gone") << "ab"
                               << "a"
                               << "links /a,only in A /b";
    QTest::newRow("name came") << "a"
                               << "ab"
                               << "links /a,only in B /b";
    QTest::newRow("as many, but others") << "ab"
                                         << "ac"
                                         << "links /a,only in A /b,only in B /c";
}

void TestComparison::linkGroups()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, wanted);
    QStringList lines;
    for (const std::string &line : brief(compare(groups(a.toStdString()), groups(b.toStdString()))))
        lines += QString::fromStdString(line);
    QCOMPARE(lines.join(QLatin1Char(',')), wanted);
}

void TestComparison::allPartitionsOfFourNames()
{
    // Equal exactly when the partitions are; each pair of inodes whose sets differ is told once.
    std::vector<std::vector<int>> partitions;
    for (int b = 0; b < 2; ++b) {
        for (int c = 0; c < 3; ++c) {
            for (int d = 0; d < 4; ++d) {
                if (c <= b + 1 && d <= std::max(b, c) + 1)
                    partitions.push_back({0, b, c, d});
            }
        }
    }
    QCOMPARE(partitions.size(), 15U); // Bell's number
    const auto treeOf = [](const std::vector<int> &partition) {
        std::string text;
        for (int group = 0; group < 4; ++group) {
            for (std::size_t i = 0; i < 4; ++i) {
                if (partition[i] == group)
                    text += static_cast<char>('a' + static_cast<char>(i));
            }
            text += '|';
        }
        return groups(text);
    };
    const auto members = [](const std::vector<int> &partition, int group) {
        std::set<std::size_t> names;
        for (std::size_t i = 0; i < 4; ++i) {
            if (partition[i] == group)
                names.insert(i);
        }
        return names;
    };
    for (const auto &p : partitions) {
        for (const auto &q : partitions) {
            std::set<std::pair<int, int>> differing;
            for (std::size_t i = 0; i < 4; ++i) {
                if (members(p, p[i]) != members(q, q[i]))
                    differing.insert({p[i], q[i]});
            }
            const auto found = compare(treeOf(p), treeOf(q));
            QCOMPARE(found.size(), differing.size());
            QVERIFY(std::ranges::all_of(found, [](const Difference &d) { return d.kind == Kind::Links; }));
        }
    }
}

void TestComparison::oneInodeAgainstManyIsLinear()
{
    constexpr int kCount = 50'000;
    const auto build = [](bool linked) {
        return built([=](FileTreeBuilder &builder) {
            FileTreeBuilder::Handle first = FileTreeBuilder::kNone;
            for (int i = 0; i < kCount; ++i) {
                const std::string name = std::to_string(i);
                if (linked && i > 0)
                    builder.addHardLink(0, name, first);
                else
                    first = builder.addInlineFile(0, name, {}, "x");
            }
        });
    };
    QCOMPARE(compare(build(true), build(false)).size(), std::size_t(kCount));
    QCOMPARE(compare(build(false), build(true)).size(), std::size_t(kCount));
    QCOMPARE(compare(build(true), build(true)).size(), 0U);
}

void TestComparison::subtrees()
{
    const auto tree = built([](FileTreeBuilder &builder) {
        const auto one = builder.addDirectory(0, "one", {});
        const auto two = builder.addDirectory(builder.addDirectory(0, "deep", {}), "two", {});
        builder.addInlineFile(one, "same", {}, "x");
        builder.addInlineFile(two, "same", {}, "x");
        builder.addInlineFile(one, "f", {}, "x");
        builder.addInlineFile(two, "g", {}, "x");
    });
    Progress progress;
    const auto found =
        compareTrees({*tree, tree->find("one")}, {*tree, tree->find("deep/two")}, {}, progress);
    QCOMPARE(brief(found), (std::vector<std::string>{"only in A /f", "only in B /g"}));
    const auto files =
        compareTrees({*tree, tree->find("one/f")}, {*tree, tree->find("deep/two/g")}, {}, progress);
    QVERIFY(files.empty());
}

void TestComparison::namesOutsideDoNotCount()
{
    const auto a = built([](FileTreeBuilder &builder) {
        const auto v = builder.addDirectory(0, "v", {});
        builder.addHardLink(0, "outside", builder.addInlineFile(v, "f", {}, "x"));
    });
    const auto b = built([](FileTreeBuilder &builder) { builder.addInlineFile(0, "f", {}, "x"); });
    Progress progress;
    QVERIFY(compareTrees({*a, a->find("v")}, {*b}, {}, progress).empty());
    QVERIFY(compareTrees({*b}, {*a, a->find("v")}, {}, progress).empty());
}

void TestComparison::deepTrees()
{
    const auto build = [](int depth) {
        return built([=](FileTreeBuilder &builder) {
            FileTreeBuilder::Handle at = 0;
            for (int i = 0; i < depth; ++i)
                at = builder.addDirectory(at, "d", {});
        });
    };
    QCOMPARE(compare(build(100'000), build(100'001)).size(), 1U);
}

void TestComparison::cancelled()
{
    const auto tree = groups("ab|c");
    Progress progress;
    progress.cancel();
    QVERIFY_THROWS_EXCEPTION(Cancelled, compareTrees({*tree}, {*tree}, {}, progress));
}

void TestComparison::progressArrives()
{
    const auto a = groups("ab|cde|f");
    const auto b = groups("ab|x");
    Progress progress;
    compareTrees({*a}, {*b}, {}, progress);
    QCOMPARE(progress.snapshot().total, std::uint64_t(a->nodeCount()));
    QCOMPARE(progress.snapshot().done, std::uint64_t(a->nodeCount()));
}

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
