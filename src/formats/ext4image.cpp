// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4image.h"

#include "jobs/text.h"

#include <algorithm>
#include <cstring>

namespace Refbox {

namespace {

constexpr std::uint64_t kSuperblockAt = 1024;
constexpr std::size_t kWindow = 64 * 1024;
constexpr std::uint64_t kMostGroups = 1 << 20; // 16 TB have 131,072

constexpr std::uint32_t kReadable =
    EXT2_FEATURE_INCOMPAT_FILETYPE | EXT2_FEATURE_INCOMPAT_META_BG | EXT3_FEATURE_INCOMPAT_EXTENTS |
    EXT4_FEATURE_INCOMPAT_64BIT | EXT4_FEATURE_INCOMPAT_MMP | EXT4_FEATURE_INCOMPAT_FLEX_BG |
    EXT4_FEATURE_INCOMPAT_EA_INODE | EXT4_FEATURE_INCOMPAT_CSUM_SEED | EXT4_FEATURE_INCOMPAT_LARGEDIR |
    EXT4_FEATURE_INCOMPAT_INLINE_DATA | EXT4_FEATURE_INCOMPAT_ENCRYPT | EXT4_FEATURE_INCOMPAT_CASEFOLD;

} // namespace

Ext4RawInode::Ext4RawInode(ext2_ino_t ino, std::span<const char> bytes)
    : m_ino(ino)
    , m_bytes(bytes.begin(), bytes.end())
{
    const std::size_t there = std::min(sizeof m_fields, m_bytes.size());
    std::memcpy(&m_fields, m_bytes.data(), there);
    // Fields that this inode has not are nothing but attributes' bytes.
    if (m_bytes.size() <= EXT2_GOOD_OLD_INODE_SIZE)
        return;
    const std::size_t end = EXT2_GOOD_OLD_INODE_SIZE + std::size_t{m_fields.i_extra_isize};
    if (end < sizeof m_fields)
        std::memset(reinterpret_cast<char *>(&m_fields) + end, 0, sizeof m_fields - end);
}

std::uint64_t Ext4RawInode::size() const
{
    return std::uint64_t{m_fields.i_size_high} << 32 | m_fields.i_size;
}

std::span<const char> Ext4RawInode::blockBytes() const
{
    return {reinterpret_cast<const char *>(m_fields.i_block), sizeof m_fields.i_block};
}

std::span<const char> Ext4RawInode::room() const
{
    if (m_bytes.size() <= EXT2_GOOD_OLD_INODE_SIZE)
        return {};
    const std::size_t begin = EXT2_GOOD_OLD_INODE_SIZE + std::size_t{m_fields.i_extra_isize};
    return std::span(m_bytes).subspan(std::min(begin, m_bytes.size()));
}

Ext4Image::Ext4Image(const std::string &path)
    : m_file(path)
{
    checkFeatures(checkSuperblock());
    open();
}

// What libext2fs would believe: it allocates by these numbers.
ext2_super_block Ext4Image::checkSuperblock()
{
    ext2_super_block super{};
    if (m_file.size() < kSuperblockAt + sizeof super ||
        pread(m_file.fd(), &super, sizeof super, kSuperblockAt) != ssize_t{sizeof super} ||
        super.s_magic != EXT2_SUPER_MAGIC)
        refuse(translated("formats", "It is no ext2, ext3 or ext4 file system."), {});
    const auto damaged = [&](const QString &what) {
        refuse(translated("formats", "Its superblock is damaged (%1).").arg(what),
               translated("formats", "Run e2fsck on the image; it may find a copy of the superblock."));
    };
    if (super.s_log_block_size > 6)
        damaged(translated("formats", "block size"));
    const std::uint64_t blockSize = std::uint64_t{1024} << super.s_log_block_size;
    m_blockCount = super.s_blocks_count;
    if (super.s_feature_incompat & EXT4_FEATURE_INCOMPAT_64BIT)
        m_blockCount |= std::uint64_t{super.s_blocks_count_hi} << 32;
    if (m_blockCount > m_file.size() / blockSize)
        refuse(translated("formats", "The file is shorter than its file system (%1 blocks of %2 bytes).")
                   .arg(m_blockCount)
                   .arg(blockSize),
               translated("formats", "The image is incomplete: copy or download it again."));
    if (super.s_blocks_per_group < 64 || super.s_blocks_per_group > 8 * blockSize * 64 ||
        m_blockCount / super.s_blocks_per_group > kMostGroups)
        damaged(translated("formats", "groups"));
    if (super.s_inodes_per_group == 0 || super.s_inodes_per_group > 8 * blockSize)
        damaged(translated("formats", "inodes"));
    return super;
}

void Ext4Image::checkFeatures(const ext2_super_block &super) const
{
    const std::uint32_t incompatible = super.s_feature_incompat;
    if (incompatible & EXT3_FEATURE_INCOMPAT_JOURNAL_DEV)
        refuse(translated("formats", "It is the journal of another file system."), {});
    if (incompatible & EXT3_FEATURE_INCOMPAT_RECOVER)
        refuse(translated("formats",
                          "It was not unmounted: its journal holds changes that are not in place yet."),
               translated("formats", "Unmount it, or run e2fsck on it once, or mount it once."));
    if (const std::uint32_t unknown = incompatible & ~(kReadable | EXT3_FEATURE_INCOMPAT_RECOVER);
        unknown != 0)
        refuse(translated("formats", "It uses features that are not known here (incompatible 0x%1).")
                   .arg(unknown, 0, 16),
               translated("formats", "Mount it and open the folder instead."));
    if (super.s_feature_ro_compat & EXT4_FEATURE_RO_COMPAT_SHARED_BLOCKS)
        refuse(translated("formats", "Its files share blocks, which is not supported."),
               translated("formats", "Mount it and open the folder instead."));
}

void Ext4Image::open()
{
    ext2_filsys raw = nullptr;
    throwExt4Error(ext2fs_open2(ext4DescriptorName(m_file.fd()).c_str(), nullptr, EXT2_FLAG_64BITS, 0, 0,
                                ext4DescriptorIo(), &raw),
                   translated("formats", "Cannot read the image"), path());
    m_fs.reset(raw);
    raw->read_inode = currentInode;
    raw->priv_data = &m_current;
    if (ext2fs_blocks_count(raw->super) != m_blockCount)
        refuse(translated("formats", "Its superblock is damaged."),
               translated("formats", "Run e2fsck on the image."));
}

// Checksums of blocks depend on the inode's generation, which libext2fs would read again each time.
errcode_t Ext4Image::currentInode(ext2_filsys fs, ext2_ino_t, ext2_inode *inode)
{
    *inode = *static_cast<ext2_inode *>(fs->priv_data);
    return 0;
}

std::uint32_t Ext4Image::usedInodes() const
{
    const ext2_super_block &super = *m_fs->super;
    return super.s_inodes_count - std::min(super.s_inodes_count, super.s_free_inodes_count);
}

Ext4RawInode Ext4Image::inode(ext2_ino_t ino)
{
    const ext2_super_block &super = *m_fs->super;
    if (ino == 0 || ino > super.s_inodes_count)
        corrupt(ino, translated("formats", "there is no such inode"));
    const std::size_t inodeSize = EXT2_INODE_SIZE(&super);
    const auto group = static_cast<dgrp_t>((ino - 1) / super.s_inodes_per_group);
    if (group >= m_fs->group_desc_count)
        corrupt(ino, translated("formats", "there is no such group"));
    const std::uint64_t table = ext2fs_inode_table_loc(m_fs.get(), group);
    if (table == 0 || table >= m_blockCount)
        corrupt(ino, translated("formats", "its table lies outside the image"));
    const std::uint64_t at =
        table * blockSize() + std::uint64_t{(ino - 1) % super.s_inodes_per_group} * inodeSize;
    if (at < m_windowStart || at + inodeSize > m_windowStart + m_window.size()) {
        m_windowStart = at / kWindow * kWindow;
        m_window.resize(
            std::min<std::uint64_t>(kWindow, m_file.size() - std::min(m_windowStart, m_file.size())));
        if (at + inodeSize > m_windowStart + m_window.size())
            corrupt(ino, translated("formats", "its table lies outside the image"));
        read(ino, m_windowStart, m_window);
    }
    const std::span<char> bytes = std::span(m_window).subspan(at - m_windowStart, inodeSize);
    Ext4RawInode inode(ino, bytes);
    const std::size_t extra = inode.fields().i_extra_isize;
    if (inodeSize > EXT2_GOOD_OLD_INODE_SIZE &&
        (extra % 4 != 0 || extra > inodeSize - EXT2_GOOD_OLD_INODE_SIZE))
        corrupt(ino, translated("formats", "its size is impossible"));
    if (!ext2fs_inode_csum_verify(m_fs.get(), ino, reinterpret_cast<ext2_inode_large *>(bytes.data())))
        corrupt(ino, translated("formats", "its checksum is wrong"));
    return inode;
}

void Ext4Image::read(ext2_ino_t ino, std::uint64_t offset, std::span<char> bytes) const
{
    if (m_file.read(offset, bytes) < bytes.size())
        corrupt(ino, translated("formats", "it reaches beyond the end of the image"));
}

void Ext4Image::countBlocks(ext2_ino_t ino, std::uint64_t blocks)
{
    if (blocks > m_blockCount || m_countedBlocks + blocks > m_blockCount)
        corrupt(ino, translated("formats", "files have more blocks than there are"));
    m_countedBlocks += blocks;
}

bool Ext4Image::isSound(const Ext4RawInode &inode, const ext3_extent_header *block)
{
    std::memcpy(&m_current, &inode.fields(), sizeof m_current);
    return ext2fs_extent_block_csum_verify(m_fs.get(), inode.ino(),
                                           const_cast<ext3_extent_header *>(block)) != 0;
}

bool Ext4Image::isSoundDirectory(const Ext4RawInode &inode, std::span<char> block)
{
    std::memcpy(&m_current, &inode.fields(), sizeof m_current);
    return ext2fs_dir_block_csum_verify(m_fs.get(), inode.ino(),
                                        reinterpret_cast<ext2_dir_entry *>(block.data())) != 0;
}

void Ext4Image::corrupt(ext2_ino_t ino, const QString &why) const
{
    m_file.refuse(translated("formats", "Inode %1 is damaged: %2.").arg(ino).arg(why),
                  translated("formats", "Run e2fsck on a copy of the image."));
}

void Ext4Image::refuse(const QString &why, const QString &advice) const
{
    m_file.refuse(why, advice);
}

} // namespace Refbox
