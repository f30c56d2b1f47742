// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/filetreebuilder.h"

#include "jobs/display.h"
#include "jobs/error.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace Refbox {

namespace {

std::uint64_t childKey(std::uint32_t parent, NameId name)
{
    return std::uint64_t(parent) << 32 | name;
}

void checkName(std::string_view name)
{
    const auto refuse = [&](const QString &why) {
        throw Error(QStringLiteral("Cannot use this file name"), displayPath(name), why);
    };
    if (name.empty())
        refuse(QStringLiteral("It is empty."));
    if (name.size() > 255)
        refuse(QStringLiteral("It is longer than 255 bytes."));
    if (name == "." || name == "..")
        refuse(QStringLiteral("It stands for a directory itself."));
    if (name.find('/') != std::string_view::npos || name.find('\0') != std::string_view::npos)
        refuse(QStringLiteral("It holds a slash or a NUL byte."));
}

} // namespace

// What a source tree's ids became here. Filled lazily, kept over several copies from one tree.
struct FileTreeBuilder::CopyMaps
{
    std::vector<InodeId> inodes;
    std::vector<XattrSetId> xattrSets;
    std::unordered_map<NameId, NameId> names;
    std::unordered_map<std::uint32_t, std::uint32_t> hostPaths;
};

FileTreeBuilder::FileTreeBuilder(const Metadata &rootMetadata)
    : m_tree(new FileTree)
{
    m_tree->m_xattrSets = {0, 0}; // set 0: none
    m_nodes.push_back({kNoId, 0, addInode(rootMetadata, FileType::Directory)});
}

FileTreeBuilder::~FileTreeBuilder() = default;

InodeId FileTreeBuilder::addInode(const Metadata &metadata, FileType type)
{
    Inode inode;
    inode.type = type;
    inode.permissions = metadata.permissions & 07777;
    inode.uid = metadata.uid;
    inode.gid = metadata.gid;
    inode.mtimeSeconds = metadata.mtime.seconds;
    inode.mtimeNanoseconds = metadata.mtime.nanoseconds;
    inode.flags = metadata.flags;
    inode.xattrs = metadata.xattrs;
    inode.origin = metadata.origin;
    m_tree->m_inodes.push_back(inode);
    return static_cast<InodeId>(m_tree->m_inodes.size() - 1);
}

FileTreeBuilder::Handle FileTreeBuilder::addNode(Handle parentHandle, std::string_view nodeName,
                                                 InodeId inodeId)
{
    checkName(nodeName);
    if (!inode(parentHandle).isDirectory())
        throw Error(QStringLiteral("Cannot add %1").arg(displayPath(nodeName)),
                    displayPath(path(parentHandle)), QStringLiteral("It is no directory."));
    if (m_nodes.size() >= kNoId - 1)
        throw Error(QStringLiteral("Cannot hold this tree"), {},
                    QStringLiteral("It has more than 4 billion names."));
    m_nodes.push_back({parentHandle, m_interner.intern(nodeName), inodeId});
    const auto handle = static_cast<Handle>(m_nodes.size() - 1);
    if (m_childIndexed)
        indexNode(handle);
    return handle;
}

FileTreeBuilder::Handle FileTreeBuilder::addDirectory(Handle parentHandle, std::string_view nodeName,
                                                      const Metadata &metadata)
{
    return addNode(parentHandle, nodeName, addInode(metadata, FileType::Directory));
}

FileTreeBuilder::Handle FileTreeBuilder::addInlineFile(Handle parentHandle, std::string_view nodeName,
                                                       const Metadata &metadata, std::string_view bytes)
{
    const InodeId id = addInode(metadata, FileType::Regular);
    Inode &inode = m_tree->m_inodes[id];
    inode.size = bytes.size();
    if (!bytes.empty()) {
        inode.contentKind = ContentKind::Inline;
        inode.contentOffset = m_tree->m_inlineBytes.size();
        m_tree->m_inlineBytes += bytes;
    }
    return addNode(parentHandle, nodeName, id);
}

FileTreeBuilder::Handle FileTreeBuilder::addHostFile(Handle parentHandle, std::string_view nodeName,
                                                     const Metadata &metadata, std::uint32_t hostPath,
                                                     std::uint64_t size, std::uint64_t offset)
{
    const InodeId id = addInode(metadata, FileType::Regular);
    Inode &inode = m_tree->m_inodes[id];
    inode.size = size;
    if (size > 0) {
        inode.contentKind = ContentKind::HostFile;
        inode.contentRef = hostPath;
        inode.contentOffset = offset;
    }
    return addNode(parentHandle, nodeName, id);
}

