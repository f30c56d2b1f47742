// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4writer.h"

#include "formats/ext4filler.h"
#include "formats/ext4geometry.h"
#include "formats/ext4inode.h"
#include "formats/imagewriting.h"
#include "jobs/job.h"
#include "jobs/text.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

std::string saltOf(const ImageOptions &options, const ExtShape &shape)
{
    return extShapeText(shape) + '\n' + options.label + '\n' + std::to_string(options.size.value_or(0)) +
           '\n' + std::to_string(options.freeBytes) + '\n' +
           std::to_string(std::llround(options.freePercent * 1e6)) + '\n' + std::to_string(options.inodes);
}

Ext4Layout planLayout(const FileTree &tree, const ImageOptions &options, Progress &progress)
{
    const ExtShape shape = extShapeOf(options);
    return Ext4Layout(tree, shape, identityOf(tree, saltOf(options, shape), options, progress), progress);
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
        ext2fs_bg_used_dirs_count_set(fs, group, directories[group]);
        if (!layout.shape().checksums)
            continue;
        ext2fs_bg_itable_unused_set(fs, group, inGroup - used);
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
    throwExt4Error(ext2fs_flush2(fs, EXT2_FLAG_FLUSH_NO_SYNC), translated("formats", "Cannot write the file"),
                   path);
}

ImageReport reportOf(ext2_filsys fs, const Ext4Layout &layout, std::uint64_t bytes)
{
    ImageReport report;
    report.bytes = bytes;
    report.contentBytes = layout.contentBytes();
    report.freeBytes = ext2fs_free_blocks_count(fs->super) * fs->blocksize;
    report.inodes = fs->super->s_inodes_count;
    report.freeInodes = fs->super->s_free_inodes_count;
    report.uuid = uuidText(layout.identity().uuid);
    return report;
}

std::uint64_t fileSize(const Ext4Geometry &geometry, const Ext4Layout &layout, const ImageOptions &options)
{
    return options.size.value_or(std::uint64_t{geometry.blocks} * layout.shape().blockSize);
}

} // namespace

ImageReport writeExt4(const FileTree &tree, const std::string &path, const ImageOptions &options,
                      Progress &progress)
{
    OutputFile file(path, options.flush ? OutputFile::Flush::Yes : OutputFile::Flush::No);
    progress.beginPhase(translated("formats", "Planning the image"), tree.inodeCount(),
                        Progress::Unit::Entries);
    warnOfTimes(tree, extShapeOf(options).name(), earliestExt4Time(), latestExt4Time(), progress);
    Ext4Layout layout = planLayout(tree, options, progress);
    const Ext4Geometry geometry = chooseGeometry(layout, options, progress);
    const std::uint64_t bytes = fileSize(geometry, layout, options);
    if (ftruncate(file.fd(), static_cast<off_t>(bytes)) != 0)
        throw file.error(errno);
    const Ext4Handle fs =
        makeEmptyExt4(geometry, layout.shape(), layout.identity(), options, file.fd(), path);
    const SlotMap slots = freeSlots(fs.get());
    const std::uint64_t used = layout.place(slots, geometry.journalBlocks);
    progress.beginPhase(translated("formats", "Writing the image"),
                        (layout.fileSlotsEnd() - layout.fileSlotsBegin()) * layout.shape().blockSize,
                        Progress::Unit::Bytes);
    Ext4Filler(fs.get(), layout, slots, file, options.earlier, progress).run(options.usedThreads());
    finishFilesystem(fs.get(), layout, slots, used, path);
    const ImageReport report = reportOf(fs.get(), layout, bytes);
    commitImage(file, options, progress);
    return report;
}

std::int64_t earliestExt4Time()
{
    return clampExt4Time(INT64_MIN);
}

std::int64_t latestExt4Time()
{
    return clampExt4Time(INT64_MAX);
}

std::uint64_t ext4Size(const FileTree &tree, const ImageOptions &options)
{
    Progress progress;
    Ext4Layout layout = planLayout(tree, options, progress);
    return fileSize(chooseGeometry(layout, options, progress), layout, options);
}

} // namespace Refbox
