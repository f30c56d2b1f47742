// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Treemap: a subtree as nested rectangles, as large as what they hold: squarified (M. Bruls, K. Huizing,
// J. J. van Wijk: Squarified Treemaps, 2000). Any thread.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <span>
#include <vector>

namespace Refbox {

/// What each node of a subtree counts in its picture. A file with several names inside counts at one of them,
/// so that a folder is the sum of what is in it. Regular files alone have bytes.
class SubtreeWeights final
{
public:
    struct Weight
    {
        std::uint64_t bytes = 0;
        std::uint64_t sharedBytes = 0; ///< of these, in files with a name outside their side
        std::uint32_t files = 0;
    };

    NodeId top() const { return m_top; }
    const Weight &of(NodeId node) const { return m_weights[node - m_top]; }

private:
    friend SubtreeWeights weigh(const FileTree &, NodeId, std::span<const NodeId>, NodeId, Progress *);
    NodeId m_top = FileTree::root();
    std::vector<Weight> m_weights; // by place in the subtree
};

/// sides: folders, none inside another, that share files with each other (the refbox and the vservers); a
/// file outside of all, or where there are none, is shared when it has several names. preferred: of these the
/// one whose names count before others (the refbox, where it is in the picture); else the first name counts.
SubtreeWeights weigh(const FileTree &tree, NodeId top, std::span<const NodeId> sides, NodeId preferred,
                     Progress *progress = nullptr);

struct TreemapItem
{
    NodeId node = kNoId;
    std::uint32_t end = 0;   ///< items from the next one to here are inside
    std::uint16_t depth = 0; ///< 0 for the whole
    bool isOpen = false;     ///< a folder whose content is laid out in it
    bool hasHeader = false;  ///< with room for its name above
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    bool contains(double px, double py) const
    {
        return px >= x && px < x + width && py >= y && py < y + height;
    }
    bool operator==(const TreemapItem &) const = default;
};

struct TreemapOptions
{
    double width = 0;
    double height = 0;
    double header = 18;   ///< height of the strip for a folder's name; 0: none
    double gap = 1;       ///< between a folder's edge and its content
    double leastArea = 6; ///< what would be smaller is not laid out; its folder shows there
    Progress *progress = nullptr;
};

class Treemap final
{
public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    /// In preorder; the first is the whole. Empty where nothing has bytes, or there is no room.
    std::span<const TreemapItem> items() const { return m_items; }
    /// The innermost item at a point, kNone outside.
    std::size_t itemAt(double x, double y) const;
    /// Of a node, or of the innermost folder around it that is laid out; kNone for what is outside the
    /// subtree.
    std::size_t itemOf(const FileTree &tree, NodeId node) const;

private:
    friend class TreemapLayout;
    template <typename Holds>
    std::size_t innermost(const Holds &holds) const;

    std::vector<TreemapItem> m_items;
};

/// Throws Cancelled.
Treemap layOutTreemap(const FileTree &tree, const SubtreeWeights &weights, const TreemapOptions &options);

} // namespace Refbox
