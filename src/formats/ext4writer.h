// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a FileTree as an ext2, ext3 or ext4 image, in this process, without root and without a copy on disk.
// Deterministic: equal trees and options give equal bytes, whatever the number of threads.
#pragma once

#include "formats/imageoptions.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <cstdint>
#include <string>

namespace Refbox {

inline constexpr std::size_t kExt4LongestLabel = 16; ///< bytes

// Times that the family can say, in seconds since 1970; a file with another one gets the nearest.
std::int64_t earliestExt4Time();
std::int64_t latestExt4Time();

/// Any thread. Throws Error for what ext4 cannot hold, naming the path, before anything is written; for a
/// size that is too small, with the bytes that are needed; for a full disk; for sources that change
/// meanwhile. Then, and when cancelled, an existing file at path stays as it was.
ImageReport writeExt4(const FileTree &tree, const std::string &path, const ImageOptions &options,
                      Progress &progress);

/// The size that writeExt4 would give the image. Writes nothing.
std::uint64_t ext4Size(const FileTree &tree, const ImageOptions &options);

} // namespace Refbox
