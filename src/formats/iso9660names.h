// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plain names of ISO 9660, level 2: what readers without Rock Ridge see of a directory, and the order
// that its records stand in. Pure, any thread. By ECMA-119, 7.5, 7.6 and 9.3.
#pragma once

#include "tree/filetree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace Refbox {

struct IsoEntry
{
    static constexpr std::size_t kLongestKey = 31;
    static constexpr std::size_t kLongestIdentifier = kLongestKey + 3;

    NodeId node = 0;
    std::uint8_t length = 0;
    char bytes[kLongestKey]{};
    /// The name without version and without a dot at its end: unique in the directory.
    std::string_view key() const { return {bytes, length}; }
};

/// A directory's children, each with a name of its own, in the order of their records. Equal trees give equal
/// names. Linear but for sorting.
std::vector<IsoEntry> isoEntries(const FileTree &tree, NodeId directory);

/// Writes the name as it stands in the record, "NAME.EXT;1" or for a directory "NAME"; returns its length.
std::size_t putIsoIdentifier(char *place, const IsoEntry &entry, bool isDirectory);

} // namespace Refbox
