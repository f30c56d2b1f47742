// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Directories as EROFS has them: blocks that begin with their entries, names behind these, everything in byte
// order with "." and ".." among the rest, for the kernel looks names up by halving. Pure.
#pragma once

#include "formats/erofschunks.h"
#include "tree/filetree.h"

#include <functional>
#include <span>
#include <vector>

namespace Refbox {

struct ErofsEntry
{
    std::string_view name;
    std::uint64_t slot = 0; ///< the inode's number
    FileType type = FileType::Regular;
};

/// The size of a directory; its last block ends with the last name.
std::uint64_t erofsDirectorySize(const FileTree &tree, NodeId directory);

/// Makes a directory's blocks one after the other.
class ErofsDirectoryEncoder final
{
public:
    using SlotOf = std::function<std::uint64_t(InodeId)>;
    ErofsDirectoryEncoder(const FileTree &tree, NodeId directory, const SlotOf &slotOf);

    /// The next block's bytes, of which there is at least one; valid until the next call. The last one is
    /// shorter than a block as a rule, all others are whole.
    std::span<const char> next();

private:
    std::size_t m_next = 0;
    std::vector<ErofsEntry> m_entries;
    std::vector<char> m_block;
};

} // namespace Refbox
