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

/// Takes a link out of the rules that make it appear: the path in the refbox, and where it is in the vserver.
/// A rule for this name alone goes, a wider one gets an exception. False where no rule makes it.
bool removeLink(VServer &vserver, const std::string &refboxPath, const std::string &place);

} // namespace Refbox
