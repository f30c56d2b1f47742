// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which blocks of a file are holes. Looks at host files, but reads none.
#pragma once

#include "formats/ext4extents.h"
#include "tree/filetree.h"

#include <optional>
#include <vector>

namespace Refbox {

/// The blocks (of blockSize bytes) of a regular file that hold data; nullopt where that is every one. Never
/// throws for host files that are gone: whoever reads them will.
std::optional<std::vector<DataRun>> dataRunsOf(const FileTree &tree, InodeId inode, std::uint32_t blockSize);

} // namespace Refbox
