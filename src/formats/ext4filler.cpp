// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4filler.h"

#include "jobs/job.h"
#include "jobs/text.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace Refbox {

namespace {

constexpr std::uint32_t kInodesInChunk = kExt4ChunkBytes / kExt4InodeSize;

// Any thread: nothing in the handle is touched but the checksum seed and this function.
errcode_t readNoInode(ext2_filsys, ext2_ino_t, ext2_inode *inode)
{
    std::memset(inode, 0, sizeof *inode);
    return 0;
}

} // namespace

Ext4Filler::Worker::Worker(const Ext4Filler &filler)
    : inodes(filler.m_fs, filler.m_layout, filler.m_slots)
    , data(filler.m_layout, filler.m_slots, filler.m_file, filler.m_earlier, filler.m_progress)
{
}

Ext4Filler::Ext4Filler(ext2_filsys fs, const Ext4Layout &layout, const SlotMap &slots, const OutputFile &file,
                       const EarlierImage *earlier, Progress &progress)
    : m_fs(fs)
    , m_layout(layout)
    , m_slots(slots)
    , m_file(file)
    , m_earlier(earlier)
    , m_progress(progress)
    , m_shape(layout.shape())
    , m_chunkBlocks(kExt4ChunkBytes / m_shape.blockSize)
{
    fs->read_inode = readNoInode;
    m_pieces.push_back({Piece::Kind::Journal, 0, 1});
    for (std::uint64_t i = 0; i < layout.indexed().size(); ++i)
        m_pieces.push_back({Piece::Kind::Index, i, i + 1});
    for (std::uint64_t at = 0; at < layout.xattrBlocks().size(); at += m_chunkBlocks)
        m_pieces.push_back({Piece::Kind::Xattrs, at,
                            std::min<std::uint64_t>(at + m_chunkBlocks, layout.xattrBlocks().size())});
    cutDirectories();
    cutInodes();
    cutData();
}

void Ext4Filler::cutDirectories()
{
    const auto &directories = m_layout.directories();
    for (std::size_t begin = 0; begin < directories.size();) {
        std::size_t end = begin;
        for (std::uint32_t blocks = 0; end < directories.size() && blocks < m_chunkBlocks; ++end)
            blocks += directories[end].blocks;
        m_pieces.push_back({Piece::Kind::Directories, begin, end});
        begin = end;
    }
}

// A piece of the inode table lies in one group.
void Ext4Filler::cutInodes()
{
    const std::uint64_t past = std::uint64_t{m_layout.lastIno()} + 1;
    const std::uint32_t inGroup = m_fs->super->s_inodes_per_group;
    for (std::uint64_t begin = 1; begin < past;) {
        const std::uint64_t groupEnd = (begin - 1) / inGroup * inGroup + inGroup + 1;
        const std::uint64_t end = std::min({past, groupEnd, begin + kInodesInChunk});
        m_pieces.push_back({Piece::Kind::Inodes, begin, end});
        begin = end;
    }
}

void Ext4Filler::cutData()
{
    for (std::uint64_t at = m_layout.fileSlotsBegin(); at < m_layout.fileSlotsEnd(); at += m_chunkBlocks)
        m_pieces.push_back({Piece::Kind::Data, at, std::min(at + m_chunkBlocks, m_layout.fileSlotsEnd())});
}

void Ext4Filler::run(unsigned threads)
{
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    runParallel(threads, [&](unsigned) {
        try {
            Worker worker(*this);
            for (std::size_t i; !failed && (i = next++) < m_pieces.size();) {
                m_progress.throwIfCancelled();
                perform(m_pieces[i], worker);
            }
            if (!failed)
                worker.data.finish();
        } catch (...) {
            failed = true;
            throw;
        }
    });
}

