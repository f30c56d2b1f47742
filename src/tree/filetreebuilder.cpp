// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/filetreebuilder.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace Refbox {

namespace {

constexpr std::uint64_t kLongestFile = std::numeric_limits<std::int64_t>::max();

void checkName(std::string_view name)
{
    const auto refuse = [&](const QString &why) {
        throw Error(translated("tree", "Cannot use this file name"), displayPath(name), why);
    };
    if (name.empty())
        refuse(translated("tree", "It is empty."));
    if (name.size() > 255)
        refuse(translated("tree", "It is longer than 255 bytes."));
    if (name == "." || name == "..")
        refuse(translated("tree", "It stands for a directory itself."));
    if (name.find('/') != std::string_view::npos || name.find('\0') != std::string_view::npos)
        refuse(translated("tree", "It holds a slash or a NUL byte."));
}

} // namespace

FileTreeBuilder::FileTreeBuilder(const Metadata &rootMetadata)
    : m_tree(new FileTree)
{
    m_tree->m_xattrSets = {0, 0}; // set 0: none
    m_nodes.push_back({kNoId, 0, addInode(rootMetadata, FileType::Directory)});
}

void FileTreeBuilder::apply(const Metadata &metadata, Inode &inode)
{
    inode.permissions = metadata.permissions & 07777;
    inode.uid = metadata.uid;
    inode.gid = metadata.gid;
    inode.mtimeSeconds = metadata.mtime.seconds;
    inode.mtimeNanoseconds = std::min(metadata.mtime.nanoseconds, 999'999'999U); // images may lie
    inode.flags = metadata.flags & (kImmutable | kAppendOnly | kNoDump);
    inode.xattrs = metadata.xattrs;
    inode.origin = metadata.origin;
}

InodeId FileTreeBuilder::addInode(const Metadata &metadata, FileType type)
{
    Inode inode;
    inode.type = type;
    apply(metadata, inode);
    m_tree->m_inodes.push_back(inode);
    return static_cast<InodeId>(m_tree->m_inodes.size() - 1);
}

std::uint32_t FileTreeBuilder::checkedId(std::size_t number)
{
    if (number >= kNoId)
        throw Error(translated("tree", "Cannot hold this tree"), {},
                    translated("tree", "It has more than 4 billion names or other parts."),
                    translated("tree", "Open a part of it."));
    return static_cast<std::uint32_t>(number);
}

void FileTreeBuilder::checkParent(Handle parentHandle, std::string_view nodeName) const
{
    const auto refuse = [&](const QString &where, const QString &why) {
        throw Error(translated("tree", "Cannot add %1").arg(displayPath(nodeName)), where, why);
    };
    if (isRemoved(parentHandle))
        refuse({}, translated("tree", "Its directory was removed."));
    if (!inode(parentHandle).isDirectory())
        refuse(displayPath(path(parentHandle)), translated("tree", "It is no directory."));
}

// Before anything is stored: a refused file leaves nothing behind, and there are never more inodes than
// names.
void FileTreeBuilder::checkPlace(Handle parentHandle, std::string_view nodeName) const
{
    checkName(nodeName);
    checkParent(parentHandle, nodeName);
    checkedId(m_nodes.size() + 1);
}

void FileTreeBuilder::checkExtent(std::string_view nodeName, const Extent &extent)
{
    if (extent.length > kLongestFile || extent.logical > kLongestFile - extent.length ||
        extent.physical > kLongestFile - extent.length)
        throw Error(translated("tree", "Cannot add the file %1").arg(displayPath(nodeName)), {},
                    translated("tree", "Its size or place is beyond what a file can have."),
                    translated("tree", "The source is damaged or made to mislead."));
}

FileTreeBuilder::Handle FileTreeBuilder::appendNode(Handle parentHandle, NameId name, InodeId inodeId)
{
    m_nodes.push_back({parentHandle, name, inodeId});
    const auto handle = static_cast<Handle>(m_nodes.size() - 1);
    if (m_childIndexed)
        indexNode(handle);
    return handle;
}

