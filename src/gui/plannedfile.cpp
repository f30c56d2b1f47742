// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/plannedfile.h"

#include "gui/filetext.h"
#include "tree/content.h"

#include <algorithm>

namespace Refbox {

namespace {

// What a node or the symbolic link there stands for in the end; kNoId where that is no regular file.
NodeId fileOf(const Snapshot &snapshot, NodeId node)
{
    const FileTree &tree = *snapshot.tree;
    if (tree.inodeAt(node).isSymlink()) {
        const auto links = snapshot.linkMap ? snapshot.linkMap->linksOf(node) : std::span<const Link>();
        const auto leads = std::ranges::find_if(links, [&](const Link &link) {
            return link.target != kNoId && !tree.inodeAt(link.target).isSymlink();
        });
        if (leads == links.end())
            return kNoId;
        node = leads->target;
    }
    return tree.inodeAt(node).isRegular() ? node : kNoId;
}

bool isInRefbox(const Snapshot &snapshot, NodeId node)
{
    const FileTree &tree = *snapshot.tree;
    return snapshot.refbox != kNoId && std::ranges::any_of(tree.names(tree.inodeOf(node)), [&](NodeId name) {
               return tree.isInside(name, snapshot.refbox);
           });
}

} // namespace

std::optional<PlannedFile> plannedFile(const Snapshot &snapshot, std::string_view vserver,
                                       std::string_view path)
{
    const FileTree &tree = *snapshot.tree;
    const auto top =
        std::ranges::find(snapshot.vservers, vserver, [&](NodeId node) { return tree.name(node); });
    if (top == snapshot.vservers.end() || !path.starts_with('/'))
        return {};
    const NodeId named = tree.find(tree.path(*top) + std::string(path));
    const NodeId node = named == kNoId ? kNoId : fileOf(snapshot, named);
    if (node == kNoId || tree.inodeAt(node).size > kLargestText)
        return {};
    const Inode &inode = tree.inodeAt(node);
    PlannedFile planned;
    planned.file.content = readAll(tree, tree.inodeOf(node), kLargestText);
    if (!editableTextOf(planned.file.content))
        return {};
    planned.file.permissions = inode.permissions;
    planned.file.uid = inode.uid;
    planned.file.gid = inode.gid;
    planned.isShared = isInRefbox(snapshot, node);
    return planned;
}

} // namespace Refbox
