// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfscontent.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::uint64_t kChunk = 512; // blocks whose places are worked out at once

} // namespace

SquashFsFileBlocks::SquashFsFileBlocks(const SquashFsInodeReader &inodes, SquashFsInode inode)
    : m_inodes(inodes)
    , m_inode(std::move(inode))
    , m_starts{m_inode.start}
{
}

SquashFsFileBlocks::Block SquashFsFileBlocks::at(std::uint64_t index) const
{
    const std::scoped_lock lock(m_mutex);
    return find(index);
}

std::uint64_t SquashFsFileBlocks::nextStored(std::uint64_t index) const
{
    const std::scoped_lock lock(m_mutex);
    while (index < m_inode.blocks) {
        find(index);
        for (std::size_t i = index % kChunk; i < m_blocks.size(); ++i, ++index)
            if (m_blocks[i].size != 0)
                return index;
    }
    return m_inode.blocks;
}

// A block's place is the sum of the sizes before it.
SquashFsFileBlocks::Block SquashFsFileBlocks::find(std::uint64_t index) const
{
    const std::uint64_t chunk = index / kChunk;
    if (m_blocks.empty() || m_chunk != chunk) {
        for (std::uint64_t next = std::min<std::uint64_t>(chunk, m_starts.size() - 1); next <= chunk; ++next)
            loadChunk(next);
    }
    return m_blocks[index % kChunk];
}

void SquashFsFileBlocks::loadChunk(std::uint64_t chunk) const
{
    const std::uint64_t first = chunk * kChunk;
    const std::size_t count = std::min(kChunk, m_inode.blocks - first);
    std::string bytes(count * sizeof(std::uint32_t), '\0');
    m_blocks.clear();
    m_inodes.table().read(m_inode.sizesAt + first * sizeof(std::uint32_t), bytes);
    std::uint64_t position = m_starts[chunk];
    for (std::size_t i = 0; i < count; ++i) {
        const auto size = littleAt<std::uint32_t>(bytes, i * sizeof(std::uint32_t));
        m_blocks.push_back({position, size});
        position += size & ~kSquashFsBlockStored;
    }
    m_chunk = chunk;
    if (m_starts.size() == chunk + 1)
        m_starts.push_back(position);
}

} // namespace Refbox