FileTreeBuilder::Handle FileTreeBuilder::addExtentsFile(Handle parentHandle, std::string_view nodeName,
                                                        const Metadata &metadata, std::uint32_t hostPath,
                                                        std::uint64_t size, std::span<const Extent> extents)
{
    const InodeId id = addInode(metadata, FileType::Regular);
    Inode &inode = m_tree->m_inodes[id];
    inode.size = size;
    if (size > 0) {
        inode.contentKind = ContentKind::Extents;
        inode.contentRef = static_cast<std::uint32_t>(m_tree->m_extentLists.size());
        m_tree->m_extentLists.push_back({hostPath, static_cast<std::uint32_t>(m_tree->m_extents.size()),
                                         static_cast<std::uint32_t>(extents.size())});
        m_tree->m_extents.insert(m_tree->m_extents.end(), extents.begin(), extents.end());
    }
    return addNode(parentHandle, nodeName, id);
}

FileTreeBuilder::Handle FileTreeBuilder::addBlobFile(Handle parentHandle, std::string_view nodeName,
                                                     const Metadata &metadata, const Sha256 &sha256,
                                                     std::uint32_t hostPath, std::uint64_t size)
{
    const InodeId id = addInode(metadata, FileType::Regular);
    Inode &inode = m_tree->m_inodes[id];
    inode.size = size;
    if (size > 0) {
        inode.contentKind = ContentKind::Blob;
        inode.contentRef = static_cast<std::uint32_t>(m_tree->m_blobs.size());
        m_tree->m_blobs.push_back({sha256, hostPath});
    }
    return addNode(parentHandle, nodeName, id);
}

FileTreeBuilder::Handle FileTreeBuilder::addSymlink(Handle parentHandle, std::string_view nodeName,
                                                    const Metadata &metadata, std::string_view target)
{
    if (target.empty() || target.size() > 4095 || target.find('\0') != std::string_view::npos)
        throw Error(QStringLiteral("Cannot add the symbolic link %1").arg(displayPath(nodeName)),
                    displayPath(path(parentHandle)),
                    QStringLiteral("Its target is empty, longer than 4095 bytes, or holds a NUL byte."));
    const Handle handle = addInlineFile(parentHandle, nodeName, metadata, target);
    inode(handle).type = FileType::Symlink;
    return handle;
}

FileTreeBuilder::Handle FileTreeBuilder::addSpecial(Handle parentHandle, std::string_view nodeName,
                                                    const Metadata &metadata, FileType type,
                                                    std::uint32_t major, std::uint32_t minor)
{
    if (major >= 1U << 12 || minor >= 1U << 20)
        throw Error(QStringLiteral("Cannot add the device %1").arg(displayPath(nodeName)),
                    displayPath(path(parentHandle)),
                    QStringLiteral("Linux has no device %1:%2.").arg(major).arg(minor));
    const InodeId id = addInode(metadata, type);
    if (m_tree->m_inodes[id].isDevice())
        m_tree->m_inodes[id].contentRef = major << 20 | minor;
    return addNode(parentHandle, nodeName, id);
}

FileTreeBuilder::Handle FileTreeBuilder::addHardLink(Handle parentHandle, std::string_view nodeName,
                                                     Handle existing)
{
    if (inode(existing).isDirectory())
        throw Error(QStringLiteral("Cannot link %1").arg(displayPath(nodeName)), displayPath(path(existing)),
                    QStringLiteral("A directory cannot have hard links."));
    return addNode(parentHandle, nodeName, m_nodes[existing].inode);
}

void FileTreeBuilder::remove(Handle handle)
{
    if (m_childIndexed)
        m_childIndex.erase(childKey(m_nodes[handle].parent, m_nodes[handle].name));
    m_nodes[handle].inode = kNoId; // what is below goes with it, in build()
}

void FileTreeBuilder::indexNode(Handle handle)
{
    m_childIndex.emplace(childKey(m_nodes[handle].parent, m_nodes[handle].name), handle);
}

