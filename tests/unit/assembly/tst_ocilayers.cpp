// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which layers vservers are stacked from: who shares what, and that each stack is the whole vserver.
#include "assembly/ocilayers.h"

#include "checkfixtures.h"
#include "unit/failure.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

Metadata of(TreeMaker &maker, const std::string &component)
{
    Metadata metadata;
    metadata.origin = maker.builder.intern(component);
    return metadata;
}

OciPlan planned(const PlacedTree &placed, std::size_t mostLayers = kMostOciLayers)
{
    const Progress progress;
    return planOciLayers(*placed.tree, placed.places.refbox(), placed.places.vservers(), progress,
                         mostLayers);
}

const OciLayer *layerOf(const OciPlan &plan, const std::string &component, std::uint32_t image)
{
    for (const std::uint32_t number : plan.images[image].layers) {
        if (plan.layers[number].component == component && !plan.layers[number].isOwn)
            return &plan.layers[number];
    }
    return nullptr;
}

std::set<std::string> filesOf(const PlacedTree &placed, const OciLayer &layer)
{
    std::set<std::string> files;
    for (const NodeId node : layer.nodes) {
        if (!placed.tree->inodeAt(node).isDirectory())
            files.insert(placed.tree->path(node));
    }
    return files;
}

// Empty: each stack holds each name of its vserver once, with all folders above it in the same layer, and the
// own layer, on top, holds all folders; of each inode all names are in one layer.
QString wrongStacks(const PlacedTree &placed, const OciPlan &plan, std::size_t mostLayers)
{
    const FileTree &tree = *placed.tree;
    for (const OciImage &image : plan.images) {
        if (image.layers.size() > mostLayers)
            return u"%1 layers"_s.arg(image.layers.size());
        const std::size_t above = tree.path(image.vserver).size();
        std::multiset<std::string> files;
        std::map<InodeId, std::uint32_t> layerOfInode;
        for (const std::uint32_t number : image.layers) {
            const OciLayer &layer = plan.layers[number];
            const std::size_t aboveLayer = tree.path(layer.vserver).size();
            std::set<NodeId> folders{layer.vserver};
            for (const NodeId node : layer.nodes) {
                if (node != layer.vserver && !folders.contains(tree.parent(node)))
                    return u"no folder above "_s + QString::fromStdString(tree.path(node));
                if (tree.inodeAt(node).isDirectory()) {
                    folders.insert(node);
                    continue;
                }
                files.insert(tree.path(node).substr(aboveLayer));
                if (layerOfInode.try_emplace(tree.inodeOf(node), number).first->second != number)
                    return u"in two layers: "_s + QString::fromStdString(tree.path(node));
            }
        }
        const OciLayer &top = plan.layers[image.layers.back()];
        if (!top.isOwn || top.vserver != image.vserver)
            return u"the own layer is not on top"_s;
        for (NodeId node = image.vserver; node < tree.subtreeEnd(image.vserver); ++node) {
            const bool isFolder = tree.inodeAt(node).isDirectory();
            if (isFolder ? !std::ranges::binary_search(top.nodes, node)
                         : files.count(tree.path(node).substr(above)) != 1)
                return u"missing or doubled: "_s + QString::fromStdString(tree.path(node));
            files.erase(isFolder ? std::string() : tree.path(node).substr(above));
        }
        if (!files.empty())
            return u"too much: "_s + QString::fromStdString(*files.begin());
    }
    return {};
}

} // namespace

