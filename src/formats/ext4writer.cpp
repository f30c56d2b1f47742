// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4writer.h"

#include "formats/ext4data.h"
#include "formats/ext4geometry.h"
#include "formats/ext4inode.h"
#include "formats/outputfile.h"
#include "jobs/display.h"
#include "jobs/job.h"

#include <algorithm>
#include <atomic>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::uint32_t kInodesInChunk = kExt4ChunkBlocks * kExt4BlockSize / kExt4InodeSize;

std::string saltOf(const Ext4Options &options)
{
    return "ext4\n" + options.label + '\n' + std::to_string(options.size.value_or(0)) + '\n' +
           std::to_string(options.freeBytes) + '\n' + std::to_string(options.freePercent) + '\n' +
           std::to_string(options.inodes);
}

Ext4Layout planLayout(const FileTree &tree, const Ext4Options &options, Progress &progress)
{
    const unsigned threads = options.threads > 0 ? options.threads : usefulThreads();
    const FilesystemIdentity identity = identityOf(tree, saltOf(options), options.now, threads, progress);
    return Ext4Layout(tree, identity, progress);
}

// Any thread: nothing in the handle is touched but the checksum seed and this function.
errcode_t readNoInode(ext2_filsys, ext2_ino_t, ext2_inode *inode)
{
    std::memset(inode, 0, sizeof *inode);
    return 0;
}

// Fills the empty file system's file. Work is cut into numbered pieces that any thread may do in any order.
class ImageFiller
{
public:
    ImageFiller(ext2_filsys fs, const Ext4Layout &layout, const SlotMap &slots, const OutputFile &file,
                Progress &progress);

    void run(unsigned threads);

private:
    struct Piece
    {
        enum class Kind { Directories, Index, Xattrs, Journal, Inodes, Data } kind;
        std::uint64_t begin;
        std::uint64_t end;
    };
    struct Worker
    {
        Worker(const ImageFiller &filler);
        Ext4InodeEncoder inodes;
        Ext4DataCopier data;
        std::vector<char> buffer;
    };
    void cutDirectories();
    void cutInodes();
    void cutData();
    void perform(const Piece &piece, Worker &worker);
    void writeDirectories(std::uint64_t begin, std::uint64_t end, Worker &worker);
    void writeDirectory(const Ext4Layout::Directory &directory, Worker &worker);
    void writeHashed(const Ext4Layout::Directory &directory, std::vector<Ext4Entry> entries, Worker &worker);
    void writeLostFound();
    void writeIndex(InodeId id);
    void writeXattrs(std::uint64_t begin, std::uint64_t end, Worker &worker);
    void writeJournal();
    void writeInodes(std::uint64_t begin, std::uint64_t end, Worker &worker);
    void writeSlots(std::uint64_t slot, std::span<const char> bytes) const;

    ext2_filsys m_fs;
    const Ext4Layout &m_layout;
    const SlotMap &m_slots;
    const OutputFile &m_file;
    Progress &m_progress;
    std::vector<Piece> m_pieces;
};

ImageFiller::Worker::Worker(const ImageFiller &filler)
    : inodes(filler.m_fs, filler.m_layout, filler.m_slots)
    , data(filler.m_layout, filler.m_slots, filler.m_file, filler.m_progress)
{
}

ImageFiller::ImageFiller(ext2_filsys fs, const Ext4Layout &layout, const SlotMap &slots,
                         const OutputFile &file, Progress &progress)
    : m_fs(fs)
    , m_layout(layout)
    , m_slots(slots)
    , m_file(file)
    , m_progress(progress)
{
    m_pieces.push_back({Piece::Kind::Journal, 0, 1});
    for (std::uint64_t i = 0; i < layout.indexed().size(); ++i)
        m_pieces.push_back({Piece::Kind::Index, i, i + 1});
    for (std::uint64_t at = 0; at < layout.xattrBlocks().size(); at += kExt4ChunkBlocks)
        m_pieces.push_back({Piece::Kind::Xattrs, at,
                            std::min<std::uint64_t>(at + kExt4ChunkBlocks, layout.xattrBlocks().size())});
    cutDirectories();
    cutInodes();
    cutData();
}

void ImageFiller::cutDirectories()
{
    const auto &directories = m_layout.directories();
    for (std::size_t begin = 0; begin < directories.size();) {
        std::size_t end = begin;
        for (std::uint32_t blocks = 0; end < directories.size() && blocks < kExt4ChunkBlocks; ++end)
            blocks += directories[end].blocks;
        m_pieces.push_back({Piece::Kind::Directories, begin, end});
        begin = end;
    }
}

// A piece of the inode table lies in one group.
void ImageFiller::cutInodes()
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

