// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a system in a tree calls its users and groups: passwd(5) and group(5) in its own /etc, never this
// machine's.
#pragma once

#include "tree/filetree.h"

#include <map>
#include <string>

namespace Refbox {

class OwnerNames final
{
public:
    /// Of the system that folder is the root of, or lies in: the nearest one above that has the file. Files
    /// that are no regular ones, or longer than 1 MiB, count as missing; throws Error where one cannot be
    /// read.
    OwnerNames(const FileTree &tree, NodeId folder);

    /// Empty where the system has no name for the id, or none that archives carry everywhere: up to 31
    /// characters of ASCII that are neither blank nor ':'. The first name of several.
    const std::string &user(std::uint32_t id) const { return nameIn(m_users, id); }
    const std::string &group(std::uint32_t id) const { return nameIn(m_groups, id); }

private:
    using Names = std::map<std::uint32_t, std::string>;
    static const std::string &nameIn(const Names &names, std::uint32_t id);

    Names m_users;
    Names m_groups;
};

} // namespace Refbox
