// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a FileTree as an ext4 image, in this process, without root and without a copy on disk.
// Deterministic: equal trees and options give equal bytes, whatever the number of threads.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace Refbox {

// What ext4 holds.
inline constexpr std::uint32_t kExt4MostLinks = 65000; ///< names of a file
inline constexpr std::uint64_t kExt4LargestFile = std::uint64_t(UINT32_MAX - 1) * 4096;
/// Whether it can say this time, in seconds since 1970; else the file gets the nearest one.
bool ext4HoldsTime(std::int64_t seconds);

struct Ext4Options
{
    /// Bytes of the image; without, it gets the smallest size that holds the tree and the free space asked
    /// for.
    std::optional<std::uint64_t> size;
    std::uint64_t freeBytes = 0; ///< ignored with a fixed size
    double freePercent = 0;      ///< of the image, 0…95, besides freeBytes; ignored with a fixed size
    std::string label;           ///< at most 16 bytes
    std::uint32_t inodes = 0;    ///< at least so many; 0: as many as the tree and the free space need
    bool journal = true;         ///< none in images below 64 MiB, where it would weigh too much
    unsigned threads = 0;        ///< 0: usefulThreads()
    bool flush = true;           ///< wait for the disk before the image takes its place
    /// Called with the path of the whole image before it takes its place; an exception keeps it from that.
    std::function<void(const std::string &)> check;
    /// Seconds since 1970 of the file system's making; default: SOURCE_DATE_EPOCH, else the newest time in
    /// the tree.
    std::optional<std::int64_t> now;
};

struct ImageReport
{
    std::uint64_t bytes = 0;        ///< of the image file
    std::uint64_t contentBytes = 0; ///< of the distinct regular files, holes included
    std::uint64_t freeBytes = 0;
    std::uint32_t inodes = 0; ///< all that there are
    std::uint32_t freeInodes = 0;
    std::string uuid; ///< "xxxxxxxx-xxxx-…"
};

/// Any thread. Throws Error for what ext4 cannot hold, naming the path, before anything is written; for a
/// size that is too small, with the bytes that are needed; for a full disk; for sources that change
/// meanwhile. Then, and when cancelled, an existing file at path stays as it was.
ImageReport writeExt4(const FileTree &tree, const std::string &path, const Ext4Options &options,
                      Progress &progress);

/// The size that writeExt4 would give the image. Writes nothing.
std::uint64_t ext4Size(const FileTree &tree, const Ext4Options &options);

} // namespace Refbox