FileTreeBuilder::Handle FileTreeBuilder::child(Handle directory, std::string_view childName)
{
    if (!m_childIndexed) {
        m_childIndexed = true;
        m_childIndex.reserve(m_nodes.size());
        for (Handle handle = 1; handle < m_nodes.size(); ++handle) {
            if (m_nodes[handle].inode != kNoId)
                indexNode(handle);
        }
    }
    const NameId id = m_interner.lookup(childName);
    if (id == NameInterner::kUnknown)
        return kNone;
    const auto found = m_childIndex.find(childKey(directory, id));
    return found == m_childIndex.end() ? kNone : found->second;
}

FileTreeBuilder::Handle FileTreeBuilder::find(std::string_view path)
{
    Handle handle = root();
    while (!path.empty() && handle != kNone) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        if (slash > 0)
            handle = child(handle, path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return handle;
}

std::string FileTreeBuilder::path(Handle handle) const
{
    std::string result;
    for (; handle != root(); handle = m_nodes[handle].parent)
        result.insert(0, "/" + std::string(name(handle)));
    return result.empty() ? "/" : result;
}

std::string_view FileTreeBuilder::symlinkTarget(Handle handle) const
{
    const Inode &i = inode(handle);
    if (!i.isSymlink())
        return {};
    return std::string_view(m_tree->m_inlineBytes).substr(i.contentOffset, i.size);
}

XattrSetId FileTreeBuilder::internXattrs(std::vector<XattrView> xattrs)
{
    if (xattrs.empty())
        return 0;
    std::sort(xattrs.begin(), xattrs.end(),
              [](const XattrView &a, const XattrView &b) { return a.name < b.name; });
    std::vector<FileTree::XattrEntry> entries;
    for (const XattrView &xattr : xattrs)
        entries.push_back({m_interner.intern(xattr.name), m_interner.intern(xattr.value)});
    const auto doubled =
        std::adjacent_find(entries.begin(), entries.end(), [](auto a, auto b) { return a.name == b.name; });
    if (doubled != entries.end())
        throw Error(QStringLiteral("Cannot use these extended attributes"),
                    displayPath(m_interner.table()[doubled->name]),
                    QStringLiteral("The attribute is given twice."));
    const std::string key(reinterpret_cast<const char *>(entries.data()),
                          entries.size() * sizeof(entries[0]));
    const auto [found, isNew] =
        m_xattrIndex.emplace(key, static_cast<XattrSetId>(m_tree->m_xattrSets.size() - 1));
    if (isNew) {
        m_tree->m_xattrEntries.insert(m_tree->m_xattrEntries.end(), entries.begin(), entries.end());
        m_tree->m_xattrSets.push_back(static_cast<std::uint32_t>(m_tree->m_xattrEntries.size()));
    }
    return found->second;
}

std::uint32_t FileTreeBuilder::internHostPath(std::uint32_t parentPath, std::string_view pathName)
{
    m_tree->m_hostPaths.push_back({parentPath, m_interner.intern(pathName)});
    return static_cast<std::uint32_t>(m_tree->m_hostPaths.size() - 1);
}

void FileTreeBuilder::keepAlive(std::shared_ptr<const void> resource)
{
    if (resource)
        m_tree->m_resources.push_back(std::move(resource));
}

FileTreeBuilder::CopyMaps &FileTreeBuilder::copyMapsFor(const FileTree &tree)
{
    auto &maps = m_copyMaps[&tree];
    if (!maps) {
        maps = std::make_unique<CopyMaps>();
        maps->inodes.assign(tree.inodeCount(), kNoId);
        maps->xattrSets.assign(tree.xattrSetCount(), kNoId);
        maps->xattrSets[0] = 0;
        m_tree->m_resources.insert(m_tree->m_resources.end(), tree.m_resources.begin(),
                                   tree.m_resources.end());
    }
    return *maps;
}

InodeId FileTreeBuilder::copyInode(CopyMaps &maps, const FileTree &tree, InodeId source,
                                   const CopyOptions &options)
{
    if (options.shareInodes && maps.inodes[source] != kNoId)
        return maps.inodes[source];
    const auto copyName = [&](NameId id) {
        const auto [found, isNew] = maps.names.emplace(id, 0);
        if (isNew)
            found->second = m_interner.intern(tree.m_names[id]);
        return found->second;
    };
    const auto copyHostPath = [&](std::uint32_t id) {
        // A path and all that leads to it, outermost first.
        std::vector<std::uint32_t> missing;
        while (id != kNoId && !maps.hostPaths.contains(id)) {
            missing.push_back(id);
            id = tree.m_hostPaths[id].parent;
        }
        std::uint32_t copied = id == kNoId ? kNoId : maps.hostPaths[id];
        for (auto it = missing.rbegin(); it != missing.rend(); ++it) {
            copied = internHostPath(copied, tree.m_names[tree.m_hostPaths[*it].name]);
            maps.hostPaths[*it] = copied;
        }
        return copied;
    };

    Inode inode = tree.m_inodes[source];
    if (maps.xattrSets[inode.xattrs] == kNoId)
        maps.xattrSets[inode.xattrs] = internXattrs(tree.xattrs(inode.xattrs));
    inode.xattrs = maps.xattrSets[inode.xattrs];
    inode.origin = options.origin ? *options.origin : copyName(inode.origin);
    switch (inode.contentKind) {
    case ContentKind::None:
        break;
    case ContentKind::Inline:
        inode.contentOffset = m_tree->m_inlineBytes.size();
        m_tree->m_inlineBytes += tree.inlineBytes(source);
        break;
    case ContentKind::HostFile:
        inode.contentRef = copyHostPath(inode.contentRef);
        break;
    case ContentKind::Extents: {
        const auto extents = tree.extents(source);
        FileTree::ExtentList list = tree.m_extentLists[inode.contentRef];
        list.hostPath = copyHostPath(list.hostPath);
        list.begin = static_cast<std::uint32_t>(m_tree->m_extents.size());
        m_tree->m_extents.insert(m_tree->m_extents.end(), extents.begin(), extents.end());
        inode.contentRef = static_cast<std::uint32_t>(m_tree->m_extentLists.size());
        m_tree->m_extentLists.push_back(list);
        break;
    }
    case ContentKind::Blob: {
        FileTree::Blob blob = tree.m_blobs[inode.contentRef];
        blob.hostPath = copyHostPath(blob.hostPath);
        inode.contentRef = static_cast<std::uint32_t>(m_tree->m_blobs.size());
        m_tree->m_blobs.push_back(blob);
        break;
    }
    }
    m_tree->m_inodes.push_back(inode);
    const auto id = static_cast<InodeId>(m_tree->m_inodes.size() - 1);
    if (options.shareInodes)
        maps.inodes[source] = id;
    return id;
}

FileTreeBuilder::Handle FileTreeBuilder::copySubtree(Handle parentHandle, std::string_view nodeName,
                                                     const FileTree &tree, NodeId node,
                                                     const CopyOptions &options)
{
    const NodeId first = options.contentsOnly ? node + 1 : node;
    const NodeId end = tree.subtreeEnd(node);
    const auto base = static_cast<Handle>(m_nodes.size());
    CopyMaps &maps = copyMapsFor(tree);
    for (NodeId n = first; n < end; ++n) {
        const bool top = n == node;
        const NodeId sourceParent = tree.parent(n);
        const Handle to = top || sourceParent < first ? parentHandle : base + (sourceParent - first);
        // Directories have one name each: theirs are always new inodes.
        CopyOptions inodeOptions = options;
        inodeOptions.shareInodes = options.shareInodes && !tree.inodeAt(n).isDirectory();
        addNode(to, top ? nodeName : tree.name(n), copyInode(maps, tree, tree.inodeOf(n), inodeOptions));
    }
    return base;
}

FileTreeBuilder::Handle FileTreeBuilder::copyNode(Handle parentHandle, std::string_view nodeName,
                                                  const FileTree &tree, NodeId node,
                                                  const CopyOptions &options)
{
    CopyOptions inodeOptions = options;
    inodeOptions.shareInodes = options.shareInodes && !tree.inodeAt(node).isDirectory();
    return addNode(parentHandle, nodeName,
                   copyInode(copyMapsFor(tree), tree, tree.inodeOf(node), inodeOptions));
}

FileTreePtr FileTreeBuilder::build()
{
    m_childIndex.clear();
    m_copyMaps.clear();
    // A removed directory takes everything below it along: parents stand before their children.
    for (Handle handle = 1; handle < m_nodes.size(); ++handle) {
        if (m_nodes[m_nodes[handle].parent].inode == kNoId)
            m_nodes[handle].inode = kNoId;
    }
    m_tree->m_names = m_interner.take();

    // Children grouped by parent: a counting sort, then each group by name.
    std::vector<std::uint32_t> begin(m_nodes.size() + 1, 0);
    for (Handle handle = 1; handle < m_nodes.size(); ++handle) {
        if (m_nodes[handle].inode != kNoId)
            ++begin[m_nodes[handle].parent + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<Handle> children(begin.back());
    {
        std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
        for (Handle handle = 1; handle < m_nodes.size(); ++handle) {
            if (m_nodes[handle].inode != kNoId)
                children[next[m_nodes[handle].parent]++] = handle;
        }
    }
    sortChildren(begin, children);
    numberNodes(begin, children);
    dropUnnamedInodes();
    return std::move(m_tree);
}

void FileTreeBuilder::sortChildren(const std::vector<std::uint32_t> &begin,
                                   std::vector<Handle> &children) const
{
    const auto nameOf = [this](Handle handle) { return m_tree->m_names[m_nodes[handle].name]; };
    for (Handle directory = 0; directory + 1 < begin.size(); ++directory) {
        const auto group =
            std::span(children).subspan(begin[directory], begin[directory + 1] - begin[directory]);
        const auto byName = [&](Handle a, Handle b) { return nameOf(a) < nameOf(b); };
        if (!std::is_sorted(group.begin(), group.end(), byName))
            std::sort(group.begin(), group.end(), byName);
        const auto twins = std::adjacent_find(group.begin(), group.end(), [this](Handle a, Handle b) {
            return m_nodes[a].name == m_nodes[b].name;
        });
        if (twins != group.end())
            throw Error(QStringLiteral("Cannot make this tree"), displayPath(nameOf(*twins)),
                        QStringLiteral("Two entries of one directory have this name."));
    }
}

void FileTreeBuilder::numberNodes(const std::vector<std::uint32_t> &begin,
                                  const std::vector<Handle> &children)
{
    // Preorder without recursion: a stack of (handle, new parent, row), children pushed last to first.
    struct Pending
    {
        Handle handle;
        NodeId parent;
        std::uint32_t row;
    };
    auto &nodes = m_tree->m_nodes;
    nodes.reserve(children.size() + 2);
    m_tree->m_children.resize(children.size());
    std::uint32_t childrenSoFar = 0;
    std::vector<Pending> stack{{root(), kNoId, 0}};
    while (!stack.empty()) {
        const Pending pending = stack.back();
        stack.pop_back();
        const auto id = static_cast<NodeId>(nodes.size());
        nodes.push_back({pending.parent, m_nodes[pending.handle].name, m_nodes[pending.handle].inode,
                         pending.row, childrenSoFar});
        if (pending.parent != kNoId)
            m_tree->m_children[nodes[pending.parent].firstChild + pending.row] = id;
        const std::uint32_t count = begin[pending.handle + 1] - begin[pending.handle];
        childrenSoFar += count;
        for (std::uint32_t row = count; row-- > 0;)
            stack.push_back({children[begin[pending.handle] + row], id, row});
    }
    nodes.push_back({kNoId, 0, 0, 0, childrenSoFar}); // ends the last node's children
    m_nodes = std::vector<Node>();
}

void FileTreeBuilder::dropUnnamedInodes()
{
    auto &tree = *m_tree;
    const std::uint32_t nodeCount = tree.nodeCount();
    std::vector<InodeId> renumbered(tree.m_inodes.size(), kNoId);
    std::vector<Inode> inodes;
    inodes.reserve(std::min<std::size_t>(tree.m_inodes.size(), nodeCount));
    tree.m_namesBegin.assign(1, 0);
    for (NodeId node = 0; node < nodeCount; ++node) {
        InodeId &id = renumbered[tree.m_nodes[node].inode];
        if (id == kNoId) {
            id = static_cast<InodeId>(inodes.size());
            inodes.push_back(tree.m_inodes[tree.m_nodes[node].inode]);
            tree.m_namesBegin.push_back(0);
        }
        tree.m_nodes[node].inode = id;
        ++tree.m_namesBegin[id + 1];
    }
    inodes.shrink_to_fit();
    tree.m_inodes = std::move(inodes);
    std::partial_sum(tree.m_namesBegin.begin(), tree.m_namesBegin.end(), tree.m_namesBegin.begin());
    tree.m_namesBegin.shrink_to_fit();
    std::vector<std::uint32_t> next(tree.m_namesBegin.begin(), tree.m_namesBegin.end() - 1);
    tree.m_namesOfInodes.resize(nodeCount);
    for (NodeId node = 0; node < nodeCount; ++node)
        tree.m_namesOfInodes[next[tree.m_nodes[node].inode]++] = node;
    tree.m_hostPaths.shrink_to_fit();
    tree.m_inlineBytes.shrink_to_fit();
}

} // namespace Refbox
