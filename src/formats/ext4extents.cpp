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

// The header and the checksum take the place of one entry, with each block size.
std::uint32_t entriesInBlock(const ExtShape &shape)
{
    return (shape.blockSize - sizeof(ext3_extent_header)) / sizeof(ext3_extent);
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

// Lists of block numbers: 12 in the inode, then one list, a list of lists, and a list of these. The lists of
// a file are numbered level by level in the order of what they lead to; all of a level's, then the next
// level's.
class BlockLists final
{
public:
    static constexpr std::uint64_t kDirect = EXT2_NDIR_BLOCKS;

    struct Count // of lists that are in use; the last of each level, plus one
    {
        std::uint64_t first = 0;
        std::uint64_t firstEnd = 0;
        std::uint64_t second = 0;
        std::uint64_t secondEnd = 0;
        bool third = false;
        std::uint64_t all() const { return first + second + (third ? 1 : 0); }
    };

    explicit BlockLists(const ExtShape &shape)
        : m_inList(shape.blockSize / sizeof(std::uint32_t))
    {
    }

    std::uint64_t inList() const { return m_inList; }
    /// The first-level list of a block from kDirect on: 0 is the inode's own, 1…n those of its list of lists.
    std::uint64_t firstOf(std::uint64_t logical) const { return (logical - kDirect) / m_inList; }
    std::uint64_t placeOf(std::uint64_t logical) const { return (logical - kDirect) % m_inList; }
    /// The second-level list of a first-level one from 1 on: 0 is the inode's own.
    std::uint64_t secondOf(std::uint64_t first) const { return (first - 1) / m_inList; }

    // Runs come in ascending order.
    void add(const DataRun &run, Count &count) const
    {
        const std::uint64_t end = std::uint64_t{run.logical} + run.count;
        if (end <= kDirect)
            return;
        const std::uint64_t from =
            std::max(firstOf(std::max<std::uint64_t>(run.logical, kDirect)), count.firstEnd);
        const std::uint64_t past = firstOf(end - 1) + 1;
        if (past <= from)
            return;
        count.first += past - from;
        count.firstEnd = past;
        if (past == 1)
            return;
        const std::uint64_t from2 = std::max(secondOf(std::max<std::uint64_t>(from, 1)), count.secondEnd);
        const std::uint64_t past2 = secondOf(past - 1) + 1;
        if (past2 > from2) {
            count.second += past2 - from2;
            count.secondEnd = past2;
        }
        count.third = count.third || past2 > 1;
    }

private:
    std::uint64_t m_inList;
};

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

std::uint32_t extentIndexBlocks(std::uint64_t extents, const ExtShape &shape)
{
    const std::uint32_t inBlock = entriesInBlock(shape);
    std::uint64_t total = 0;
    for (std::uint64_t entries = extents; entries > kEntriesInInode; total += entries)
        entries = (entries + inBlock - 1) / inBlock;
    return static_cast<std::uint32_t>(total);
}

std::uint32_t blockListBlocks(std::span<const DataRun> runs, const ExtShape &shape)
{
    const BlockLists lists(shape);
    BlockLists::Count count;
    for (const DataRun &run : runs)
        lists.add(run, count);
    return static_cast<std::uint32_t>(count.all());
}

namespace {

BlockIndex makeExtentTree(ext2_filsys fs, const ExtShape &shape, ext2_ino_t ino,
                          std::span<const Ext4Extent> extents, const SlotMap &slots, std::uint64_t indexSlot)
{
    const std::uint32_t inBlock = entriesInBlock(shape);
    BlockIndex tree;
    std::vector<Entry> entries(extents.begin(), extents.end());
    unsigned depth = 0;
    for (; entries.size() > kEntriesInInode; ++depth) {
        std::vector<Entry> above;
        for (std::size_t at = 0; at < entries.size(); at += inBlock) {
            const auto part =
                std::span(entries).subspan(at, std::min<std::size_t>(inBlock, entries.size() - at));
            tree.blocks.resize(tree.blocks.size() + shape.blockSize);
            char *block = tree.blocks.data() + tree.blocks.size() - shape.blockSize;
            fillNode(block, part, inBlock, depth);
            ext2fs_extent_block_csum_set(fs, ino, reinterpret_cast<ext3_extent_header *>(block));
            above.push_back({part.front().logical, slots.piece(indexSlot++, 1).block, 0});
        }
        entries = std::move(above);
    }
    fillNode(reinterpret_cast<char *>(tree.root.data()), entries, kEntriesInInode, depth);
    return tree;
}

// Fills the lists of one file, extent by extent in ascending order.
class BlockListMaker final
{
public:
    BlockListMaker(const ExtShape &shape, std::span<const Ext4Extent> extents, const SlotMap &slots,
                   std::uint64_t indexSlot)
        : m_shape(shape)
        , m_lists(shape)
        , m_slots(slots)
        , m_indexSlot(indexSlot)
    {
        for (const Ext4Extent &extent : extents)
            m_lists.add({extent.logical, extent.count}, m_count);
        m_index.blocks.resize(m_count.all() * shape.blockSize);
        for (const Ext4Extent &extent : extents)
            add(extent);
    }

    BlockIndex take() { return std::move(m_index); }

private:
    void add(const Ext4Extent &extent)
    {
        for (std::uint32_t i = 0; i < extent.count; ++i) {
            const std::uint64_t logical = std::uint64_t{extent.logical} + i;
            if (logical < BlockLists::kDirect) {
                m_index.root[logical] = extent.block + i;
                continue;
            }
            enterFirst(m_lists.firstOf(logical));
            put(m_firstOrdinal - 1, m_lists.placeOf(logical), extent.block + i);
        }
    }

    // Lists are entered in ascending order; a new one is named by the level above.
    void enterFirst(std::uint64_t first)
    {
        if (m_firstOrdinal > 0 && first == m_first)
            return;
        m_first = first;
        const std::uint32_t block = blockOf(m_firstOrdinal++);
        if (first == 0) {
            m_index.root[EXT2_IND_BLOCK] = block;
            return;
        }
        enterSecond(m_lists.secondOf(first));
        put(m_count.first + m_secondOrdinal - 1, (first - 1) % m_lists.inList(), block);
    }

    void enterSecond(std::uint64_t second)
    {
        if (m_secondOrdinal > 0 && second == m_second)
            return;
        m_second = second;
        const std::uint32_t block = blockOf(m_count.first + m_secondOrdinal++);
        if (second == 0) {
            m_index.root[EXT2_DIND_BLOCK] = block;
            return;
        }
        const std::uint64_t third = m_count.first + m_count.second;
        m_index.root[EXT2_TIND_BLOCK] = blockOf(third);
        put(third, second - 1, block);
    }

    std::uint32_t blockOf(std::uint64_t ordinal) const
    {
        return m_slots.piece(m_indexSlot + ordinal, 1).block;
    }

    void put(std::uint64_t ordinal, std::uint64_t place, std::uint32_t block)
    {
        std::memcpy(m_index.blocks.data() + ordinal * m_shape.blockSize + place * sizeof block, &block,
                    sizeof block);
    }

    const ExtShape &m_shape;
    BlockLists m_lists;
    const SlotMap &m_slots;
    std::uint64_t m_indexSlot;
    BlockLists::Count m_count;
    BlockIndex m_index;
    std::uint64_t m_first = 0;        // the list that is being filled
    std::uint64_t m_firstOrdinal = 0; // one more than its place among the lists in use; 0: none yet
    std::uint64_t m_second = 0;
    std::uint64_t m_secondOrdinal = 0;
};

} // namespace

BlockIndex makeBlockIndex(ext2_filsys fs, const ExtShape &shape, ext2_ino_t ino,
                          std::span<const Ext4Extent> extents, const SlotMap &slots, std::uint64_t indexSlot)
{
    if (shape.extents)
        return makeExtentTree(fs, shape, ino, extents, slots, indexSlot);
    return BlockListMaker(shape, extents, slots, indexSlot).take();
}

} // namespace Refbox
