// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/layers.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>
#include <set>

using namespace Refbox;

namespace {

using Arcs = std::vector<Arc>;

Arcs randomArcs(std::mt19937 &random, std::uint32_t nodes, std::size_t count, bool acyclic)
{
    std::set<Arc> arcs;
    std::uniform_int_distribution<std::uint32_t> any(0, nodes - 1);
    for (std::size_t i = 0; i < count; ++i) {
        Arc arc{any(random), any(random)};
        if (acyclic && arc.first > arc.second)
            std::swap(arc.first, arc.second);
        if (!acyclic || arc.first != arc.second)
            arcs.insert(arc);
    }
    return {arcs.begin(), arcs.end()};
}

// --- the slow references ---

std::vector<std::vector<bool>> reach(std::uint32_t nodes, const Arcs &arcs)
{
    std::vector<std::vector<bool>> can(nodes, std::vector<bool>(nodes));
    for (const auto &[from, to] : arcs)
        can[from][to] = true;
    for (std::uint32_t k = 0; k < nodes; ++k) {
        for (std::uint32_t i = 0; i < nodes; ++i) {
            for (std::uint32_t j = 0; j < nodes; ++j)
                can[i][j] = can[i][j] || (can[i][k] && can[k][j]);
        }
    }
    return can;
}

// Every pair of lines between two neighbouring layers.
std::uint64_t slowCrossings(const LayeredGraph &graph, const Arcs &arcs)
{
    const LayerPlaces places(graph);
    std::set<std::array<std::uint32_t, 3>> lines; // layer, place above, place below
    for (const Arc &arc : arcs) {
        if (graph.layerOf[arc.first] >= graph.layerOf[arc.second])
            continue;
        const auto way = places.wayOf(arc);
        for (std::size_t i = 0; i + 1 < way.size(); ++i)
            lines.insert({way[i].layer, way[i].place, way[i + 1].place});
    }
    std::uint64_t count = 0;
    for (const auto &a : lines) {
        for (const auto &b : lines)
            count += a[0] == b[0] && a[1] < b[1] && a[2] > b[2] ? 1 : 0;
    }
    return count;
}

} // namespace

class TestLayers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallGraphs()
    {
        QVERIFY(layOutLayers(0, {}).layers.empty());
        QCOMPARE(layOutLayers(1, {}).layers.size(), std::size_t(1));
        // A diamond with a short cut: 0 → 1 → 2 → 3, 0 → 3.
        const Arcs arcs{{0, 1}, {0, 3}, {1, 2}, {2, 3}};
        const LayeredGraph graph = layOutLayers(4, arcs);
        QCOMPARE(graph.layerOf, (std::vector<std::uint32_t>{0, 1, 2, 3}));
        const auto way = LayerPlaces(graph).wayOf({0, 3});
        QCOMPARE(way.size(), std::size_t(4));
        QVERIFY(graph.layers[1][way[1].place].bend && graph.layers[2][way[2].place].bend);
        QCOMPARE(graph.layers[1][way[1].place].node, 3U);
    }

    void cyclesShareALayer()
    {
        const Arcs arcs{{0, 1}, {1, 2}, {2, 1}, {2, 3}, {3, 3}};
        QCOMPARE(longestPathLayers(4, arcs), (std::vector<std::uint32_t>{0, 1, 1, 2}));
    }

    void linesToOneNodeJoin()
    {
        // Five programs above, all of which need 6 by itself, too.
        Arcs arcs;
        for (std::uint32_t i = 0; i < 5; ++i) {
            arcs.emplace_back(i, 5);
            arcs.emplace_back(i, 7);
        }
        arcs.emplace_back(5, 6);
        arcs.emplace_back(6, 7);
        std::sort(arcs.begin(), arcs.end());
        const LayeredGraph graph = layOutLayers(8, arcs);
        QCOMPARE(std::count_if(graph.layers[1].begin(), graph.layers[1].end(),
                               [](const LayerSlot &slot) { return slot.bend; }),
                 1);
        QCOMPARE(crossings(graph, arcs), slowCrossings(graph, arcs));
    }

    void untanglesWhatCanBe()
    {
        // Pairs that are given crosswise.
        Arcs arcs;
        for (std::uint32_t i = 0; i < 8; ++i)
            arcs.emplace_back(i, 15 - i);
        QCOMPARE(crossings(layOutLayers(16, arcs), arcs), 0U);
    }

    void agreeWithTheSlowReference_data()
    {
        QTest::addColumn<bool>("acyclic");
        QTest::newRow("acyclic") << true;
        QTest::newRow("cyclic") << false;
    }

    void agreeWithTheSlowReference()
    {
        QFETCH(bool, acyclic);
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            const auto nodes = static_cast<std::uint32_t>(1 + random() % 24);
            const Arcs arcs = randomArcs(random, nodes, random() % 50, acyclic);
            checkLayers(nodes, arcs);
            for (const std::uint32_t widest : {0U, 3U}) {
                const LayeredGraph graph = layOutLayers(nodes, arcs, widest);
                checkPlaces(graph, nodes, arcs, widest);
                QCOMPARE(crossings(graph, arcs), slowCrossings(graph, arcs));
                QVERIFY(layOutLayers(nodes, arcs, widest) == graph);
            }
        }
    }

private:
    // One below the lowest of all that lead there, but for those of the same cycle.
    static void checkLayers(std::uint32_t nodes, const Arcs &arcs)
    {
        const auto layers = longestPathLayers(nodes, arcs);
        const auto can = reach(nodes, arcs);
        for (std::uint32_t a = 0; a < nodes; ++a) {
            std::uint32_t expected = 0;
            for (std::uint32_t b = 0; b < nodes; ++b) {
                const bool together = can[a][b] && can[b][a];
                if (together)
                    QCOMPARE(layers[a], layers[b]);
                else if (can[b][a])
                    expected = std::max(expected, layers[b] + 1);
            }
            QCOMPARE(layers[a], expected);
        }
    }

    static void checkPlaces(const LayeredGraph &graph, std::uint32_t nodes, const Arcs &arcs,
                            std::uint32_t widest)
    {
        const auto can = reach(nodes, arcs);
        std::vector<int> seen(nodes);
        for (std::uint32_t layer = 0; layer < graph.layers.size(); ++layer) {
            std::uint32_t wide = 0;
            for (const LayerSlot &slot : graph.layers[layer]) {
                if (slot.bend)
                    continue;
                ++seen[slot.node];
                ++wide;
                QCOMPARE(graph.layerOf[slot.node], layer);
            }
            QVERIFY(wide > 0 && (widest == 0 || wide <= widest));
        }
        QVERIFY(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
        for (const auto &[from, to] : arcs)
            QVERIFY(can[to][from] || graph.layerOf[from] < graph.layerOf[to]);
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
