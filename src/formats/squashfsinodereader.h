// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The inodes of a SquashFS image, of which nothing is believed. Any thread, several at once.
#pragma once

#include "formats/squashfsimage.h"

#include <string>
#include <vector>

namespace Refbox {

/// What an inode says, whatever its kind.
struct SquashFsInode
{
    std::uint64_t reference = 0;
    SquashFsType type = SquashFsType::Regular;
    std::uint16_t permissions = 0;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t mtime = 0;
    std::uint32_t links = 1;
    std::uint32_t xattrs = kSquashFsNone;
    std::uint64_t size = 0; ///< of a file, of a link's target; of a directory's list without the dots
    // Regular files.
    std::uint64_t start = 0; ///< of the first block
    std::uint32_t fragment = kSquashFsNone;
    std::uint32_t fragmentOffset = 0;
    std::uint64_t blocks = 0;
    std::uint64_t sizesAt = 0; ///< position of their sizes in the inode table
    // Others.
    std::uint32_t device = 0;
    std::uint64_t list = 0; ///< a reference into the directory table
    std::string target;
};

class SquashFsInodeReader final
{
public:
    /// The image must outlive it.
    explicit SquashFsInodeReader(const SquashFsImage &image);

    /// Throws Error for what makes no sense.
    SquashFsInode read(std::uint64_t reference) const;
    const SquashFsTable &table() const { return m_table; }
    /// Where the id table begins.
    std::uint64_t idsBegin() const { return m_idsBegin; }

    [[noreturn]] void corrupt(std::uint64_t reference, const QString &why) const;

private:
    class Fields;
    void readFields(SquashFsInode &inode, Fields &fields, bool extended) const;
    void readRegular(SquashFsInode &inode, Fields &fields, bool extended) const;
    void readDirectory(SquashFsInode &inode, Fields &fields, bool extended) const;
    void readSymlink(SquashFsInode &inode, Fields &fields, bool extended) const;

    const SquashFsImage &m_image;
    SquashFsTable m_table;
    std::vector<std::uint32_t> m_ids;
    std::uint64_t m_idsBegin = 0;
};

} // namespace Refbox
