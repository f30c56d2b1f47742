// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4extents.h"

#include <ext2fs/ext3_extents.h>

#include <algorithm>
#include <cstring>

namespace Refbox {

namespace {

constexpr std::uint32_t kLongestExtent = 32768;
constexpr std::uint32_t kEntriesInInode = 4;
// The header and the checksum take the place of one entry.
constexpr std::uint32_t kEntriesInBlock = (kExt4BlockSize - sizeof(ext3_extent_header)) / sizeof(ext3_extent);

std::uint64_t blocksFor(std::uint64_t entries)
{
    return (entries + kEntriesInBlock - 1) / kEntriesInBlock;
}

// An entry of a leaf, or of an inner node (then count is 0).
using Entry = Ext4Extent;

void fillNode(char *place, std::span<const Entry> entries, std::uint32_t capacity, unsigned depth)
{
    ext3_extent_header header{};
    header.eh_magic = EXT3_EXT_MAGIC;
    header.eh_entries = static_cast<__u16>(entries.size());
    header.eh_max = static_cast<__u16>(capacity);
    header.eh_depth = static_cast<__u16>(depth);
    std::memcpy(place, &header, sizeof header);
    place += sizeof header;
    for (const Entry &entry : entries) {
        if (depth == 0) {
            ext3_extent extent{};
            extent.ee_block = entry.logical;
            extent.ee_len = static_cast<__u16>(entry.count);
            extent.ee_start = entry.block;
            std::memcpy(place, &extent, sizeof extent);
        } else {
            ext3_extent_idx index{};
            index.ei_block = entry.logical;
            index.ei_leaf = entry.block;
            std::memcpy(place, &index, sizeof index);
        }
        place += sizeof(ext3_extent);
    }
}

} // namespace

SlotMap::SlotMap(std::vector<BlockRun> runs)
    : m_runs(std::move(runs))
{
    for (BlockRun &run : m_runs) {
        run.slot = static_cast<std::uint32_t>(m_capacity);
        m_capacity += run.count;
    }
}

BlockRun SlotMap::piece(std::uint64_t slot, std::uint64_t count) const
{
    auto run = std::upper_bound(m_runs.begin(), m_runs.end(), slot,
                                [](std::uint64_t s, const BlockRun &r) { return s < r.slot; });
    if (run == m_runs.begin())
        return {0, static_cast<std::uint32_t>(slot), static_cast<std::uint32_t>(count)};
    const bool last = run == m_runs.end();
    --run;
    const std::uint64_t inside = slot - run->slot;
    const std::uint64_t there = last ? count : std::min<std::uint64_t>(count, run->count - inside);
    return {static_cast<std::uint32_t>(run->block + inside), static_cast<std::uint32_t>(slot),
            static_cast<std::uint32_t>(there)};
}

std::vector<Ext4Extent> extentsOf(const SlotMap &slots, std::uint64_t slot, std::span<const DataRun> runs)
{
    std::vector<Ext4Extent> extents;
    for (const DataRun &run : runs) {
        for (std::uint32_t done = 0; done < run.count;) {
            const BlockRun piece = slots.piece(slot, std::min(run.count - done, kLongestExtent));
            extents.push_back({run.logical + done, piece.block, piece.count});
            slot += piece.count;
            done += piece.count;
        }
    }
    return extents;
}

std::uint32_t extentIndexBlocks(std::uint64_t extents)
{
    std::uint64_t total = 0;
    for (std::uint64_t entries = extents; entries > kEntriesInInode; total += entries)
        entries = blocksFor(entries);
    return static_cast<std::uint32_t>(total);
}

ExtentTree makeExtentTree(ext2_filsys fs, ext2_ino_t ino, std::span<const Ext4Extent> extents,
                          const SlotMap &slots, std::uint64_t indexSlot)
{
    ExtentTree tree;
    std::vector<Entry> entries(extents.begin(), extents.end());
    unsigned depth = 0;
    for (; entries.size() > kEntriesInInode; ++depth) {
        std::vector<Entry> above;
        for (std::size_t at = 0; at < entries.size(); at += kEntriesInBlock) {
            const auto part =
                std::span(entries).subspan(at, std::min<std::size_t>(kEntriesInBlock, entries.size() - at));
            tree.indexBlocks.resize(tree.indexBlocks.size() + kExt4BlockSize);
            char *block = tree.indexBlocks.data() + tree.indexBlocks.size() - kExt4BlockSize;
            fillNode(block, part, kEntriesInBlock, depth);
            ext2fs_extent_block_csum_set(fs, ino, reinterpret_cast<ext3_extent_header *>(block));
            above.push_back({part.front().logical, slots.piece(indexSlot++, 1).block, 0});
        }
        entries = std::move(above);
    }
    fillNode(reinterpret_cast<char *>(tree.root.data()), entries, kEntriesInInode, depth);
    return tree;
}

} // namespace Refbox
