// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Weights and rectangles of treemaps against slow, obvious code on random trees.
#include "tree/filetreebuilder.h"
#include "tree/treemap.h"

#include <QRectF>
#include <QTest>

#include <map>
#include <random>

using namespace Refbox;

namespace {

FileTreePtr randomTree(std::mt19937 &random)
{
    FileTreeBuilder builder;
    std::vector<FileTreeBuilder::Handle> folders;
    std::vector<FileTreeBuilder::Handle> files;
    for (const char *name : {"baby", "refbox", "vsbox01", "zoo"})
        folders.push_back(builder.addDirectory(FileTreeBuilder::root(), name, {}));
    for (int i = 0; i < 150; ++i) {
        const auto folder = folders[random() % folders.size()];
        const std::string name = "n" + std::to_string(random() % 1'000'000) + "-" + std::to_string(i);
        const auto what = random() % 6;
        if (what == 0)
            folders.push_back(builder.addDirectory(folder, name, {}));
        else if (what == 1)
            builder.addSymlink(folder, name, {}, "/n1");
        else if (what == 2 && !files.empty())
            builder.addHardLink(folder, name, files[random() % files.size()]);
        else
            files.push_back(builder.addInlineFile(
                folder, name, {}, std::string(1 + random() % (random() % 4 == 0 ? 5000 : 60), 'x')));
    }
    return builder.build();
}

std::vector<NodeId> sidesOf(const FileTree &tree)
{
    return {tree.find("/vsbox01"), tree.find("/refbox"), tree.find("/zoo")};
}

// Where an inode counts.
NodeId slowHome(const FileTree &tree, InodeId inode, NodeId top, NodeId preferred)
{
    for (const bool inPreferred : {true, false}) {
        for (NodeId node = top; node < tree.subtreeEnd(top); ++node) {
            const bool fits = !inPreferred || (preferred != kNoId && tree.isInside(preferred, top) &&
                                               tree.isInside(node, preferred));
            if (tree.inodeOf(node) == inode && fits)
                return node;
        }
    }
    return kNoId;
}

bool slowIsShared(const FileTree &tree, NodeId node, const std::vector<NodeId> &sides)
{
    for (const NodeId other : tree.names(tree.inodeOf(node))) {
        bool together = other == node;
        for (const NodeId side : sides)
            together = together || (tree.isInside(node, side) && tree.isInside(other, side));
        if (!together)
            return true;
    }
    return false;
}

// As the paper has it, for the content of one folder.
std::vector<QRectF> slowSquarify(std::vector<double> areas, QRectF free)
{
    std::vector<QRectF> rects;
    const auto worst = [](const std::vector<double> &row, double side) {
        double sum = 0;
        for (const double area : row)
            sum += area;
        double most = 0;
        for (const double area : row) {
            const double ratio = side * side * area / (sum * sum);
            most = std::max({most, ratio, 1 / ratio});
        }
        return most;
    };
    while (!areas.empty()) {
        const double side = std::min(free.width(), free.height());
        std::vector<double> row{areas.front()};
        while (row.size() < areas.size()) {
            std::vector<double> longer(row);
            longer.push_back(areas[row.size()]);
            if (worst(longer, side) > worst(row, side))
                break;
            row = longer;
        }
        double sum = 0;
        for (const double area : row)
            sum += area;
        const double thick = sum / side;
        double at = 0;
        for (const double area : row) {
            rects.push_back(free.width() >= free.height()
                                ? QRectF(free.x(), free.y() + at, thick, area / thick)
                                : QRectF(free.x() + at, free.y(), area / thick, thick));
            at += area / thick;
        }
        if (free.width() >= free.height())
            free.setLeft(free.left() + thick);
        else
            free.setTop(free.top() + thick);
        areas.erase(areas.begin(), areas.begin() + static_cast<std::ptrdiff_t>(row.size()));
    }
    return rects;
}

QRectF rectOf(const TreemapItem &item)
{
    return {item.x, item.y, item.width, item.height};
}

} // namespace