void ImageFiller::cutData()
{
    for (std::uint64_t at = m_layout.fileSlotsBegin(); at < m_layout.fileSlotsEnd(); at += kExt4ChunkBlocks)
        m_pieces.push_back({Piece::Kind::Data, at, std::min(at + kExt4ChunkBlocks, m_layout.fileSlotsEnd())});
}

void ImageFiller::run(unsigned threads)
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

void ImageFiller::perform(const Piece &piece, Worker &worker)
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
        m_progress.advance((piece.end - piece.begin) * kExt4BlockSize);
    }
}

void ImageFiller::writeSlots(std::uint64_t slot, std::span<const char> bytes) const
{
    while (!bytes.empty()) {
        const BlockRun piece = m_slots.piece(slot, bytes.size() / kExt4BlockSize);
        const std::size_t length = std::size_t{piece.count} * kExt4BlockSize;
        m_file.writeAt(std::uint64_t{piece.block} * kExt4BlockSize, bytes.first(length));
        bytes = bytes.subspan(length);
        slot += piece.count;
    }
}

// Plain directories of a piece are neighbours and go down in one write.
void ImageFiller::writeDirectories(std::uint64_t begin, std::uint64_t end, Worker &worker)
{
    if (begin == 0 && m_layout.makesLostFound())
        writeLostFound();
    const auto directories = std::span(m_layout.directories()).subspan(begin, end - begin);
    worker.buffer.clear();
    std::uint64_t slot = directories.front().slot;
    for (const Ext4Layout::Directory &directory : directories) {
        if (directory.blocks > 1) {
            writeDirectory(directory, worker);
        } else {
            if (slot + worker.buffer.size() / kExt4BlockSize != directory.slot) {
                writeSlots(slot, worker.buffer);
                worker.buffer.clear();
                slot = directory.slot;
            }
            const std::size_t at = worker.buffer.size();
            worker.buffer.resize(at + kExt4BlockSize);
            encodePlainDirectory(m_fs, m_layout.inoOf(directory.inode), m_layout.parentIno(directory.inode),
                                 m_layout.entriesOf(directory.inode), worker.buffer.data() + at);
        }
    }
    writeSlots(slot, worker.buffer);
}

void ImageFiller::writeDirectory(const Ext4Layout::Directory &directory, Worker &worker)
{
    if (m_layout.isHashed(directory))
        return writeHashed(directory, m_layout.entriesOf(directory.inode), worker);
    const ext2_ino_t ino = m_layout.inoOf(directory.inode);
    std::vector<char> blocks(std::size_t{directory.blocks} * kExt4BlockSize);
    encodePlainDirectory(m_fs, ino, m_layout.parentIno(directory.inode), m_layout.entriesOf(directory.inode),
                         blocks.data());
    for (std::uint32_t i = 1; i < directory.blocks; ++i)
        encodeEmptyDirectoryBlock(m_fs, ino, blocks.data() + std::size_t{i} * kExt4BlockSize);
    writeSlots(directory.slot, blocks);
}

void ImageFiller::writeHashed(const Ext4Layout::Directory &directory, std::vector<Ext4Entry> entries,
                              Worker &)
{
    const ext2_ino_t ino = m_layout.inoOf(directory.inode);
    const ext2_ino_t parent = m_layout.parentIno(directory.inode);
    const HashedDirectory hashed(std::move(entries), m_layout.identity().hashSeed.data());
    std::vector<char> blocks;
    for (std::uint32_t begin = 0; begin < directory.blocks; begin += kExt4ChunkBlocks) {
        m_progress.throwIfCancelled();
        const std::uint32_t count = std::min(kExt4ChunkBlocks, directory.blocks - begin);
        blocks.resize(std::size_t{count} * kExt4BlockSize);
        for (std::uint32_t i = 0; i < count; ++i)
            hashed.encode(m_fs, ino, parent, begin + i, blocks.data() + std::size_t{i} * kExt4BlockSize);
        writeSlots(std::uint64_t{directory.slot} + begin, blocks);
    }
}

void ImageFiller::writeLostFound()
{
    std::vector<char> blocks(std::size_t{Ext4Layout::kLostFoundBlocks} * kExt4BlockSize);
    encodePlainDirectory(m_fs, Ext4Layout::kLostFoundIno, EXT2_ROOT_INO, {}, blocks.data());
    for (std::uint32_t i = 1; i < Ext4Layout::kLostFoundBlocks; ++i)
        encodeEmptyDirectoryBlock(m_fs, Ext4Layout::kLostFoundIno,
                                  blocks.data() + std::size_t{i} * kExt4BlockSize);
    writeSlots(m_layout.lostFound().slot, blocks);
}

void ImageFiller::writeIndex(InodeId id)
{
    const BlockMapping mapping = m_layout.mappingOf(id);
    const std::uint64_t slot = mapping.slot + mapping.dataBlocks;
    writeSlots(slot,
               makeExtentTree(m_fs, m_layout.inoOf(id), m_layout.extents(m_slots, mapping), m_slots, slot)
                   .indexBlocks);
}

