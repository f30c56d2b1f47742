// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/text.h"
#include "tree/filetreebuilder.h"

#include "jobs/display.h"
#include "jobs/error.h"

#include <algorithm>
#include <numeric>

namespace Refbox {

FileTreePtr FileTreeBuilder::build()
{
    m_childSlots = {};
    m_copyMaps.clear();
    // A removed directory takes everything below it along: parents stand before their children.
    for (Handle handle = 1; handle < m_nodes.size(); ++handle) {
        if (m_nodes[m_nodes[handle].parent].inode == kNoId)
            m_nodes[handle].inode = kNoId;
    }
    // Children grouped by parent: a counting sort, then each group by name.
    std::vector<std::uint32_t> begin(m_nodes.size() + 1, 0);
    for (Handle handle = 1; handle < m_nodes.size(); ++handle) {
        if (m_nodes[handle].inode != kNoId)
            ++begin[m_nodes[handle].parent + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<Handle> children(begin.back());
    {
        std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
        for (Handle handle = 1; handle < m_nodes.size(); ++handle) {
            if (m_nodes[handle].inode != kNoId)
                children[next[m_nodes[handle].parent]++] = handle;
        }
    }
    sortChildren(begin, children);
    m_tree->m_names = m_interner.take();
    numberNodes(begin, children);
    begin = {};
    children = {};
    dropUnnamedInodes();
    return std::move(m_tree);
}

void FileTreeBuilder::sortChildren(const std::vector<std::uint32_t> &begin,
                                   std::vector<Handle> &children) const
{
    const auto nameOf = [this](Handle handle) { return name(handle); };
    for (Handle directory = 0; directory + 1 < begin.size(); ++directory) {
        const auto group =
            std::span(children).subspan(begin[directory], begin[directory + 1] - begin[directory]);
        const auto byName = [&](Handle a, Handle b) { return nameOf(a) < nameOf(b); };
        if (!std::is_sorted(group.begin(), group.end(), byName))
            std::sort(group.begin(), group.end(), byName);
        const auto twins = std::adjacent_find(group.begin(), group.end(), [this](Handle a, Handle b) {
            return m_nodes[a].name == m_nodes[b].name;
        });
        if (twins != group.end())
            throw Error(translated("tree", "Cannot make this tree"), displayPath(path(*twins)),
                        translated("tree", "Two entries of one directory have this name."));
    }
}

void FileTreeBuilder::numberNodes(const std::vector<std::uint32_t> &begin,
                                  const std::vector<Handle> &children)
{
    // Preorder without recursion: a stack of (handle, new parent, row), children pushed last to first.
    struct Pending
    {
        Handle handle;
        NodeId parent;
        std::uint32_t row;
    };
    auto &nodes = m_tree->m_nodes;
    nodes.reserve(children.size() + 2);
    m_tree->m_children.resize(children.size());
    std::uint32_t childrenSoFar = 0;
    std::vector<Pending> stack{{root(), kNoId, 0}};
    while (!stack.empty()) {
        const Pending pending = stack.back();
        stack.pop_back();
        const auto id = static_cast<NodeId>(nodes.size());
        nodes.push_back({pending.parent, m_nodes[pending.handle].name, m_nodes[pending.handle].inode,
                         pending.row, childrenSoFar, 0});
        if (pending.parent != kNoId)
            m_tree->m_children[nodes[pending.parent].firstChild + pending.row] = id;
        const std::uint32_t count = begin[pending.handle + 1] - begin[pending.handle];
        childrenSoFar += count;
        for (std::uint32_t row = count; row-- > 0;)
            stack.push_back({children[begin[pending.handle] + row], id, row});
    }
    nodes.push_back({kNoId, 0, 0, 0, childrenSoFar, 0}); // ends the last node's children
    for (NodeId id = m_tree->nodeCount(); id-- > 0;) {
        const auto below = m_tree->children(id);
        nodes[id].end = below.empty() ? id + 1 : nodes[below.back()].end;
    }
    m_nodes = std::vector<Node>();
}

void FileTreeBuilder::dropUnnamedInodes()
{
    auto &tree = *m_tree;
    const std::uint32_t nodeCount = tree.nodeCount();
    std::vector<InodeId> renumbered(tree.m_inodes.size(), kNoId);
    tree.m_namesBegin.assign(1, 0);
    for (NodeId node = 0; node < nodeCount; ++node) {
        InodeId &id = renumbered[tree.m_nodes[node].inode];
        if (id == kNoId) {
            id = static_cast<InodeId>(tree.m_namesBegin.size() - 1);
            tree.m_namesBegin.push_back(0);
        }
        tree.m_nodes[node].inode = id;
        ++tree.m_namesBegin[id + 1];
    }
    reorderInodes(std::move(renumbered), tree.m_namesBegin.size() - 1);
    std::partial_sum(tree.m_namesBegin.begin(), tree.m_namesBegin.end(), tree.m_namesBegin.begin());
    tree.m_namesBegin.shrink_to_fit();
    std::vector<std::uint32_t> next(tree.m_namesBegin.begin(), tree.m_namesBegin.end() - 1);
    tree.m_namesOfInodes.resize(nodeCount);
    for (NodeId node = 0; node < nodeCount; ++node)
        tree.m_namesOfInodes[next[tree.m_nodes[node].inode]++] = node;
    tree.m_inlineBytes.shrink_to_fit();
    tree.m_hostPaths.shrink_to_fit();
    tree.m_extentLists.shrink_to_fit();
    tree.m_extents.shrink_to_fit();
    tree.m_blobs.shrink_to_fit();
    tree.m_xattrSets.shrink_to_fit();
    tree.m_xattrEntries.shrink_to_fit();
}

// Puts each inode at its new number, and those without one, which are dropped, behind them. In place, as a
// second copy of all would be most of what a large tree takes at its largest.
void FileTreeBuilder::reorderInodes(std::vector<InodeId> numbers, std::size_t count)
{
    auto &inodes = m_tree->m_inodes;
    auto dropped = static_cast<InodeId>(count);
    for (InodeId &number : numbers) {
        if (number == kNoId)
            number = dropped++;
    }
    for (InodeId at = 0; at < numbers.size(); ++at) {
        while (numbers[at] != at) { // each turn takes one to its place
            const InodeId place = numbers[at];
            std::swap(inodes[at], inodes[place]);
            std::swap(numbers[at], numbers[place]);
        }
    }
    const bool isWasteful = inodes.size() - count > count / 4;
    inodes.resize(count);
    // Room that was never used is only reserved.
    if (isWasteful)
        inodes.shrink_to_fit();
}

} // namespace Refbox
