// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/layers.h"

#include <algorithm>
#include <map>
#include <set>

namespace Refbox {

namespace {

using Number = std::uint32_t;
constexpr Number kNone = 0xFFFFFFFF;
constexpr int kSweeps = 12;

std::vector<std::vector<Number>> successors(Number nodeCount, std::span<const Arc> arcs)
{
    std::vector<std::vector<Number>> next(nodeCount);
    for (const auto &[from, to] : arcs) {
        if (from != to)
            next[from].push_back(to);
    }
    return next;
}

// Tarjan's strongly connected components, without recursion: components are numbered so that arcs between
// them lead from a higher number to a lower one.
class Components
{
public:
    explicit Components(const std::vector<std::vector<Number>> &next)
        : m_next(next)
        , m_index(next.size(), kNone)
        , m_low(next.size())
        , component(next.size(), kNone)
    {
        for (Number node = 0; node < next.size(); ++node) {
            if (m_index[node] == kNone)
                walk(node);
        }
    }

private:
    const std::vector<std::vector<Number>> &m_next;
    std::vector<Number> m_index;
    std::vector<Number> m_low;
    std::vector<Number> m_open;
    Number m_count = 0;

    struct Step
    {
        Number node;
        std::size_t at;
    };

    void enter(std::vector<Step> &steps, Number node)
    {
        m_index[node] = m_low[node] = m_count++;
        m_open.push_back(node);
        steps.push_back({node, 0});
    }

    void walk(Number start)
    {
        std::vector<Step> steps;
        enter(steps, start);
        while (!steps.empty()) {
            Step &step = steps.back();
            const Number node = step.node;
            if (step.at < m_next[node].size()) {
                const Number to = m_next[node][step.at++];
                if (m_index[to] == kNone)
                    enter(steps, to);
                else if (component[to] == kNone)
                    m_low[node] = std::min(m_low[node], m_index[to]);
                continue;
            }
            steps.pop_back();
            if (!steps.empty())
                m_low[steps.back().node] = std::min(m_low[steps.back().node], m_low[node]);
            if (m_low[node] == m_index[node])
                close(node);
        }
    }

    void close(Number root)
    {
        Number node = kNone;
        do {
            node = m_open.back();
            m_open.pop_back();
            component[node] = count;
        } while (node != root);
        ++count;
    }

public:
    std::vector<Number> component;
    Number count = 0;
};

// The slots of a layered graph by number: nodes first, then bends; and the lines between neighbouring layers.
struct Slots
{
    std::vector<LayerSlot> slots;
    std::vector<std::vector<Number>> layers;
    std::vector<std::vector<Number>> up;
    std::vector<std::vector<Number>> down;
    std::vector<Number> place; // of a slot in its layer

