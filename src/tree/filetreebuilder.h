// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Builds FileTrees: add, link, replace and remove names in any order, then build() once. One thread.
#pragma once

#include "tree/filetree.h"

#include <unordered_map>

namespace Refbox {

/// What a new inode gets.
struct Metadata
{
    std::uint16_t permissions = 0755; ///< 07777
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    Timestamp mtime;
    std::uint8_t flags = 0; ///< InodeFlag
    XattrSetId xattrs = 0;  ///< from internXattrs()
    NameId origin = 0;      ///< from intern()
};

class FileTreeBuilder final
{
public:
    /// A name in the tree being built, in order of addition. The root is 0.
    using Handle = std::uint32_t;

    explicit FileTreeBuilder(const Metadata &rootMetadata = {});
    FileTreeBuilder(const FileTreeBuilder &) = delete;
    FileTreeBuilder &operator=(const FileTreeBuilder &) = delete;

    static constexpr Handle root() { return 0; }

    /// For readers of images: bytes of inline files and targets beyond this make adding them an Error, since
    /// an image can give one long target thousands of names that all claim to be its only one.
    void limitInlineBytes(std::uint64_t most) { m_mostInlineBytes = most; }

    // Adding. The parent must be a directory. Names: 1…255 bytes without '/' and NUL, not "." or "..": else
    // Error, as is a size or place beyond 2^63-1. A refused file leaves nothing behind. Equal names in one
    // directory are an Error in build(): whoever may meet them asks child() first.
    Handle addDirectory(Handle parent, std::string_view name, const Metadata &metadata);
    Handle addInlineFile(Handle parent, std::string_view name, const Metadata &metadata,
                         std::string_view bytes);
    /// size bytes at offset of a host file (see internHostPath); without an offset all of it, which is not
    /// read any more once it is longer.
    Handle addHostFile(Handle parent, std::string_view name, const Metadata &metadata, std::uint32_t hostPath,
                       std::uint64_t size, std::optional<std::uint64_t> offset = {});
    /// size may exceed the extents' end: the rest is a hole. Extents sorted by logical, without overlap.
    Handle addExtentsFile(Handle parent, std::string_view name, const Metadata &metadata,
                          std::uint32_t hostPath, std::uint64_t size, std::span<const Extent> extents);
    Handle addBlobFile(Handle parent, std::string_view name, const Metadata &metadata, const Sha256 &sha256,
                       std::uint32_t hostPath, std::uint64_t size);
    /// key: what packed (see addPackedContent) knows the file by.
    Handle addPackedFile(Handle parent, std::string_view name, const Metadata &metadata, std::uint32_t packed,
                         std::uint64_t key, std::uint64_t size);
    Handle addSymlink(Handle parent, std::string_view name, const Metadata &metadata,
                      std::string_view target);
    /// CharDevice or BlockDevice with numbers (major < 4096, minor < 2^20), Fifo or Socket without.
    Handle addSpecial(Handle parent, std::string_view name, const Metadata &metadata, FileType type,
                      std::uint32_t major = 0, std::uint32_t minor = 0);
    /// A further name for existing's inode; a directory is an Error.
    Handle addHardLink(Handle parent, std::string_view name, Handle existing);

    struct CopyOptions
    {
        std::optional<NameId> origin; ///< instead of the source's
        bool shareInodes = true;      ///< names of one source inode stay one inode, also over several copies
        bool contentsOnly = false;    ///< copy the children of node into parent, not node itself
    };
    /// Copies node's subtree as parent/name (name unused with contentsOnly). Returns the handle of the first
    /// copied node, kNone where there is none; a subtree's handles are consecutive in the source's preorder.
    Handle copySubtree(Handle parent, std::string_view name, const FileTree &tree, NodeId node,
                       const CopyOptions &options);
    /// Adds one source node (no children) under parent, with a new inode or, if this source inode was copied
    /// before by this builder and shareInodes, as a further name of it.
    Handle copyNode(Handle parent, std::string_view name, const FileTree &tree, NodeId node,
                    const CopyOptions &options);

    /// Removes a name and all below it (the root: Error). Its handle must not be used again; build() drops
    /// unnamed inodes.
    void remove(Handle handle);

