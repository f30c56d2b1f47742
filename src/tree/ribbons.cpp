// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/ribbons.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::uint32_t kManners = 5;

NodeId folderOf(const FileTree &tree, NodeId node)
{
    return node == kNoId ? kNoId : tree.parent(node);
}

// The file whose bytes a link stands for, kNoId where it stands for none.
InodeId fileOf(const FileTree &tree, const Link &link)
{
    const NodeId node = link.manner == Link::Manner::Private ? link.from : link.target;
    return node != kNoId && tree.inodeAt(node).isRegular() ? tree.inodeOf(node) : kNoId;
}

// Merges what belongs to one left row after the other.
class Merger
{
public:
    // most: ribbons that there can be.
    Merger(std::vector<Ribbon> &ribbons, std::size_t rightRows, std::size_t most)
        : m_ribbons(ribbons)
        , m_most(most)
        , m_places((rightRows + 1) * kManners, 0)
    {
    }

    void add(std::uint32_t left, std::uint32_t right, Link::Manner manner, std::uint32_t links,
             std::uint64_t bytes)
    {
        if (m_ribbons.size() > m_rowBegin && m_ribbons[m_rowBegin].left != left)
            endRow();
        // A place is of this row only if it is not before the row's first: nothing is cleared between rows.
        const std::size_t key = (right == Ribbon::kNoRow ? 0 : std::size_t{right} + 1) * kManners +
                                static_cast<std::size_t>(manner);
        std::uint32_t &place = m_places[key];
        if (place <= m_rowBegin) {
            if (m_ribbons.size() == m_ribbons.capacity()) // else as many again might be reserved
                m_ribbons.reserve(std::min(m_most, 2 * m_ribbons.size() + 64));
            m_ribbons.push_back({0, left, right, 0, manner});
            place = static_cast<std::uint32_t>(m_ribbons.size());
        }
        m_ribbons[place - 1].links += links;
        m_ribbons[place - 1].bytes += bytes;
    }

    void endRow()
    {
        std::sort(m_ribbons.begin() + static_cast<std::ptrdiff_t>(m_rowBegin), m_ribbons.end(),
                  [](const Ribbon &a, const Ribbon &b) {
                      return a.right != b.right ? a.right < b.right : a.manner < b.manner;
                  });
        m_rowBegin = m_ribbons.size();
    }

private:
    std::vector<Ribbon> &m_ribbons;
    std::size_t m_most;
    std::vector<std::uint32_t> m_places; // 1 + place in m_ribbons, by right row and manner
    std::size_t m_rowBegin = 0;
};

// Where links lead: each node's row in the right tree, by table, for there are as many questions as links.
class RightRows
{
public:
    explicit RightRows(const FoldedTree &right)
        : m_right(right)
    {
        if (right.rows().empty())
            return;
        m_begin = right.rows().front().node;
        m_rows.assign(right.tree().subtreeEnd(right.roots().back()) - m_begin, Ribbon::kNoRow);
        for (std::size_t row = 0; row < right.rows().size(); ++row) {
            const NodeId node = right.rows()[row].node;
            // An unfolded folder stands for itself alone.
            const NodeId end = right.isUnfolded(node) ? node + 1 : right.tree().subtreeEnd(node);
            std::fill(m_rows.begin() + (node - m_begin), m_rows.begin() + (end - m_begin),
                      static_cast<std::uint32_t>(row));
        }
    }

    std::uint32_t of(NodeId node) const
    {
        const std::size_t place = node - m_begin; // wraps around for nodes before it
        return node == kNoId || place >= m_rows.size() ? Ribbon::kNoRow : m_rows[place];
    }
    // Whether the names in a folder have rows of their own, where the folder is inside.
    bool fansOut(NodeId folder) const
    {
        const std::uint32_t row = of(folder);
        return row != Ribbon::kNoRow && m_right.rows()[row].node == folder && m_right.isUnfolded(folder);
    }

private:
    const FoldedTree &m_right;
    NodeId m_begin = 0;
    std::vector<std::uint32_t> m_rows;
};

} // namespace

RibbonMap::RibbonMap(const LinkMap &map)
    : m_map(&map)
{
    prepare();
}

RibbonMap::RibbonMap(const LinkMap &map, std::vector<Link> links)
    : m_map(&map)
    , m_isWhole(false)
    , m_kept(std::move(links))
{
    prepare();
}

void RibbonMap::prepare()
{
    const FileTree &tree = m_map->tree();
    const auto all = links();
    m_bytesBefore.reserve(all.size() + 1);
    m_bytesBefore.push_back(0);
    std::vector<std::uint32_t> countedFor(tree.inodeCount(), 0);
    std::uint32_t vserver = 0;
    const auto vservers = m_map->vservers();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const Link &link = all[i];
        while (vserver < vservers.size() && link.from >= vservers[vserver])
            ++vserver; // counted from 1
        const InodeId file = fileOf(tree, link);
        std::uint64_t bytes = 0;
        if (file != kNoId && countedFor[file] != vserver) {
            countedFor[file] = vserver;
            bytes = tree.inode(file).size;
        }
        m_bytesBefore.push_back(m_bytesBefore.back() + bytes);
    }
    findRuns();
}

