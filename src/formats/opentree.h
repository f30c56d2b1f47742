// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opens whatever holds a tree, recognised by its content and not by its name.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <string>
#include <vector>

namespace Refbox {

struct OpenedTree
{
    FileTreePtr tree;
    std::string format; ///< "folder", "ext4 image", "POSIX pax interchange format, zstd": for people
    std::vector<std::string> remarks; ///< what could not be taken exactly
};

/// A folder, an image of any format that imageFormats() lists, or any archive that readArchive() reads.
/// Packed content goes to a temporary file that lives as long as the tree. Throws Error and Cancelled.
OpenedTree openTree(const std::string &path, Progress &progress);

} // namespace Refbox
