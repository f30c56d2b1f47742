// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ribbons: the links of a link map, merged by the rows that two folded trees show. Runs of links between the
// same two folders are merged as one wherever both folders are folded, so that folding and unfolding costs
// what can be seen, not what there is. One thread; the link map must live as long.
#pragma once

#include "tree/foldedtree.h"
#include "tree/linkmap.h"

#include <algorithm>
#include <span>
#include <vector>

namespace Refbox {

/// All links of one manner between two rows. 24 bytes.
struct Ribbon
{
    static constexpr std::uint32_t kNoRow = 0xFFFFFFFF;

    std::uint64_t bytes = 0; ///< of the files behind them, each once in its vserver: at its first name
    std::uint32_t left = 0;  ///< row of the vservers' side
    std::uint32_t right = 0; ///< row of the refbox's side; kNoRow: private or broken, or outside
    std::uint32_t links = 0; ///< how many
    Link::Manner manner = Link::Manner::Hard;
    bool operator==(const Ribbon &) const = default;
};
static_assert(sizeof(Ribbon) <= 24);

class LeftRows;
class RightRows;
class RibbonMerger;

class RibbonMap final
{
public:
    RibbonMap() = default;
    /// All links of the map.
    explicit RibbonMap(const LinkMap &map);
    /// Some of them, in the map's order.
    RibbonMap(const LinkMap &map, std::vector<Link> links);

    std::span<const Link> links() const
    {
        return m_isWhole && m_map != nullptr ? m_map->links() : std::span<const Link>(m_kept);
    }
    /// Those from inside a subtree.
    std::span<const Link> linksOf(NodeId subtree) const;

    /// Merges anew; after every change of a tree's rows.
    void aggregate(const FoldedTree &left, const FoldedTree &right);
    /// The same where only one folder was folded or unfolded since, at less cost; change: what that gave.
    void leftChanged(const FoldedTree &left, const FoldedTree &right, FoldedTree::Change change);
    void rightChanged(const FoldedTree &left, const FoldedTree &right, FoldedTree::Change change);

    /// Sorted by left row, right row and manner.
    std::span<const Ribbon> ribbons() const { return m_ribbons; }
    /// Of left rows first to end.
    std::span<const Ribbon> ofLeft(std::size_t first, std::size_t end) const;
    /// Places in ribbons() of those that end at a right row, sorted by left row.
    std::span<const std::uint32_t> ofRight(std::size_t row) const;
    /// How many links end at a right row.
    std::uint32_t linksToRight(std::size_t row) const { return m_rightLinks[row]; }
    /// The most that any ribbon has, at least 1.
    std::uint32_t mostLinks() const { return m_most.links; }
    std::uint64_t mostBytes() const { return m_most.bytes; }

    std::size_t memoryUse() const;

private:
    struct Most
    {
        std::uint32_t links = 1;
        std::uint64_t bytes = 1;
        void add(const Ribbon &ribbon)
        {
            links = std::max(links, ribbon.links);
            bytes = std::max(bytes, ribbon.bytes);
        }
    };
    static Most mostOf(std::span<const Ribbon> ribbons);
    void prepare();
    void findRuns();
    std::size_t runCount() const { return m_runs.empty() ? links().size() : m_runs.size() - 1; }
    std::uint32_t runBegin(std::size_t run) const
    {
        return m_runs.empty() ? static_cast<std::uint32_t>(run) : m_runs[run];
    }
    std::size_t runOf(std::size_t link) const;
    void merge(std::size_t firstLink, std::size_t endLink, LeftRows &leftRows, const RightRows &rightRows,
               RibbonMerger &merger) const;
    void index(std::size_t rightRows);
    void replaceByRight(std::size_t begin, std::size_t count, const std::vector<Ribbon> &fresh);
    void keepMost(const Most &went, const Most &came);
    struct Moved
    {
        std::vector<std::uint32_t> to;     // by earlier place, of what does not end in the folder
        std::vector<std::uint32_t> inside; // places of what does, by right row and left row
        Most went;                         // of what was replaced by several
    };
    void foldRight(std::uint32_t row, std::uint32_t gone, Moved &moved);
    void unfoldRight(const FoldedTree &left, const FoldedTree &right, FoldedTree::Change change,
                     Moved &moved);
    void reindexRight(std::uint32_t row, std::ptrdiff_t rows, const Moved &moved);

    const LinkMap *m_map = nullptr;
    bool m_isWhole = true;
    std::vector<Link> m_kept;                 // where not all of the map's
    std::vector<std::uint64_t> m_bytesBefore; // sums of what links stand for, by place
    std::vector<std::uint32_t> m_runs;        // first links of runs, and the end; empty: each link is one
    std::vector<Ribbon> m_ribbons;
    std::vector<std::uint32_t> m_byRight;
    std::vector<std::uint32_t> m_rightBegin; // by right row, and the end
    std::vector<std::uint32_t> m_rightLinks; // by right row
    Most m_most;
};

} // namespace Refbox
