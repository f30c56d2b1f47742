// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a FileTree as an EROFS image without compression, in this process and without root. Linux mounts it
// from 5.4 on, from 5.15 on where a file has holes that are worth leaving out.
// Deterministic: equal trees and options give equal bytes, whatever the number of threads.
//
// Definition: see erofsformat.h.
#pragma once

#include "formats/imageoptions.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <cstdint>
#include <string>

namespace Refbox {

// What EROFS holds, besides all modes, owners, times and numbers of names that a tree can have.
inline constexpr std::uint64_t kErofsLargestFile = std::uint64_t(UINT32_MAX - 1) * 4096;
inline constexpr std::size_t kErofsLongestLabel = 16;

/// Any thread. Throws Error for what EROFS cannot hold, naming the path, before anything is written; for a
/// size that is too small, with the bytes that are needed; for a full disk; for sources that change
/// meanwhile. Then, and when cancelled, an existing file at path stays as it was. Flags of inodes are lost.
ImageReport writeErofs(const FileTree &tree, const std::string &path, const ImageOptions &options,
                       Progress &progress);

/// The size that writeErofs would give the image. Writes nothing.
std::uint64_t erofsSize(const FileTree &tree, const ImageOptions &options);

} // namespace Refbox
