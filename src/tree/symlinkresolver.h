// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Follows symbolic links inside a tree as Linux would with a given folder as "/".
#pragma once

#include "tree/filetree.h"

#include <optional>
#include <string_view>
#include <vector>

namespace Refbox {

/// Whether a path is of what the kernel or the start program brings at run time: in /proc, /sys, /run or
/// /dev. Symbolic links there are right, though nothing stands there yet. absolute: may hold "." and "..".
bool comesAtRunTime(std::string_view absolute);

/// Remembers what it found, so that each link's target is walked once however links lead through each other.
/// One thread; the tree must live as long.
class SymlinkResolver final
{
public:
    /// root: the directory that is "/" and that ".." does not leave.
    SymlinkResolver(const FileTree &tree, NodeId root);

    /// What a symbolic link inside root leads to in the end; kNoId where that is nothing (a missing name, a
    /// file where a directory is needed, more than 40 links on the way, a loop).
    NodeId target(NodeId symlink);

private:
    struct Found
    {
        NodeId node = kNoId;
        std::uint32_t links = 0; // followed on the way; 0: not known yet
    };
    struct Walk // along one link's target
    {
        NodeId symlink;
        NodeId at;
        std::string_view rest;
        std::uint32_t links;
    };
    static constexpr std::uint32_t kMostLinks = 40;

    Walk begin(NodeId symlink) const;
    std::optional<NodeId> advance(Walk &walk);
    Found &found(NodeId symlink) { return m_found[symlink - m_root]; }

    const FileTree &m_tree;
    NodeId m_root;
    std::vector<Found> m_found; // by place in the subtree; made at the first question
};

} // namespace Refbox
