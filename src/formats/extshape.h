// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which member of the family ext2, ext3, ext4 an image is: block size and features, under the names that
// mke2fs has for them. Pure.
#pragma once

#include "formats/imageoptions.h"

#include <cstdint>
#include <string>

namespace Refbox {

inline constexpr std::uint32_t kExtSmallestBlock = 1024; // bytes
inline constexpr std::uint32_t kExtLargestBlock = 4096;

struct ExtShape
{
    ImageFormat version = ImageFormat::Ext4;
    std::uint32_t blockSize = 4096; ///< bytes
    bool journal = true;            ///< has_journal; not in small images of ext4, unless
    bool journalAnyway = false;     ///< it was asked for by name
    bool indexed = true;            ///< dir_index: big folders are hash trees
    bool extents = true;            ///< extent; else lists of blocks
    bool flexGroups = true;         ///< flex_bg: all tables together
    bool wide = true;               ///< 64bit
    bool checksums = true;          ///< metadata_csum
    bool manySubfolders = true;     ///< dir_nlink
    bool hugeFiles = true;          ///< huge_file

    /// "ext2", "ext3", "ext4".
    const char *name() const;
    std::uint64_t blocksFor(std::uint64_t bytes) const { return (bytes + blockSize - 1) / blockSize; }
    /// Bytes for entries in a leaf of a folder: a checksum takes its end.
    std::uint32_t leafRoom() const { return blockSize - (checksums ? 12 : 0); }
    /// Names of a file. Older kernels count ext2's and ext3's no further.
    std::uint32_t mostLinks() const { return version == ImageFormat::Ext4 ? 65000 : 32000; }
    std::uint64_t largestFile() const;
    std::uint32_t longestTarget() const { return blockSize - 1; } ///< of a symbolic link, bytes
    std::uint32_t lostFoundBlocks() const;

    bool operator==(const ExtShape &) const = default;
};

/// The shape of the options' format, block size and features. Throws Error for a block size that there is
/// not, a feature that this program does not know, and what does not go together.
ExtShape extShapeOf(const ImageOptions &options);

/// Telling shapes apart, for a file system's identity.
std::string extShapeText(const ExtShape &shape);

} // namespace Refbox
