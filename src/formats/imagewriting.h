// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What all writers of images do alike, before and after they write.
#pragma once

#include "formats/imageoptions.h"
#include "formats/outputfile.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <cstdint>
#include <string>

namespace Refbox {

/// Throws Error for a label of more than longestLabel bytes, and for an impossible share of free space.
void checkImageOptions(const ImageOptions &options, std::size_t longestLabel);

/// Throws the Error for an image of size bytes that would need more.
[[noreturn]] void refuseSmallImage(std::uint64_t needed, std::uint64_t size);
/// The image's size: the one asked for, else what is needed. Throws Error, with both, where it does not
/// suffice.
std::uint64_t imageBytes(std::uint64_t needed, const ImageOptions &options);

/// Logs a warning where files have times, in seconds since 1970, that the format cannot say.
void warnOfTimes(const FileTree &tree, const char *format, std::int64_t earliest, std::int64_t latest,
                 Progress &progress);

/// Lets the options' check look at the whole image, brings it to the disk and puts it in its place.
void commitImage(OutputFile &file, const ImageOptions &options, Progress &progress);

} // namespace Refbox