FileTreeBuilder::Handle FileTreeBuilder::addFile(Handle parentHandle, std::string_view nodeName,
                                                 const Metadata &metadata, std::uint64_t size,
                                                 const Content &content)
{
    const NameId name = m_interner.intern(nodeName);
    const InodeId id = addInode(metadata, FileType::Regular);
    if (size > 0) {
        Inode &inode = m_tree->m_inodes[id];
        inode.size = size;
        inode.contentKind = content.kind;
        inode.contentRef = content.ref;
        inode.contentOffset = content.offset;
    }
    return appendNode(parentHandle, name, id);
}

FileTreeBuilder::Handle FileTreeBuilder::addDirectory(Handle parentHandle, std::string_view nodeName,
                                                      const Metadata &metadata)
{
    checkPlace(parentHandle, nodeName);
    const NameId name = m_interner.intern(nodeName);
    return appendNode(parentHandle, name, addInode(metadata, FileType::Directory));
}

FileTreeBuilder::Handle FileTreeBuilder::addInlineFile(Handle parentHandle, std::string_view nodeName,
                                                       const Metadata &metadata, std::string_view bytes)
{
    checkPlace(parentHandle, nodeName);
    const std::uint64_t offset = m_tree->m_inlineBytes.size();
    if (offset + bytes.size() > m_mostInlineBytes)
        throw Error(translated("tree", "Cannot add the file %1").arg(displayPath(nodeName)), {},
                    translated("tree", "The files before it have more bytes than there can be."),
                    translated("tree", "The image is damaged or made to mislead: try to repair it."));
    m_tree->m_inlineBytes += bytes;
    return addFile(parentHandle, nodeName, metadata, bytes.size(), {ContentKind::Inline, 0, offset});
}

FileTreeBuilder::Handle FileTreeBuilder::addHostFile(Handle parentHandle, std::string_view nodeName,
                                                     const Metadata &metadata, std::uint32_t hostPath,
                                                     std::uint64_t size, std::optional<std::uint64_t> offset)
{
    checkPlace(parentHandle, nodeName);
    const std::uint64_t begin = offset.value_or(0);
    checkExtent(nodeName, {0, begin, size});
    const Handle handle =
        addFile(parentHandle, nodeName, metadata, size, {ContentKind::HostFile, hostPath, begin});
    inode(handle).isWholeFile = size > 0 && !offset;
    return handle;
}

std::uint32_t FileTreeBuilder::addExtentList(std::uint32_t hostPath, std::span<const Extent> extents)
{
    auto &all = m_tree->m_extents;
    checkedId(all.size() + extents.size());
    const std::uint32_t id = checkedId(m_tree->m_extentLists.size());
    m_tree->m_extentLists.push_back(
        {hostPath, static_cast<std::uint32_t>(all.size()), static_cast<std::uint32_t>(extents.size())});
    all.insert(all.end(), extents.begin(), extents.end());
    return id;
}

FileTreeBuilder::Handle FileTreeBuilder::addExtentsFile(Handle parentHandle, std::string_view nodeName,
                                                        const Metadata &metadata, std::uint32_t hostPath,
                                                        std::uint64_t size, std::span<const Extent> extents)
{
    checkPlace(parentHandle, nodeName);
    checkExtent(nodeName, {0, 0, size});
    std::uint64_t end = 0;
    for (const Extent &extent : extents) {
        checkExtent(nodeName, extent);
        if (extent.logical < end)
            throw Error(translated("tree", "Cannot add the file %1").arg(displayPath(nodeName)), {},
                        translated("tree", "Its extents overlap or are out of order."),
                        translated("tree", "The image is damaged or made to mislead: try to repair it."));
        end = extent.logical + extent.length;
    }
    if (size == 0)
        return addFile(parentHandle, nodeName, metadata, 0, {});
    return addFile(parentHandle, nodeName, metadata, size,
                   {ContentKind::Extents, addExtentList(hostPath, extents), 0});
}

