// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/filetreebuilder.h"

namespace Refbox {

// What a source tree's ids became here. Filled lazily, kept over several copies from one tree.
struct FileTreeBuilder::CopyMaps
{
    std::vector<InodeId> inodes;
    std::vector<XattrSetId> xattrSets;
    std::vector<NameId> names;
    std::vector<std::uint32_t> hostPaths;
    std::vector<std::uint32_t> packed;
};

FileTreeBuilder::CopyMaps &FileTreeBuilder::copyMapsFor(const FileTree &tree)
{
    auto &maps = m_copyMaps[tree.m_serial];
    if (!maps) {
        maps = std::make_shared<CopyMaps>();
        maps->inodes.assign(tree.m_inodes.size(), kNoId);
        maps->xattrSets.assign(tree.xattrSetCount(), kNoId);
        maps->xattrSets[0] = 0;
        maps->names.assign(tree.m_names.size(), kNoId);
        maps->hostPaths.assign(tree.m_hostPaths.size(), kNoId);
        maps->packed.assign(tree.m_packed.size(), kNoId);
        m_tree->m_resources.insert(m_tree->m_resources.end(), tree.m_resources.begin(),
                                   tree.m_resources.end());
    }
    return *maps;
}

NameId FileTreeBuilder::copyName(CopyMaps &maps, const FileTree &tree, NameId id)
{
    NameId &copied = maps.names[id];
    if (copied == kNoId)
        copied = m_interner.intern(tree.m_names[id]);
    return copied;
}

std::uint32_t FileTreeBuilder::copyHostPath(CopyMaps &maps, const FileTree &tree, std::uint32_t id)
{
    if (id != kNoId && maps.hostPaths[id] != kNoId)
        return maps.hostPaths[id];
    // A path and all that leads to it, outermost first.
    std::vector<std::uint32_t> missing;
    for (; id != kNoId && maps.hostPaths[id] == kNoId; id = tree.m_hostPaths[id].parent)
        missing.push_back(id);
    std::uint32_t copied = id == kNoId ? kNoId : maps.hostPaths[id];
    for (auto it = missing.rbegin(); it != missing.rend(); ++it) {
        copied = internHostPath(copied, tree.m_names[tree.m_hostPaths[*it].name]);
        maps.hostPaths[*it] = copied;
    }
    return copied;
}

// Lets an inode that still speaks of the source's content speak of a copy here.
void FileTreeBuilder::copyContent(CopyMaps &maps, const FileTree &tree, InodeId source, Inode &inode)
{
    switch (inode.contentKind) {
    case ContentKind::None:
        break;
    case ContentKind::Inline:
        inode.contentOffset = m_tree->m_inlineBytes.size();
        m_tree->m_inlineBytes += tree.inlineBytes(source);
        break;
    case ContentKind::HostFile:
        inode.contentRef = copyHostPath(maps, tree, inode.contentRef);
        break;
    case ContentKind::Extents:
        inode.contentRef = addExtentList(
            copyHostPath(maps, tree, tree.m_extentLists[inode.contentRef].hostPath), tree.extents(source));
        break;
    case ContentKind::Blob: {
        FileTree::Blob blob = tree.m_blobs[inode.contentRef];
        blob.hostPath = copyHostPath(maps, tree, blob.hostPath);
        inode.contentRef = checkedId(m_tree->m_blobs.size());
        m_tree->m_blobs.push_back(blob);
        break;
    }
    case ContentKind::Packed: {
        std::uint32_t &copied = maps.packed[inode.contentRef];
        if (copied == kNoId)
            copied = addPackedContent(tree.m_packed[inode.contentRef]);
        inode.contentRef = copied;
        break;
    }
    }
}

InodeId FileTreeBuilder::copyInode(CopyMaps &maps, const FileTree &tree, InodeId source,
                                   const CopyOptions &options)
{
    Inode inode = tree.m_inodes[source];
    // Directories have one name each: theirs are always new inodes.
    const bool shared = options.shareInodes && !inode.isDirectory();
    if (shared && maps.inodes[source] != kNoId)
        return maps.inodes[source];
    if (maps.xattrSets[inode.xattrs] == kNoId)
        maps.xattrSets[inode.xattrs] = internXattrs(tree.xattrs(inode.xattrs));
    inode.xattrs = maps.xattrSets[inode.xattrs];
    inode.origin = options.origin ? *options.origin : copyName(maps, tree, inode.origin);
    copyContent(maps, tree, source, inode);
    m_tree->m_inodes.push_back(inode);
    const auto id = static_cast<InodeId>(m_tree->m_inodes.size() - 1);
    if (shared)
        maps.inodes[source] = id;
    return id;
}

FileTreeBuilder::Handle FileTreeBuilder::copySubtree(Handle parentHandle, std::string_view nodeName,
                                                     const FileTree &tree, NodeId node,
                                                     const CopyOptions &options)
{
    const NodeId end = tree.subtreeEnd(node);
    const NodeId first = options.contentsOnly ? node + 1 : node;
    if (first == end)
        return kNone;
    CopyMaps &maps = copyMapsFor(tree);
    const Handle base = checkedId(m_nodes.size());
    checkedId(m_nodes.size() + (end - first));
    if (!options.contentsOnly)
        copyNode(parentHandle, nodeName, tree, node, options);
    else
        checkParent(parentHandle, tree.name(first));
    // Names out of a tree are good names in places known to be directories: no need to look again.
    for (NodeId n = node + 1; n < end; ++n) {
        const NodeId sourceParent = tree.parent(n);
        const Handle to = sourceParent < first ? parentHandle : base + (sourceParent - first);
        appendNode(to, copyName(maps, tree, tree.nameId(n)), copyInode(maps, tree, tree.inodeOf(n), options));
    }
    return base;
}

FileTreeBuilder::Handle FileTreeBuilder::copyNode(Handle parentHandle, std::string_view nodeName,
                                                  const FileTree &tree, NodeId node,
                                                  const CopyOptions &options)
{
    checkPlace(parentHandle, nodeName);
    const NameId id = m_interner.intern(nodeName);
    return appendNode(parentHandle, id, copyInode(copyMapsFor(tree), tree, tree.inodeOf(node), options));
}

} // namespace Refbox
