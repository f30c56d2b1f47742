// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4geometry.h"

#include "formats/imagewriting.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace Refbox {

namespace {

constexpr std::uint64_t kBytesPerInode = 16384; // where there is room, as mke2fs has it
constexpr std::uint64_t kMostBlocks = UINT32_MAX - 1;
// 64 MiB: below, the smallest journal (4 MiB) would be a noticeable part of an image that is mostly only
// read.
constexpr std::uint64_t kSmallestWithJournal = 64 << 20;

// Of a bitmap's block.
std::uint32_t mostPerGroup(const ExtShape &shape)
{
    return 8 * shape.blockSize;
}

std::uint32_t journalBlocksFor(std::uint64_t blocks, const ExtShape &shape)
{
    constexpr std::uint64_t least = 1024; // of blocks, in jbd2
    const std::uint64_t bytes = blocks * shape.blockSize;
    if (!shape.journal || (bytes < kSmallestWithJournal && !shape.journalAnyway))
        return 0;
    const std::uint64_t wanted = bytes < 512 << 20                ? 4 << 20
                                 : bytes < std::uint64_t{4} << 30 ? 16 << 20
                                                                  : 64 << 20;
    if (bytes < kSmallestWithJournal)
        return least;
    return static_cast<std::uint32_t>(std::max(least, wanted / shape.blockSize));
}

// Where there are more inodes than blocks, full groups would hold too few of them.
std::uint32_t blocksPerGroup(const Ext4Geometry &geometry, const ExtShape &shape)
{
    const std::uint32_t most = mostPerGroup(shape);
    const std::uint64_t groups = (std::uint64_t{geometry.inodes} + most - 1) / most;
    if (geometry.blocks / most >= groups || groups <= 1)
        return most;
    return std::min<std::uint32_t>(most, std::max<std::uint32_t>(256, geometry.blocks / groups / 8 * 8));
}

// libext2fs makes the inodes of a group a multiple of 8, downwards where a block holds fewer.
std::uint32_t inodesInWholeGroups(const Ext4Geometry &geometry, const ExtShape &shape)
{
    constexpr std::uint64_t unit = 8;
    const std::uint64_t perGroup = blocksPerGroup(geometry, shape);
    const std::uint64_t groups = std::max<std::uint64_t>(1, (geometry.blocks + perGroup - 1) / perGroup);
    const std::uint64_t inGroup = (geometry.inodes + groups * unit - 1) / (groups * unit) * unit;
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(inGroup * groups, UINT32_MAX));
}

ext2_super_block parameters(const Ext4Geometry &geometry, const ExtShape &shape)
{
    ext2_super_block super{};
    super.s_rev_level = EXT2_DYNAMIC_REV;
    super.s_blocks_count = geometry.blocks;
    super.s_inodes_count = shape.blockSize == 1024 ? inodesInWholeGroups(geometry, shape) : geometry.inodes;
    super.s_log_block_size = super.s_log_cluster_size = shape.blockSize == 1024 ? 0 : shape.blockSize / 2048;
    super.s_blocks_per_group = blocksPerGroup(geometry, shape);
    super.s_inode_size = 256;
    const auto set = [](__u32 &features, __u32 feature, bool on) { features |= on ? feature : 0; };
    super.s_feature_compat = EXT2_FEATURE_COMPAT_EXT_ATTR;
    set(super.s_feature_compat, EXT2_FEATURE_COMPAT_DIR_INDEX, shape.indexed);
    super.s_feature_incompat = EXT2_FEATURE_INCOMPAT_FILETYPE;
    set(super.s_feature_incompat, EXT3_FEATURE_INCOMPAT_EXTENTS, shape.extents);
    set(super.s_feature_incompat, EXT4_FEATURE_INCOMPAT_FLEX_BG, shape.flexGroups);
    set(super.s_feature_incompat, EXT4_FEATURE_INCOMPAT_64BIT, shape.wide);
    super.s_feature_ro_compat = EXT2_FEATURE_RO_COMPAT_SPARSE_SUPER | EXT2_FEATURE_RO_COMPAT_LARGE_FILE;
    set(super.s_feature_ro_compat, EXT4_FEATURE_RO_COMPAT_HUGE_FILE, shape.hugeFiles);
    set(super.s_feature_ro_compat, EXT4_FEATURE_RO_COMPAT_DIR_NLINK, shape.manySubfolders);
    set(super.s_feature_ro_compat, EXT4_FEATURE_RO_COMPAT_METADATA_CSUM, shape.checksums);
    set(super.s_feature_ro_compat, EXT4_FEATURE_RO_COMPAT_EXTRA_ISIZE, shape.version == ImageFormat::Ext4);
    if (shape.wide)
        super.s_desc_size = EXT2_MIN_DESC_SIZE_64BIT;
    if (shape.flexGroups)
        super.s_log_groups_per_flex = 31; // all tables together, so that the rest is in few pieces
    return super;
}

