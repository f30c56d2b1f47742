// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/error.h"
#include "referencetree.h"

#include <QtTest>

using namespace Refbox;
using namespace RefboxTest;

namespace {

const Metadata kMetadata{0644, 1, 2, {3, 4}, 0, 0, 0};

} // namespace

class TestFileTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyTree();
    void randomTrees_data();
    void randomTrees();
    void randomCopies_data();
    void randomCopies();
    void badNames_data();
    void badNames();
    void badPlaces();
    void badSizes();
    void equalNames();
    void rootStays();
    void refusedFilesLeaveNothing();
    void replacingAName();
    void replacingOneNameOften();
    void removedDirectoryTakesAllBelow();
    void linkSurvivesItsFirstName();
    void hardLinkOfSymlinkAndDevice();
    void copiesFromTreesThatCameAndWent();
    void copyOfAPartLeavesOutsideNamesBehind();
    void copyOfNothing();
    void resourcesLiveAsLongAsTheTree();
    void xattrSets();
    void badXattrs();
    void findIsForgivingAboutSlashes();
    void deepTree();
    void wideTree();
    void timesAndFlagsAreTamed();
    void sizesOfTheArrays();
};

void TestFileTree::emptyTree()
{
    const auto tree = FileTreeBuilder().build();
    QCOMPARE(tree->nodeCount(), 1U);
    QCOMPARE(tree->inodeCount(), 1U);
    QCOMPARE(tree->path(0), std::string("/"));
    QCOMPARE(tree->subtreeEnd(0), 1U);
    QCOMPARE(tree->linkCount(0), 2U);
    QVERIFY(tree->children(0).empty());
    QCOMPARE(tree->find(""), 0U);
    QCOMPARE(tree->find("/x"), kNoId);
}

void TestFileTree::randomTrees_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 1; seed <= 60; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestFileTree::randomTrees()
{
    QFETCH(std::uint32_t, seed);
    TwinBuilder twins(seed);
    for (std::uint32_t step = 0; step < 30 + seed * 3; ++step) {
        twins.step();
        if (seed % 3 == 0 && step % 16 == 0) // the index is made early, late or never
            QCOMPARE(twins.lookupFault(), std::string());
    }
    if (seed % 2 == 0)
        QCOMPARE(twins.lookupFault(), std::string());
    const auto tree = twins.build();
    QCOMPARE(faultOf(*tree, twins.reference()), std::string());
}

void TestFileTree::randomCopies_data()
{
    randomTrees_data();
}

void TestFileTree::randomCopies()
{
    QFETCH(std::uint32_t, seed);
    TwinBuilder first(seed * 1000);
    TwinBuilder second(seed * 1000 + 1);
    for (int step = 0; step < 30; ++step) {
        first.step();
        second.step();
    }
    const auto treeA = first.build();
    second.copyFrom(*treeA, first.reference());
    const auto treeB = second.build();
    QCOMPARE(faultOf(*treeB, second.reference()), std::string());

    TwinBuilder both(seed * 1000 + 2);
    for (int step = 0; step < 12; ++step) {
        both.step();
        if (step % 2 == 0)
            both.copyFrom(*treeA, first.reference());
        else
            both.copyFrom(*treeB, second.reference());
    }
    QCOMPARE(both.lookupFault(), std::string());
    const auto tree = both.build();
    QCOMPARE(faultOf(*tree, both.reference()), std::string());
}

void TestFileTree::badNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("dot") << QByteArray(".");
    QTest::newRow("dot dot") << QByteArray("..");
    QTest::newRow("slash") << QByteArray("a/b");
    QTest::newRow("only slash") << QByteArray("/");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("too long") << QByteArray(256, 'x');
}

