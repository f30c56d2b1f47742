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

std::vector<std::string> mergeTree(FileTreeBuilder &builder, std::string_view folder, const FileTree &tree)
{
    std::vector<Handle> handles(tree.nodeCount(), FileTreeBuilder::kNone);
    handles[FileTree::root()] = folderAt(builder, folder);
    std::vector<std::string> leftOut;
    for (NodeId node = 1; node < tree.nodeCount(); ++node) {
        const Handle parent = handles[tree.parent(node)];
        if (parent == FileTreeBuilder::kNone)
            continue;
        const Handle known = builder.child(parent, tree.name(node));
        const bool isFolder = tree.inodeAt(node).isDirectory();
        if (known == FileTreeBuilder::kNone) {
            const Handle made = builder.copyNode(parent, tree.name(node), tree, node, {});
            handles[node] = isFolder ? made : FileTreeBuilder::kNone;
        } else if (isFolder && builder.inode(known).isDirectory()) {
            handles[node] = known;
        } else {
            leftOut.push_back(tree.path(node));
        }
    }
    return leftOut;
}

} // namespace Refbox
