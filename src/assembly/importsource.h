// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads what a vserver is imported from: an archive (also one in parts), a folder, an image. Any thread.
#pragma once

#include "jobs/progress.h"
#include "project/project.h"
#include "tree/filetree.h"

#include <string>
#include <vector>

namespace Refbox {

struct ImportSource
{
    FileTreePtr tree;
    NodeId top = FileTree::root();  ///< the folder that becomes the vserver
    std::vector<std::string> files; ///< that it was read from
    std::vector<std::string> remarks;
};

/// path: of this machine. Files in uncompressed archives are read in place, others go to the store. What was
/// read last is remembered in this process as long as its file does not change: plans are made often. Throws
/// Error and Cancelled.
ImportSource readImportSource(const Import &import, const std::string &path, Progress &progress);

/// "vsbox01" for "/x/vsbox01.tar.zst" and "vsbox01.tar.001"; may be no good name for a vserver.
std::string vserverNameFor(const std::string &path);

} // namespace Refbox