void TestFileTree::badNames()
{
    QFETCH(QByteArray, name);
    const std::string bytes = name.toStdString();
    FileTreeBuilder builder;
    const auto file = builder.addInlineFile(0, "file", kMetadata, "x");
    const auto other = FileTreeBuilder().build();
    QVERIFY_THROWS_EXCEPTION(Error, builder.addDirectory(0, bytes, kMetadata));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addInlineFile(0, bytes, kMetadata, "x"));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addHostFile(0, bytes, kMetadata, kNoId, 1));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addBlobFile(0, bytes, kMetadata, {}, kNoId, 1));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addExtentsFile(0, bytes, kMetadata, kNoId, 1, {}));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addSymlink(0, bytes, kMetadata, "x"));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addSpecial(0, bytes, kMetadata, FileType::Fifo));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addHardLink(0, bytes, file));
    QVERIFY_THROWS_EXCEPTION(Error, builder.copySubtree(0, bytes, *other, 0, {}));
    QVERIFY_THROWS_EXCEPTION(Error, builder.copyNode(0, bytes, *other, 0, {}));
    QCOMPARE(builder.build()->nodeCount(), 2U);
}

void TestFileTree::badPlaces()
{
    FileTreeBuilder builder;
    const auto file = builder.addInlineFile(0, "file", kMetadata, "x");
    const auto directory = builder.addDirectory(0, "directory", kMetadata);
    QVERIFY_THROWS_EXCEPTION(Error, builder.addDirectory(file, "a", kMetadata));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addHardLink(file, "a", file));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addHardLink(0, "a", directory));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addSymlink(0, "a", kMetadata, ""));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addSymlink(0, "a", kMetadata, std::string(4096, 'x')));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addSymlink(0, "a", kMetadata, std::string_view("x\0y", 3)));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addSpecial(0, "a", kMetadata, FileType::Regular));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addSpecial(0, "a", kMetadata, FileType::Directory));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addSpecial(0, "a", kMetadata, FileType::CharDevice, 4096, 0));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addSpecial(0, "a", kMetadata, FileType::CharDevice, 0, 1 << 20));
    builder.remove(directory);
    QVERIFY_THROWS_EXCEPTION(Error, builder.addDirectory(directory, "a", kMetadata));
    builder.remove(file);
    QVERIFY_THROWS_EXCEPTION(Error, builder.addHardLink(0, "a", file));
    QCOMPARE(builder.build()->nodeCount(), 1U);
}

void TestFileTree::badSizes()
{
    FileTreeBuilder builder;
    const auto host = builder.internHostPath(kNoId, "/x");
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
    QVERIFY_THROWS_EXCEPTION(Error, builder.addHostFile(0, "a", kMetadata, host, kMost + 1));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addHostFile(0, "a", kMetadata, host, 1, kMost));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addHostFile(0, "a", kMetadata, host, 1, ~0ULL));
    QVERIFY_THROWS_EXCEPTION(Error, builder.addBlobFile(0, "a", kMetadata, {}, host, ~0ULL));
    const auto addExtents = [&](std::uint64_t size, std::vector<Extent> extents) {
        builder.addExtentsFile(0, "a", kMetadata, host, size, extents);
    };
    QVERIFY_THROWS_EXCEPTION(Error, addExtents(~0ULL, {}));
    QVERIFY_THROWS_EXCEPTION(Error, addExtents(9, {{0, 0, ~0ULL}}));
    QVERIFY_THROWS_EXCEPTION(Error, addExtents(9, {{~0ULL, 0, 2}}));
    QVERIFY_THROWS_EXCEPTION(Error, addExtents(9, {{0, ~0ULL, 2}}));
    QVERIFY_THROWS_EXCEPTION(Error, addExtents(9, {{0, 0, 4}, {3, 8, 4}}));
    QVERIFY_THROWS_EXCEPTION(Error, addExtents(9, {{4, 0, 4}, {0, 8, 4}}));
    addExtents(kMost, {{0, 0, 4}, {4, 100, 4}});
    QCOMPARE(builder.build()->nodeCount(), 2U);
}

void TestFileTree::equalNames()
{
    FileTreeBuilder builder;
    const auto directory = builder.addDirectory(0, "d", kMetadata);
    const auto first = builder.addInlineFile(directory, "x", kMetadata, "1");
    builder.addInlineFile(directory, "x", kMetadata, "2");
    QCOMPARE(builder.child(directory, "x"), first);
    try {
        builder.build();
        QFAIL("no error");
    } catch (const Error &error) {
        QCOMPARE(error.where(), QStringLiteral("/d/x"));
    }
}

void TestFileTree::rootStays()
{
    FileTreeBuilder builder;
    QVERIFY_THROWS_EXCEPTION(Error, builder.remove(0));
    QCOMPARE(builder.build()->nodeCount(), 1U);
}

