// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rows, ribbons and filters of the link map against slow, obvious code on random trees.
#include "tree/filetreebuilder.h"
#include "tree/foldedtree.h"
#include "tree/linkfilter.h"
#include "tree/ribbons.h"
#include "tree/sides.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace Refbox;

namespace {

FileTreePtr randomTree(std::mt19937 &random)
{
    FileTreeBuilder builder;
    std::vector<FileTreeBuilder::Handle> folders;
    std::vector<FileTreeBuilder::Handle> files;
    for (const char *name : {"refbox", "vsbox01", "vsbox02", "vsbox03"})
        folders.push_back(builder.addDirectory(FileTreeBuilder::root(), name, {}));
    static const char *const kComponents[] = {"", "base", "tools"};
    for (int i = 0; i < 200; ++i) {
        const auto folder = folders[random() % folders.size()];
        const std::string name = (random() % 2 == 0 ? "n" : "N") + std::to_string(i);
        switch (random() % 5) {
        case 0:
            folders.push_back(builder.addDirectory(folder, name, {}));
            break;
        case 1: {
            Metadata metadata;
            metadata.origin = builder.intern(kComponents[random() % 3]);
            files.push_back(builder.addInlineFile(folder, name, metadata, std::string(random() % 50, 'x')));
            break;
        }
        case 2:
            builder.addSymlink(folder, name, {}, "/N" + std::to_string(random() % 40));
            break;
        default:
            if (!files.empty())
                builder.addHardLink(folder, name, files[random() % files.size()]);
        }
    }
    return builder.build();
}

// Folds at random, as a user would, and now and then a filter.
void foldAtRandom(FoldedTree &tree, std::mt19937 &random)
{
    for (int i = 0; i < 20; ++i) {
        const NodeId node = tree.roots()[random() % tree.roots().size()];
        const NodeId inside = node + static_cast<NodeId>(random() % (tree.tree().subtreeEnd(node) - node));
        tree.setUnfolded(inside, random() % 3 != 0);
    }
}

// --- the slow reference ---

void slowRows(const FoldedTree &tree, NodeId node, std::uint32_t depth, std::vector<FoldedTree::Row> &rows)
{
    if (!tree.isShown(node))
        return;
    rows.push_back({node, depth});
    for (const NodeId child : tree.tree().children(node)) {
        if (tree.isUnfolded(node))
            slowRows(tree, child, depth + 1, rows);
    }
}

// Climbs from a node to the first name that has a row, if all names on the way are shown.
std::uint32_t slowRowOf(const FoldedTree &tree, NodeId node)
{
    for (NodeId at = node; at != kNoId; at = tree.tree().parent(at)) {
        for (std::size_t row = 0; row < tree.rows().size(); ++row) {
            if (tree.rows()[row].node == at)
                return at == node || !tree.isUnfolded(at) ? static_cast<std::uint32_t>(row) : Ribbon::kNoRow;
        }
    }
    return Ribbon::kNoRow;
}

std::vector<Ribbon> slowRibbons(const LinkMap &map, std::span<const Link> links, const FoldedTree &left,
                                const FoldedTree &right)
{
    std::map<std::tuple<std::uint32_t, std::uint32_t, Link::Manner>, Ribbon> ribbons;
    std::set<std::pair<NodeId, InodeId>> counted;
    for (const Link &link : links) {
        const NodeId file = link.manner == Link::Manner::Private ? link.from : link.target;
        std::uint64_t bytes = 0;
        if (file != kNoId && map.tree().inodeAt(file).isRegular() &&
            counted.insert({map.vserverOf(link.from), map.tree().inodeOf(file)}).second)
            bytes = map.tree().inodeAt(file).size;
        const std::uint32_t from = slowRowOf(left, link.from);
        const std::uint32_t to = link.target == kNoId ? Ribbon::kNoRow : slowRowOf(right, link.target);
        if (from == Ribbon::kNoRow)
            continue;
        Ribbon &ribbon = ribbons[{from, to, link.manner}];
        ribbon = {ribbon.bytes + bytes, from, to, ribbon.links + 1, link.manner};
    }
    std::vector<Ribbon> list;
    for (const auto &[key, ribbon] : ribbons)
        list.push_back(ribbon);
    return list;
}

} // namespace