void RibbonMap::findRuns()
{
    const FileTree &tree = m_map->tree();
    const auto all = links();
    const auto begins = [&](std::uint32_t i) {
        return i == 0 || all[i].manner != all[i - 1].manner ||
               tree.parent(all[i].from) != tree.parent(all[i - 1].from) ||
               folderOf(tree, all[i].target) != folderOf(tree, all[i - 1].target);
    };
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        // Where hardly any two links go together, a list of runs would be as long as that of the links.
        if (m_runs.size() > all.size() / 2) {
            m_runs = {};
            return;
        }
        if (begins(i))
            m_runs.push_back(i);
    }
    m_runs.push_back(static_cast<std::uint32_t>(all.size()));
    m_runs.shrink_to_fit();
}

std::span<const Link> RibbonMap::linksOf(NodeId subtree) const
{
    const auto before = [](const Link &link, NodeId node) { return link.from < node; };
    const auto all = links();
    const auto begin = std::lower_bound(all.begin(), all.end(), subtree, before);
    return {begin, std::lower_bound(begin, all.end(), m_map->tree().subtreeEnd(subtree), before)};
}

void RibbonMap::aggregate(const FoldedTree &left, const FoldedTree &right)
{
    m_ribbons.clear();
    m_mostLinks = 1;
    m_mostBytes = 1;
    const FileTree &tree = m_map->tree();
    const auto all = links();
    const RightRows rightRows(right);
    Merger merger(m_ribbons, right.rows().size(), all.size());
    const auto rows = left.rows();
    std::size_t row = 0;
    // The row of a link's name: links come in the rows' order. kNoRow where the filter hides it.
    const auto leftRow = [&](NodeId from) {
        while (row + 1 < rows.size() && rows[row + 1].node <= from)
            ++row;
        const bool stands = !rows.empty() && tree.isInside(from, rows[row].node) &&
                            (rows[row].node == from || !left.isUnfolded(rows[row].node));
        return stands ? static_cast<std::uint32_t>(row) : Ribbon::kNoRow;
    };
    for (std::size_t run = 0; run < runCount(); ++run) {
        const std::uint32_t begin = runBegin(run);
        const std::uint32_t end = runBegin(run + 1);
        const Link &first = all[begin];
        const std::uint32_t firstRow = leftRow(first.from);
        const auto fansOut = [&] {
            return firstRow == Ribbon::kNoRow || rows[firstRow].node == first.from ||
                   (first.target != kNoId && rightRows.fansOut(tree.parent(first.target)));
        };
        // A run of one is that one, however the folders stand.
        if (firstRow != Ribbon::kNoRow && (end - begin == 1 || !fansOut())) {
            merger.add(firstRow, rightRows.of(first.target), first.manner, end - begin,
                       m_bytesBefore[end] - m_bytesBefore[begin]);
            continue;
        }
        for (std::uint32_t i = begin; i < end; ++i) {
            const std::uint32_t ofLink = leftRow(all[i].from);
            if (ofLink != Ribbon::kNoRow)
                merger.add(ofLink, rightRows.of(all[i].target), first.manner, 1,
                           m_bytesBefore[i + 1] - m_bytesBefore[i]);
        }
    }
    merger.endRow();
    for (const Ribbon &ribbon : m_ribbons) {
        m_mostLinks = std::max(m_mostLinks, ribbon.links);
        m_mostBytes = std::max(m_mostBytes, ribbon.bytes);
    }
    sortByRight(right.rows().size());
}

// By counting, which keeps the order of the left rows.
void RibbonMap::sortByRight(std::size_t rightRows)
{
    m_rightBegin.assign(rightRows + 1, 0);
    m_rightLinks.assign(rightRows, 0);
    for (const Ribbon &ribbon : m_ribbons) {
        if (ribbon.right == Ribbon::kNoRow)
            continue;
        ++m_rightBegin[ribbon.right + 1];
        m_rightLinks[ribbon.right] += ribbon.links;
    }
    for (std::size_t row = 0; row < rightRows; ++row)
        m_rightBegin[row + 1] += m_rightBegin[row];
    m_byRight.resize(m_rightBegin.back());
    std::vector<std::uint32_t> next(m_rightBegin.begin(), m_rightBegin.end() - 1);
    for (std::uint32_t i = 0; i < m_ribbons.size(); ++i) {
        if (m_ribbons[i].right != Ribbon::kNoRow)
            m_byRight[next[m_ribbons[i].right]++] = i;
    }
}

std::span<const Ribbon> RibbonMap::ofLeft(std::size_t first, std::size_t end) const
{
    const auto before = [](const Ribbon &ribbon, std::size_t row) { return ribbon.left < row; };
    const auto begin = std::lower_bound(m_ribbons.begin(), m_ribbons.end(), first, before);
    return {begin, std::lower_bound(begin, m_ribbons.end(), end, before)};
}

std::span<const std::uint32_t> RibbonMap::ofRight(std::size_t row) const
{
    return std::span(m_byRight).subspan(m_rightBegin[row], m_rightBegin[row + 1] - m_rightBegin[row]);
}

std::size_t RibbonMap::memoryUse() const
{
    return m_kept.capacity() * sizeof(Link) + m_bytesBefore.capacity() * sizeof(std::uint64_t) +
           (m_runs.capacity() + m_byRight.capacity() + m_rightBegin.capacity() + m_rightLinks.capacity()) *
               sizeof(std::uint32_t) +
           m_ribbons.capacity() * sizeof(Ribbon);
}

} // namespace Refbox
