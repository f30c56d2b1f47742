// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/foldedtree.h"

#include <algorithm>

namespace Refbox {

FoldedTree::FoldedTree(const FileTree &tree, std::vector<NodeId> roots)
    : m_tree(&tree)
    , m_roots(std::move(roots))
    , m_unfolded(tree.nodeCount(), false)
{
    rebuild();
}

std::size_t FoldedTree::rowOf(NodeId node) const
{
    const auto after = std::upper_bound(m_rows.begin(), m_rows.end(), node,
                                        [](NodeId wanted, const Row &row) { return wanted < row.node; });
    if (after == m_rows.begin() || !m_tree->isInside(node, (after - 1)->node))
        return kNoRow;
    // The names that a filter takes out of an unfolded folder have no row.
    const NodeId found = (after - 1)->node;
    if (found != node && m_unfolded[found])
        return kNoRow;
    return static_cast<std::size_t>(after - m_rows.begin()) - 1;
}

bool FoldedTree::isVisible(NodeId node) const
{
    const std::size_t row = rowOf(node);
    return row != kNoRow && m_rows[row].node == node;
}

bool FoldedTree::canUnfold(NodeId node) const
{
    const auto children = m_tree->children(node);
    return std::any_of(children.begin(), children.end(), [this](NodeId child) { return isShown(child); });
}

std::size_t FoldedTree::endOfSubtree(std::size_t row) const
{
    const NodeId end = m_tree->subtreeEnd(m_rows[row].node);
    const auto found =
        std::lower_bound(m_rows.begin() + static_cast<std::ptrdiff_t>(row), m_rows.end(), end,
                         [](const Row &before, NodeId wanted) { return before.node < wanted; });
    return static_cast<std::size_t>(found - m_rows.begin());
}

// A walk along the nodes instead of a recursion: trees can be as deep as they like.
void FoldedTree::appendBelow(NodeId folder, std::uint32_t depth, std::vector<Row> &rows) const
{
    std::vector<NodeId> ends; // of the unfolded folders that the walk is in
    for (NodeId node = folder + 1; node < m_tree->subtreeEnd(folder);) {
        while (!ends.empty() && node >= ends.back())
            ends.pop_back();
        if (!isShown(node)) {
            node = m_tree->subtreeEnd(node);
            continue;
        }
        rows.push_back({node, depth + 1 + static_cast<std::uint32_t>(ends.size())});
        if (m_unfolded[node])
            ends.push_back(m_tree->subtreeEnd(node));
        node = m_unfolded[node] ? node + 1 : m_tree->subtreeEnd(node);
    }
}

void FoldedTree::rebuild()
{
    m_rows.clear();
    for (const NodeId root : m_roots) {
        if (!isShown(root))
            continue;
        m_rows.push_back({root, 0});
        if (m_unfolded[root])
            appendBelow(root, 0, m_rows);
    }
}

FoldedTree::Change FoldedTree::setUnfolded(NodeId node, bool unfolded)
{
    if (m_unfolded[node] == unfolded || m_tree->children(node).empty())
        return {};
    const bool visible = isVisible(node);
    m_unfolded[node] = unfolded;
    if (!visible)
        return {};
    const std::size_t row = rowOf(node);
    const auto behind = m_rows.begin() + static_cast<std::ptrdiff_t>(row) + 1;
    if (!unfolded) {
        const auto end = m_rows.begin() + static_cast<std::ptrdiff_t>(endOfSubtree(row));
        const std::ptrdiff_t count = end - behind;
        m_rows.erase(behind, end);
        return {row, -count};
    }
    std::vector<Row> below;
    appendBelow(node, m_rows[row].depth, below);
    m_rows.insert(behind, below.begin(), below.end());
    return {row, static_cast<std::ptrdiff_t>(below.size())};
}

void FoldedTree::reveal(NodeId node)
{
    bool changed = false;
    while (std::find(m_roots.begin(), m_roots.end(), node) == m_roots.end()) {
        node = m_tree->parent(node);
        if (node == kNoId)
            break;
        changed |= !m_unfolded[node];
        m_unfolded[node] = true;
    }
    if (changed)
        rebuild();
}

void FoldedTree::unfoldWhileBelow(std::size_t rows, const std::function<bool(NodeId)> &isWorth)
{
    for (std::size_t before = 0; before != m_rows.size();) {
        before = m_rows.size();
        std::vector<std::pair<std::size_t, NodeId>> folded; // by what they would add
        for (const Row &row : m_rows) {
            const auto names = m_tree->children(row.node).size();
            if (!m_unfolded[row.node] && names > 0 && names < rows && (!isWorth || isWorth(row.node)))
                folded.emplace_back(names, row.node);
        }
        std::sort(folded.begin(), folded.end());
        std::size_t count = m_rows.size();
        bool changed = false;
        for (const auto &[names, node] : folded) {
            if (count + names > rows)
                break;
            count += names;
            m_unfolded[node] = true;
            changed = true;
        }
        if (changed)
            rebuild();
    }
}

void FoldedTree::unfoldAll()
{
    for (const NodeId root : m_roots) {
        for (NodeId node = root; node < m_tree->subtreeEnd(root); ++node)
            m_unfolded[node] = !m_tree->children(node).empty();
    }
    rebuild();
}

void FoldedTree::foldAll()
{
    std::fill(m_unfolded.begin(), m_unfolded.end(), false);
    rebuild();
}

void FoldedTree::setShown(std::vector<bool> shown)
{
    m_shown = std::move(shown);
    rebuild();
}

} // namespace Refbox
