// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ext4Image::extentsOf: extent trees and the block lists of ext2 and ext3.
#include "formats/ext4image.h"
#include "jobs/text.h"

#include <algorithm>
#include <cstring>

namespace Refbox {

namespace {

constexpr unsigned kDeepest = 5;
// Values of attributes are read again for each inode that has them: images that make that endless are
// refused.
constexpr std::uint64_t kMostShared = 1 << 18;
constexpr std::uint64_t kMostSharedTimes = 64;
constexpr std::uint32_t kUnwritten = 32768; // longer extents are unwritten ones of this much less

class BlockWalk
{
public:
    BlockWalk(Ext4Image &image, const Ext4RawInode &inode)
        : m_image(image)
        , m_inode(inode)
        , m_size(inode.size())
    {
    }

    std::vector<Extent> walk()
    {
        if (m_size > (std::uint64_t{1} << 32) * m_image.blockSize())
            corrupt(translated("formats", "its size is impossible"));
        if (m_inode.hasFlag(EXT4_EXTENTS_FL))
            walkExtents(m_inode.blockBytes(), -1);
        else
            walkBlockList();
        return std::move(m_extents);
    }

private:
    [[noreturn]] void corrupt(const QString &why) const { m_image.corrupt(m_inode.ino(), why); }

    void add(std::uint64_t logical, std::uint64_t block, std::uint64_t count, bool written)
    {
        if (logical < m_next)
            corrupt(translated("formats", "its extents overlap"));
        m_next = logical + count;
        checkBlocks(block, count);
        const std::uint64_t size = m_image.blockSize();
        const std::uint64_t begin = logical * size;
        if (!written || begin >= m_size)
            return;
        const Extent extent{begin, block * size, std::min(count * size, m_size - begin)};
        if (!m_extents.empty()) {
            Extent &last = m_extents.back();
            if (last.logical + last.length == begin && last.physical + last.length == extent.physical) {
                last.length += extent.length;
                return;
            }
        }
        m_extents.push_back(extent);
    }

    void checkBlocks(std::uint64_t block, std::uint64_t count)
    {
        m_image.countBlocks(m_inode.ino(), count);
        if (block <= m_image.fs()->super->s_first_data_block || block >= m_image.blockCount() ||
            count > m_image.blockCount() - block)
            corrupt(translated("formats", "its blocks lie outside the image"));
    }

    std::vector<char> readBlock(std::uint64_t block)
    {
        checkBlocks(block, 1);
        std::vector<char> bytes(m_image.blockSize());
        m_image.read(m_inode.ino(), block * m_image.blockSize(), bytes);
        return bytes;
    }

    // depth -1: the root may have any. Children have exactly one less, so that no circle can be.
    void walkExtents(std::span<const char> node, int depth)
    {
        ext3_extent_header header{};
        std::memcpy(&header, node.data(), sizeof header);
        const std::size_t room = (node.size() - sizeof header) / sizeof(ext3_extent);
        if (header.eh_magic != EXT3_EXT_MAGIC || header.eh_entries > room || header.eh_depth > kDeepest ||
            (depth >= 0 && header.eh_depth != depth))
            corrupt(translated("formats", "its extent tree makes no sense"));
        for (std::size_t i = 0; i < header.eh_entries; ++i) {
            const char *place = node.data() + sizeof header + i * sizeof(ext3_extent);
            if (header.eh_depth == 0)
                addExtent(place);
            else
                walkIndex(place, header.eh_depth - 1);
        }
    }

    void addExtent(const char *place)
    {
        ext3_extent extent{};
        std::memcpy(&extent, place, sizeof extent);
        const bool written = extent.ee_len <= kUnwritten;
        const std::uint32_t count = written ? extent.ee_len : extent.ee_len - kUnwritten;
        if (count == 0)
            corrupt(translated("formats", "it has an empty extent"));
        add(extent.ee_block, std::uint64_t{extent.ee_start_hi} << 32 | extent.ee_start, count, written);
    }

    void walkIndex(const char *place, int depth)
    {
        ext3_extent_idx index{};
        std::memcpy(&index, place, sizeof index);
        const std::vector<char> node = readBlock(std::uint64_t{index.ei_leaf_hi} << 32 | index.ei_leaf);
        if (!m_image.isSound(m_inode, reinterpret_cast<const ext3_extent_header *>(node.data())))
            corrupt(translated("formats", "the checksum of its extent tree is wrong"));
        walkExtents(node, depth);
    }

    void walkBlockList()
    {
        const std::span blocks(m_inode.fields().i_block);
        std::uint64_t logical = 0;
        for (std::size_t i = 0; i < EXT2_NDIR_BLOCKS; ++i)
            walkPointer(blocks[i], 0, logical);
        for (unsigned level = 1; level <= 3; ++level)
            walkPointer(blocks[EXT2_IND_BLOCK + level - 1], level, logical);
    }

    void walkPointer(std::uint32_t block, unsigned level, std::uint64_t &logical)
    {
        const std::uint64_t pointers = m_image.blockSize() / sizeof block;
        std::uint64_t covers = 1;
        for (unsigned i = 0; i < level; ++i)
            covers *= pointers;
        if (block == 0 ||
            logical * m_image.blockSize() >= m_size) { // a hole, or what was left of a longer file
            logical += covers;
        } else if (level == 0) {
            add(logical++, block, 1, true);
        } else {
            const std::vector<char> bytes = readBlock(block);
            for (std::uint64_t i = 0; i < pointers; ++i) {
                std::uint32_t pointer = 0;
                std::memcpy(&pointer, bytes.data() + i * sizeof pointer, sizeof pointer);
                walkPointer(pointer, level - 1, logical);
            }
        }
    }

    Ext4Image &m_image;
    const Ext4RawInode &m_inode;
    std::uint64_t m_size;
    std::uint64_t m_next = 0; // first logical block that the next extent may have
    std::vector<Extent> m_extents;
};

} // namespace

std::vector<Extent> Ext4Image::extentsOf(const Ext4RawInode &inode)
{
    return BlockWalk(*this, inode).walk();
}

std::vector<Extent> Ext4Image::sharedExtentsOf(const Ext4RawInode &inode, std::uint64_t mostBlocks)
{
    const std::uint64_t before = m_countedBlocks;
    m_countedBlocks = m_blockCount - std::min(mostBlocks, m_blockCount);
    const std::uint64_t start = m_countedBlocks;
    std::vector<Extent> extents = extentsOf(inode);
    m_sharedBlocks += m_countedBlocks - start;
    m_countedBlocks = before;
    if (m_sharedBlocks > kMostShared && m_sharedBlocks / kMostSharedTimes > m_blockCount)
        corrupt(inode.ino(), translated("formats", "there are more attributes than there can be"));
    return extents;
}

} // namespace Refbox
