// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lists of names in the directory table.
#pragma once

#include "formats/squashfsmetadata.h"
#include "tree/filetree.h"

#include <span>
#include <vector>

namespace Refbox {

/// A directory's list. Its names in order, in runs that share a header: inodes of one metadata block with
/// numbers near each other.
struct SquashFsListing
{
    std::uint64_t position = 0; ///< in the directory table
    std::uint32_t size = 0;
    std::size_t indexBegin = 0; ///< its pieces in a common vector
    std::size_t indexCount = 0;
};

/// Where a piece of a large directory begins, so that Linux need not read all to find a name.
struct SquashFsDirectoryIndex
{
    std::uint32_t offset = 0;   ///< in the list
    NodeId first = 0;           ///< its first name
    std::uint64_t position = 0; ///< in the directory table
};

/// SquashFS numbers inodes from 1 on, and we in the order of the tree.
constexpr std::uint32_t squashFsInodeNumber(InodeId id)
{
    return id + 1;
}

SquashFsType squashFsType(FileType type);

/// More than a directory's list can need.
std::uint64_t squashFsLargestListing(const FileTree &tree, NodeId directory);

/// Appends a directory's list to the table. positions are those of all its inodes in the inode table, which
/// is settled behind them.
SquashFsListing appendSquashFsListing(const FileTree &tree, NodeId directory,
                                      std::span<const std::uint64_t> positions,
                                      const SquashFsMetadataWriter &inodes,
                                      SquashFsMetadataWriter &directories,
                                      std::vector<SquashFsDirectoryIndex> &index);

} // namespace Refbox