// What libext2fs leaves to mke2fs, or would take from the clock.
void completeSuperblock(ext2_filsys fs, const ExtShape &shape, const FilesystemIdentity &identity,
                        const std::string &label)
{
    ext2_super_block &super = *fs->super;
    super.s_checksum_type = shape.checksums ? EXT2_CRC32C_CHKSUM : 0;
    std::copy(identity.uuid.begin(), identity.uuid.end(), super.s_uuid);
    std::copy(identity.hashSeed.begin(), identity.hashSeed.end(), super.s_hash_seed);
    std::memset(super.s_volume_name, 0, sizeof super.s_volume_name);
    std::copy(label.begin(), label.end(), super.s_volume_name);
    super.s_def_hash_version = EXT2_HASH_HALF_MD4;
    super.s_flags = EXT2_FLAGS_UNSIGNED_HASH;
    super.s_default_mount_opts = EXT2_DEFM_XATTR_USER | EXT2_DEFM_ACL;
    if (shape.version == ImageFormat::Ext4)
        super.s_min_extra_isize = super.s_want_extra_isize =
            sizeof(ext2_inode_large) - EXT2_GOOD_OLD_INODE_SIZE;
    super.s_max_mnt_count = -1;
    super.s_state = EXT2_VALID_FS;
    super.s_mkfs_time = super.s_lastcheck = super.s_wtime = identity.now;
    super.s_kbytes_written = 0;
    fs->now = static_cast<time_t>(identity.now);
    if (shape.checksums)
        ext2fs_init_csum_seed(fs);
}

struct Attempt
{
    std::uint64_t blocks = 0; ///< that there would really be
    std::uint64_t needed = 0; ///< slots, the free space asked for included
    std::uint64_t capacity = 0;
    bool fits() const { return capacity >= needed; }
};

class Search
{
public:
    Search(Ext4Layout &layout, const ImageOptions &options, const Progress &progress)
        : m_layout(layout)
        , m_shape(layout.shape())
        , m_options(options)
        , m_progress(progress)
    {
    }

    Ext4Geometry fixed(std::uint64_t size);
    Ext4Geometry smallest();

private:
    Ext4Geometry geometryOf(std::uint64_t blocks, std::uint64_t inodes) const
    {
        return {
            static_cast<std::uint32_t>(blocks),
            static_cast<std::uint32_t>(std::min<std::uint64_t>(inodes, UINT32_MAX - mostPerGroup(m_shape))),
            journalBlocksFor(blocks, m_shape)};
    }
    Attempt attempt(const Ext4Geometry &geometry);
    std::uint64_t freeBlocks(std::uint64_t blocks) const;
    std::uint64_t leastInodes() const
    {
        return std::max<std::uint64_t>(m_layout.lastIno(), m_options.inodes);
    }
    std::uint64_t inodesForFreeSpace() const;

    Ext4Layout &m_layout;
    const ExtShape &m_shape;
    const ImageOptions &m_options;
    const Progress &m_progress;
    bool m_countFreeSpace = true;
};

std::uint64_t Search::freeBlocks(std::uint64_t blocks) const
{
    if (!m_countFreeSpace)
        return 0;
    return m_shape.blocksFor(m_options.freeBytes) +
           static_cast<std::uint64_t>(std::ceil(static_cast<double>(blocks) * m_options.freePercent / 100));
}

// Free space is of no use without inodes for what is put there.
std::uint64_t Search::inodesForFreeSpace() const
{
    const double used = static_cast<double>(m_layout.lastIno());
    const double scaled = std::ceil(used / (1 - m_options.freePercent / 100));
    return std::max(leastInodes(), static_cast<std::uint64_t>(scaled) + m_options.freeBytes / kBytesPerInode);
}

Attempt Search::attempt(const Ext4Geometry &geometry)
{
    m_progress.throwIfCancelled();
    Ext4Handle fs;
    try {
        fs = makeEmptyExt4(geometry, m_shape, m_layout.identity(), m_options, -1, {});
    } catch (const Error &) { // too small for its own tables
        const std::uint64_t tables = std::uint64_t{geometry.inodes} * 256 / m_shape.blockSize;
        return {geometry.blocks, tables + geometry.blocks / 8 + 64, 0};
    }
    const SlotMap slots = freeSlots(fs.get());
    const std::uint64_t blocks = ext2fs_blocks_count(fs->super);
    return {blocks, m_layout.place(slots, geometry.journalBlocks) + freeBlocks(blocks), slots.capacity()};
}

