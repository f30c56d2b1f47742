// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Walking a folder with several threads: what stat, readlink and listxattr say of everything below it, as
// plain values. The walk never follows a symbolic link and never opens a file. folderreader.h makes a tree of
// it.
#pragma once

#include "formats/folderreader.h"
#include "tree/filetree.h"

#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace Refbox {

struct ScannedEntry
{
    std::uint64_t size = 0;
    std::uint64_t inode = 0;
    std::uint64_t device = 0;
    std::int64_t mtimeSeconds = 0;
    std::uint32_t mtimeNanoseconds = 0;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t nameOffset = 0; // in ScannedFolder::bytes
    std::uint32_t xattrs = kNoId; // in ScannedFolder::xattrs
    /// A directory's ScannedFolder, a symbolic link's target in ScannedFolder::targets.
    std::uint32_t extra = kNoId;
    std::uint32_t major = 0;
    std::uint32_t minor = 0;
    std::uint16_t permissions = 0;
    std::uint8_t nameLength = 0;
    FileType type = FileType::Regular;
    std::uint8_t flags = 0;
    bool hasSeveralNames = false;
};

using XattrList = std::vector<std::pair<std::string, std::string>>;

/// One directory's entries, sorted by name.
struct ScannedFolder
{
    std::vector<ScannedEntry> entries;
    std::string bytes;
    std::vector<std::string> targets;
    std::vector<XattrList> xattrs;
    bool vanished = false;

    std::string_view name(const ScannedEntry &entry) const
    {
        return std::string_view(bytes).substr(entry.nameOffset, entry.nameLength);
    }
};

struct FolderScan
{
    ScannedEntry root; ///< its folder is folders[root.extra]
    XattrList rootXattrs;
    std::deque<ScannedFolder> folders; ///< in no particular order
    std::vector<std::string> remarks;  ///< sorted
};

/// path: as the user gave it, for messages; descriptor: of the folder.
FolderScan scanFolder(const std::string &path, int descriptor, const FolderReadOptions &options,
                      Progress &progress);

} // namespace Refbox
