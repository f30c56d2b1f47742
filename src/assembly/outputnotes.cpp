// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/outputnotes.h"

#include "software/keyhash.h"
#include "tree/content.h"

#include <filesystem>
#include <unordered_map>
#include <vector>

namespace Refbox {

namespace {

class IdentityHash final
{
public:
    IdentityHash(const FileTree &tree, NodeId subtree)
        : m_tree(tree)
        , m_subtree(subtree)
        , m_above(tree.path(subtree).size())
        , m_firstNames(tree.inodeCount(), kNoId)
    {
    }

    void add(std::string_view text) { m_hash.add(text); }
    void addNode(NodeId node)
    {
        m_hash.add(node == m_subtree ? std::string_view() : m_tree.name(node));
        m_hash.add(node == m_subtree ? 0 : m_tree.parent(node) - m_subtree);
        const InodeId inode = m_tree.inodeOf(node);
        const bool isFirst = m_firstNames[inode] == kNoId;
        if (isFirst)
            m_firstNames[inode] = node;
        m_hash.add(m_firstNames[inode] - m_subtree);
        if (isFirst)
            addInode(inode);
    }
    void addLayerNode(NodeId node, NodeId number, bool withMetadata)
    {
        m_hash.add(m_tree.path(node).substr(m_above));
        NodeId &first = m_firstNames[m_tree.inodeOf(node)];
        const bool isFirst = first == kNoId;
        if (isFirst)
            first = number;
        m_hash.add(first);
        if (isFirst && withMetadata)
            addInode(m_tree.inodeOf(node));
    }
    std::string hex() const { return m_hash.hex(); }

private:
    void addInode(InodeId id)
    {
        const Inode &inode = m_tree.inode(id);
        m_hash.add(inode.mode());
        m_hash.add(inode.uid);
        m_hash.add(inode.gid);
        m_hash.add(inode.mtimeSeconds);
        m_hash.add(inode.mtimeNanoseconds);
        m_hash.add(inode.flags);
        m_hash.add(inode.size);
        if (inode.isDevice())
            m_hash.add(inode.contentRef);
        m_hash.add(contentPlace(m_tree, id));
        if (inode.contentKind == ContentKind::HostFile || inode.contentKind == ContentKind::Extents ||
            inode.contentKind == ContentKind::Packed)
            m_hash.add(stampOf(m_tree.hostPath(id)));
        const std::vector<XattrView> xattrs = m_tree.xattrsOf(id);
        m_hash.add(xattrs.size());
        for (const XattrView &xattr : xattrs) {
            m_hash.add(xattr.name);
            m_hash.add(xattr.value);
        }
    }

    // Many files' content stands in one archive.
    const std::string &stampOf(const std::string &path)
    {
        const auto [found, isNew] = m_stamps.try_emplace(path);
        if (isNew)
            found->second = fileStamp(path);
        return found->second;
    }

    const FileTree &m_tree;
    NodeId m_subtree;
    std::size_t m_above;              // bytes of the subtree's path
    std::vector<NodeId> m_firstNames; // by inode, in the subtree
    std::unordered_map<std::string, std::string> m_stamps;
    KeyHash m_hash;
};

std::string noteKey(const std::string &file)
{
    std::error_code ignored;
    return "output " + std::filesystem::absolute(file, ignored).string();
}

std::string noteOf(const std::string &file, const std::string &identity)
{
    return identity + ' ' + fileStamp(file);
}

} // namespace

std::string outputIdentity(const FileTree &tree, NodeId subtree, std::string_view options,
                           const Progress &progress)
{
    IdentityHash hash(tree, subtree);
    // Another program may write another way; this one's file tells, also while it is being developed.
    hash.add(fileStamp("/proc/self/exe"));
    hash.add(options);
    for (NodeId node = subtree; node < tree.subtreeEnd(subtree); ++node) {
        progress.throwIfCancelled();
        hash.addNode(node);
    }
    return hash.hex();
}

std::string layerIdentity(const FileTree &tree, NodeId subtree, std::span<const NodeId> nodes,
                          bool neutralFolders, std::string_view options, const Progress &progress)
{
    IdentityHash hash(tree, subtree);
    hash.add(fileStamp("/proc/self/exe"));
    hash.add(options);
    NodeId number = 0;
    for (const NodeId node : nodes) {
        progress.throwIfCancelled();
        hash.addLayerNode(node, number++, !neutralFolders || !tree.inodeAt(node).isDirectory());
    }
    return hash.hex();
}

bool OutputNotes::stands(const std::string &file, const std::string &identity) const
{
    return !fileStamp(file).empty() && m_store.note(noteKey(file)) == noteOf(file, identity);
}

void OutputNotes::add(const std::string &file, const std::string &identity) const
{
    m_store.putNote(noteKey(file), noteOf(file, identity));
}

} // namespace Refbox
