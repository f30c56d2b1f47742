// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything of a SquashFS image behind the files' bytes.
#pragma once

#include "formats/squashfsinode.h"
#include "formats/squashfsmetadata.h"
#include "formats/squashfsplan.h"
#include "formats/squashfsxattrs.h"
#include "jobs/progress.h"

#include <vector>

namespace Refbox {

class SquashFsTables final
{
public:
    /// All must outlive it. Places in contents are known.
    SquashFsTables(const FileTree &tree, const SquashFsContents &contents, const SquashFsOwners &owners,
                   const SquashFsXattrs &xattrs, std::uint32_t blockSize, const SquashFsPackers &packers,
                   const OutputFile &file, Progress &progress);

    /// Writes them at place and says where they are. Returns the place behind the last one; what stands in
    /// the file behind that is rubbish.
    std::uint64_t write(std::uint64_t place, SquashFsSuperblock &super);

private:
    void writeFiles();
    void sortDirectories();
    void writeLevel(std::span<const NodeId> level);
    void moveDown(std::uint64_t from, std::uint64_t to, std::uint64_t size) const;
    std::uint64_t writeRest(std::uint64_t place, SquashFsSuperblock &super);

    const FileTree &m_tree;
    const SquashFsContents &m_contents;
    const SquashFsOwners &m_owners;
    const SquashFsXattrs &m_xattrs;
    std::uint32_t m_blockSize;
    const SquashFsPackers &m_packers;
    const OutputFile &m_file;
    Progress &m_progress;
    SquashFsInodeEncoder m_encoder;
    std::vector<std::uint64_t> m_positions;      // of all inodes in their table
    std::vector<NodeId> m_directories;           // the deepest first
    std::vector<std::size_t> m_levels;           // where each depth begins in it
    std::vector<SquashFsListing> m_listings;     // of one level
    std::vector<SquashFsDirectoryIndex> m_index; // of one level
    SquashFsMetadataWriter *m_inodeTable = nullptr;
    SquashFsMetadataWriter *m_directoryTable = nullptr;
};

/// More than all tables together can need.
std::uint64_t squashFsLargestTables(const FileTree &tree, const SquashFsXattrs &xattrs, std::size_t owners,
                                    std::uint32_t blockSize);

} // namespace Refbox