void ImageFiller::writeXattrs(std::uint64_t begin, std::uint64_t end, Worker &worker)
{
    worker.buffer.clear();
    for (std::uint64_t i = begin; i < end; ++i) {
        const Ext4Layout::XattrBlock &block = m_layout.xattrBlocks()[i];
        std::string bytes = encodeExt4Xattrs(m_layout.tree().xattrs(block.set)).block;
        auto *header = reinterpret_cast<ext2_ext_attr_header *>(bytes.data());
        header->h_refcount = block.references;
        ext2fs_ext_attr_block_csum_set(m_fs, 0, m_slots.piece(m_layout.xattrSlot() + i, 1).block, header);
        worker.buffer.insert(worker.buffer.end(), bytes.begin(), bytes.end());
    }
    writeSlots(m_layout.xattrSlot() + begin, worker.buffer);
}

void ImageFiller::writeJournal()
{
    const BlockMapping journal = m_layout.journal();
    if (journal.dataBlocks == 0)
        return;
    ext2fs_journal_params params{};
    params.num_journal_blocks = journal.dataBlocks;
    char *block = nullptr;
    throwExt4Error(ext2fs_create_journal_superblock2(m_fs, &params, 0, &block),
                   QStringLiteral("Cannot make the journal"), m_file.path());
    const std::unique_ptr<char, void (*)(void *)> owner(block, std::free);
    writeSlots(journal.slot, {block, kExt4BlockSize});
    const ExtentTree tree = makeExtentTree(m_fs, EXT2_JOURNAL_INO, m_layout.extents(m_slots, journal),
                                           m_slots, journal.slot + journal.dataBlocks);
    writeSlots(journal.slot + journal.dataBlocks, tree.indexBlocks);
}

void ImageFiller::writeInodes(std::uint64_t begin, std::uint64_t end, Worker &worker)
{
    worker.buffer.assign((end - begin) * kExt4InodeSize, 0);
    for (std::uint64_t ino = begin; ino < end; ++ino)
        worker.inodes.encode(static_cast<ext2_ino_t>(ino),
                             worker.buffer.data() + (ino - begin) * kExt4InodeSize);
    const auto inGroup = static_cast<std::uint64_t>(m_fs->super->s_inodes_per_group);
    const auto group = static_cast<dgrp_t>((begin - 1) / inGroup);
    m_file.writeAt(ext2fs_inode_table_loc(m_fs, group) * kExt4BlockSize +
                       (begin - 1) % inGroup * kExt4InodeSize,
                   worker.buffer);
}

void countBlocks(ext2_filsys fs, const SlotMap &slots, std::uint64_t used)
{
    for (std::uint64_t slot = 0; slot < used;) {
        const BlockRun piece = slots.piece(slot, used - slot);
        ext2fs_block_alloc_stats_range(fs, piece.block, piece.count, +1);
        slot += piece.count;
    }
}

void countInodes(ext2_filsys fs, const Ext4Layout &layout)
{
    const std::uint32_t inGroup = fs->super->s_inodes_per_group;
    const ext2_ino_t last = layout.lastIno();
    for (ext2_ino_t ino = 1; ino <= last; ++ino)
        ext2fs_fast_mark_inode_bitmap2(fs->inode_map, ino);
    std::vector<std::uint32_t> directories(fs->group_desc_count);
    for (const Ext4Layout::Directory &directory : layout.directories())
        ++directories[(layout.inoOf(directory.inode) - 1) / inGroup];
    if (layout.makesLostFound())
        ++directories[(Ext4Layout::kLostFoundIno - 1) / inGroup];
    for (dgrp_t group = 0; group < fs->group_desc_count; ++group) {
        const std::uint64_t before = std::uint64_t{group} * inGroup;
        const std::uint32_t used =
            last <= before ? 0 : static_cast<std::uint32_t>(std::min<std::uint64_t>(inGroup, last - before));
        ext2fs_bg_free_inodes_count_set(fs, group, inGroup - used);
        ext2fs_bg_itable_unused_set(fs, group, inGroup - used);
        ext2fs_bg_used_dirs_count_set(fs, group, directories[group]);
        ext2fs_bg_flags_set(fs, group, EXT2_BG_INODE_ZEROED); // the file began as zeros
        if (used > 0)
            ext2fs_bg_flags_clear(fs, group, EXT2_BG_INODE_UNINIT);
        ext2fs_group_desc_csum_set(fs, group);
    }
    fs->super->s_free_inodes_count = fs->super->s_inodes_count - last;
}