void Ext4Filler::perform(const Piece &piece, Worker &worker)
{
    switch (piece.kind) {
    case Piece::Kind::Directories:
        return writeDirectories(piece.begin, piece.end, worker);
    case Piece::Kind::Index:
        return writeIndex(m_layout.indexed()[piece.begin]);
    case Piece::Kind::Xattrs:
        return writeXattrs(piece.begin, piece.end, worker);
    case Piece::Kind::Journal:
        return writeJournal();
    case Piece::Kind::Inodes:
        return writeInodes(piece.begin, piece.end, worker);
    case Piece::Kind::Data:
        worker.data.copy(piece.begin, piece.end);
        m_progress.advance((piece.end - piece.begin) * m_shape.blockSize);
    }
}

void Ext4Filler::writeSlots(std::uint64_t slot, std::span<const char> bytes) const
{
    while (!bytes.empty()) {
        const BlockRun piece = m_slots.piece(slot, bytes.size() / m_shape.blockSize);
        const std::size_t length = std::size_t{piece.count} * m_shape.blockSize;
        m_file.writeAt(std::uint64_t{piece.block} * m_shape.blockSize, bytes.first(length));
        bytes = bytes.subspan(length);
        slot += piece.count;
    }
}

// Plain directories of a piece are neighbours and go down in one write.
void Ext4Filler::writeDirectories(std::uint64_t begin, std::uint64_t end, Worker &worker)
{
    if (begin == 0 && m_layout.makesLostFound())
        writeLostFound();
    const auto directories = std::span(m_layout.directories()).subspan(begin, end - begin);
    worker.buffer.clear();
    std::uint64_t slot = directories.front().slot;
    for (const Ext4Layout::Directory &directory : directories) {
        if (directory.blocks > 1) {
            writeDirectory(directory);
        } else {
            if (slot + worker.buffer.size() / m_shape.blockSize != directory.slot) {
                writeSlots(slot, worker.buffer);
                worker.buffer.clear();
                slot = directory.slot;
            }
            const std::size_t at = worker.buffer.size();
            worker.buffer.resize(at + m_shape.blockSize);
            encodePlainDirectory(m_fs, m_shape, m_layout.inoOf(directory.inode),
                                 m_layout.parentIno(directory.inode), m_layout.entriesOf(directory.inode),
                                 worker.buffer.data() + at);
        }
    }
    writeSlots(slot, worker.buffer);
}

void Ext4Filler::writeDirectory(const Ext4Layout::Directory &directory)
{
    if (m_layout.isHashed(directory))
        return writeHashed(directory);
    const ext2_ino_t ino = m_layout.inoOf(directory.inode);
    const std::vector<Ext4Entry> entries = m_layout.entriesOf(directory.inode);
    const std::vector<std::size_t> begins = plainDirectoryBlocks(entries, m_shape);
    const auto entriesAt = [&](std::size_t i) { // none in the blocks that lost+found has in store
        return i + 1 < begins.size() ? std::span(entries).subspan(begins[i], begins[i + 1] - begins[i])
                                     : std::span<const Ext4Entry>();
    };
    std::vector<char> blocks(std::size_t{directory.blocks} * m_shape.blockSize);
    encodePlainDirectory(m_fs, m_shape, ino, m_layout.parentIno(directory.inode), entriesAt(0),
                         blocks.data());
    for (std::uint32_t i = 1; i < directory.blocks; ++i)
        encodeDirectoryBlock(m_fs, m_shape, ino, entriesAt(i),
                             blocks.data() + std::size_t{i} * m_shape.blockSize);
    writeSlots(directory.slot, blocks);
}

void Ext4Filler::writeHashed(const Ext4Layout::Directory &directory)
{
    const ext2_ino_t ino = m_layout.inoOf(directory.inode);
    const ext2_ino_t parent = m_layout.parentIno(directory.inode);
    const HashedDirectory hashed(m_layout.entriesOf(directory.inode), m_shape,
                                 m_layout.identity().hashSeed.data());
    std::vector<char> blocks;
    for (std::uint32_t begin = 0; begin < directory.blocks; begin += m_chunkBlocks) {
        m_progress.throwIfCancelled();
        const std::uint32_t count = std::min(m_chunkBlocks, directory.blocks - begin);
        blocks.resize(std::size_t{count} * m_shape.blockSize);
        for (std::uint32_t i = 0; i < count; ++i)
            hashed.encode(m_fs, ino, parent, begin + i, blocks.data() + std::size_t{i} * m_shape.blockSize);
        writeSlots(std::uint64_t{directory.slot} + begin, blocks);
    }
}

