// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/treeplaces.h"

#include <algorithm>

namespace Refbox {

TreePlaces::TreePlaces(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers)
    : m_tree(tree)
    , m_refbox(refbox)
    , m_vservers(vservers.begin(), vservers.end())
{
    std::sort(m_vservers.begin(), m_vservers.end());
}

std::vector<NodeId> TreePlaces::roots() const
{
    std::vector<NodeId> roots;
    if (m_refbox != kNoId)
        roots.push_back(m_refbox);
    roots.insert(roots.end(), m_vservers.begin(), m_vservers.end());
    if (roots.empty())
        roots.push_back(FileTree::root());
    return roots;
}

NodeId TreePlaces::vserverOf(NodeId node) const
{
    const auto after = std::upper_bound(m_vservers.begin(), m_vservers.end(), node);
    if (after == m_vservers.begin() || isInRefbox(node) || !m_tree.isInside(node, *(after - 1)))
        return kNoId;
    return *(after - 1);
}

NodeId TreePlaces::refboxName(InodeId inode) const
{
    if (m_refbox == kNoId)
        return kNoId;
    const auto names = m_tree.names(inode);
    const auto found = std::lower_bound(names.begin(), names.end(), m_refbox);
    return found != names.end() && m_tree.isInside(*found, m_refbox) ? *found : kNoId;
}

NodeId TreePlaces::vserverName(InodeId inode) const
{
    const auto names = m_tree.names(inode);
    const auto found =
        std::find_if(names.begin(), names.end(), [this](NodeId name) { return vserverOf(name) != kNoId; });
    return found == names.end() ? kNoId : *found;
}

} // namespace Refbox
