// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a vserver has before anything is linked: its layout of folders, device nodes and first private files.
#pragma once

#include "project/project.h"
#include "tree/filetree.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

struct SkeletonEntry
{
    std::string path; ///< absolute in the vserver; parents stand before children
    FileType type = FileType::Directory;
    std::uint16_t permissions = 0755;
    std::string content;     ///< of regular files; the target of symbolic links
    std::uint32_t major = 0; ///< of devices
    std::uint32_t minor = 0;
};

/// "typical", "minimal" and "empty"; nothing for an unknown name.
std::span<const char *const> skeletonNames();
bool isSkeleton(const std::string &name);

/// The entries of a skeleton for a vserver of this name (it becomes its hostname).
std::vector<SkeletonEntry> skeletonEntries(const std::string &skeleton, const std::string &vserverName);

} // namespace Refbox
