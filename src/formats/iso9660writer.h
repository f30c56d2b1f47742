// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a FileTree as an ISO 9660 image, level 3, with Rock Ridge (RRIP 1.12) and, where files have extended
// attributes, ACLs or flags, AAIP 2.0 as xorriso knows it. Deterministic: equal trees and options give equal
// bytes, whatever the number of threads. Directories stand at any depth, as xorriso puts them too, and
// nothing is relocated. Nothing is padded but to whole sectors and to the size asked for: a CD written track
// at once wants 150 sectors more, which burning programs add when asked to (-pad).
#pragma once

#include "formats/imageoptions.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <cstdint>
#include <string>

namespace Refbox {

// What ISO 9660 holds, for Linux to read: a file has at most 100 sections of nearly 4 GiB. (xorriso 1.5 loads
// no image with a symbolic link to more than 1,023 bytes, and reads device numbers with minors above 255
// wrong; Linux reads both as they are.)
inline constexpr std::uint64_t kIso9660LargestFile = 100 * std::uint64_t{0xFFFFF800};
/// Of names beyond it Linux shows so much, though they are stored whole.
inline constexpr std::size_t kIso9660LongestName = 253;
inline constexpr std::size_t kIso9660LongestLabel = 32;
/// Whether a device with these numbers is read as what it is.
bool iso9660HoldsDevice(std::uint32_t major, std::uint32_t minor);

/// Any thread. Free space and the number of inodes asked for are ignored; the label may have capitals, digits
/// and underscores only, and others are replaced with a warning. Throws Error for what ISO 9660 cannot hold,
/// naming the path, before anything is written; for a size that is too small, with the bytes that are needed;
/// for a full disk; for sources that change meanwhile. Then, and when cancelled, an existing file at path
/// stays as it was.
ImageReport writeIso9660(const FileTree &tree, const std::string &path, const ImageOptions &options,
                         Progress &progress);

/// The size that writeIso9660 would give the image. Writes nothing.
std::uint64_t iso9660Size(const FileTree &tree, const ImageOptions &options);

} // namespace Refbox