    // Looking. The first call to child() indexes all names (12 to 24 bytes each), later ones take constant
    // time. Of equal names in one directory only the first is found.
    static constexpr Handle kNone = kNoId;
    Handle child(Handle directory, std::string_view name);
    /// "/a/b" or "a/b"; no symbolic links are followed.
    Handle find(std::string_view path);
    Handle parent(Handle handle) const { return m_nodes[handle].parent; }
    std::string_view name(Handle handle) const { return m_interner.table()[m_nodes[handle].name]; }
    std::string path(Handle handle) const;
    /// May be altered until build(): permissions, owners, times, flags, origin, xattrs.
    Inode &inode(Handle handle) { return m_tree->m_inodes[m_nodes[handle].inode]; }
    /// The same for all of these at once.
    void setMetadata(Handle handle, const Metadata &metadata) { apply(metadata, inode(handle)); }
    const Inode &inode(Handle handle) const { return m_tree->m_inodes[m_nodes[handle].inode]; }
    bool isRemoved(Handle handle) const { return m_nodes[handle].inode == kNoId; }
    bool isSameInode(Handle a, Handle b) const { return m_nodes[a].inode == m_nodes[b].inode; }
    std::string_view symlinkTarget(Handle handle) const;
    std::size_t nodeCount() const { return m_nodes.size(); }

    // Interning.
    NameId intern(std::string_view bytes) { return m_interner.intern(bytes); }
    std::string_view internedName(NameId id) const { return m_interner.table()[id]; }
    /// Order does not matter; equal sets get equal ids; empty is 0. Names that are doubled, empty, longer
    /// than 255 bytes or hold a NUL are an Error.
    XattrSetId internXattrs(std::vector<XattrView> xattrs);
    /// A host file or folder below another (parent from this function), or with an absolute path (parent
    /// kNoId).
    std::uint32_t internHostPath(std::uint32_t parent, std::string_view name);
    /// For what had no path yet when it was interned: an absolute one.
    void setHostPath(std::uint32_t id, std::string_view path);
    /// What decodes the content of packed files.
    std::uint32_t addPackedContent(std::shared_ptr<const PackedContent> packed);
    /// Keeps something alive as long as the tree, such as the temporary file that content stands in.
    void keepAlive(std::shared_ptr<const void> resource);

    /// Makes the tree; the builder is spent. Linear but for sorting names. Throws Error for equal names.
    FileTreePtr build();

private:
    struct Node
    {
        Handle parent = kNoId;
        NameId name = 0;
        InodeId inode = 0; // kNoId: removed
    };
    struct Content
    {
        ContentKind kind = ContentKind::None;
        std::uint32_t ref = 0;
        std::uint64_t offset = 0;
    };
    struct CopyMaps;

    static std::uint32_t checkedId(std::size_t number);
    static void checkExtent(std::string_view name, const Extent &extent);
    void checkParent(Handle parent, std::string_view name) const;
    void checkPlace(Handle parent, std::string_view name) const;
    Handle appendNode(Handle parent, NameId name, InodeId inode);
    static void apply(const Metadata &metadata, Inode &inode);
    InodeId addInode(const Metadata &metadata, FileType type);
    Handle addFile(Handle parent, std::string_view name, const Metadata &metadata, std::uint64_t size,
                   const Content &content);
    std::uint32_t addExtentList(std::uint32_t hostPath, std::span<const Extent> extents);
    std::size_t childSlot(Handle directory, NameId name) const;
    void indexNode(Handle handle);
    void indexAll();
    CopyMaps &copyMapsFor(const FileTree &tree);
    NameId copyName(CopyMaps &maps, const FileTree &tree, NameId id);
    std::uint32_t copyHostPath(CopyMaps &maps, const FileTree &tree, std::uint32_t id);
    void copyContent(CopyMaps &maps, const FileTree &tree, InodeId source, Inode &inode);
    InodeId copyInode(CopyMaps &maps, const FileTree &tree, InodeId source, const CopyOptions &options);
    void sortChildren(const std::vector<std::uint32_t> &begin, std::vector<Handle> &children) const;
    void numberNodes(const std::vector<std::uint32_t> &begin, const std::vector<Handle> &children);
    void dropUnnamedInodes();
    void reorderInodes(std::vector<InodeId> numbers, std::size_t count);

    // The builder fills the tree's arrays in place, so that nothing is held twice.
    std::shared_ptr<FileTree> m_tree;
    NameInterner m_interner;
    std::vector<Node> m_nodes;
    std::unordered_map<std::string, XattrSetId> m_xattrIndex;
    std::vector<Handle> m_childSlots; // by (parent, name); open addressing, power of two, kNone = empty
    std::size_t m_childSlotsUsed = 0;
    bool m_childIndexed = false;
    std::uint64_t m_mostInlineBytes = UINT64_MAX;
    // By the source's serial number: its address may be another tree's by the next copy.
    std::unordered_map<std::uint64_t, std::shared_ptr<CopyMaps>> m_copyMaps;
};

} // namespace Refbox
