// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// FoldedTree: the rows that a tree shows with some folders unfolded and, under a filter, some names left out.
// Rows stand in preorder, so that the row of any node is found by halving. One thread; the tree must live as
// long.
#pragma once

#include "tree/filetree.h"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace Refbox {

class FoldedTree final
{
public:
    struct Row
    {
        NodeId node = kNoId;
        std::uint32_t depth = 0; ///< 0 for the roots
        bool operator==(const Row &) const = default;
    };
    static constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

    FoldedTree() = default;
    /// Everything folded. roots: in preorder, none inside another.
    FoldedTree(const FileTree &tree, std::vector<NodeId> roots);

    const FileTree &tree() const { return *m_tree; }
    std::span<const NodeId> roots() const { return m_roots; }
    std::span<const Row> rows() const { return m_rows; }

    /// The row that stands for a node: its own, or that of the folded folder that it is in; kNoRow where
    /// neither is shown.
    std::size_t rowOf(NodeId node) const;
    /// Whether the node has a row of its own.
    bool isVisible(NodeId node) const;
    /// A folder's state, also while it cannot be seen.
    bool isUnfolded(NodeId node) const { return m_unfolded[node]; }
    /// Whether there is something to unfold.
    bool canUnfold(NodeId node) const;

    /// Rows that came (or, below zero, went) right behind a row.
    struct Change
    {
        std::size_t row = kNoRow;
        std::ptrdiff_t rows = 0;
    };
    Change setUnfolded(NodeId node, bool unfolded);
    /// Unfolds all folders above a node of these roots.
    void reveal(NodeId node);
    /// Unfolds folders level by level, those with the fewest names first, while there are no more rows, and
    /// only those that are worth it.
    void unfoldWhileBelow(std::size_t rows, const std::function<bool(NodeId)> &isWorth = {});
    void unfoldAll();
    void foldAll();

    /// Shows only these nodes (by NodeId; a folder that is out hides all inside); empty: all.
    void setShown(std::vector<bool> shown);
    bool isFiltered() const { return !m_shown.empty(); }
    bool isShown(NodeId node) const { return m_shown.empty() || m_shown[node]; }

private:
    void appendBelow(NodeId folder, std::uint32_t depth, std::vector<Row> &rows) const;
    void rebuild();
    std::size_t endOfSubtree(std::size_t row) const;

    const FileTree *m_tree = nullptr;
    std::vector<NodeId> m_roots;
    std::vector<bool> m_unfolded;
    std::vector<bool> m_shown;
    std::vector<Row> m_rows;
};

} // namespace Refbox