class TestOciLayers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vserversThatHaveAComponentInOnePlaceShareItsLayer()
    {
        TreeMaker maker;
        maker.file("/refbox/bin/a", "aaaa", of(maker, "base"));
        maker.file("/refbox/opt/gnu/b", "bb", of(maker, "gnu"));
        for (const char *vserver : {"/v1", "/v2"}) {
            maker.hardLink(std::string(vserver) + "/bin/a", "/refbox/bin/a");
            maker.file(std::string(vserver) + "/etc/hostname", vserver);
        }
        maker.hardLink("/v2/bin/b", "/refbox/opt/gnu/b");
        const PlacedTree placed(maker);
        const OciPlan plan = planned(placed);
        QCOMPARE(plan.layers.size(), std::size_t{4}); // base, gnu, and two of their own
        QCOMPARE(layerOf(plan, "base", 0), layerOf(plan, "base", 1));
        QCOMPARE(layerOf(plan, "base", 0)->takers, (std::vector<std::uint32_t>{0, 1}));
        QCOMPARE(filesOf(placed, *layerOf(plan, "base", 0)), std::set<std::string>{"/v1/bin/a"});
        QCOMPARE(layerOf(plan, "gnu", 0), nullptr);
        QCOMPARE(filesOf(placed, plan.layers[plan.images[0].layers.back()]),
                 std::set<std::string>{"/v1/etc/hostname"});
        // What most share is lowest.
        QCOMPARE(plan.layers[plan.images[1].layers.front()].component, std::string("base"));
        QVERIFY(plan.lost.empty());
        QCOMPARE(wrongStacks(placed, plan, kMostOciLayers), QString());
    }

    // The files that both have are shared although one has more of the component.
    void aPartOfAComponentIsSharedToo()
    {
        TreeMaker maker;
        maker.file("/refbox/bin/a", "aaaa", of(maker, "base"));
        maker.file("/refbox/bin/b", "bb", of(maker, "base"));
        maker.hardLink("/v1/bin/a", "/refbox/bin/a");
        maker.hardLink("/v2/bin/a", "/refbox/bin/a");
        maker.hardLink("/v2/bin/b", "/refbox/bin/b");
        const PlacedTree placed(maker);
        const OciPlan plan = planned(placed);
        QCOMPARE(plan.images[0].layers.size(), std::size_t{2});
        QCOMPARE(plan.images[1].layers.size(), std::size_t{3});
        QCOMPARE(plan.images[0].layers[0], plan.images[1].layers[0]);
        QVERIFY(plan.lost.empty());
        QCOMPARE(plan.bytes, std::uint64_t{6});
    }

    void differentPlacesLoseSharing()
    {
        TreeMaker maker;
        maker.file("/refbox/bin/a", "aaaa", of(maker, "base"));
        maker.file("/refbox/bin/b", "bb", of(maker, "base"));
        for (const char *place : {"/v1/bin", "/v2/usr", "/v3/usr"}) {
            maker.hardLink(std::string(place) + "/a", "/refbox/bin/a");
            maker.hardLink(std::string(place) + "/b", "/refbox/bin/b");
        }
        maker.hardLink("/v3/usr/again", "/refbox/bin/b"); // another set of names
        const PlacedTree placed(maker);
        const OciPlan plan = planned(placed);
        QCOMPARE(plan.lost.size(), std::size_t{1});
        QCOMPARE(plan.lost[0], (LostSharing{"base", 3, 2, 4 + 2 * 2}));
        QVERIFY(lostSharingText(plan.lost[0]).find("base") != std::string::npos);
        QCOMPARE(wrongStacks(placed, plan, kMostOciLayers), QString());
    }

    void copiesAndSymbolicLinksAreTheVServersOwn()
    {
        TreeMaker maker;
        maker.file("/refbox/bin/a", "aaaa", of(maker, "base"));
        maker.file("/v1/bin/a", "aaaa", of(maker, "base"));
        maker.link("/v1/bin/b", "../refbox/bin/a");
        const PlacedTree placed(maker);
        const OciPlan plan = planned(placed);
        QCOMPARE(plan.layers.size(), std::size_t{1});
        QVERIFY(plan.layers[0].isOwn);
    }

    // As in an image that somebody else made.
    void withoutComponentsFoldersOfTheRefboxAreLayers()
    {
        TreeMaker maker;
        maker.file("/refbox/bin/a", "aaaa");
        maker.file("/refbox/opt/gnu/bash/bin/bash", "bb");
        maker.hardLink("/v1/bin/a", "/refbox/bin/a");
        maker.hardLink("/v1/bin/bash", "/refbox/opt/gnu/bash/bin/bash");
        const PlacedTree placed(maker);
        const OciPlan plan = planned(placed);
        QVERIFY(layerOf(plan, "refbox", 0) != nullptr);
        QVERIFY(layerOf(plan, "opt/gnu/bash", 0) != nullptr);
    }

    void withoutARefboxVServersShareAmongEachOther()
    {
        TreeMaker maker;
        maker.file("/v1/bin/a", "aaaa");
        maker.hardLink("/v2/bin/a", "/v1/bin/a");
        const PlacedTree placed(maker);
        const OciPlan plan = planned(placed);
        QCOMPARE(plan.images[0].layers[0], plan.images[1].layers[0]);
        QCOMPARE(plan.bytes, std::uint64_t{4});
    }

    void namesOfWhiteoutsAreRefused()
    {
        TreeMaker maker;
        maker.file("/v1/deep/.wh.gone", "x");
        const PlacedTree placed(maker);
        const QString said = failureOf([&] { planned(placed); });
        QVERIFY2(said.contains(u"/v1/deep/.wh.gone"_s), qPrintable(said));
        TreeMaker outside;
        outside.file("/refbox/.wh.gone", "x"); // which no vserver has
        outside.file("/v1/.whole", "x");
        const PlacedTree harmless(outside);
        QCOMPARE(failureOf([&] { planned(harmless); }), QString());
    }

    // The smallest are merged: first those that the same vservers take, which costs nothing.
    void tooManyComponentsAreMerged()
    {
        TreeMaker maker;
        for (int i = 0; i < 200; ++i) {
            const std::string name = "c" + std::to_string(i);
            maker.file("/refbox/" + name, std::string(static_cast<std::size_t>(i) + 1, 'x'), of(maker, name));
            maker.hardLink("/v1/" + name, "/refbox/" + name);
            maker.hardLink("/v2/" + name, "/refbox/" + name);
        }
        const PlacedTree placed(maker);
        const OciPlan plan = planned(placed);
        QCOMPARE(plan.images[0].layers.size(), kMostOciLayers);
        QCOMPARE(wrongStacks(placed, plan, kMostOciLayers), QString());
        QVERIFY(plan.lost.empty());
        QVERIFY(layerOf(plan, "c199", 0) != nullptr); // the largest stands alone
    }

    void randomTreesAreStackedWhole()
    {
        for (std::uint32_t seed = 0; seed < 40; ++seed) {
            std::mt19937 random(seed);
            const auto below = [&random](std::uint32_t bound) { return random() % bound; };
            TreeMaker maker;
            for (std::uint32_t i = 0; i < 60; ++i)
                maker.file("/refbox/d" + std::to_string(below(4)) + "/f" + std::to_string(i),
                           std::string(below(50), 'x'), of(maker, "c" + std::to_string(below(9))));
            for (std::uint32_t vserver = 1; vserver <= 5; ++vserver) {
                const std::string top = "/v" + std::to_string(vserver);
                maker.folder(top + "/empty");
                for (std::uint32_t i = 0; i < 40; ++i) {
                    std::string source;
                    for (std::uint32_t d = 0; d < 4; ++d) {
                        const std::string path = "/refbox/d" + std::to_string(d) + "/f" + std::to_string(i);
                        if (maker.builder.find(path) != FileTreeBuilder::kNone)
                            source = path;
                    }
                    const std::string file = "/f" + std::to_string(i);
                    if (below(4) == 0)
                        maker.file(top + file, "own");
                    else
                        maker.hardLink(top + (below(3) == 0 ? "/other" : "/usual") + file, source);
                    if (below(6) == 0)
                        maker.hardLink(top + "/again" + file, source);
                }
            }
            const PlacedTree placed(maker);
            for (const std::size_t most : {std::size_t{2}, std::size_t{3}, std::size_t{7}, kMostOciLayers}) {
                const OciPlan plan = planned(placed, most);
                QVERIFY2(
                    wrongStacks(placed, plan, most).isEmpty(),
                    qPrintable(u"seed %1, %2: "_s.arg(seed).arg(most) + wrongStacks(placed, plan, most)));
                QCOMPARE(planned(placed, most).layers, plan.layers);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestOciLayers)
#include "tst_ocilayers.moc"
