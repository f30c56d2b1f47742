// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a FileTree as a ReiserFS 3.6 image, in this process, without root and without a copy on disk.
// Deterministic: equal trees and options give equal bytes, whatever the number of threads.
#pragma once

#include "formats/imageoptions.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <cstdint>
#include <string>

namespace Refbox {

// What ReiserFS holds.
inline constexpr std::uint32_t kReiserFsMostLinks = 64535;  ///< names of a file, as Linux has it
inline constexpr std::size_t kReiserFsLongestTarget = 3976; ///< of a symbolic link, bytes
inline constexpr std::uint64_t kReiserFsLargestFile = std::uint64_t{8} << 40;
// Times that it can say, in seconds since 1970 (1970 to 2106); a file with another one gets the nearest.
inline constexpr std::int64_t kReiserFsEarliest = 0;
inline constexpr std::int64_t kReiserFsLatest = UINT32_MAX;

/// Any thread. Throws Error for what ReiserFS cannot hold, naming the path, before anything is written; for a
/// size that is too small, with the bytes that are needed; for a full disk; for sources that change
/// meanwhile. Then, and when cancelled, an existing file at path stays as it was. Times are whole seconds. A
/// label has at most 16 bytes. The number of inodes and the journal in the options do not matter: there is
/// always a small journal, and no limit of inodes.
ImageReport writeReiserFs(const FileTree &tree, const std::string &path, const ImageOptions &options,
                          Progress &progress);

/// The size that writeReiserFs would give the image. Writes nothing.
std::uint64_t reiserFsSize(const FileTree &tree, const ImageOptions &options);

} // namespace Refbox
