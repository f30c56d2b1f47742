// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An ext2, ext3 or ext4 image opened for reading, with bounds on everything that it may lie about. One
// thread.
#pragma once

#include "formats/ext4filesystem.h"
#include "formats/imagefile.h"
#include "tree/filetree.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <ext2fs/ext3_extents.h>

namespace Refbox {

/// An inode as it stands in the table: the fixed part and what is behind it.
class Ext4RawInode
{
public:
    Ext4RawInode(ext2_ino_t ino, std::span<const char> bytes);

    ext2_ino_t ino() const { return m_ino; }
    const ext2_inode_large &fields() const { return m_fields; }
    std::uint64_t size() const;
    /// The 60 bytes of block numbers, or of a short target.
    std::span<const char> blockBytes() const;
    /// Behind the fields, where attributes may be; empty for old inodes.
    std::span<const char> room() const;
    bool isKind(unsigned mode) const { return (m_fields.i_mode & 0170000U) == mode; }
    bool hasFlag(std::uint32_t flag) const { return (m_fields.i_flags & flag) != 0; }

private:
    ext2_ino_t m_ino;
    std::vector<char> m_bytes;
    ext2_inode_large m_fields{};
};

class Ext4Image final
{
public:
    /// Throws Error where the file is no image, damaged, needs its journal replayed or has unknown features.
    explicit Ext4Image(const std::string &path);

    const std::string &path() const { return m_file.path(); }
    ext2_filsys fs() const { return m_fs.get(); }
    std::uint64_t fileSize() const { return m_file.size(); } ///< bytes
    std::uint32_t blockSize() const { return m_fs->blocksize; }
    std::uint64_t blockCount() const { return m_blockCount; }
    std::uint32_t usedInodes() const;

    Ext4RawInode inode(ext2_ino_t ino);

    /// Where an inode's blocks are, in bytes of the image, ascending; holes and unwritten ranges left out.
    /// Nothing lies beyond the inode's size. To be asked once for each inode: what they have together is
    /// bounded.
    std::vector<Extent> extentsOf(const Ext4RawInode &inode);
    /// The same for inodes that several others may refer to, with at most so many blocks each, those of the
    /// extent tree included. All calls together are bounded, too.
    std::vector<Extent> sharedExtentsOf(const Ext4RawInode &inode, std::uint64_t mostBlocks);
    void read(ext2_ino_t ino, std::uint64_t offset, std::span<char> bytes) const;
    /// Counts blocks that belong to one inode only; more than there are is corruption.
    void countBlocks(ext2_ino_t ino, std::uint64_t blocks);

    // Checksums, where the image has them: true is good.
    bool isSound(const Ext4RawInode &inode, const ext3_extent_header *block);
    bool isSoundDirectory(const Ext4RawInode &inode, std::span<char> block);

    [[noreturn]] void corrupt(ext2_ino_t ino, const QString &why) const;
    [[noreturn]] void refuse(const QString &why, const QString &advice) const;

private:
    ext2_super_block checkSuperblock();
    void checkFeatures(const ext2_super_block &super) const;
    void open();
    static errcode_t currentInode(ext2_filsys fs, ext2_ino_t ino, ext2_inode *inode);

    ImageFile m_file;
    Ext4Handle m_fs;
    std::uint64_t m_blockCount = 0;
    std::uint64_t m_countedBlocks = 0;
    std::uint64_t m_sharedBlocks = 0;
    std::uint64_t m_windowStart = 0; ///< of the inode table bytes that were read last
    std::vector<char> m_window;
    ext2_inode m_current{}; ///< what libext2fs gets when it asks for an inode
};

} // namespace Refbox
