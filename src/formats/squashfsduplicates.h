// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finding files of equal content, so that an image holds it once. Only files of equal size are read.
#pragma once

#include "formats/outputfile.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <vector>

namespace Refbox {

/// For each inode the first one that has its content: itself for all but regular files whose bytes are those
/// of another one before it. The same whatever the number of threads. Throws Error where a source is gone,
/// changes meanwhile, or is the file that the image would replace.
std::vector<InodeId> findEqualContents(const FileTree &tree, const OutputFile &image, unsigned threads,
                                       Progress &progress);

} // namespace Refbox
