// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4data.h"

#include <algorithm>
#include <cstring>

namespace Refbox {

namespace {

constexpr std::uint64_t kKernelCopyFrom =
    std::uint64_t{256} * 1024; // smaller files are quicker through the buffer

} // namespace

Ext4DataCopier::Ext4DataCopier(const Ext4Layout &layout, const SlotMap &slots, const OutputFile &file,
                               const EarlierImage *earlier, const Progress &progress)
    : m_layout(layout)
    , m_slots(slots)
    , m_blockSize(layout.shape().blockSize)
    , m_file(file)
    , m_progress(progress)
    , m_sources(layout.tree(), file, earlier, layout.shape().blockSize)
    , m_buffer(kExt4ChunkBytes)
{
}

void Ext4DataCopier::copy(std::uint64_t begin, std::uint64_t end)
{
    for (InodeId id = m_layout.fileAt(begin); begin < end; ++id) {
        const BlockMapping mapping = m_layout.mappingOf(id);
        const std::uint64_t dataEnd = std::min(end, mapping.slot + mapping.dataBlocks);
        if (m_layout.tree().inode(id).isDirectory() || mapping.dataBlocks == 0)
            continue;
        if (begin < dataEnd)
            copyPart(id, mapping, begin - mapping.slot, static_cast<std::uint32_t>(dataEnd - begin), begin);
        begin = std::min(end, mapping.slot + mapping.dataBlocks + mapping.indexBlocks);
    }
    flushBuffer();
}

// Blocks of the mapping from firstBlock on, hole by hole.
void Ext4DataCopier::copyPart(InodeId id, const BlockMapping &mapping, std::uint64_t firstBlock,
                              std::uint32_t blocks, std::uint64_t slot)
{
    if (mapping.runs.empty()) {
        copyRun(id, firstBlock, blocks, slot);
        return;
    }
    std::uint64_t before = 0; // data blocks before the run
    for (const DataRun &run : mapping.runs) {
        if (blocks == 0)
            break;
        if (firstBlock < before + run.count) {
            const std::uint64_t inside = firstBlock - before;
            const auto count =
                static_cast<std::uint32_t>(std::min<std::uint64_t>(blocks, run.count - inside));
            copyRun(id, run.logical + inside, count, slot);
            firstBlock += count;
            slot += count;
            blocks -= count;
        }
        before += run.count;
    }
}

void Ext4DataCopier::copyRun(InodeId id, std::uint64_t logical, std::uint32_t blocks, std::uint64_t slot)
{
    m_progress.throwIfCancelled();
    const Inode &inode = m_layout.tree().inode(id);
    const std::uint64_t offset = logical * m_blockSize;
    const std::uint64_t length =
        std::min<std::uint64_t>(std::uint64_t{blocks} * m_blockSize, inode.size - offset);
    if ((inode.size >= kKernelCopyFrom || m_sources.isEarlier(id)) && copyInKernel(id, offset, length, slot))
        return;
    bufferRun(id, offset, length, blocks, slot);
}

void Ext4DataCopier::bufferRun(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint32_t blocks,
                               std::uint64_t slot)
{
    if (m_used > 0 && (slot != m_bufferSlot + m_used || m_used + blocks > kExt4ChunkBytes / m_blockSize))
        flushBuffer();
    if (m_used == 0)
        m_bufferSlot = slot;
    const std::span<char> place =
        std::span(m_buffer).subspan(std::size_t{m_used} * m_blockSize, std::size_t{blocks} * m_blockSize);
    m_sources.read(id, offset, place.first(length));
    std::memset(place.data() + length, 0, place.size() - length);
    m_used += blocks;
}

// Piece by piece. False as that of the sources.
bool Ext4DataCopier::copyInKernel(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint64_t slot)
{
    while (length > 0) {
        const BlockRun piece = m_slots.piece(slot, (length + m_blockSize - 1) / m_blockSize);
        const std::uint64_t bytes = std::min(length, std::uint64_t{piece.count} * m_blockSize);
        if (!m_sources.copyInKernel(id, offset, bytes, std::uint64_t{piece.block} * m_blockSize))
            return false;
        length -= bytes;
        offset += bytes;
        slot += piece.count;
    }
    return true;
}

void Ext4DataCopier::flushBuffer()
{
    std::uint32_t done = 0;
    while (done < m_used) {
        const BlockRun piece = m_slots.piece(m_bufferSlot + done, m_used - done);
        m_file.writeAt(std::uint64_t{piece.block} * m_blockSize,
                       std::span(m_buffer).subspan(std::size_t{done} * m_blockSize,
                                                   std::size_t{piece.count} * m_blockSize));
        done += piece.count;
    }
    m_used = 0;
}

} // namespace Refbox
