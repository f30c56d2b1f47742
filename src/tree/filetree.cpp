// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/filetree.h"

#include "jobs/text.h"

#include <algorithm>
#include <atomic>

#include <sys/stat.h>

namespace Refbox {

const char *fileTypeName(FileType type)
{
    switch (type) {
    case FileType::Regular:
        return QT_TRANSLATE_NOOP("tree", "regular file");
    case FileType::Directory:
        return QT_TRANSLATE_NOOP("tree", "directory");
    case FileType::Symlink:
        return QT_TRANSLATE_NOOP("tree", "symbolic link");
    case FileType::CharDevice:
        return QT_TRANSLATE_NOOP("tree", "character device");
    case FileType::BlockDevice:
        return QT_TRANSLATE_NOOP("tree", "block device");
    case FileType::Fifo:
        return QT_TRANSLATE_NOOP("tree", "fifo");
    case FileType::Socket:
        return QT_TRANSLATE_NOOP("tree", "socket");
    }
    return QT_TRANSLATE_NOOP("tree", "unknown");
}

std::uint32_t Inode::mode() const
{
    static constexpr std::array<std::uint32_t, 7> kFormats{S_IFREG, S_IFDIR, S_IFLNK, S_IFCHR,
                                                           S_IFBLK, S_IFIFO, S_IFSOCK};
    return kFormats[static_cast<std::size_t>(type)] | permissions;
}

FileTree::FileTree()
    : m_serial([] {
        static std::atomic<std::uint64_t> last{0};
        return ++last;
    }())
{
}

std::uint32_t FileTree::linkCount(InodeId inode) const
{
    const auto itsNames = names(inode);
    if (!m_inodes[inode].isDirectory())
        return static_cast<std::uint32_t>(itsNames.size());
    const auto below = children(itsNames[0]);
    return 2 + static_cast<std::uint32_t>(std::count_if(below.begin(), below.end(), [this](NodeId child) {
               return inodeAt(child).isDirectory();
           }));
}

NodeId FileTree::child(NodeId directory, std::string_view childName) const
{
    const auto below = children(directory);
    const auto found =
        std::lower_bound(below.begin(), below.end(), childName,
                         [this](NodeId node, std::string_view wanted) { return name(node) < wanted; });
    return found != below.end() && name(*found) == childName ? *found : kNoId;
}

NodeId FileTree::find(std::string_view path) const
{
    NodeId node = root();
    while (!path.empty() && node != kNoId) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        if (slash > 0)
            node = child(node, path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return node;
}

std::string FileTree::path(NodeId node) const
{
    if (node == root())
        return "/";
    std::size_t length = 0;
    for (NodeId n = node; n != root(); n = parent(n))
        length += name(n).size() + 1;
    std::string result(length, '/');
    for (NodeId n = node; n != root(); n = parent(n)) {
        length -= name(n).size();
        name(n).copy(result.data() + length, name(n).size());
        --length;
    }
    return result;
}

std::vector<XattrView> FileTree::xattrs(XattrSetId set) const
{
    std::vector<XattrView> result;
    for (std::uint32_t i = m_xattrSets[set]; i < m_xattrSets[set + 1]; ++i)
        result.push_back({m_names[m_xattrEntries[i].name], m_names[m_xattrEntries[i].value]});
    return result;
}

std::optional<std::string_view> FileTree::xattr(InodeId inode, std::string_view wanted) const
{
    const XattrSetId set = m_inodes[inode].xattrs;
    for (std::uint32_t i = m_xattrSets[set]; i < m_xattrSets[set + 1]; ++i) {
        if (m_names[m_xattrEntries[i].name] == wanted)
            return m_names[m_xattrEntries[i].value];
    }
    return std::nullopt;
}

std::string_view FileTree::inlineBytes(InodeId inode) const
{
    const Inode &i = m_inodes[inode];
    if (i.contentKind != ContentKind::Inline)
        return {};
    return std::string_view(m_inlineBytes).substr(i.contentOffset, i.size);
}

std::string FileTree::hostPath(InodeId inode) const
{
    const Inode &i = m_inodes[inode];
    switch (i.contentKind) {
    case ContentKind::HostFile:
        return pathOfHostFile(i.contentRef);
    case ContentKind::Extents:
        return pathOfHostFile(m_extentLists[i.contentRef].hostPath);
    case ContentKind::Blob:
        return pathOfHostFile(m_blobs[i.contentRef].hostPath);
    case ContentKind::Packed:
        return packedContent(inode).hostPath();
    case ContentKind::None:
    case ContentKind::Inline:
        break;
    }
    return {};
}

std::string FileTree::pathOfHostFile(std::uint32_t hostPath) const
{
    std::vector<std::string_view> parts;
    for (std::uint32_t id = hostPath; id != kNoId; id = m_hostPaths[id].parent)
        parts.push_back(m_names[m_hostPaths[id].name]);
    if (parts.empty())
        return {};
    std::string result(parts.back());
    for (auto part = parts.rbegin() + 1; part != parts.rend(); ++part) {
        if (!result.ends_with('/'))
            result += '/';
        result += *part;
    }
    return result;
}

std::span<const Extent> FileTree::extents(InodeId inode) const
{
    const Inode &i = m_inodes[inode];
    if (i.contentKind != ContentKind::Extents)
        return {};
    const ExtentList &list = m_extentLists[i.contentRef];
    return std::span(m_extents).subspan(list.begin, list.count);
}

std::uint64_t FileTree::contentBytes() const
{
    std::uint64_t sum = 0;
    for (const Inode &i : m_inodes) {
        if (i.isRegular())
            sum += i.size;
    }
    return sum;
}

FileTree::MemoryUse FileTree::memoryByPart() const
{
    // Of what is there: room that is only reserved was never touched.
    const auto bytes = [](const auto &vector) { return vector.size() * sizeof(vector[0]); };
    return {bytes(m_nodes) + bytes(m_children) + bytes(m_namesOfInodes),
            bytes(m_inodes) + bytes(m_namesBegin), m_names.memoryUse(),
            bytes(m_inlineBytes) + bytes(m_hostPaths) + bytes(m_extentLists) + bytes(m_extents) +
                bytes(m_blobs) + bytes(m_xattrSets) + bytes(m_xattrEntries)};
}

} // namespace Refbox