void TestFileTree::refusedFilesLeaveNothing()
{
    FileTreeBuilder builder;
    for (int i = 0; i < 1000; ++i) {
        QVERIFY_THROWS_EXCEPTION(Error, builder.addInlineFile(0, "a/b", kMetadata, std::string(1000, 'x')));
    }
    const auto tree = builder.build();
    QCOMPARE(tree->inodeCount(), 1U);
    QVERIFY(tree->memoryUse() < 1000);
}

void TestFileTree::replacingAName()
{
    FileTreeBuilder builder;
    const auto old = builder.addInlineFile(0, "x", kMetadata, "old");
    QCOMPARE(builder.child(0, "x"), old);
    builder.remove(old);
    QCOMPARE(builder.child(0, "x"), FileTreeBuilder::kNone);
    const auto young = builder.addInlineFile(0, "x", kMetadata, "young");
    QCOMPARE(builder.child(0, "x"), young);
    const auto tree = builder.build();
    QCOMPARE(tree->inodeCount(), 2U);
    QCOMPARE(tree->inlineBytes(tree->inodeOf(tree->find("/x"))), std::string_view("young"));
}

void TestFileTree::replacingOneNameOften()
{
    // An archive may hold one name a million times: this must not become quadratic.
    FileTreeBuilder builder;
    for (int i = 0; i < 300'000; ++i) {
        const auto old = builder.child(0, "x");
        if (old != FileTreeBuilder::kNone)
            builder.remove(old);
        builder.addInlineFile(0, "x", kMetadata, std::to_string(i));
    }
    const auto tree = builder.build();
    QCOMPARE(tree->nodeCount(), 2U);
    QCOMPARE(tree->inlineBytes(1), std::string_view("299999"));
}

void TestFileTree::removedDirectoryTakesAllBelow()
{
    FileTreeBuilder builder;
    const auto top = builder.addDirectory(0, "top", kMetadata);
    const auto middle = builder.addDirectory(top, "middle", kMetadata);
    const auto file = builder.addInlineFile(middle, "file", kMetadata, "x");
    builder.addHardLink(0, "kept", file);
    builder.remove(top);
    const auto tree = builder.build();
    QCOMPARE(tree->nodeCount(), 2U);
    QCOMPARE(tree->linkCount(tree->inodeOf(tree->find("kept"))), 1U);
}

void TestFileTree::linkSurvivesItsFirstName()
{
    FileTreeBuilder builder;
    const auto first = builder.addInlineFile(0, "a", kMetadata, "x");
    const auto second = builder.addHardLink(0, "b", first);
    QVERIFY(builder.isSameInode(first, second));
    builder.remove(first);
    builder.addHardLink(0, "c", second);
    const auto tree = builder.build();
    QCOMPARE(tree->inodeOf(tree->find("b")), tree->inodeOf(tree->find("c")));
    QCOMPARE(tree->names(tree->inodeOf(1)).size(), 2U);
}

void TestFileTree::hardLinkOfSymlinkAndDevice()
{
    FileTreeBuilder builder;
    builder.addHardLink(0, "s2", builder.addSymlink(0, "s", kMetadata, "t"));
    builder.addHardLink(0, "d2", builder.addSpecial(0, "d", kMetadata, FileType::BlockDevice, 8, 1));
    const auto tree = builder.build();
    QCOMPARE(tree->symlinkTarget(tree->inodeOf(tree->find("s2"))), std::string_view("t"));
    QCOMPARE(tree->inodeAt(tree->find("d2")).deviceMajor(), 8U);
    QCOMPARE(tree->inodeCount(), 3U);
}

void TestFileTree::copiesFromTreesThatCameAndWent()
{
    // A tree that was freed may have had the address of the next one.
    FileTreeBuilder builder;
    for (int i = 0; i < 50; ++i) {
        FileTreeBuilder source;
        source.addInlineFile(0, "f", kMetadata, std::to_string(i));
        const auto tree = source.build();
        builder.copySubtree(0, "copy" + std::to_string(i), *tree, 0, {});
    }
    const auto tree = builder.build();
    for (int i = 0; i < 50; ++i) {
        const NodeId node = tree->find("/copy" + std::to_string(i) + "/f");
        QCOMPARE(std::string(tree->inlineBytes(tree->inodeOf(node))), std::to_string(i));
        QCOMPARE(tree->names(tree->inodeOf(node)).size(), 1U);
    }
}

