// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where a file's blocks are: slots, extents, and how an inode tells them: by a tree of extents, or in ext2
// and ext3 by lists of blocks. Pure.
//
// A slot is a free block's number when all free blocks of the empty file system are counted from 0. The plan
// deals in slots, so that it needs one number a file; only where bytes go down are slots turned into blocks.
#pragma once

#include "formats/ext4filesystem.h"
#include "formats/extshape.h"

#include <cstdint>
#include <span>
#include <vector>

namespace Refbox {

struct BlockRun
{
    std::uint32_t block = 0;
    std::uint32_t slot = 0;
    std::uint32_t count = 0;
};

class SlotMap final
{
public:
    SlotMap() = default;
    /// Free runs in ascending order; their slots are filled in here.
    explicit SlotMap(std::vector<BlockRun> runs);

    std::uint64_t capacity() const { return m_capacity; }
    const std::vector<BlockRun> &runs() const { return m_runs; }
    /// The piece of up to count blocks that starts at slot and is contiguous on disk. Slots beyond the
    /// capacity go on behind the last run: a plan may look at what does not fit.
    BlockRun piece(std::uint64_t slot, std::uint64_t count) const;

private:
    std::vector<BlockRun> m_runs;
    std::uint64_t m_capacity = 0;
};

/// Blocks of a file that are no hole.
struct DataRun
{
    std::uint32_t logical = 0;
    std::uint32_t count = 0;
};

struct Ext4Extent
{
    std::uint32_t logical = 0;
    std::uint32_t block = 0;
    std::uint32_t count = 0;
};

/// The extents of data runs whose blocks are at consecutive slots from slot on.
std::vector<Ext4Extent> extentsOf(const SlotMap &slots, std::uint64_t slot, std::span<const DataRun> runs);

/// Blocks that the tree of so many extents needs besides the inode.
std::uint32_t extentIndexBlocks(std::uint64_t extents, const ExtShape &shape);
/// Blocks that the lists of the runs' blocks need besides the inode.
std::uint32_t blockListBlocks(std::span<const DataRun> runs, const ExtShape &shape);

/// An inode's 60 bytes of block numbers, and the index blocks that they lead to, in order of their slots from
/// indexSlot on.
struct BlockIndex
{
    std::array<std::uint32_t, EXT2_N_BLOCKS> root{};
    std::vector<char> blocks;
};
BlockIndex makeBlockIndex(ext2_filsys fs, const ExtShape &shape, ext2_ino_t ino,
                          std::span<const Ext4Extent> extents, const SlotMap &slots, std::uint64_t indexSlot);

} // namespace Refbox
