// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// FileTree: an exact picture of a POSIX file tree. Names are bytes; hard links are two nodes with one inode;
// link counts are derived. Immutable once built by FileTreeBuilder, shared between threads without locks.
//
// Layout: flat arrays with 32-bit ids. Nodes are numbered in preorder with each directory's children sorted
// by bytes, so that a subtree is the range [node, subtreeEnd(node)). Inodes are numbered by their first name.
// 32 bytes a node (its place among its siblings and inode names included) and 60 bytes an inode, plus names.
#pragma once

#include "jobs/sha256.h"
#include "jobs/text.h"
#include "tree/nametable.h"
#include "tree/packedcontent.h"

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

using NodeId = std::uint32_t;  ///< a name in a directory
using InodeId = std::uint32_t; ///< what names stand for
using XattrSetId = std::uint32_t;

inline constexpr std::uint32_t kNoId = 0xFFFFFFFF;

enum class FileType : std::uint8_t { Regular, Directory, Symlink, CharDevice, BlockDevice, Fifo, Socket };

/// "regular file", "directory", …: for scripts, and through translated("tree", …) for messages.
const char *fileTypeName(FileType type);

/// Where a regular file's or symbolic link's bytes are.
enum class ContentKind : std::uint8_t {
    None,     ///< no bytes (size 0), or not a file with bytes
    Inline,   ///< in the tree itself: small made files, all symbolic links' targets
    HostFile, ///< a range of one file of this machine
    Extents,  ///< several ranges of one file of this machine, holes between them (an image's file)
    Blob,     ///< a file of the content-addressed store: its SHA-256 is known
    Packed,   ///< decoded by a PackedContent, as the blocks of a compressed image
};

struct Timestamp
{
    std::int64_t seconds = 0; ///< since 1970-01-01 UTC
    std::uint32_t nanoseconds = 0;
    auto operator<=>(const Timestamp &) const = default;
};

/// Flags of inodes, as a set of bits.
enum InodeFlag : std::uint8_t {
    kImmutable = 1,  ///< chattr +i; the seal of shared files
    kAppendOnly = 2, ///< chattr +a
    kNoDump = 4,     ///< chattr +d
};

/// Everything about a file but its names. Plain data, 56 bytes.
struct Inode
{
    std::uint64_t size = 0; ///< bytes of a regular file or a link's target, else 0
    std::uint64_t contentOffset =
        0; ///< HostFile: start in the file; Inline: in the tree's bytes; Packed: key
    std::int64_t mtimeSeconds = 0;
    std::uint32_t mtimeNanoseconds = 0;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t contentRef = 0;  ///< by kind: host path, extent list, blob, decoder; devices: numbers
    XattrSetId xattrs = 0;         ///< 0: none
    NameId origin = 0;             ///< component that it comes from; 0: unknown
    std::uint16_t permissions = 0; ///< 07777
    FileType type = FileType::Regular;
    ContentKind contentKind = ContentKind::None;
    std::uint8_t flags = 0;   ///< InodeFlag
    bool isWholeFile = false; ///< HostFile: all of that file, as long as it was when the tree was made

    Timestamp mtime() const { return {mtimeSeconds, mtimeNanoseconds}; }
    /// Device numbers, 12 bits major and 20 bits minor as in Linux.
    std::uint32_t deviceMajor() const { return contentRef >> 20; }
    std::uint32_t deviceMinor() const { return contentRef & 0xFFFFF; }
    /// The st_mode of stat(2).
    std::uint32_t mode() const;
    bool isDirectory() const { return type == FileType::Directory; }
    bool isRegular() const { return type == FileType::Regular; }
    bool isSymlink() const { return type == FileType::Symlink; }
    bool isDevice() const { return type == FileType::CharDevice || type == FileType::BlockDevice; }
};
static_assert(sizeof(Inode) <= 56);

/// One extended attribute. ACLs are the attributes system.posix_acl_access and system.posix_acl_default in
/// the kernel's version 2 form, capabilities are security.capability: all as lgetxattr(2) gives them.
struct XattrView
{
    std::string_view name;
    std::string_view value;
    bool operator==(const XattrView &) const = default;
};

/// A piece of a file: length bytes at logical stand at physical in the host file. Between extents are holes.
struct Extent
{
    std::uint64_t logical = 0;
    std::uint64_t physical = 0;
    std::uint64_t length = 0;
    bool operator==(const Extent &) const = default;
};

class FileTree final
{
public:
    FileTree(const FileTree &) = delete;
    FileTree &operator=(const FileTree &) = delete;

    static constexpr NodeId root() { return 0; }
    std::uint32_t nodeCount() const { return static_cast<std::uint32_t>(m_nodes.size() - 1); }
    std::uint32_t inodeCount() const { return static_cast<std::uint32_t>(m_inodes.size()); }

