// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/filetreebuilder.h"
#include "tree/namesearch.h"
#include "tree/treesizes.h"

#include <QTest>

#include <random>
#include <set>

using namespace Refbox;

namespace {

// Folders, files and hard links at random.
FileTreePtr randomTree(std::uint32_t seed)
{
    std::mt19937 random(seed);
    FileTreeBuilder builder;
    std::vector<FileTreeBuilder::Handle> folders{FileTreeBuilder::root()};
    std::vector<FileTreeBuilder::Handle> files;
    for (int i = 0; i < 200; ++i) {
        const auto folder = folders[random() % folders.size()];
        const std::string name = "n" + std::to_string(i);
        switch (random() % 4) {
        case 0:
            folders.push_back(builder.addDirectory(folder, name, {}));
            break;
        case 1:
            if (!files.empty()) {
                builder.addHardLink(folder, name, files[random() % files.size()]);
                break;
            }
            [[fallthrough]];
        case 2:
            files.push_back(builder.addInlineFile(folder, name, {}, std::string(random() % 50, 'x')));
            break;
        default:
            builder.addSymlink(folder, name, {}, "somewhere");
        }
    }
    return builder.build();
}

std::uint64_t slowBytes(const FileTree &tree, NodeId folder)
{
    std::set<InodeId> seen;
    std::uint64_t bytes = 0;
    for (NodeId node = folder; node < tree.subtreeEnd(folder); ++node) {
        if (tree.inodeAt(node).isRegular() && seen.insert(tree.inodeOf(node)).second)
            bytes += tree.inodeAt(node).size;
    }
    return bytes;
}

std::vector<NodeId> nodesOf(const FileTree &tree, std::string_view text, std::size_t most = 100)
{
    return findNames(tree, text, most, Progress()).nodes;
}

} // namespace

class TestTreeSizes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hardLinksCountOnceInEachFolder()
    {
        for (std::uint32_t seed = 1; seed <= 50; ++seed) {
            const FileTreePtr tree = randomTree(seed);
            const auto bytes = subtreeBytes(*tree);
            QCOMPARE(bytes.size(), std::size_t{tree->nodeCount()});
            for (NodeId node = 0; node < tree->nodeCount(); ++node)
                QCOMPARE(bytes[node], slowBytes(*tree, node));
        }
    }

    void anEmptyTreeHoldsNothing()
    {
        QCOMPARE(subtreeBytes(*FileTreeBuilder().build()), std::vector<std::uint64_t>{0});
    }

    void namesAreFoundInEitherCase()
    {
        FileTreeBuilder builder;
        const auto bin = builder.addDirectory(FileTreeBuilder::root(), "bin", {});
        builder.addInlineFile(bin, "BusyBox", {}, "x");
        builder.addInlineFile(bin, "busy\xff", {}, "x");
        builder.addInlineFile(FileTreeBuilder::root(), "other", {}, "x");
        const FileTreePtr tree = builder.build();
        QCOMPARE(nodesOf(*tree, "busy"),
                 (std::vector<NodeId>{tree->find("/bin/BusyBox"), tree->find("/bin/busy\xff")}));
        QCOMPARE(nodesOf(*tree, "\xff"), std::vector<NodeId>{tree->find("/bin/busy\xff")});
        QCOMPARE(nodesOf(*tree, "BIN/b").size(), std::size_t{2});
        QVERIFY(nodesOf(*tree, "").empty());
        QVERIFY(nodesOf(*tree, "absent").empty());
    }

    void moreThanAreListedAreCounted()
    {
        const FileTreePtr tree = randomTree(7);
        const FoundNames found = findNames(*tree, "n", 10, Progress());
        QCOMPARE(found.nodes.size(), std::size_t{10});
        QCOMPARE(found.total, std::uint64_t{tree->nodeCount() - 1});
        QVERIFY(std::is_sorted(found.nodes.begin(), found.nodes.end()));
    }

    void aSearchCanBeCancelled()
    {
        FileTreeBuilder builder;
        for (int i = 0; i < 70'000; ++i)
            builder.addDirectory(FileTreeBuilder::root(), std::to_string(i), {});
        Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(Cancelled, findNames(*builder.build(), "1", 10, progress));
    }
};

QTEST_APPLESS_MAIN(TestTreeSizes)
#include "tst_treesizes.moc"
