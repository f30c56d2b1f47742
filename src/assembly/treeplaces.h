// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A tree and which of its folders are the refbox and the vservers: what the checks ask about a name's place.
// Immutable, any thread; the tree must live as long.
#pragma once

#include "tree/filetree.h"

#include <span>
#include <vector>

namespace Refbox {

class TreePlaces final
{
public:
    /// refbox: kNoId where there is none.
    TreePlaces(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers);

    const FileTree &tree() const { return m_tree; }
    NodeId refbox() const { return m_refbox; }
    const std::vector<NodeId> &vservers() const { return m_vservers; } ///< in preorder
    /// The refbox, then the vservers; where there are none, the tree's root.
    std::vector<NodeId> roots() const;

    bool isInRefbox(NodeId node) const { return m_refbox != kNoId && m_tree.isInside(node, m_refbox); }
    /// kNoId for a node in no vserver. The refbox is none, wherever it stands.
    NodeId vserverOf(NodeId node) const;

    /// An inode's first name in the refbox; kNoId where it has none.
    NodeId refboxName(InodeId inode) const;
    /// An inode's first name in a vserver; kNoId where it has none.
    NodeId vserverName(InodeId inode) const;

private:
    const FileTree &m_tree;
    NodeId m_refbox;
    std::vector<NodeId> m_vservers;
};

} // namespace Refbox