void TestFileTree::copyOfAPartLeavesOutsideNamesBehind()
{
    FileTreeBuilder source;
    const auto in = source.addDirectory(0, "in", kMetadata);
    const auto out = source.addDirectory(0, "out", kMetadata);
    const auto file = source.addInlineFile(in, "a", kMetadata, "x");
    source.addHardLink(out, "b", file);
    const auto tree = source.build();

    FileTreeBuilder apart;
    apart.copySubtree(0, "in", *tree, tree->find("in"), {});
    const auto alone = apart.build();
    QCOMPARE(alone->linkCount(alone->inodeOf(alone->find("in/a"))), 1U);

    FileTreeBuilder builder;
    builder.copySubtree(0, "in", *tree, tree->find("in"), {});
    builder.copyNode(0, "b", *tree, tree->find("out/b"), {});
    builder.copyNode(0, "c", *tree, tree->find("out/b"), {std::nullopt, false, false});
    const auto again = builder.build();
    QCOMPARE(again->inodeOf(again->find("b")), again->inodeOf(again->find("in/a")));
    QVERIFY(again->inodeOf(again->find("c")) != again->inodeOf(again->find("in/a")));
}

void TestFileTree::copyOfNothing()
{
    FileTreeBuilder builder;
    const auto tree = FileTreeBuilder().build();
    FileTreeBuilder::CopyOptions contents;
    contents.contentsOnly = true;
    QCOMPARE(builder.copySubtree(0, {}, *tree, 0, contents), FileTreeBuilder::kNone);
    QCOMPARE(builder.copySubtree(0, "x", *tree, 0, {}), 1U);
    QCOMPARE(builder.build()->nodeCount(), 2U);
}

void TestFileTree::resourcesLiveAsLongAsTheTree()
{
    auto resource = std::make_shared<int>(1);
    const std::weak_ptr<int> watch = resource;
    FileTreePtr copy;
    {
        FileTreeBuilder source;
        source.keepAlive(std::move(resource));
        source.addInlineFile(0, "f", kMetadata, "x");
        const auto tree = source.build();
        FileTreeBuilder builder;
        builder.copySubtree(0, "copy", *tree, 0, {});
        copy = builder.build();
    }
    QVERIFY(!watch.expired());
    copy.reset();
    QVERIFY(watch.expired());
}

void TestFileTree::xattrSets()
{
    FileTreeBuilder builder;
    const auto empty = builder.internXattrs({});
    const auto ab = builder.internXattrs({{"user.a", "1"}, {"user.b", "2"}});
    const auto ba = builder.internXattrs({{"user.b", "2"}, {"user.a", "1"}});
    const auto other = builder.internXattrs({{"user.a", "2"}, {"user.b", "1"}});
    const auto binary = builder.internXattrs({{"user.b", std::string_view("\0\xff", 2)}});
    const auto blank = builder.internXattrs({{"user.b", ""}});
    QCOMPARE(empty, 0U);
    QCOMPARE(ab, ba);
    QVERIFY(ab != other && binary != blank && blank != 0);
    Metadata metadata = kMetadata;
    metadata.xattrs = binary;
    builder.addDirectory(0, "d", metadata);
    const auto tree = builder.build();
    QCOMPARE(tree->xattrSetCount(), 5U);
    QCOMPARE(tree->xattrs(ab), (std::vector<XattrView>{{"user.a", "1"}, {"user.b", "2"}}));
    QCOMPARE(tree->xattr(1, "user.b"), std::optional(std::string_view("\0\xff", 2)));
    QCOMPARE(tree->xattr(1, "user.a"), std::optional<std::string_view>());
    QVERIFY(tree->xattrsOf(0).empty());
}

