// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a SquashFS 4.0 image as a FileTree. Content stays in the image and is unpacked when it is read, so
// the file must not change while the tree is used.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <string>

namespace Refbox {

/// Whether the file begins like a SquashFS image (of little endian machines, as all since version 4).
bool looksLikeSquashFs(const std::string &path);

/// Any thread. gzip, xz, lz4, zstd and lzma are understood, LZO is refused. Nothing in the image is believed:
/// an Error names the inode or table, and the path where there is one, for whatever is wrong; content that is
/// damaged is noticed when it is read.
FileTreePtr readSquashFs(const std::string &path, Progress &progress);

} // namespace Refbox
