// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Laying trees over one another. Pure, any thread.
#pragma once

#include "tree/filetreebuilder.h"

#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// Adds a tree's entries below the folder at an absolute path, which is made with all above it. What is there
/// already stays. Where that is a symbolic link to a folder and the tree has a folder, what the tree has
/// below goes where the link leads, as package managers do it. Gives the entries that found no place, as
/// paths in the tree; of a folder itself, not all below it.
std::vector<std::string> mergeTree(FileTreeBuilder &builder, std::string_view folder, const FileTree &tree);

} // namespace Refbox