void Ext4Filler::writeLostFound()
{
    std::vector<char> blocks(std::size_t{m_shape.lostFoundBlocks()} * m_shape.blockSize);
    encodePlainDirectory(m_fs, m_shape, Ext4Layout::kLostFoundIno, EXT2_ROOT_INO, {}, blocks.data());
    for (std::uint32_t i = 1; i < m_shape.lostFoundBlocks(); ++i)
        encodeDirectoryBlock(m_fs, m_shape, Ext4Layout::kLostFoundIno, {},
                             blocks.data() + std::size_t{i} * m_shape.blockSize);
    writeSlots(m_layout.lostFound().slot, blocks);
}

void Ext4Filler::writeIndex(InodeId id)
{
    const BlockMapping mapping = m_layout.mappingOf(id);
    const std::uint64_t slot = mapping.slot + mapping.dataBlocks;
    writeSlots(slot, m_layout.blockIndex(m_fs, m_slots, m_layout.inoOf(id), mapping).blocks);
}

void Ext4Filler::writeXattrs(std::uint64_t begin, std::uint64_t end, Worker &worker)
{
    worker.buffer.clear();
    for (std::uint64_t i = begin; i < end; ++i) {
        const Ext4Layout::XattrBlock &block = m_layout.xattrBlocks()[i];
        std::string bytes = encodeExt4Xattrs(m_layout.tree().xattrs(block.set), m_shape).block;
        auto *header = reinterpret_cast<ext2_ext_attr_header *>(bytes.data());
        header->h_refcount = block.references;
        if (m_shape.checksums)
            ext2fs_ext_attr_block_csum_set(m_fs, 0, m_slots.piece(m_layout.xattrSlot() + i, 1).block, header);
        worker.buffer.insert(worker.buffer.end(), bytes.begin(), bytes.end());
    }
    writeSlots(m_layout.xattrSlot() + begin, worker.buffer);
}

void Ext4Filler::writeJournal()
{
    const BlockMapping journal = m_layout.journal();
    if (journal.dataBlocks == 0)
        return;
    ext2fs_journal_params params{};
    params.num_journal_blocks = journal.dataBlocks;
    char *block = nullptr;
    throwExt4Error(ext2fs_create_journal_superblock2(m_fs, &params, 0, &block),
                   translated("formats", "Cannot make the journal"), m_file.path());
    const std::unique_ptr<char, void (*)(void *)> owner(block, std::free);
    writeSlots(journal.slot, {block, m_shape.blockSize});
    writeSlots(journal.slot + journal.dataBlocks,
               m_layout.blockIndex(m_fs, m_slots, EXT2_JOURNAL_INO, journal).blocks);
}

void Ext4Filler::writeInodes(std::uint64_t begin, std::uint64_t end, Worker &worker)
{
    worker.buffer.assign((end - begin) * kExt4InodeSize, 0);
    for (std::uint64_t ino = begin; ino < end; ++ino)
        worker.inodes.encode(static_cast<ext2_ino_t>(ino),
                             worker.buffer.data() + (ino - begin) * kExt4InodeSize);
    const auto inGroup = static_cast<std::uint64_t>(m_fs->super->s_inodes_per_group);
    const auto group = static_cast<dgrp_t>((begin - 1) / inGroup);
    m_file.writeAt(ext2fs_inode_table_loc(m_fs, group) * m_shape.blockSize +
                       (begin - 1) % inGroup * kExt4InodeSize,
                   worker.buffer);
}

} // namespace Refbox
