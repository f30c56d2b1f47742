// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a FileTree as a SquashFS 4.0 image, in this process, without root and without a copy on disk.
// Deterministic: equal trees and options give equal bytes, whatever the number of threads. (Other versions of
// the compression libraries may pack a little differently.)
#pragma once

#include "formats/imageoptions.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <cstdint>
#include <string>

namespace Refbox {

inline constexpr std::uint32_t kSquashFsUsualBlock = 128 * 1024; ///< bytes

// What SquashFS holds.
/// Linux reads larger ones, but their lists of blocks would take too long.
constexpr std::uint64_t squashFsLargestFile(std::uint32_t blockSize)
{
    return (std::uint64_t{1} << 27) * blockSize;
}
// Times that it can say, in seconds since 1970 (1970 to 2106); a file with another one gets the nearest.
inline constexpr std::int64_t kSquashFsEarliest = 0;
inline constexpr std::int64_t kSquashFsLatest = UINT32_MAX;

/// Of the options, free space, inodes, features and label mean nothing here: what cannot be written to needs
/// no free space, and SquashFS has no label. A fixed size is filled up with zeros. Blocks are a power of two,
/// 4 KiB to 1 MiB. Levels of gzip and xz are 1…9, of zstd 1…22, of lz4 1 (fast) and 2…12 (small); the usual
/// ones 9, 6, 9 and 1. The usual compression is zstd.
///
/// Any thread. Files of equal content are stored once. POSIX ACLs, flags and fractions of seconds are left
/// out. Throws Error for what SquashFS cannot hold, naming the path, before anything is written; for a size
/// that is too small, with the bytes that are needed, when all is packed; for a full disk; for sources that
/// change meanwhile. Then, and when cancelled, an existing file at path stays as it was.
ImageReport writeSquashFs(const FileTree &tree, const std::string &path, const ImageOptions &options,
                          Progress &progress);

/// See above.
int highestSquashFsLevel(ImageCompression compression);

/// More than the image would have if nothing could be compressed. Reads no content; throws as writeSquashFs
/// for what cannot be held.
std::uint64_t squashFsSizeEstimate(const FileTree &tree, const ImageOptions &options);

} // namespace Refbox
