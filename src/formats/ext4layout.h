// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plan of an ext2, ext3 or ext4 image: inode numbers and, in slots, where everything goes. Holds about 5
// bytes an inode; all else follows from the tree. Nothing is written here.
#pragma once

#include "formats/ext4directory.h"
#include "formats/ext4extents.h"
#include "formats/ext4xattrs.h"
#include "formats/filesystemidentity.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <span>
#include <vector>

namespace Refbox {

/// Where one inode's blocks are: data, then the nodes of the extent tree or the lists of blocks.
struct BlockMapping
{
    std::uint64_t slot = 0;
    std::uint32_t dataBlocks = 0;
    std::uint32_t indexBlocks = 0;
    std::span<const DataRun> runs; ///< empty: one run from block 0 on
};

class Ext4Layout final
{
public:
    static constexpr ext2_ino_t kLostFoundIno = 11;

    struct Directory
    {
        InodeId inode = 0;
        std::uint32_t blocks = 0;
        std::uint32_t slot = 0;
    };
    struct XattrUser
    {
        InodeId inode = 0;
        std::uint32_t block = 0; ///< number among the xattr blocks
    };
    struct XattrBlock
    {
        XattrSetId set = 0;
        std::uint32_t references = 0;
    };

    /// All that does not depend on the image's size. Throws Error for what the file system cannot hold,
    /// naming the path.
    Ext4Layout(const FileTree &tree, const ExtShape &shape, const FilesystemIdentity &identity,
               Progress &progress);

    /// Gives everything its slots; returns how many there must be. May be called again with another map.
    std::uint64_t place(const SlotMap &slots, std::uint32_t journalBlocks);

    const FileTree &tree() const { return m_tree; }
    const ExtShape &shape() const { return m_shape; }
    const FilesystemIdentity &identity() const { return m_identity; }

    ext2_ino_t inoOf(InodeId inode) const;
    /// For ino from 11 to lastIno(); kNoId for a lost+found that is not in the tree.
    InodeId idOf(ext2_ino_t ino) const;
    ext2_ino_t lastIno() const;
    /// Whether an empty lost+found is added.
    bool makesLostFound() const { return m_makesLostFound; }
    ext2_ino_t parentIno(InodeId directory) const;
    std::uint32_t linkCount(InodeId inode) const;
    std::vector<Ext4Entry> entriesOf(InodeId directory) const;
    bool isHashed(const Directory &directory) const;

    BlockMapping mappingOf(InodeId inode) const;
    BlockMapping journal() const { return m_journal; }
    BlockMapping lostFound() const { return {m_lostFoundSlot, m_shape.lostFoundBlocks(), 0, {}}; }
    const std::vector<Directory> &directories() const { return m_directories; }
    /// Number of an inode's xattr block; kNoId without.
    std::uint32_t xattrBlockOf(InodeId inode) const;
    const std::vector<XattrBlock> &xattrBlocks() const { return m_xattrBlocks; }
    std::uint64_t xattrSlot() const { return m_xattrSlot; }
    /// First slot of the blocks of files and links, and one past the last; the file at a slot.
    std::uint64_t fileSlotsBegin() const { return m_fileSlot.front(); }
    std::uint64_t fileSlotsEnd() const { return m_fileSlot.back(); }
    InodeId fileAt(std::uint64_t slot) const;
    /// Files and directories with index blocks of their own.
    const std::vector<InodeId> &indexed() const { return m_indexed; }
    std::uint64_t contentBytes() const { return m_contentBytes; }

    std::vector<Ext4Extent> extents(const SlotMap &slots, const BlockMapping &mapping) const;
    /// How the inode tells its blocks.
    BlockIndex blockIndex(ext2_filsys fs, const SlotMap &slots, ext2_ino_t ino,
                          const BlockMapping &mapping) const;

private:
    struct SparseFile
    {
        InodeId inode = 0;
        std::uint32_t begin = 0;
        std::uint32_t count = 0;
        std::uint32_t blocks = 0;
    };
    void checkInode(InodeId inode) const;
    std::uint64_t plainSize(InodeId directory) const;
    void findLostFound();
    void planFile(InodeId inode);
    void planDirectory(InodeId inode);
    void planXattrs(InodeId inode, std::vector<std::uint32_t> &blockOfSet);
    const SparseFile *sparse(InodeId inode) const;
    std::uint32_t indexBlocksAt(const SlotMap &slots, const BlockMapping &mapping) const;
    template <typename Action>
    auto inContext(InodeId inode, Action action) const;

    const FileTree &m_tree;
    ExtShape m_shape;
    FilesystemIdentity m_identity;
    InodeId m_lostFound = kNoId; ///< the tree's own
    bool m_makesLostFound = false;
    std::vector<Directory> m_directories;
    std::vector<SparseFile> m_sparse;
    std::vector<DataRun> m_dataRuns;
    std::vector<XattrUser> m_xattrUsers;
    std::vector<XattrBlock> m_xattrBlocks;
    std::uint64_t m_contentBytes = 0;

    BlockMapping m_journal;
    std::uint64_t m_lostFoundSlot = 0;
    std::uint64_t m_xattrSlot = 0;
    std::vector<std::uint32_t> m_fileSlot; // one more than there are inodes
    std::vector<InodeId> m_indexed;
};

} // namespace Refbox
