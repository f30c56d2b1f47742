// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What every writer of disk images is told, and what it reports.
#pragma once

#include "jobs/job.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace Refbox {

class EarlierImage;

enum class ImageFormat : std::uint8_t { Ext2, Ext3, Ext4, SquashFs, Erofs, Iso9660, ReiserFs };

enum class ImageCompression : std::uint8_t { Usual, Gzip, Xz, Zstd, Lz4 };

struct ImageOptions
{
    ImageFormat format = ImageFormat::Ext4;
    /// Bytes of the image; without, it gets the smallest size that holds the tree and the free space asked
    /// for. File systems that are only read have no free space: they are padded with zeros to a fixed size.
    std::optional<std::uint64_t> size;
    std::uint64_t freeBytes = 0; ///< ignored with a fixed size
    double freePercent = 0;      ///< of the image, 0…95, besides freeBytes; ignored with a fixed size
    std::string label;           ///< at most what the format holds
    std::uint32_t inodes = 0;    ///< at least so many; 0: as many as the tree and the free space need
    std::uint32_t blockSize = 0; ///< bytes; 0: the format's usual one
    /// Of ext2, ext3 and ext4, as mke2fs names them, with ^ before what is to be left out.
    std::vector<std::string> features;
    double reservedPercent = 0; ///< of the blocks of ext2, ext3 and ext4: only root may use these
    std::optional<std::array<std::uint8_t, 16>> uuid;       ///< without, it is derived from the tree
    ImageCompression compression = ImageCompression::Usual; ///< of SquashFS
    int level = 0;                                          ///< of the compression; 0: its usual one
    unsigned threads = 0; ///< 0: usefulThreads(); the bytes do not depend on it
    bool flush = true;    ///< wait for the disk before the image takes its place
    /// What the image to be replaced has in common with the new one.
    const EarlierImage *earlier = nullptr;
    /// Called with the path of the whole image before it takes its place; an exception keeps it from that.
    std::function<void(const std::string &)> check;
    /// Seconds since 1970 of the file system's making; default: SOURCE_DATE_EPOCH, else the newest time in
    /// the tree.
    std::optional<std::int64_t> now;

    unsigned usedThreads() const { return threads > 0 ? threads : usefulThreads(); }
};

struct ImageReport
{
    std::uint64_t bytes = 0;        ///< of the image file
    std::uint64_t contentBytes = 0; ///< of the distinct regular files, holes included
    std::uint64_t freeBytes = 0;
    std::uint32_t inodes = 0; ///< all that there are
    std::uint32_t freeInodes = 0;
    std::string uuid; ///< "xxxxxxxx-xxxx-…"; empty where the format has none
};

} // namespace Refbox
