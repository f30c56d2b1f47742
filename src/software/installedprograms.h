// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The programs of this machine, to choose from. Any thread.
#pragma once

#include "jobs/progress.h"

#include <cstdint>
#include <string>
#include <vector>

namespace Refbox {

struct InstalledProgram
{
    std::string name;
    std::string path;
    std::uint64_t size = 0; ///< of the file that it is in the end, links followed
    bool isFirst = true;    ///< HostPrograms::find(name) gives this one
    bool operator==(const InstalledProgram &) const = default;
};

/// All executable files of programFolders(), sorted by name, those of one name in the order in which they are
/// found. A folder that is a link to another one (/bin to /usr/bin) is listed once. What cannot be read is
/// left out. Throws Cancelled.
std::vector<InstalledProgram> installedPrograms(Progress &progress);

} // namespace Refbox
