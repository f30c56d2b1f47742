// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsfiller.h"

#include "formats/erofsdirectory.h"
#include "jobs/job.h"

#include <algorithm>
#include <atomic>

namespace Refbox {

namespace {

constexpr std::size_t kBufferSize = 1 << 18;

// The entries of a file's chunks one after the other: the stored ones lie side by side in the image.
class ChunkTable
{
public:
    ChunkTable(const ErofsBody &body, std::uint32_t firstBlock)
        : m_body(body)
        , m_block(firstBlock)
    {
    }

    std::uint32_t next()
    {
        const std::uint64_t logical = m_chunk++ << m_body.chunkBits;
        while (m_run < m_body.runs.size() && end(m_body.runs[m_run]) <= logical)
            m_block += m_body.runs[m_run++].count;
        if (m_run == m_body.runs.size() || m_body.runs[m_run].logical > logical)
            return kErofsNoBlock;
        return m_block + static_cast<std::uint32_t>(logical - m_body.runs[m_run].logical);
    }

private:
    static std::uint64_t end(const DataRun &run) { return std::uint64_t{run.logical} + run.count; }

    const ErofsBody &m_body;
    std::uint32_t m_block; // of the current run's begin
    std::uint64_t m_chunk = 0;
    std::size_t m_run = 0;
};

} // namespace

ErofsFiller::Worker::Worker(const ErofsFiller &filler)
    : data(filler.m_layout, filler.m_file, filler.m_earlier, filler.m_progress)
{
}

ErofsFiller::ErofsFiller(const ErofsLayout &layout, const OutputFile &file, const EarlierImage *earlier,
                         Progress &progress)
    : m_layout(layout)
    , m_tree(layout.tree())
    , m_file(file)
    , m_earlier(earlier)
    , m_progress(progress)
    , m_dataPieces((layout.dataEnd() - layout.dataBegin() + kErofsPieceBlocks - 1) / kErofsPieceBlocks)
{
}

std::uint64_t ErofsFiller::pieces() const
{
    return std::uint64_t{m_dataPieces} + m_layout.groups().size() + 1;
}

void ErofsFiller::run(unsigned threads)
{
    std::atomic<std::uint64_t> next{0};
    std::atomic<bool> failed{false};
    const std::uint64_t count = pieces();
    runParallel(threads, [&](unsigned) {
        try {
            Worker worker(*this);
            for (std::uint64_t piece; !failed && (piece = next++) < count;) {
                m_progress.throwIfCancelled();
                perform(piece, worker);
            }
            if (!failed)
                worker.data.finish();
        } catch (...) {
            failed = true;
            throw;
        }
    });
}

void ErofsFiller::perform(std::uint64_t piece, Worker &worker)
{
    if (piece < m_dataPieces)
        return writeData(static_cast<std::uint32_t>(piece), worker);
    piece -= m_dataPieces;
    if (piece == m_layout.groups().size())
        return writeXattrs();
    const ErofsGroup &group = m_layout.groups()[piece];
    const ErofsBody body = group.begin < group.end ? m_layout.bodyOf(group.begin) : ErofsBody{};
    if (body.headBytes() > kErofsBlockSize)
        writeLargeInode(group, body, worker);
    else
        writeGroup(group, worker);
}

void ErofsFiller::writeData(std::uint32_t piece, Worker &worker)
{
    const std::uint32_t begin = m_layout.dataBegin() + piece * kErofsPieceBlocks;
    const std::uint32_t end = begin + std::min(kErofsPieceBlocks, m_layout.dataEnd() - begin);
    m_progress.advance(std::uint64_t{worker.data.copyPiece(begin, end)} * kErofsBlockSize);
}

void ErofsFiller::writeGroup(const ErofsGroup &group, Worker &worker)
{
    const std::uint64_t start = std::uint64_t{group.firstBlock} * kErofsBlockSize;
    std::uint64_t blocks = group.blocks;
    worker.metadata.assign(std::size_t{group.blocks} * kErofsBlockSize, '\0');
    for (InodeId id = group.begin; id < group.end; ++id) {
        const ErofsBody body = m_layout.bodyOf(id);
        writeInode(
            id, body,
            std::span(worker.metadata)
                .subspan(std::uint64_t{m_layout.slotOf(id)} * kErofsSlotSize - start, body.headBytes()),
            worker);
        if (!isLargeErofsFile(m_tree.inode(id), body))
            blocks += body.dataBlocks;
    }
    worker.data.flush();
    m_file.writeAt(start, worker.metadata);
    m_progress.advance(blocks * kErofsBlockSize);
}

void ErofsFiller::writeInode(InodeId id, const ErofsBody &body, std::span<char> head, Worker &worker)
{
    encodeErofsInode(m_layout.inodeOf(id, body), head);
    if (body.xattrBytes > 0)
        m_layout.xattrs().encodeBody(m_tree.inode(id).xattrs,
                                     head.subspan(body.coreBytes(), body.xattrBytes));
    const std::span<char> rest = head.subspan(std::size_t{body.coreBytes()} + body.xattrBytes);
    ChunkTable table(body, m_layout.dataBlockOf(id));
    for (std::uint64_t i = 0; i < body.chunks; ++i)
        putLe32(rest.data() + 4 * i, table.next());
    writeBody(id, body, rest.first(body.tail), worker);
}

void ErofsFiller::writeBody(InodeId id, const ErofsBody &body, std::span<char> tail, Worker &worker)
{
    switch (m_tree.inode(id).type) {
    case FileType::Directory:
        return writeDirectory(id, body, tail, worker);
    case FileType::Regular:
        return worker.data.copyFile(id, body, tail);
    case FileType::Symlink:
        return writeTarget(id, body, tail, worker);
    default:
        break;
    }
}

void ErofsFiller::writeDirectory(InodeId id, const ErofsBody &body, std::span<char> tail, Worker &worker)
{
    ErofsDirectoryEncoder encoder(m_tree, m_tree.names(id)[0],
                                  [&](InodeId child) { return m_layout.slotOf(child); });
    for (std::uint32_t i = 0; i < body.dataBlocks; ++i) {
        m_progress.throwIfCancelled();
        const std::span<const char> bytes = encoder.next();
        const std::span<char> block = worker.data.blockAt(m_layout.dataBlockOf(id) + i);
        std::ranges::fill(std::ranges::copy(bytes, block.begin()).out, block.end(), '\0');
    }
    if (!tail.empty())
        std::ranges::copy(encoder.next(), tail.begin());
}

void ErofsFiller::writeTarget(InodeId id, const ErofsBody &body, std::span<char> tail, Worker &worker)
{
    const std::string_view target = m_tree.symlinkTarget(id);
    if (body.dataBlocks == 0) {
        std::ranges::copy(target, tail.begin());
        return;
    }
    const std::span<char> block = worker.data.blockAt(m_layout.dataBlockOf(id));
    std::ranges::fill(std::ranges::copy(target, block.begin()).out, block.end(), '\0');
}

// With a table that may be longer than what should be held in memory.
void ErofsFiller::writeLargeInode(const ErofsGroup &group, const ErofsBody &body, Worker &worker)
{
    const InodeId id = group.begin;
    std::vector<char> &bytes = worker.metadata;
    bytes.assign(std::size_t{body.coreBytes()} + body.xattrBytes, '\0');
    std::uint64_t at = std::uint64_t{group.firstBlock} * kErofsBlockSize;
    encodeErofsInode(m_layout.inodeOf(id, body), bytes);
    if (body.xattrBytes > 0)
        m_layout.xattrs().encodeBody(m_tree.inode(id).xattrs, std::span(bytes).subspan(body.coreBytes()));
    ChunkTable table(body, m_layout.dataBlockOf(id));
    for (std::uint64_t i = 0; i < body.chunks; ++i) {
        bytes.resize(bytes.size() + 4);
        putLe32(bytes.data() + bytes.size() - 4, table.next());
        if (bytes.size() >= kBufferSize) {
            m_progress.throwIfCancelled();
            m_file.writeAt(at, bytes);
            at += bytes.size();
            bytes.clear();
        }
    }
    m_file.writeAt(at, bytes);
    writeBody(id, body, {}, worker);
    worker.data.flush();
    const std::uint64_t blocks =
        group.blocks + (isLargeErofsFile(m_tree.inode(id), body) ? 0 : body.dataBlocks);
    m_progress.advance(blocks * kErofsBlockSize);
}

void ErofsFiller::writeXattrs()
{
    std::uint64_t at = std::uint64_t{m_layout.xattrBlock()} * kErofsBlockSize;
    std::string bytes;
    for (const ErofsXattrs::Shared &shared : m_layout.xattrs().shared()) {
        bytes += m_layout.xattrs().encodeShared(shared);
        if (bytes.size() >= kBufferSize) {
            m_progress.throwIfCancelled();
            m_file.writeAt(at, bytes);
            at += bytes.size();
            bytes.clear();
        }
    }
    m_file.writeAt(at, bytes);
}

} // namespace Refbox
