// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The image formats that this program writes and reads: what each can hold, and one way to write, measure and
// read all of them. Any thread.
#pragma once

#include "formats/imageoptions.h"
#include "jobs/progress.h"
#include "tree/comparison.h"
#include "tree/filetree.h"

#include <QString>

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace Refbox {

/// What is held of a tree. What is not held is lost, but for what "most" and "longest" bound: a writer
/// refuses a tree beyond these.
struct ImageAbilities
{
    bool hardLinks = true; ///< else each name is a file of its own
    bool acls = true;
    bool xattrs = true;        ///< user.*, trusted.* and security.*, capabilities with these
    bool xattrsOfAll = true;   ///< else only of files and folders
    bool flags = true;         ///< immutable, append-only, no dump
    bool nanoseconds = true;   ///< else whole seconds
    std::int64_t earliest = 0; ///< seconds since 1970; other times become the nearest one
    std::int64_t latest = std::numeric_limits<std::int64_t>::max();
    std::uint32_t mostLinks = std::numeric_limits<std::uint32_t>::max(); ///< names of a file
    std::uint64_t mostSubfolders = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t largestFile = std::numeric_limits<std::int64_t>::max();
    std::size_t longestTarget = 4095; ///< of a symbolic link, bytes
    std::size_t longestName = 255;    ///< bytes; longer ones are shown cut
    /// Else devices without a major number have minor ones below 256 only: others are refused.
    bool largeMinorsAlone = true;
};

struct ImageFormatInfo
{
    ImageFormat format = ImageFormat::Ext4;
    std::string_view name;  ///< "squashfs": of options and project files, and Linux' name for mounting
    std::string_view title; ///< "SquashFS"
    bool readOnly = false;  ///< cannot be changed where it stands, and has no free space
    bool exactSize = true;  ///< imageSize() is exact; else the image is at most so large
    std::size_t labelBytes = 16;
    /// Bytes; the powers of two between these can be chosen. 0: there is no choice.
    std::uint32_t smallestBlock = 0;
    std::uint32_t largestBlock = 0;
    bool hasFeatures = false; ///< features, a number of inodes and a share reserved for root can be chosen
};

/// In the order of ImageFormat.
std::span<const ImageFormatInfo> imageFormats();
const ImageFormatInfo &imageFormatInfo(ImageFormat format);
std::optional<ImageFormat> imageFormatFromName(std::string_view name);
/// 0 where there is no choice.
int highestLevel(ImageFormat format, ImageCompression compression);
QString imageTitle(ImageFormat format);
/// When to take it, in one sentence.
QString imageFormatAdvice(ImageFormat format);

/// What an image made with these options holds as Linux shows it when it is mounted.
ImageAbilities imageAbilities(const ImageOptions &options);
/// What it holds as such: readers get more of ISO 9660 than Linux shows.
ImageAbilities storedAbilities(const ImageOptions &options);
/// Comparing a tree with what was read back from its image: only what it stores counts.
CompareOptions storedComparison(const ImageOptions &options);

/// Throws Error for what the format cannot hold, naming the path, before anything is written; for a size that
/// is too small, with the bytes that are needed; for a full disk; for sources that change meanwhile. Then,
/// and when cancelled, an existing file at path stays as it was.
ImageReport writeImage(const FileTree &tree, const std::string &path, const ImageOptions &options,
                       Progress &progress);
/// Bytes that the image will have (at most, see exactSize). Writes nothing.
std::uint64_t imageSize(const FileTree &tree, const ImageOptions &options);

/// By the file's first bytes; ext2, ext3 and ext4 are told apart by their features. nullopt: no image.
std::optional<ImageFormat> recogniseImage(const std::string &path);
/// Throws Error with the place in the image that is wrong.
FileTreePtr readImage(ImageFormat format, const std::string &path, Progress &progress);

} // namespace Refbox
