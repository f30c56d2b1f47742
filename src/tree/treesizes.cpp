// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/treesizes.h"

namespace Refbox {

namespace {

NodeId commonFolder(const FileTree &tree, NodeId earlier, NodeId later)
{
    NodeId folder = tree.parent(earlier);
    while (!tree.isInside(later, folder))
        folder = tree.parent(folder);
    return folder;
}

} // namespace

std::vector<std::uint64_t> subtreeBytes(const FileTree &tree)
{
    std::vector<std::uint64_t> bytes(tree.nodeCount(), 0);
    // Each name gives its size to all folders above it, and what two neighbouring names of one inode give
    // twice is taken back where their ways meet (sums wrap around meanwhile, as unsigned numbers may).
    for (InodeId inode = 0; inode < tree.inodeCount(); ++inode) {
        const std::uint64_t size = tree.inode(inode).isRegular() ? tree.inode(inode).size : 0;
        const auto names = tree.names(inode);
        for (std::size_t i = 0; size > 0 && i < names.size(); ++i) {
            bytes[names[i]] += size;
            if (i > 0)
                bytes[commonFolder(tree, names[i - 1], names[i])] -= size;
        }
    }
    for (NodeId node = tree.nodeCount(); node-- > 1;)
        bytes[tree.parent(node)] += bytes[node];
    return bytes;
}

} // namespace Refbox
