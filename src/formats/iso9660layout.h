// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plan of an ISO 9660 image, in sectors: volume descriptors, path tables, directories level by level,
// then the files' bytes in the tree's order, each from a sector on, those of hard links once. Holds about 4
// bytes an inode and 45 a directory; all else follows from the tree. Nothing is written here.
#pragma once

#include "formats/iso9660directory.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <cstdint>
#include <string>
#include <vector>

namespace Refbox {

class Iso9660Layout final : public IsoPlaces
{
public:
    struct Directory
    {
        NodeId node = 0;
        std::uint32_t parent = 0; ///< number in directories()
        std::uint32_t sector = 0;
        std::uint32_t links = 2;
        IsoDirectorySize size;
        std::uint32_t nameAt = 0; ///< in the names
        std::uint8_t nameLength = 0;
    };

    /// Throws Error for what ISO 9660 cannot hold, naming the path.
    Iso9660Layout(const FileTree &tree, Progress &progress);

    const FileTree &tree() const { return m_tree; }
    /// In the order of the path tables: by level, parent and name.
    const std::vector<Directory> &directories() const { return m_directories; }
    bool hasAttributes() const { return m_hasAttributes; }
    std::uint32_t sectorOf(InodeId inode) const override;
    std::uint32_t recordSectors(InodeId directory) const override;
    std::uint32_t links(InodeId directory) const override;

    /// The path table in either order of bytes. Directories whose parent has no number, which are 16 bits,
    /// are not in it: there is no other way to have more than 65,535 directories, and Linux does not look
    /// there.
    std::string pathTable(bool bigEndian) const;
    std::uint32_t pathTableBytes() const { return m_pathTableBytes; }
    std::uint32_t pathTableSector(bool bigEndian) const;
    std::uint32_t directoriesSector() const;
    std::uint32_t filesSector() const { return m_fileSector.front(); }
    std::uint32_t endSector() const { return m_fileSector.back(); }
    /// The file whose bytes are at a sector, or come next.
    InodeId fileAt(std::uint32_t sector) const;
    std::uint64_t contentBytes() const { return m_contentBytes; }

private:
    void checkInode(InodeId inode) const;
    void checkInodes(Progress &progress);
    void planDirectories(Progress &progress);
    void planPathTable();
    void place();
    const Directory &directoryOf(InodeId inode) const;

    const FileTree &m_tree;
    bool m_hasAttributes = false;
    std::vector<Directory> m_directories;
    std::string m_names;                                          // of the directories
    std::vector<std::pair<InodeId, std::uint32_t>> m_directoryAt; // sorted by inode
    std::uint32_t m_inPathTable = 0;                              // directories
    std::uint32_t m_pathTableBytes = 0;
    std::vector<std::uint32_t> m_fileSector; // one more than there are inodes
    std::uint64_t m_contentBytes = 0;
};

} // namespace Refbox