class TestTreemap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weightsAreTrue()
    {
        std::mt19937 random(1);
        for (int round = 0; round < 40; ++round) {
            const FileTreePtr tree = randomTree(random);
            const auto sides = round % 4 == 0 ? std::vector<NodeId>() : sidesOf(*tree);
            const NodeId preferred = round % 3 == 0 ? kNoId : tree->find("/refbox");
            for (const NodeId top : {FileTree::root(), tree->find("/refbox"), tree->find("/vsbox01")}) {
                const SubtreeWeights weights = weigh(*tree, top, sides, preferred);
                for (NodeId node = top; node < tree->subtreeEnd(top); ++node) {
                    SubtreeWeights::Weight wanted;
                    for (NodeId n = node; n < tree->subtreeEnd(node); ++n) {
                        const Inode &inode = tree->inodeAt(n);
                        if (!inode.isRegular() || slowHome(*tree, tree->inodeOf(n), top, preferred) != n)
                            continue;
                        wanted.bytes += inode.size;
                        wanted.sharedBytes += slowIsShared(*tree, n, sides) ? inode.size : 0;
                        ++wanted.files;
                    }
                    QCOMPARE(weights.of(node).bytes, wanted.bytes);
                    QCOMPARE(weights.of(node).sharedBytes, wanted.sharedBytes);
                    QCOMPARE(weights.of(node).files, wanted.files);
                }
            }
        }
    }

    void rectanglesAreThoseOfThePaper()
    {
        std::mt19937 random(2);
        for (int round = 0; round < 40; ++round) {
            const FileTreePtr tree = randomTree(random);
            const SubtreeWeights weights =
                weigh(*tree, FileTree::root(), sidesOf(*tree), tree->find("/refbox"));
            TreemapOptions options;
            options.width = 200 + random() % 800;
            options.height = 150 + random() % 600;
            options.leastArea = round % 2 == 0 ? 0.001 : 30;
            const Treemap map = layOutTreemap(*tree, weights, options);
            QVERIFY(map.items().size() > 20);
            for (std::size_t i = 0; i < map.items().size(); ++i)
                compareContent(*tree, weights, options, map.items(), i);
        }
    }

    void pointsHitTheInnermost()
    {
        std::mt19937 random(3);
        const FileTreePtr tree = randomTree(random);
        const SubtreeWeights weights = weigh(*tree, FileTree::root(), {}, kNoId);
        const Treemap map = layOutTreemap(*tree, weights, {.width = 640, .height = 480});
        for (int i = 0; i < 5000; ++i) {
            const double x = random() % 7000 / 10.0;
            const double y = random() % 5000 / 10.0;
            std::size_t wanted = Treemap::kNone;
            for (std::size_t item = 0; item < map.items().size(); ++item) {
                if (map.items()[item].contains(x, y))
                    wanted = item;
            }
            QCOMPARE(map.itemAt(x, y), wanted);
        }
        for (NodeId node = 0; node < tree->nodeCount(); ++node) {
            std::size_t wanted = Treemap::kNone;
            for (std::size_t item = 0; item < map.items().size(); ++item) {
                if (tree->isInside(node, map.items()[item].node))
                    wanted = item;
            }
            QCOMPARE(map.itemOf(*tree, node), wanted);
        }
    }

    void emptyAndDeepTreesAreFine()
    {
        FileTreeBuilder empty;
        empty.addInlineFile(empty.addDirectory(0, "a", {}), "none", {}, "");
        const FileTreePtr nothing = empty.build();
        QVERIFY(layOutTreemap(*nothing, weigh(*nothing, 0, {}, kNoId), {.width = 100, .height = 100})
                    .items()
                    .empty());
        FileTreeBuilder deep;
        FileTreeBuilder::Handle at = FileTreeBuilder::root();
        for (int i = 0; i < 100'000; ++i)
            at = deep.addDirectory(at, "d", {});
        deep.addInlineFile(at, "bottom", {}, "bytes");
        const FileTreePtr well = deep.build();
        const SubtreeWeights weights = weigh(*well, 0, {}, kNoId);
        QCOMPARE(weights.of(0).bytes, std::uint64_t{5});
        QVERIFY(!layOutTreemap(*well, weights, {.width = 1e4, .height = 1e4}).items().empty());
        QVERIFY(layOutTreemap(*well, weights, {.width = 0, .height = 10}).items().empty());
        Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(
            Cancelled, layOutTreemap(*well, weights, {.width = 9, .height = 9, .progress = &progress}));
    }

private:
    // What is directly inside item i: all that is large enough, in the paper's rectangles.
    static void compareContent(const FileTree &tree, const SubtreeWeights &weights,
                               const TreemapOptions &options, std::span<const TreemapItem> items,
                               std::size_t i)
    {
        const TreemapItem &folder = items[i];
        QRectF inside = rectOf(folder);
        const double gap = std::min(folder.width, folder.height) >= 8 ? options.gap : 0;
        inside.adjust(gap, folder.hasHeader ? options.header : gap, -gap, -gap);
        const double scale =
            inside.width() * inside.height() / static_cast<double>(weights.of(folder.node).bytes);
        std::vector<std::pair<double, NodeId>> wanted;
        for (const NodeId child : tree.children(folder.node)) {
            const double area = scale * static_cast<double>(weights.of(child).bytes);
            if (area >= options.leastArea * (1 - 1e-9) && area > 0)
                wanted.emplace_back(-area, child);
        }
        std::sort(wanted.begin(), wanted.end());
        QCOMPARE(folder.isOpen, !wanted.empty());
        std::vector<double> areas;
        for (const auto &[area, node] : wanted)
            areas.push_back(-area);
        const std::vector<QRectF> rects = slowSquarify(areas, inside);
        std::size_t at = 0;
        for (std::size_t child = i + 1; child < folder.end; child = items[child].end, ++at) {
            QVERIFY(at < wanted.size());
            QCOMPARE(items[child].node, wanted[at].second);
            QCOMPARE(items[child].depth, folder.depth + 1);
            const QRectF is = rectOf(items[child]);
            const double apart = std::abs(is.x() - rects[at].x()) + std::abs(is.y() - rects[at].y()) +
                                 std::abs(is.width() - rects[at].width()) +
                                 std::abs(is.height() - rects[at].height());
            QVERIFY2(apart < 0.01, qPrintable(QString::number(apart)));
            QVERIFY(rectOf(folder).adjusted(-0.01, -0.01, 0.01, 0.01).contains(is));
        }
        QCOMPARE(at, wanted.size());
    }
};

QTEST_GUILESS_MAIN(TestTreemap)
#include "tst_treemap.moc"