    /// kNoId for the root.
    NodeId parent(NodeId node) const { return m_nodes[node].parent; }
    std::string_view name(NodeId node) const { return m_names[m_nodes[node].name]; }
    /// Equal for nodes of equal names.
    NameId nameId(NodeId node) const { return m_nodes[node].name; }
    InodeId inodeOf(NodeId node) const { return m_nodes[node].inode; }
    const Inode &inode(InodeId inode) const { return m_inodes[inode]; }
    const Inode &inodeAt(NodeId node) const { return m_inodes[m_nodes[node].inode]; }
    /// Children in byte order of their names; empty for anything but directories.
    std::span<const NodeId> children(NodeId node) const
    {
        return std::span(m_children)
            .subspan(m_nodes[node].firstChild, m_nodes[node + 1].firstChild - m_nodes[node].firstChild);
    }
    /// Place among the parent's children; 0 for the root.
    std::uint32_t row(NodeId node) const { return m_nodes[node].row; }
    /// One past the last node of the subtree.
    NodeId subtreeEnd(NodeId node) const { return m_nodes[node].end; }
    bool isInside(NodeId node, NodeId subtree) const { return node >= subtree && node < subtreeEnd(subtree); }

    /// All names of an inode, in preorder. Its size is the link count of anything but a directory.
    std::span<const NodeId> names(InodeId inode) const
    {
        return std::span(m_namesOfInodes)
            .subspan(m_namesBegin[inode], m_namesBegin[inode + 1] - m_namesBegin[inode]);
    }
    /// As stat(2) counts: names of a file; 2 plus the subdirectories of a directory.
    std::uint32_t linkCount(InodeId inode) const;

    /// kNoId where there is none.
    NodeId child(NodeId directory, std::string_view name) const;
    /// "/a/b" or "a/b", "/" and "" are the root; no symbolic links, no "..": kNoId where there is none.
    NodeId find(std::string_view path) const;
    /// "/" for the root, otherwise "/a/b".
    std::string path(NodeId node) const;

    /// Sorted by name.
    std::vector<XattrView> xattrs(XattrSetId set) const;
    std::vector<XattrView> xattrsOf(InodeId inode) const { return xattrs(m_inodes[inode].xattrs); }
    std::optional<std::string_view> xattr(InodeId inode, std::string_view name) const;
    XattrSetId xattrSetCount() const { return static_cast<XattrSetId>(m_xattrSets.size() - 1); }

    std::string_view symlinkTarget(InodeId inode) const { return inlineBytes(inode); }
    std::string_view inlineBytes(InodeId inode) const;
    /// Host file of a HostFile, Extents, Blob or Packed inode.
    std::string hostPath(InodeId inode) const;
    std::span<const Extent> extents(InodeId inode) const;
    const Sha256 &blobHash(InodeId inode) const { return m_blobs[m_inodes[inode].contentRef].sha256; }
    /// Of a Packed inode, whose key is its contentOffset.
    const PackedContent &packedContent(InodeId inode) const { return *m_packed[m_inodes[inode].contentRef]; }
    std::string_view origin(InodeId inode) const { return m_names[m_inodes[inode].origin]; }

    /// Sum of sizes of the distinct regular files.
    std::uint64_t contentBytes() const;
    /// Heap bytes held by the arrays.
    struct MemoryUse
    {
        std::size_t nodes = 0; ///< with the children's and names' places
        std::size_t inodes = 0;
        std::size_t names = 0;   ///< all interned bytes: names, host paths, xattrs
        std::size_t content = 0; ///< host paths, extents, blobs, inline bytes, xattr sets
        std::size_t sum() const { return nodes + inodes + names + content; }
    };
    MemoryUse memoryByPart() const;
    std::size_t memoryUse() const { return memoryByPart().sum(); }

private:
    friend class FileTreeBuilder;
    FileTree();

    struct Node
    {
        NodeId parent = kNoId;
        NameId name = 0;
        InodeId inode = 0;
        std::uint32_t row = 0;
        std::uint32_t firstChild = 0; // in m_children; the next node's firstChild ends it
        NodeId end = 0;               // of the subtree
    };
    struct HostPath // a path's last component and the rest
    {
        std::uint32_t parent = kNoId;
        NameId name = 0;
    };
    struct ExtentList
    {
        std::uint32_t hostPath = kNoId;
        std::uint32_t begin = 0;
        std::uint32_t count = 0;
    };
    struct Blob
    {
        Sha256 sha256{};
        std::uint32_t hostPath = kNoId;
    };
    struct XattrEntry
    {
        NameId name = 0;
        NameId value = 0;
    };
    std::string pathOfHostFile(std::uint32_t hostPath) const;

    std::uint64_t m_serial; // no other tree of this process has or had it

    NameTable m_names;         // node names, host path components, xattr names and values, origins
    std::vector<Node> m_nodes; // one more than there are nodes
    std::vector<NodeId> m_children;
    std::vector<Inode> m_inodes;
    std::vector<std::uint32_t> m_namesBegin;
    std::vector<NodeId> m_namesOfInodes;
    std::string m_inlineBytes;
    std::vector<HostPath> m_hostPaths;
    std::vector<ExtentList> m_extentLists;
    std::vector<Extent> m_extents;
    std::vector<Blob> m_blobs;
    std::vector<std::shared_ptr<const PackedContent>> m_packed;
    std::vector<std::uint32_t> m_xattrSets; // set n is entries [n, n+1)
    std::vector<XattrEntry> m_xattrEntries;
    std::vector<std::shared_ptr<const void>> m_resources; // keeps temporary host files alive
};

using FileTreePtr = std::shared_ptr<const FileTree>;

} // namespace Refbox