    void renumber()
    {
        for (const auto &layer : layers) {
            for (Number i = 0; i < layer.size(); ++i)
                place[layer[i]] = i;
        }
    }
};

Slots slotsOf(const std::vector<Number> &layerOf, const std::vector<std::vector<Number>> &rows,
              std::span<const Arc> arcs)
{
    Slots all;
    all.layers = rows;
    for (Number node = 0; node < layerOf.size(); ++node)
        all.slots.push_back({node, false});
    std::set<std::pair<Number, Number>> lines;
    std::map<std::pair<Number, Number>, Number> bends; // by target and layer
    for (const auto &[from, to] : arcs) {
        Number at = from;
        for (Number layer = layerOf[from] + 1; layer <= layerOf[to]; ++layer) {
            Number next = to;
            if (layer < layerOf[to]) {
                const auto [bend, isNew] = bends.try_emplace({to, layer}, Number(all.slots.size()));
                next = bend->second;
                if (isNew) {
                    all.slots.push_back({to, true});
                    all.layers[layer].push_back(next);
                }
            }
            lines.emplace(at, next);
            at = next;
        }
    }
    all.up.resize(all.slots.size());
    all.down.resize(all.slots.size());
    all.place.resize(all.slots.size());
    for (const auto &[above, below] : lines) {
        all.up[below].push_back(above);
        all.down[above].push_back(below);
    }
    all.renumber();
    return all;
}

// Pairs of lines that cross between two neighbouring layers: inversions, counted with a Fenwick tree.
std::uint64_t crossingsBelow(const Slots &all, std::size_t layer)
{
    std::vector<Number> ends;
    for (const Number slot : all.layers[layer]) {
        const std::size_t begin = ends.size();
        for (const Number below : all.down[slot])
            ends.push_back(all.place[below]);
        std::sort(ends.begin() + static_cast<std::ptrdiff_t>(begin), ends.end());
    }
    std::vector<Number> counts(all.layers[layer + 1].size() + 1);
    std::uint64_t sum = 0;
    for (std::size_t seen = 0; seen < ends.size(); ++seen) {
        std::uint64_t notRight = 0;
        for (Number i = ends[seen] + 1; i > 0; i &= i - 1)
            notRight += counts[i];
        sum += seen - notRight;
        for (Number i = ends[seen] + 1; i < counts.size(); i += i & -i)
            ++counts[i];
    }
    return sum;
}

std::uint64_t crossingsOf(const Slots &all)
{
    std::uint64_t sum = 0;
    for (std::size_t layer = 0; layer + 1 < all.layers.size(); ++layer)
        sum += crossingsBelow(all, layer);
    return sum;
}

void orderByNeighbours(Slots &all, std::size_t layer, const std::vector<std::vector<Number>> &neighbours)
{
    std::vector<std::pair<double, Number>> keyed;
    for (const Number slot : all.layers[layer]) {
        double sum = 0;
        for (const Number other : neighbours[slot])
            sum += all.place[other];
        const auto count = static_cast<double>(neighbours[slot].size());
        keyed.emplace_back(count > 0 ? sum / count : all.place[slot], slot);
    }
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (Number i = 0; i < keyed.size(); ++i) {
        all.layers[layer][i] = keyed[i].second;
        all.place[keyed[i].second] = i;
    }
}

void reduceCrossings(Slots &all)
{
    auto best = all.layers;
    std::uint64_t fewest = crossingsOf(all);
    for (int sweep = 0; sweep < kSweeps && fewest > 0; ++sweep) {
        const std::size_t count = all.layers.size();
        for (std::size_t i = 1; i < count; ++i) {
            const bool downwards = sweep % 2 == 1;
            orderByNeighbours(all, downwards ? i : count - 1 - i, downwards ? all.up : all.down);
        }
        if (const std::uint64_t now = crossingsOf(all); now < fewest) {
            fewest = now;
            best = all.layers;
        }
    }
    all.layers = std::move(best);
    all.renumber();
}

std::vector<std::vector<Number>> rowsOf(const std::vector<Number> &layerOf)
{
    std::vector<std::vector<Number>> rows;
    for (Number node = 0; node < layerOf.size(); ++node) {
        rows.resize(std::max<std::size_t>(rows.size(), layerOf[node] + 1));
        rows[layerOf[node]].push_back(node);
    }
    return rows;
}

// Cuts the layers that are too wide into rows of about one length, neighbours staying together.
std::vector<Number> splitLayers(const Slots &ordered, Number nodeCount, Number widest)
{
    std::vector<Number> layerOf(nodeCount);
    Number row = 0;
    for (const auto &layer : ordered.layers) {
        std::vector<Number> nodes;
        std::copy_if(layer.begin(), layer.end(), std::back_inserter(nodes),
                     [&](Number slot) { return !ordered.slots[slot].bend; });
        const std::size_t rows = std::max<std::size_t>(1, (nodes.size() + widest - 1) / widest);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            layerOf[nodes[i]] = row + static_cast<Number>(i * rows / nodes.size());
        row += static_cast<Number>(rows);
    }
    return layerOf;
}

} // namespace

std::vector<std::uint32_t> longestPathLayers(std::uint32_t nodeCount, std::span<const Arc> arcs)
{
    const auto next = successors(nodeCount, arcs);
    const Components components(next);
    std::vector<std::vector<Number>> members(components.count);
    for (Number node = 0; node < nodeCount; ++node)
        members[components.component[node]].push_back(node);
    std::vector<Number> layers(components.count);
    for (Number from = components.count; from-- > 0;) {
        for (const Number node : members[from]) {
            for (const Number other : next[node]) {
                if (const Number to = components.component[other]; to != from)
                    layers[to] = std::max(layers[to], layers[from] + 1);
            }
        }
    }
    std::vector<std::uint32_t> layerOf(nodeCount);
    for (Number node = 0; node < nodeCount; ++node)
        layerOf[node] = layers[components.component[node]];
    return layerOf;
}

LayeredGraph layOutLayers(std::uint32_t nodeCount, std::span<const Arc> arcs, std::uint32_t widest)
{
    LayeredGraph result;
    result.layerOf = longestPathLayers(nodeCount, arcs);
    Slots all = slotsOf(result.layerOf, rowsOf(result.layerOf), arcs);
    reduceCrossings(all);
    if (widest > 0) {
        result.layerOf = splitLayers(all, nodeCount, widest);
        all = slotsOf(result.layerOf, rowsOf(result.layerOf), arcs);
        reduceCrossings(all);
    }
    for (const auto &layer : all.layers) {
        auto &slots = result.layers.emplace_back();
        for (const Number slot : layer)
            slots.push_back(all.slots[slot]);
    }
    return result;
}

LayerPlaces::LayerPlaces(const LayeredGraph &graph)
    : m_graph(graph)
    , m_nodes(graph.layerOf.size())
{
    for (Number layer = 0; layer < graph.layers.size(); ++layer) {
        for (Number place = 0; place < graph.layers[layer].size(); ++place) {
            const LayerSlot &slot = graph.layers[layer][place];
            if (slot.bend)
                m_bends[{slot.node, layer}] = place;
            else
                m_nodes[slot.node] = place;
        }
    }
}

std::vector<LayerPlace> LayerPlaces::wayOf(const Arc &arc) const
{
    const auto &[from, to] = arc;
    std::vector<LayerPlace> way{{m_graph.layerOf[from], m_nodes[from]}};
    for (Number layer = m_graph.layerOf[from] + 1; layer < m_graph.layerOf[to]; ++layer)
        way.push_back({layer, m_bends.at({to, layer})});
    way.push_back({m_graph.layerOf[to], m_nodes[to]});
    return way;
}

std::uint64_t crossings(const LayeredGraph &graph, std::span<const Arc> arcs)
{
    Slots all = slotsOf(graph.layerOf, rowsOf(graph.layerOf), arcs);
    std::map<std::pair<Number, Number>, Number> bends;
    for (Number layer = 0; layer < all.layers.size(); ++layer) {
        for (const Number slot : all.layers[layer]) {
            if (all.slots[slot].bend)
                bends[{all.slots[slot].node, layer}] = slot;
        }
    }
    for (Number layer = 0; layer < graph.layers.size(); ++layer) {
        for (std::size_t i = 0; i < graph.layers[layer].size(); ++i) {
            const LayerSlot &slot = graph.layers[layer][i];
            all.layers[layer][i] = slot.bend ? bends.at({slot.node, layer}) : slot.node;
        }
    }
    all.renumber();
    return crossingsOf(all);
}

} // namespace Refbox
