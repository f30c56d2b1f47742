// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsdata.h"

#include <algorithm>
#include <cstring>

namespace Refbox {

ErofsDataCopier::ErofsDataCopier(const ErofsLayout &layout, const OutputFile &file,
                                 const EarlierImage *earlier, const Progress &progress)
    : m_layout(layout)
    , m_tree(layout.tree())
    , m_file(file)
    , m_progress(progress)
    , m_sources(layout.tree(), file, earlier, kErofsBlockSize)
    , m_buffer((std::size_t{kErofsPieceBlocks} + 1) * kErofsBlockSize)
{
}

void ErofsDataCopier::copyFile(InodeId id, const ErofsBody &body, std::span<char> tail)
{
    m_progress.throwIfCancelled();
    if (isLargeErofsFile(m_tree.inode(id), body)) {
        if (!tail.empty())
            m_sources.read(id, body.size - tail.size(), tail);
    } else if (body.kind == ErofsLayoutKind::Chunked) {
        copyPart(id, body, 0, body.dataBlocks, m_layout.dataBlockOf(id));
    } else if (body.size > 0) {
        copyWhole(id, body, tail);
    }
}

// One read for blocks and tail.
void ErofsDataCopier::copyWhole(InodeId id, const ErofsBody &body, std::span<char> tail)
{
    if (body.dataBlocks == 0) {
        m_sources.read(id, 0, tail);
        return;
    }
    const std::size_t inBlocks = body.size - tail.size();
    if (m_sources.isEarlier(id) &&
        m_sources.copyInKernel(id, 0, inBlocks, std::uint64_t{m_layout.dataBlockOf(id)} * kErofsBlockSize)) {
        m_sources.read(id, inBlocks, tail);
        return;
    }
    char *place = room(m_layout.dataBlockOf(id), body.dataBlocks).data();
    m_sources.read(id, 0, {place, body.size});
    std::copy_n(place + inBlocks, tail.size(), tail.data());
    std::memset(place + inBlocks, 0, std::size_t{body.dataBlocks} * kErofsBlockSize - inBlocks);
}

std::uint32_t ErofsDataCopier::copyPiece(std::uint32_t begin, std::uint32_t end)
{
    std::uint32_t copied = 0;
    for (InodeId id = m_layout.dataAt(begin); begin < end; ++id) {
        const std::uint32_t first = m_layout.dataBlockOf(id);
        const std::uint32_t past = m_layout.dataBlockOf(id + 1);
        const std::uint32_t stop = std::min(end, past);
        if (past - first >= kErofsPieceBlocks && m_tree.inode(id).isRegular()) {
            copyPart(id, m_layout.bodyOf(id), begin - first, stop - begin, begin);
            copied += stop - begin;
        }
        begin = std::max(begin, stop);
    }
    flush();
    return copied;
}

// Stored blocks from first on, hole by hole.
void ErofsDataCopier::copyPart(InodeId id, const ErofsBody &body, std::uint32_t first, std::uint32_t blocks,
                               std::uint32_t block)
{
    if (body.kind != ErofsLayoutKind::Chunked) {
        copyRun(id, first, blocks, block);
        return;
    }
    std::uint64_t before = 0; // stored blocks before the run
    for (const DataRun &run : body.runs) {
        if (blocks == 0)
            break;
        if (first < before + run.count) {
            const std::uint64_t inside = first - before;
            const auto count =
                static_cast<std::uint32_t>(std::min<std::uint64_t>(blocks, run.count - inside));
            copyRun(id, run.logical + inside, count, block);
            first += count;
            block += count;
            blocks -= count;
        }
        before += run.count;
    }
}

void ErofsDataCopier::copyRun(InodeId id, std::uint64_t logical, std::uint32_t blocks, std::uint32_t block)
{
    m_progress.throwIfCancelled();
    const Inode &inode = m_tree.inode(id);
    const std::uint64_t offset = logical * kErofsBlockSize;
    const std::uint64_t length =
        std::min<std::uint64_t>(std::uint64_t{blocks} * kErofsBlockSize, inode.size - offset);
    if ((blocks >= kErofsPieceBlocks || m_sources.isEarlier(id)) &&
        m_sources.copyInKernel(id, offset, length, std::uint64_t{block} * kErofsBlockSize))
        return;
    const std::span<char> place = room(block, blocks);
    m_sources.read(id, offset, place.first(length));
    std::memset(place.data() + length, 0, place.size() - length);
}

std::span<char> ErofsDataCopier::room(std::uint32_t block, std::uint32_t blocks)
{
    if (m_used > 0 && (block != m_begin + m_used || m_used + blocks > kErofsPieceBlocks))
        flush();
    if (m_used == 0)
        m_begin = block;
    const std::span<char> place = std::span(m_buffer).subspan(std::size_t{m_used} * kErofsBlockSize,
                                                              std::size_t{blocks} * kErofsBlockSize);
    m_used += blocks;
    return place;
}

void ErofsDataCopier::flush()
{
    if (m_used > 0)
        m_file.writeAt(std::uint64_t{m_begin} * kErofsBlockSize,
                       std::span(m_buffer).first(std::size_t{m_used} * kErofsBlockSize));
    m_used = 0;
}

} // namespace Refbox