// The superblock keeps a copy of where the journal is.
void nameJournal(ext2_filsys fs, const Ext4Layout &layout, const SlotMap &slots)
{
    if (layout.journal().dataBlocks == 0)
        return;
    char place[kExt4InodeSize]{};
    Ext4InodeEncoder(fs, layout, slots).encode(EXT2_JOURNAL_INO, place);
    ext2_inode_large inode{};
    std::memcpy(&inode, place, sizeof inode);
    ext2_super_block &super = *fs->super;
    super.s_journal_inum = EXT2_JOURNAL_INO;
    super.s_jnl_backup_type = EXT3_JNL_BACKUP_BLOCKS;
    std::copy(std::begin(inode.i_block), std::end(inode.i_block), super.s_jnl_blocks);
    super.s_jnl_blocks[15] = inode.i_size_high;
    super.s_jnl_blocks[16] = inode.i_size;
}

void finishFilesystem(ext2_filsys fs, const Ext4Layout &layout, const SlotMap &slots, std::uint64_t used,
                      const std::string &path)
{
    countBlocks(fs, slots, used);
    countInodes(fs, layout);
    nameJournal(fs, layout, slots);
    fs->super->s_wtime = layout.identity().now;
    ext2fs_mark_super_dirty(fs);
    ext2fs_mark_bb_dirty(fs);
    ext2fs_mark_ib_dirty(fs);
    throwExt4Error(ext2fs_flush2(fs, EXT2_FLAG_FLUSH_NO_SYNC), QStringLiteral("Cannot write the file"), path);
}

void warnOfTimes(const FileTree &tree, Progress &progress)
{
    std::uint32_t count = 0;
    InodeId first = kNoId;
    for (InodeId id = 0; id < tree.inodeCount(); ++id) {
        const std::int64_t seconds = tree.inode(id).mtimeSeconds;
        if (clampExt4Time(seconds) != seconds && ++count == 1)
            first = id;
    }
    if (count > 0)
        progress.log(Progress::Severity::Warning,
                     QStringLiteral(
                         "%1 files have times that ext4 cannot hold (1901 to 2446) and get the nearest one; "
                         "the first is %2.")
                         .arg(count)
                         .arg(displayPath(tree.path(tree.names(first)[0]))));
}

ImageReport reportOf(ext2_filsys fs, const Ext4Layout &layout, std::uint64_t bytes)
{
    ImageReport report;
    report.bytes = bytes;
    report.contentBytes = layout.contentBytes();
    report.freeBytes = ext2fs_free_blocks_count(fs->super) * kExt4BlockSize;
    report.inodes = fs->super->s_inodes_count;
    report.freeInodes = fs->super->s_free_inodes_count;
    report.uuid = uuidText(layout.identity().uuid);
    return report;
}

std::uint64_t fileSize(const Ext4Geometry &geometry, const Ext4Options &options)
{
    return options.size.value_or(std::uint64_t{geometry.blocks} * kExt4BlockSize);
}

} // namespace

ImageReport writeExt4(const FileTree &tree, const std::string &path, const Ext4Options &options,
                      Progress &progress)
{
    OutputFile file(path, options.flush ? OutputFile::Flush::Yes : OutputFile::Flush::No);
    progress.beginPhase(QStringLiteral("Planning the image"), tree.inodeCount(), Progress::Unit::Entries);
    warnOfTimes(tree, progress);
    Ext4Layout layout = planLayout(tree, options, progress);
    const Ext4Geometry geometry = chooseGeometry(layout, options, progress);
    const std::uint64_t bytes = fileSize(geometry, options);
    if (ftruncate(file.fd(), static_cast<off_t>(bytes)) != 0)
        throw file.error(errno);
    const Ext4Handle fs = makeEmptyExt4(geometry, layout.identity(), options.label, file.fd(), path);
    fs->read_inode = readNoInode;
    const SlotMap slots = freeSlots(fs.get());
    const std::uint64_t used = layout.place(slots, geometry.journalBlocks);
    progress.beginPhase(QStringLiteral("Writing the image"),
                        (layout.fileSlotsEnd() - layout.fileSlotsBegin()) * kExt4BlockSize,
                        Progress::Unit::Bytes);
    ImageFiller(fs.get(), layout, slots, file, progress)
        .run(options.threads > 0 ? options.threads : usefulThreads());
    finishFilesystem(fs.get(), layout, slots, used, path);
    const ImageReport report = reportOf(fs.get(), layout, bytes);
    if (options.check)
        options.check(file.temporaryPath());
    file.flush(progress);
    progress.throwIfCancelled();
    file.commit();
    return report;
}

std::uint64_t ext4Size(const FileTree &tree, const Ext4Options &options)
{
    Progress progress;
    Ext4Layout layout = planLayout(tree, options, progress);
    return fileSize(chooseGeometry(layout, options, progress), options);
}

} // namespace Refbox
