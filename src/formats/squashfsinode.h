// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Inodes as they stand in the inode table, and the owners that they name.
#pragma once

#include "formats/squashfslisting.h"
#include "formats/squashfsmetadata.h"
#include "formats/squashfsplan.h"
#include "formats/squashfsxattrs.h"

#include <span>
#include <string>
#include <vector>

namespace Refbox {

/// The users and groups of a tree; inodes name them by their place among these.
class SquashFsOwners final
{
public:
    /// Throws Error where there are more than SquashFS counts.
    explicit SquashFsOwners(const FileTree &tree);

    std::uint16_t indexOf(std::uint32_t id) const;
    std::size_t count() const { return m_ids.size(); }
    /// Of the id table.
    std::string entries() const;

private:
    std::vector<std::uint32_t> m_ids; // sorted
};

/// The nearest time that SquashFS can say, in seconds since 1970.
std::int64_t clampSquashFsTime(std::int64_t seconds);

/// More than an inode can need, the index of a directory included.
std::uint64_t squashFsLargestInode(const FileTree &tree, InodeId id, std::uint32_t blockSize);

class SquashFsInodeEncoder final
{
public:
    /// All must outlive it.
    SquashFsInodeEncoder(const FileTree &tree, const SquashFsContents &contents, const SquashFsOwners &owners,
                         const SquashFsXattrs &xattrs, std::uint32_t blockSize);

    /// Anything but a directory.
    void append(InodeId id, SquashFsMetadataWriter &table) const;
    /// The directory table must be settled behind the listing.
    void appendDirectory(InodeId id, const SquashFsListing &listing,
                         std::span<const SquashFsDirectoryIndex> index,
                         const SquashFsMetadataWriter &directories, SquashFsMetadataWriter &table) const;

private:
    std::string head(InodeId id, bool extended) const;
    void appendRegular(InodeId id, SquashFsMetadataWriter &table) const;
    std::string regularFields(InodeId id, std::uint64_t holes) const;
    std::uint64_t holeBytes(InodeId id, std::uint64_t blocks) const;
    void appendSizes(InodeId id, std::uint64_t blocks, SquashFsMetadataWriter &table) const;

    const FileTree &m_tree;
    const SquashFsContents &m_contents;
    const SquashFsOwners &m_owners;
    const SquashFsXattrs &m_xattrs;
    std::uint32_t m_blockSize;
};

} // namespace Refbox
