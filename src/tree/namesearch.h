// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finding names in a tree, as fast as one types: a million names in a few milliseconds. Any thread.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <string_view>
#include <vector>

namespace Refbox {

struct FoundNames
{
    std::vector<NodeId> nodes; ///< in preorder, at most as many as were asked for
    std::uint64_t total = 0;   ///< how many there are in all
};

/// Nodes whose name contains the text; a text with '/' is looked for in paths. Letters of ASCII match in
/// either case, all other bytes only themselves. Nothing is found for an empty text. Throws Cancelled.
FoundNames findNames(const FileTree &tree, std::string_view text, std::size_t most, const Progress &progress);

} // namespace Refbox