Ext4Geometry Search::smallest()
{
    const std::uint64_t inodes = inodesForFreeSpace();
    const auto tooLarge = [this] {
        return Error(
            translated("formats", "Cannot plan the image"), {},
            translated("formats", "It would be larger than %1.")
                .arg(formatSize(kMostBlocks * m_shape.blockSize)),
            translated("formats", "Ask for less free space, or spread the tree over several images."));
    };
    std::uint64_t tooSmall = 0;
    std::uint64_t best = 0;
    std::uint64_t blocks = 64;
    // Of the blocks added, a part is free space asked for.
    const auto step = [share = 1 - m_options.freePercent / 100](std::uint64_t difference) {
        return static_cast<std::uint64_t>(std::ceil(static_cast<double>(difference) / share));
    };
    for (int round = 0; round < 64 && (best == 0 || best > tooSmall + 1); ++round) {
        const Attempt result = attempt(geometryOf(blocks, inodes));
        if (result.fits()) {
            best = result.blocks;
            const std::uint64_t spare = step(result.capacity - result.needed);
            if (spare == 0)
                break;
            blocks = best > spare + tooSmall ? best - spare : (best + tooSmall) / 2;
        } else {
            tooSmall = std::max(tooSmall, blocks);
            blocks += step(result.needed - result.capacity);
            if (best != 0 && blocks >= best)
                blocks = (best + tooSmall) / 2;
        }
        if (blocks > kMostBlocks)
            throw tooLarge();
    }
    if (best == 0)
        throw tooLarge();
    return geometryOf(best, inodes);
}

Ext4Geometry Search::fixed(std::uint64_t size)
{
    const std::uint64_t blocks = size / m_shape.blockSize;
    m_countFreeSpace = false;
    if (blocks > kMostBlocks)
        throw Error(translated("formats", "Cannot plan the image"), {},
                    translated("formats", "%1 bytes are asked for; %2 images here are smaller than %3.")
                        .arg(size)
                        .arg(QLatin1String(m_shape.name()), formatSize(kMostBlocks * m_shape.blockSize)),
                    translated("formats", "Give a smaller size."));
    // As many inodes as usual, or as fit, but all that the tree needs.
    for (std::uint64_t inodes = std::max(leastInodes(), size / kBytesPerInode);;
         inodes = std::max(leastInodes(), inodes / 2)) {
        const Ext4Geometry geometry = geometryOf(blocks, inodes);
        if (blocks >= 16 && attempt(geometry).fits())
            return geometry;
        if (inodes == leastInodes())
            break;
    }
    ImageOptions minimum = m_options;
    minimum.freeBytes = 0;
    minimum.freePercent = 0;
    const Ext4Geometry needed = Search(m_layout, minimum, m_progress).smallest();
    const std::uint64_t bytes = std::uint64_t{needed.blocks} * m_shape.blockSize;
    refuseSmallImage(bytes, size);
}

} // namespace

Ext4Handle makeEmptyExt4(const Ext4Geometry &geometry, const ExtShape &shape,
                         const FilesystemIdentity &identity, const ImageOptions &options, int fd,
                         const std::string &path)
{
    const QString failed = translated("formats", "Cannot make the file system");
    ext2_super_block super = parameters(geometry, shape);
    ext2_filsys raw = nullptr;
    throwExt4Error(
        ext2fs_initialize(ext4DescriptorName(fd).c_str(), EXT2_FLAG_64BITS, &super, ext4DescriptorIo(), &raw),
        failed, path);
    Ext4Handle fs(raw);
    completeSuperblock(raw, shape, identity, options.label);
    raw->super->s_r_blocks_count =
        static_cast<__u32>(static_cast<double>(geometry.blocks) * options.reservedPercent / 100);
    if (geometry.journalBlocks > 0)
        ext2fs_set_feature_journal(raw->super);
    throwExt4Error(ext2fs_allocate_tables(raw), failed, path);
    return fs;
}

SlotMap freeSlots(ext2_filsys fs)
{
    std::vector<BlockRun> runs;
    const blk64_t end = ext2fs_blocks_count(fs->super) - 1;
    blk64_t at = fs->super->s_first_data_block;
    while (at <= end && ext2fs_find_first_zero_block_bitmap2(fs->block_map, at, end, &at) == 0) {
        blk64_t used = 0;
        if (ext2fs_find_first_set_block_bitmap2(fs->block_map, at, end, &used) != 0)
            used = end + 1;
        runs.push_back({static_cast<std::uint32_t>(at), 0, static_cast<std::uint32_t>(used - at)});
        at = used;
    }
    return SlotMap(std::move(runs));
}

Ext4Geometry chooseGeometry(Ext4Layout &layout, const ImageOptions &options, const Progress &progress)
{
    checkImageOptions(options, kExt4LongestLabel);
    if (options.reservedPercent < 0 || options.reservedPercent > 50 ||
        !std::isfinite(options.reservedPercent))
        throw Error(translated("formats", "Cannot plan the image"), {},
                    translated("formats", "The share reserved for root is not between 0 and 50 percent."));
    Search search(layout, options, progress);
    return options.size ? search.fixed(*options.size) : search.smallest();
}

} // namespace Refbox