class TestRibbons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAndRibbonsAreRight()
    {
        std::size_t compared = 0;
        for (std::uint32_t seed = 0; seed < 60; ++seed) {
            std::mt19937 random(seed);
            const FileTreePtr tree = randomTree(random);
            const Sides sides = guessSides(*tree);
            const LinkMap map = buildLinkMap(*tree, sides.vservers, sides.refbox);
            FoldedTree left(*tree, sides.vservers);
            FoldedTree right(*tree, {sides.refbox});
            for (int round = 0; round < 6; ++round) {
                LinkFilter filter;
                if (round % 2 == 1) {
                    filter.manners = random() % 32;
                    filter.name = random() % 2 == 0 ? "N1" : "";
                }
                RibbonMap ribbons =
                    filter.isOff() ? RibbonMap(map) : RibbonMap(map, filterLinks(map, filter));
                const auto shown =
                    filter.isOff() ? std::vector<bool>() : namesOfLinks(*tree, ribbons.links());
                for (FoldedTree *side : {&left, &right}) {
                    foldAtRandom(*side, random);
                    side->setShown(shown);
                    foldAtRandom(*side, random);
                    std::vector<FoldedTree::Row> rows;
                    for (const NodeId root : side->roots())
                        slowRows(*side, root, 0, rows);
                    QVERIFY(std::equal(rows.begin(), rows.end(), side->rows().begin(), side->rows().end()));
                    for (NodeId node = 0; node < tree->nodeCount(); ++node) {
                        const std::size_t row = side->rowOf(node);
                        if (side->isShown(node))
                            QCOMPARE(row == FoldedTree::kNoRow ? Ribbon::kNoRow
                                                               : static_cast<std::uint32_t>(row),
                                     slowRowOf(*side, node));
                    }
                }
                ribbons.aggregate(left, right);
                const auto expected = slowRibbons(map, ribbons.links(), left, right);
                const auto got = ribbons.ribbons();
                QVERIFY(std::equal(expected.begin(), expected.end(), got.begin(), got.end()));
                compared += expected.size();
                checkIndexes(ribbons, right);
            }
        }
        QVERIFY(compared > 1000);
    }

    // Fold by fold, with and without filters, as if all were merged anew each time.
    void oneFoldAfterTheOther()
    {
        std::size_t changes = 0;
        for (std::uint32_t seed = 200; seed < 260; ++seed) {
            std::mt19937 random(seed);
            const FileTreePtr tree = randomTree(random);
            const Sides sides = guessSides(*tree);
            const LinkMap map = buildLinkMap(*tree, sides.vservers, sides.refbox);
            LinkFilter filter;
            if (seed % 3 == 0)
                filter.name = "N1";
            RibbonMap ribbons = filter.isOff() ? RibbonMap(map) : RibbonMap(map, filterLinks(map, filter));
            FoldedTree left(*tree, sides.vservers);
            FoldedTree right(*tree, {sides.refbox});
            for (FoldedTree *side : {&left, &right}) {
                if (!filter.isOff() || (seed % 5 == 0 && side == &left))
                    side->setShown(namesOfLinks(*tree, ribbons.links()));
                foldAtRandom(*side, random);
            }
            ribbons.aggregate(left, right);
            RibbonMap anew = ribbons;
            for (int i = 0; i < 60; ++i) {
                FoldedTree &side = random() % 2 == 0 ? left : right;
                if (side.rows().empty())
                    continue;
                // Mostly a row in sight, now and then a folder within a folded one.
                const auto node = random() % 8 == 0
                                      ? side.roots().front() + static_cast<NodeId>(random() % 20)
                                      : side.rows()[random() % side.rows().size()].node;
                const auto change = side.setUnfolded(node, !side.isUnfolded(node));
                if (&side == &left)
                    ribbons.leftChanged(left, right, change);
                else
                    ribbons.rightChanged(left, right, change);
                anew.aggregate(left, right);
                QVERIFY(std::ranges::equal(ribbons.ribbons(), anew.ribbons()));
                QCOMPARE(ribbons.mostBytes(), anew.mostBytes());
                checkIndexes(ribbons, right);
                changes += change.rows != 0 ? 1 : 0;
            }
        }
        QVERIFY(changes > 1000);
    }

    void changesTellTheirRows()
    {
        std::mt19937 random(7);
        const FileTreePtr tree = randomTree(random);
        FoldedTree folded(*tree, {FileTree::root()});
        for (int i = 0; i < 300; ++i) {
            const auto before = std::vector(folded.rows().begin(), folded.rows().end());
            const auto node = static_cast<NodeId>(random() % tree->nodeCount());
            const FoldedTree::Change change = folded.setUnfolded(node, random() % 2 == 0);
            QCOMPARE(static_cast<std::ptrdiff_t>(folded.rows().size()),
                     static_cast<std::ptrdiff_t>(before.size()) + change.rows);
            if (change.rows != 0)
                QCOMPARE(folded.rows()[change.row].node, node);
        }
        folded.foldAll();
        QCOMPARE(folded.rows().size(), std::size_t{1});
        const NodeId deep = tree->nodeCount() - 1;
        folded.reveal(deep);
        QVERIFY(folded.isVisible(deep));
        folded.foldAll();
        folded.unfoldWhileBelow(30);
        QVERIFY(folded.rows().size() > 1 && folded.rows().size() <= 30);
        folded.unfoldAll();
        QCOMPARE(folded.rows().size(), std::size_t{tree->nodeCount()});
    }

    void filtersKeepWhatFits()
    {
        std::size_t kept = 0;
        for (std::uint32_t seed = 100; seed < 130; ++seed) {
            std::mt19937 random(seed);
            const FileTreePtr tree = randomTree(random);
            const Sides sides = guessSides(*tree);
            const LinkMap map = buildLinkMap(*tree, sides.vservers, sides.refbox);
            LinkFilter filter;
            filter.component = "base";
            filter.name = "n1";
            filter.from = sides.vservers.front();
            filter.manners = LinkFilter::bit(Link::Manner::Hard) | LinkFilter::bit(Link::Manner::Private);
            std::vector<Link> expected;
            for (const Link &link : map.links()) {
                const NodeId file = link.target != kNoId ? link.target : link.from;
                const auto hasName = [&](NodeId node) {
                    return node != kNoId && QString::fromStdString(std::string(tree->name(node)))
                                                .contains(QStringLiteral("n1"), Qt::CaseInsensitive);
                };
                if ((link.manner == Link::Manner::Hard || link.manner == Link::Manner::Private) &&
                    tree->origin(tree->inodeOf(file)) == "base" && tree->isInside(link.from, filter.from) &&
                    (hasName(link.from) || hasName(link.target)))
                    expected.push_back(link);
            }
            QCOMPARE(filterLinks(map, filter), expected);
            kept += expected.size();

            LinkFilter byNode;
            const NodeId node = sides.refbox + 1;
            byNode.nodes = std::vector<NodeId>{node};
            LinkFilter byTarget;
            byTarget.target = node;
            for (const Link &link : filterLinks(map, byTarget))
                QVERIFY(tree->isInside(link.target, node));
            QCOMPARE(filterLinks(map, byTarget).size(), map.usersOf(node).size());
            QVERIFY(filterLinks(map, byNode).size() >= map.usersOf(node).size());
        }
        QVERIFY(kept > 10);
    }

    void sidesAreProposed()
    {
        FileTreeBuilder builder;
        const auto folder = [&](FileTreeBuilder::Handle parent, const char *name) {
            return builder.addDirectory(parent, name, {});
        };
        const auto usr = folder(FileTreeBuilder::root(), "usr");
        const auto bin = folder(usr, "bin");
        const auto core = folder(folder(usr, "lib"), "core");
        const auto doc = folder(usr, "doc");
        for (const char *name : {"a", "b", "c"})
            builder.addHardLink(core, name, builder.addInlineFile(bin, name, {}, name));
        builder.addHardLink(doc, "a", builder.find("/usr/bin/a"));
        builder.addHardLink(bin, "again", builder.find("/usr/bin/a"));
        builder.addInlineFile(core, "more", {}, "m");
        const FileTreePtr tree = builder.build();
        const Sides sides = proposeSides(*tree);
        QCOMPARE(tree->path(sides.refbox), std::string("/usr/bin"));
        QCOMPARE(sides.vservers.size(), std::size_t{1});
        QCOMPARE(tree->path(sides.vservers.front()), std::string("/usr/lib"));

        FileTreeBuilder alone;
        alone.addHardLink(0, "b", alone.addInlineFile(0, "a", {}, "a"));
        QCOMPARE(proposeSides(*alone.build()), Sides());
    }

    void symbolicLinksAreTheNextBestProposal()
    {
        FileTreeBuilder builder;
        const auto bin = builder.addDirectory(0, "bin", {});
        builder.addInlineFile(bin, "vim", {}, "v");
        const auto etc = builder.addDirectory(builder.addDirectory(0, "etc", {}), "alternatives", {});
        builder.addSymlink(etc, "vi", {}, "/bin/vim");
        builder.addSymlink(etc, "view", {}, "../../bin/vim");
        builder.addSymlink(etc, "up", {}, "..");
        builder.addSymlink(bin, "here", {}, "vim");
        const auto lib = builder.addDirectory(0, "lib", {});
        builder.addSymlink(lib, "vi", {}, "/etc/alternatives/vi");
        const FileTreePtr tree = builder.build();
        QCOMPARE(proposeSides(*tree), (Sides{tree->find("/bin"), {tree->find("/etc")}}));
    }

private:
    static void checkIndexes(const RibbonMap &ribbons, const FoldedTree &right)
    {
        const auto all = ribbons.ribbons();
        std::size_t found = 0;
        std::uint32_t most = 1;
        for (std::size_t row = 0; row < right.rows().size(); ++row) {
            std::uint32_t before = 0;
            std::uint32_t links = 0;
            for (const std::uint32_t place : ribbons.ofRight(row)) {
                QCOMPARE(all[place].right, static_cast<std::uint32_t>(row));
                QVERIFY(all[place].left >= before);
                before = all[place].left;
                links += all[place].links;
                ++found;
            }
            QCOMPARE(ribbons.linksToRight(row), links);
        }
        for (const Ribbon &ribbon : all) {
            most = std::max(most, ribbon.links);
            const auto ofRow = ribbons.ofLeft(ribbon.left, ribbon.left + 1);
            QVERIFY(std::find(ofRow.begin(), ofRow.end(), ribbon) != ofRow.end());
        }
        QCOMPARE(ribbons.mostLinks(), most);
        QCOMPARE(found, static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Ribbon &r) {
                     return r.right != Ribbon::kNoRow;
                 })));
    }
};

QTEST_GUILESS_MAIN(TestRibbons)
#include "tst_ribbons.moc"
