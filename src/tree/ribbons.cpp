// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/ribbons.h"

#include "tree/ribbonmerger.h"

#include <algorithm>

namespace Refbox {

namespace {

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
    const RightRows rightRows(right);
    LeftRows leftRows(left, 0);
    RibbonMerger merger(m_ribbons, right.rows().size(), links().size());
    merge(0, links().size(), leftRows, rightRows, merger);
    merger.endRow();
    index(right.rows().size());
}

void RibbonMap::merge(std::size_t firstLink, std::size_t endLink, LeftRows &leftRows,
                      const RightRows &rightRows, RibbonMerger &merger) const
{
    const FileTree &tree = m_map->tree();
    const auto all = links();
    for (std::size_t run = runOf(firstLink); run < runCount() && runBegin(run) < endLink; ++run) {
        const std::size_t begin = std::max<std::size_t>(runBegin(run), firstLink);
        const std::size_t end = std::min<std::size_t>(runBegin(run + 1), endLink);
        const Link &first = all[begin];
        const std::uint32_t firstRow = leftRows.of(first.from);
        const auto fansOut = [&] {
            return firstRow == Ribbon::kNoRow || leftRows.nodeOf(firstRow) == first.from ||
                   (first.target != kNoId && rightRows.fansOut(tree.parent(first.target)));
        };
        // A run of one is that one, however the folders stand.
        if (firstRow != Ribbon::kNoRow && (end - begin == 1 || !fansOut())) {
            merger.add(firstRow, rightRows.of(first.target), first.manner,
                       static_cast<std::uint32_t>(end - begin), m_bytesBefore[end] - m_bytesBefore[begin]);
            continue;
        }
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = leftRows.of(all[i].from);
            if (row != Ribbon::kNoRow)
                merger.add(row, rightRows.of(all[i].target), first.manner, 1,
                           m_bytesBefore[i + 1] - m_bytesBefore[i]);
        }
    }
}

std::size_t RibbonMap::runOf(std::size_t link) const
{
    if (m_runs.empty())
        return link;
    return static_cast<std::size_t>(std::upper_bound(m_runs.begin(), m_runs.end(), link) - m_runs.begin()) -
           1;
}

RibbonMap::Most RibbonMap::mostOf(std::span<const Ribbon> ribbons)
{
    Most most;
    for (const Ribbon &ribbon : ribbons)
        most.add(ribbon);
    return most;
}

// What is known by right row, by counting, which keeps the order of the left rows; and the most.
void RibbonMap::index(std::size_t rightRows)
{
    m_most = {};
    m_rightBegin.assign(rightRows + 1, 0);
    m_rightLinks.assign(rightRows, 0);
    for (const Ribbon &ribbon : m_ribbons) {
        m_most.add(ribbon);
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
