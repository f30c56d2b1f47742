// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Extended attributes, ACLs and inode flags between a tree's form and that of AAIP 2.0, the extension of
// libisofs and xorriso (their susp_aaip_2_0.txt and susp_aaip_isofs_names.txt). Linux does not look at it.
// Pure, any thread.
#pragma once

#include "tree/filetree.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Refbox {

/// Whether an inode has anything that goes into AL fields.
bool hasIsoAttributes(const Inode &inode);

/// The ES and AL fields of an inode, empty where it needs none. Throws Error, its place left to the caller,
/// for an ACL that is none.
std::string encodeIsoAttributes(const FileTree &tree, InodeId inode);

struct IsoAttributes
{
    std::vector<std::pair<std::string, std::string>> xattrs; ///< as lgetxattr(2) names and gives them
    std::uint8_t flags = 0;                                  ///< InodeFlag
};
/// From the component areas of all AL fields of a file, one behind the other; what the permissions say
/// completes an ACL that leaves it out. nullopt where they make no sense.
std::optional<IsoAttributes> decodeIsoAttributes(std::string_view components, std::uint16_t permissions);

} // namespace Refbox
