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

// Where a link of the builder leads, as Linux would follow it with the builder's root as "/": kNone where
// that is no folder.
class LinkFollower final
{
public:
    explicit LinkFollower(FileTreeBuilder &builder)
        : m_builder(builder)
    {
    }

    Handle folder(Handle link)
    {
        m_links = 0;
        const Handle found = follow(link);
        return found != FileTreeBuilder::kNone && m_builder.inode(found).isDirectory()
                   ? found
                   : FileTreeBuilder::kNone;
    }

private:
    static constexpr int kMostLinks = 40;

    Handle follow(Handle link)
    {
        if (++m_links > kMostLinks)
            return FileTreeBuilder::kNone;
        const std::string target(m_builder.symlinkTarget(link));
        Handle at = target.starts_with('/') ? FileTreeBuilder::root() : m_builder.parent(link);
        for (std::size_t begin = 0; begin < target.size();) {
            const std::size_t end = std::min(target.find('/', begin), target.size());
            const std::string_view name = std::string_view(target).substr(begin, end - begin);
            begin = end + 1;
            if (!m_builder.inode(at).isDirectory())
                return FileTreeBuilder::kNone;
            if (name.empty() || name == ".")
                continue;
            if (name == "..") {
                at = at == FileTreeBuilder::root() ? at : m_builder.parent(at);
                continue;
            }
            at = m_builder.child(at, name);
            if (at != FileTreeBuilder::kNone && m_builder.inode(at).isSymlink())
                at = follow(at);
            if (at == FileTreeBuilder::kNone)
                return at;
        }
        return at;
    }

    FileTreeBuilder &m_builder;
    int m_links = 0;
};

// Where the children of a folder go that has the name of something that is there.
Handle placeOfFolder(FileTreeBuilder &builder, Handle known)
{
    if (builder.inode(known).isDirectory())
        return known;
    return builder.inode(known).isSymlink() ? LinkFollower(builder).folder(known) : FileTreeBuilder::kNone;
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
            continue;
        }
        if (isFolder)
            handles[node] = placeOfFolder(builder, known);
        const bool isSameLink = tree.inodeAt(node).isSymlink() && builder.inode(known).isSymlink() &&
                                builder.symlinkTarget(known) == tree.symlinkTarget(tree.inodeOf(node));
        if (handles[node] == FileTreeBuilder::kNone && !isSameLink)
            leftOut.push_back(tree.path(node));
    }
    return leftOut;
}

} // namespace Refbox