FileTreeBuilder::Handle FileTreeBuilder::addBlobFile(Handle parentHandle, std::string_view nodeName,
                                                     const Metadata &metadata, const Sha256 &sha256,
                                                     std::uint32_t hostPath, std::uint64_t size)
{
    checkPlace(parentHandle, nodeName);
    checkExtent(nodeName, {0, 0, size});
    if (size == 0)
        return addFile(parentHandle, nodeName, metadata, 0, {});
    const std::uint32_t id = checkedId(m_tree->m_blobs.size());
    m_tree->m_blobs.push_back({sha256, hostPath});
    return addFile(parentHandle, nodeName, metadata, size, {ContentKind::Blob, id, 0});
}

FileTreeBuilder::Handle FileTreeBuilder::addPackedFile(Handle parentHandle, std::string_view nodeName,
                                                       const Metadata &metadata, std::uint32_t packed,
                                                       std::uint64_t key, std::uint64_t size)
{
    checkPlace(parentHandle, nodeName);
    checkExtent(nodeName, {0, 0, size});
    if (size == 0)
        return addFile(parentHandle, nodeName, metadata, 0, {});
    return addFile(parentHandle, nodeName, metadata, size, {ContentKind::Packed, packed, key});
}

FileTreeBuilder::Handle FileTreeBuilder::addSymlink(Handle parentHandle, std::string_view nodeName,
                                                    const Metadata &metadata, std::string_view target)
{
    if (target.empty() || target.size() > 4095 || target.find('\0') != std::string_view::npos)
        throw Error(translated("tree", "Cannot add the symbolic link %1").arg(displayPath(nodeName)),
                    displayPath(path(parentHandle)),
                    translated("tree", "Its target is empty, longer than 4095 bytes, or holds a NUL byte."));
    const Handle handle = addInlineFile(parentHandle, nodeName, metadata, target);
    inode(handle).type = FileType::Symlink;
    return handle;
}

FileTreeBuilder::Handle FileTreeBuilder::addSpecial(Handle parentHandle, std::string_view nodeName,
                                                    const Metadata &metadata, FileType type,
                                                    std::uint32_t major, std::uint32_t minor)
{
    checkPlace(parentHandle, nodeName);
    const bool device = type == FileType::CharDevice || type == FileType::BlockDevice;
    if (!device && type != FileType::Fifo && type != FileType::Socket)
        throw Error(translated("tree", "Cannot add %1").arg(displayPath(nodeName)),
                    displayPath(path(parentHandle)),
                    translated("tree", "It is no special file but a %1.")
                        .arg(translated("tree", fileTypeName(type))));
    if (device && (major >= 1U << 12 || minor >= 1U << 20))
        throw Error(translated("tree", "Cannot add the device %1").arg(displayPath(nodeName)),
                    displayPath(path(parentHandle)),
                    translated("tree", "Linux has no device %1:%2.").arg(major).arg(minor));
    const NameId name = m_interner.intern(nodeName);
    const InodeId id = addInode(metadata, type);
    if (device)
        m_tree->m_inodes[id].contentRef = major << 20 | minor;
    return appendNode(parentHandle, name, id);
}

FileTreeBuilder::Handle FileTreeBuilder::addHardLink(Handle parentHandle, std::string_view nodeName,
                                                     Handle existing)
{
    checkPlace(parentHandle, nodeName);
    if (isRemoved(existing))
        throw Error(translated("tree", "Cannot link %1").arg(displayPath(nodeName)), {},
                    translated("tree", "What it stands for was removed."));
    if (inode(existing).isDirectory())
        throw Error(translated("tree", "Cannot link %1").arg(displayPath(nodeName)),
                    displayPath(path(existing)), translated("tree", "A directory cannot have hard links."));
    const InodeId id = m_nodes[existing].inode;
    return appendNode(parentHandle, m_interner.intern(nodeName), id);
}

void FileTreeBuilder::remove(Handle handle)
{
    if (handle == root())
        throw Error(translated("tree", "Cannot remove the root of a tree"), QStringLiteral("/"),
                    translated("tree", "Every tree has one."));
    m_nodes[handle].inode = kNoId; // what is below goes with it, in build()
}

