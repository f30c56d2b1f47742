// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small changes to a project that several views make. Pure.
#pragma once

#include "project/project.h"
#include "tree/filetree.h"

#include <span>
#include <string>
#include <vector>

namespace Refbox {

/// Moves the entry at index by one place up or down; false (and nothing changed) at the end of the list.
template <typename List>
bool moveEntry(List &list, std::size_t index, int by)
{
    const std::size_t other = by < 0 ? index - 1 : index + 1;
    if (index >= list.size() || other >= list.size())
        return false;
    std::swap(list[index], list[other]);
    return true;
}

/// The rules that make refbox paths (as in the image: "/refbox/bin/ls") appear in a folder of a vserver
/// ("/bin", as the vserver sees it). Names are taken literally, whatever they look like. Paths outside the
/// refbox are left out.
std::vector<LinkRule> rulesForPaths(std::span<const std::string> imagePaths, const std::string &refboxPath,
                                    const std::string &folder);

/// A link as a vserver sees it.
struct PlacedLink
{
    std::vector<std::string> sources; ///< all names in the refbox of what it leads to
    std::string place;                ///< in the vserver
};

/// Takes links out of the rules that make them appear. linked: by rule, how many names stand because of it
/// (RuleReport::linked). A rule of which nothing would be left goes, a wider one gets exceptions. False where
/// no rule makes any of them.
bool removeLinks(VServer &vserver, std::span<const PlacedLink> links, std::span<const std::uint32_t> linked);

} // namespace Refbox
