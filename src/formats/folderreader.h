// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading a folder of this machine as a FileTree. Content stays where it is: the tree refers to the files by
// path, so they must not change while the tree is used. Symbolic links in the folder are never followed.
// Other file systems mounted below are read too, as cp -a does, but the kernel's own (/proc, /sys, …) appear
// as empty folders.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <string>
#include <vector>

namespace Refbox {

struct FolderReadOptions
{
    struct File
    {
        std::uint64_t device = 0; ///< st_dev
        std::uint64_t inode = 0;  ///< st_ino
        bool operator==(const File &) const = default;
    };
    /// Left out wherever they are met, such as the output that the tree is being read for.
    std::vector<File> exclude;
    /// Leave out what cannot be read, with a remark each, instead of an Error.
    bool skipUnreadable = false;
    unsigned threads = 0; ///< 0: usefulThreads()
};

struct FolderContents
{
    FileTreePtr tree;
    std::vector<std::string> remarks;
};

/// Throws Error (not a folder, unreadable, an entry unreadable …) and Cancelled. What vanishes meanwhile is
/// left out, and so is an empty lost+found of an ext file system whose root this is.
FolderContents readFolder(const std::string &path, const FolderReadOptions &options, Progress &progress);
FileTreePtr readFolder(const std::string &path, Progress &progress);

} // namespace Refbox
