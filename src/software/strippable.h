// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace Refbox {

/// Files that strip(1) makes smaller, by what may be taken from them. Each file once, by one of its names.
struct Strippable
{
    std::vector<std::string> linked;  ///< programs and shared libraries: all that running does not need
    std::vector<std::string> objects; ///< object files and static libraries: what debuggers read alone
};

/// Paths below a folder, "/bin/x"; links are not followed. Gives their owner the right to write, for strip
/// does it in place.
Strippable findStrippable(const std::string &folder);

} // namespace Refbox
