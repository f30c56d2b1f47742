// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/treemerge.h"

#include <algorithm>
#include <vector>

namespace Refbox {

namespace {

using Handle = FileTreeBuilder::Handle;

Handle folderAt(FileTreeBuilder &builder, std::string_view path)
{
    Handle at = FileTreeBuilder::root();
    for (std::size_t begin = 1; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view name = path.substr(begin, end - begin);
        const Handle known = builder.child(at, name);
        at = known != FileTreeBuilder::kNone ? known : builder.addDirectory(at, name, {});
        begin = end + 1;
    }
    return at;
}

} // namespace

void mergeTree(FileTreeBuilder &builder, std::string_view folder, const FileTree &tree)
{
    std::vector<Handle> handles(tree.nodeCount(), FileTreeBuilder::kNone);
    handles[FileTree::root()] = folderAt(builder, folder);
    for (NodeId node = 1; node < tree.nodeCount(); ++node) {
        const Handle parent = handles[tree.parent(node)];
        if (parent == FileTreeBuilder::kNone || !builder.inode(parent).isDirectory())
            continue;
        handles[node] = builder.child(parent, tree.name(node));
        if (handles[node] == FileTreeBuilder::kNone)
            handles[node] = builder.copyNode(parent, tree.name(node), tree, node, {});
    }
}

} // namespace Refbox
