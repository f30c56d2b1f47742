// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an archive says of a file besides its name and bytes, from libarchive's entry to the tree's Metadata.
#pragma once

#include "tree/acl.h"
#include "tree/filetreebuilder.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

struct archive_entry;

namespace Refbox {

class EntryMetadata final
{
public:
    explicit EntryMetadata(FileTreeBuilder &builder)
        : m_builder(builder)
    {
    }

    /// Throws Error for an owner that no Linux file can have. Whatever else does not fit is left out with a
    /// remark.
    Metadata read(archive_entry *entry, std::vector<std::string> &remarks);

private:
    std::uint32_t ownerId(std::int64_t id, const char *why) const;
    std::string aclXattr(archive_entry *entry, int type, std::vector<std::string> &remarks);
    std::optional<std::uint32_t> idOf(bool group, const std::string &name, std::int64_t id) const;

    FileTreeBuilder &m_builder;
    // GNU tar writes ACL entries by name only: the archive's own entries tell the numbers.
    std::map<std::string, std::uint32_t> m_users;
    std::map<std::string, std::uint32_t> m_groups;
};

/// Whether a tar header, 512 bytes, is of a sparse file in star's own form: libarchive knows only GNU's, and
/// takes the map that stands before the data for a part of them.
bool isSparseByStar(std::string_view header);

} // namespace Refbox
