// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the folders of a tree hold, in bytes, hard links counted once within each folder. Any thread.
#pragma once

#include "tree/filetree.h"

#include <vector>

namespace Refbox {

/// By node: the bytes of the distinct regular files in its subtree (a file's own size for a file; links'
/// targets do not count). What a folder would cost by itself. Time is nearly linear in the nodes.
std::vector<std::uint64_t> subtreeBytes(const FileTree &tree);

} // namespace Refbox
