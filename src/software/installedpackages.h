// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which installed package of this machine a file comes from, by the database of dpkg. Elsewhere than on
// Debian and its relatives, nothing is known. Reads only. Any thread.
#pragma once

#include "jobs/progress.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace Refbox {

struct InstalledPackage
{
    std::string name;
    std::string version;
    std::string architecture;
    auto operator<=>(const InstalledPackage &) const = default;
};

/// By path, of those paths that belong to a package. A path may lead through /bin, /sbin and /lib… where
/// these are links into /usr. folder: dpkg's, with "status" and "info". Throws Cancelled.
std::map<std::string, InstalledPackage> packagesOfFiles(const std::set<std::string> &paths,
                                                        Progress &progress,
                                                        const std::string &folder = "/var/lib/dpkg");

} // namespace Refbox
