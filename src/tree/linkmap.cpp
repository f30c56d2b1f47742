// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/linkmap.h"

#include <algorithm>
#include <utility>

namespace Refbox {

namespace {

struct NodeRange
{
    NodeId begin = 0;
    NodeId end = 0;
    bool contains(NodeId node) const { return node >= begin && node < end; }
};

bool haveNameIn(std::span<const NodeId> names, NodeRange range)
{
    const auto found = std::lower_bound(names.begin(), names.end(), range.begin);
    return found != names.end() && *found < range.end;
}

void add(SharingTotals &totals, const Inode &inode, bool shared, bool added)
{
    (shared ? totals.sharedBytes : totals.privateBytes) += inode.size;
    ++(shared ? totals.sharedFiles : totals.privateFiles);
    totals.addedBytes += added ? inode.size : 0;
    totals.addedFiles += added ? 1 : 0;
}

NodeRange rangeOf(const FileTree &tree, NodeId subtree)
{
    return subtree == kNoId ? NodeRange() : NodeRange{subtree, tree.subtreeEnd(subtree)};
}

} // namespace

const char *linkMannerName(Link::Manner manner)
{
    switch (manner) {
    case Link::Manner::Hard:
        return "hard link";
    case Link::Manner::Symbolic:
        return "symbolic link";
    case Link::Manner::Copy:
        return "copy";
    case Link::Manner::Private:
        return "private file";
    case Link::Manner::Broken:
        return "broken link";
    }
    return "unknown";
}

NodeId LinkMap::vserverOf(NodeId node) const
{
    const auto after = std::upper_bound(m_vservers.begin(), m_vservers.end(), node);
    if (after == m_vservers.begin() || isInRefbox(node) || !m_tree->isInside(node, *(after - 1)))
        return kNoId;
    return *(after - 1);
}

std::span<const Link> LinkMap::linksOf(NodeId subtree) const
{
    const auto starts = [](const Link &link, NodeId node) { return link.from < node; };
    const auto begin = std::lower_bound(m_links.begin(), m_links.end(), subtree, starts);
    return {begin, std::lower_bound(begin, m_links.end(), m_tree->subtreeEnd(subtree), starts)};
}

std::span<const std::uint32_t> LinkMap::usersOf(NodeId subtree) const
{
    const auto leadsBefore = [this](std::uint32_t link, NodeId node) { return m_links[link].target < node; };
    const auto begin = std::lower_bound(m_byTarget.begin(), m_byTarget.end(), subtree, leadsBefore);
    return {begin, std::lower_bound(begin, m_byTarget.end(), m_tree->subtreeEnd(subtree), leadsBefore)};
}

SharingTotals LinkMap::totals(NodeId subtree) const
{
    const NodeRange range = rangeOf(*m_tree, subtree);
    const NodeRange refboxRange = rangeOf(*m_tree, m_refbox);
    SharingTotals totals;
    for (NodeId node = range.begin; node < range.end; ++node) {
        const Inode &inode = m_tree->inodeAt(node);
        const auto names = m_tree->names(m_tree->inodeOf(node));
        // Each inode at its first name inside.
        if (inode.isRegular() && *std::lower_bound(names.begin(), names.end(), range.begin) == node)
            add(totals, inode, haveNameIn(names, refboxRange),
                range.contains(names.front()) && range.contains(names.back()));
    }
    return totals;
}

SharingTotals LinkMap::totals() const
{
    const NodeRange refboxRange = rangeOf(*m_tree, m_refbox);
    std::vector<std::uint32_t> namesInside(m_tree->inodeCount(), 0);
    for (const NodeId vserver : m_vservers) {
        for (NodeId node = vserver; node < m_tree->subtreeEnd(vserver); ++node)
            namesInside[m_tree->inodeOf(node)] += refboxRange.contains(node) ? 0 : 1;
    }
    SharingTotals totals;
    for (InodeId id = 0; id < m_tree->inodeCount(); ++id) {
        const auto names = m_tree->names(id);
        if (namesInside[id] > 0 && m_tree->inode(id).isRegular())
            add(totals, m_tree->inode(id), haveNameIn(names, refboxRange), namesInside[id] == names.size());
    }
    return totals;
}

std::size_t LinkMap::memoryUse() const
{
    return m_vservers.capacity() * sizeof(NodeId) + m_links.capacity() * sizeof(Link) +
           m_byTarget.capacity() * sizeof(std::uint32_t);
}

} // namespace Refbox
