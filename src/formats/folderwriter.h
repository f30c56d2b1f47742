// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writing a tree as a folder of this machine: hard links, owners, modes, times, ACLs, xattrs, devices, holes
// and flags. Owners, devices and some xattrs need root.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <string>
#include <vector>

namespace Refbox {

struct FolderWriteOptions
{
    /// What this user or the file system at the target cannot do becomes a remark instead of an Error.
    bool bestEffort = false;
    bool flush = true; ///< wait until all is on the disk
    bool keepFlags = true;
    /// A copy to try things with: it belongs to whoever writes it; devices, flags and what only root may set
    /// are left out, without a remark.
    bool plain = false;
};

struct FolderReport
{
    std::uint64_t entries = 0;
    std::uint64_t bytes = 0;          ///< of content
    std::vector<std::string> remarks; ///< what could not be done; flags (immutable …) are always best effort
};

/// Writes subtree (a directory) to path, which must not exist or be an empty folder. Throws Error and
/// Cancelled; then nothing is left behind.
FolderReport writeFolder(const FileTree &tree, NodeId subtree, const std::string &path,
                         const FolderWriteOptions &options, Progress &progress);
FolderReport writeFolder(const FileTree &tree, NodeId subtree, const std::string &path, Progress &progress);

} // namespace Refbox