// The slot of this name: empty, or holding the name's handle (perhaps a removed one).
std::size_t FileTreeBuilder::childSlot(Handle directory, NameId name) const
{
    const std::size_t mask = m_childSlots.size() - 1;
    std::uint64_t hash = (std::uint64_t(directory) << 32 | name) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        const Handle held = m_childSlots[slot];
        if (held == kNone || (m_nodes[held].parent == directory && m_nodes[held].name == name))
            return slot;
    }
}

void FileTreeBuilder::indexNode(Handle handle)
{
    if ((m_childSlotsUsed + 1) * 2 > m_childSlots.size()) {
        indexAll();
        return;
    }
    Handle &held = m_childSlots[childSlot(m_nodes[handle].parent, m_nodes[handle].name)];
    if (held == kNone)
        ++m_childSlotsUsed;
    if (held == kNone || isRemoved(held)) // the first of equal names stays
        held = handle;
}

void FileTreeBuilder::indexAll()
{
    m_childIndexed = true;
    m_childSlotsUsed = 0;
    m_childSlots.assign(std::bit_ceil(std::max<std::size_t>(64, m_nodes.size() * 3)), kNone);
    for (Handle handle = 1; handle < m_nodes.size(); ++handle) {
        if (!isRemoved(handle))
            indexNode(handle);
    }
}

FileTreeBuilder::Handle FileTreeBuilder::child(Handle directory, std::string_view childName)
{
    if (!m_childIndexed)
        indexAll();
    const NameId id = m_interner.lookup(childName);
    if (id == NameInterner::kUnknown)
        return kNone;
    const Handle held = m_childSlots[childSlot(directory, id)];
    return held == kNone || isRemoved(held) ? kNone : held;
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
    std::vector<std::string_view> parts;
    for (; handle != root(); handle = m_nodes[handle].parent)
        parts.push_back(name(handle));
    std::string result;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        (result += '/') += *part;
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
    for (const XattrView &xattr : xattrs) {
        if (xattr.name.empty() || xattr.name.size() > 255 || xattr.name.find('\0') != std::string_view::npos)
            throw Error(translated("tree", "Cannot use this extended attribute"), displayPath(xattr.name),
                        translated("tree", "Its name is empty, longer than 255 bytes, or holds a NUL byte."));
        entries.push_back({m_interner.intern(xattr.name), m_interner.intern(xattr.value)});
    }
    const auto doubled =
        std::adjacent_find(entries.begin(), entries.end(), [](auto a, auto b) { return a.name == b.name; });
    if (doubled != entries.end())
        throw Error(translated("tree", "Cannot use these extended attributes"),
                    displayPath(m_interner.table()[doubled->name]),
                    translated("tree", "The attribute is given twice."));
    const std::string key(reinterpret_cast<const char *>(entries.data()),
                          entries.size() * sizeof(entries[0]));
    const auto [found, isNew] =
        m_xattrIndex.emplace(key, static_cast<XattrSetId>(m_tree->m_xattrSets.size() - 1));
    if (isNew) {
        m_tree->m_xattrEntries.insert(m_tree->m_xattrEntries.end(), entries.begin(), entries.end());
        m_tree->m_xattrSets.push_back(checkedId(m_tree->m_xattrEntries.size()));
    }
    return found->second;
}

std::uint32_t FileTreeBuilder::internHostPath(std::uint32_t parentPath, std::string_view pathName)
{
    const std::uint32_t id = checkedId(m_tree->m_hostPaths.size());
    m_tree->m_hostPaths.push_back({parentPath, m_interner.intern(pathName)});
    return id;
}

void FileTreeBuilder::setHostPath(std::uint32_t id, std::string_view path)
{
    m_tree->m_hostPaths.at(id) = {kNoId, m_interner.intern(path)};
}

std::uint32_t FileTreeBuilder::addPackedContent(std::shared_ptr<const PackedContent> packed)
{
    const std::uint32_t id = checkedId(m_tree->m_packed.size());
    m_tree->m_packed.push_back(std::move(packed));
    return id;
}

void FileTreeBuilder::keepAlive(std::shared_ptr<const void> resource)
{
    if (resource)
        m_tree->m_resources.push_back(std::move(resource));
}

} // namespace Refbox
