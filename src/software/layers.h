// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A directed graph in layers, for drawing: what points at others stands above them. Pure functions, any
// thread; the same graph gives the same layers.
//
// After Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures"
// (1981), with one difference: all arcs to one node share their way through the layers between, so that they
// join into one line instead of lying side by side.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace Refbox {

using Arc = std::pair<std::uint32_t, std::uint32_t>; ///< from, to

/// By node: 0 where nothing points at it, else one more than the lowest of those that do (the longest way
/// from the top). The nodes of a cycle share a layer. Arcs from a node to itself do not count.
std::vector<std::uint32_t> longestPathLayers(std::uint32_t nodeCount, std::span<const Arc> arcs);

/// A place in a layer: a node, or a bend in the lines that lead to it from far above.
struct LayerSlot
{
    std::uint32_t node = 0;
    bool bend = false;
    bool operator==(const LayerSlot &) const = default;
};

struct LayeredGraph
{
    std::vector<std::uint32_t> layerOf;         ///< by node
    std::vector<std::vector<LayerSlot>> layers; ///< from left to right
    bool operator==(const LayeredGraph &) const = default;
};

/// widest: a layer of more nodes goes on in further ones; 0: as wide as it comes. Each layer's order comes
/// from barycenter sweeps, so that few lines cross.
LayeredGraph layOutLayers(std::uint32_t nodeCount, std::span<const Arc> arcs, std::uint32_t widest = 0);

struct LayerPlace
{
    std::uint32_t layer = 0;
    std::uint32_t place = 0;
    bool operator==(const LayerPlace &) const = default;
};

/// Where everything stands in a layered graph, which must live as long.
class LayerPlaces final
{
public:
    explicit LayerPlaces(const LayeredGraph &graph);
    LayerPlace placeOf(std::uint32_t node) const { return {m_graph.layerOf[node], m_nodes[node]}; }
    /// The places that an arc of the graph touches, from its start to its end.
    std::vector<LayerPlace> wayOf(const Arc &arc) const;

private:
    const LayeredGraph &m_graph;
    std::vector<std::uint32_t> m_nodes;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> m_bends; // by target and layer
};

/// How many pairs of lines between neighbouring layers cross; a bundle counts once.
std::uint64_t crossings(const LayeredGraph &graph, std::span<const Arc> arcs);

} // namespace Refbox