void TestFileTree::badXattrs()
{
    FileTreeBuilder builder;
    QVERIFY_THROWS_EXCEPTION(Error, builder.internXattrs({{"user.a", "1"}, {"user.a", "2"}}));
    QVERIFY_THROWS_EXCEPTION(Error, builder.internXattrs({{"", "1"}}));
    QVERIFY_THROWS_EXCEPTION(Error, builder.internXattrs({{std::string_view("a\0", 2), "1"}}));
    const std::string longName(256, 'x');
    QVERIFY_THROWS_EXCEPTION(Error, builder.internXattrs({{longName, "1"}}));
}

void TestFileTree::findIsForgivingAboutSlashes()
{
    FileTreeBuilder builder;
    builder.addInlineFile(builder.addDirectory(0, "a", kMetadata), "b", kMetadata, "x");
    QCOMPARE(builder.find("//a//b"), 2U);
    QCOMPARE(builder.find("a/../a"), FileTreeBuilder::kNone);
    const auto tree = builder.build();
    for (const char *path : {"/a/b", "a/b", "//a//b", "/a/b/"})
        QCOMPARE(tree->find(path), 2U);
    for (const char *path : {"/", "", "//"})
        QCOMPARE(tree->find(path), 0U);
    for (const char *path : {"/a/b/c", "/..", ".", "/a/.", "/b", "/a/bb"})
        QCOMPARE(tree->find(path), kNoId);
}

void TestFileTree::deepTree()
{
    constexpr std::uint32_t kDepth = 200'000;
    FileTreeBuilder builder;
    FileTreeBuilder::Handle handle = 0;
    for (std::uint32_t i = 0; i < kDepth; ++i)
        handle = builder.addDirectory(handle, "d", kMetadata);
    QCOMPARE(builder.path(handle).size(), std::size_t(kDepth * 2));
    const auto tree = builder.build();
    QCOMPARE(tree->nodeCount(), kDepth + 1);
    QCOMPARE(tree->find(tree->path(kDepth)), kDepth);
    for (NodeId node = 0; node < tree->nodeCount(); ++node)
        QVERIFY(tree->subtreeEnd(node) == kDepth + 1);
    FileTreeBuilder copier;
    copier.copySubtree(0, "copy", *tree, 0, {});
    QCOMPARE(copier.build()->nodeCount(), kDepth + 2);
}

void TestFileTree::wideTree()
{
    constexpr std::uint32_t kCount = 100'000;
    FileTreeBuilder builder;
    for (std::uint32_t i = 0; i < kCount; ++i) // not in order of names
        builder.addDirectory(0, "n" + std::to_string((i * 7919ULL) % kCount), kMetadata);
    QCOMPARE(builder.child(0, "n7919"), 2U);
    const auto tree = builder.build();
    for (NodeId node = 1; node < tree->nodeCount(); ++node) {
        QVERIFY(tree->row(node) == node - 1 && tree->inodeOf(node) == node);
        QVERIFY(node == 1 || tree->name(node - 1) < tree->name(node));
    }
    QCOMPARE(tree->linkCount(0), kCount + 2);
}

void TestFileTree::timesAndFlagsAreTamed()
{
    FileTreeBuilder builder;
    Metadata metadata;
    metadata.permissions = 0xFFFF;
    metadata.flags = 0xFF;
    metadata.mtime = {-5, 0xFFFFFFFF};
    builder.addDirectory(0, "d", metadata);
    const auto tree = builder.build();
    QCOMPARE(int(tree->inode(1).permissions), 07777);
    QCOMPARE(int(tree->inode(1).flags), kImmutable | kAppendOnly | kNoDump);
    QCOMPARE(tree->inode(1).mtime(), (Timestamp{-5, 999'999'999}));
    QCOMPARE(tree->inode(1).mode(), 0047777U);
}

void TestFileTree::sizesOfTheArrays()
{
    FileTreeBuilder builder;
    constexpr std::uint32_t kCount = 100'000;
    for (std::uint32_t i = 0; i < kCount; ++i)
        builder.addDirectory(0, std::to_string(i), kMetadata);
    const auto tree = builder.build();
    // 32 bytes a node, 60 an inode, and names of at most 5 + 4 bytes.
    QVERIFY2(tree->memoryUse() <= std::size_t(kCount) * (32 + 60 + 9) + 1000,
             qPrintable(QString::number(tree->memoryUse())));
}

QTEST_APPLESS_MAIN(TestFileTree)
#include "tst_filetree.moc"
