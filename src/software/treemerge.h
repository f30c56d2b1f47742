// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Laying trees over one another. Pure, any thread.
#pragma once

#include "tree/filetreebuilder.h"

#include <string_view>

namespace Refbox {

/// Adds a tree's entries below the folder at an absolute path, which is made with all above it. What is there
/// already stays, and so does all below what is there and no folder.
void mergeTree(FileTreeBuilder &builder, std::string_view folder, const FileTree &tree);

} // namespace Refbox
