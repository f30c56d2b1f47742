// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The list of what an archive inside a tree holds, through KArchive: tar in all compressions, zip, deb (ar),
// 7z. Any thread.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <QString>

#include <string_view>

namespace Refbox {

/// Whether a file's name says that it is such an archive.
bool isArchiveName(std::string_view name);

struct ArchiveMembers
{
    QString text; ///< a line for each of the first members: size and path; empty where it cannot be read
    std::size_t count = 0;
};

/// Throws Cancelled, and Error where the bytes cannot be read.
ArchiveMembers archiveMembers(const FileTree &tree, InodeId inode, std::string_view name,
                              const Progress &progress);

} // namespace Refbox
