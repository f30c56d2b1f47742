// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How large the file system is, and its empty form.
#pragma once

#include "formats/ext4layout.h"
#include "formats/ext4writer.h"

#include <string>

namespace Refbox {

struct Ext4Geometry
{
    std::uint32_t blocks = 0;
    std::uint32_t inodes = 0;
    std::uint32_t journalBlocks = 0;
};

/// An empty file system with its tables and without a journal, in memory: nothing is written before a flush.
/// The block count may come out smaller than asked for, the inode count larger.
Ext4Handle makeEmptyExt4(const Ext4Geometry &geometry, const ExtShape &shape,
                         const FilesystemIdentity &identity, const ImageOptions &options, int fd,
                         const std::string &path);

SlotMap freeSlots(ext2_filsys fs);

/// The smallest geometry that holds the layout and the free space asked for, or the fixed one. Throws Error
/// where a fixed size does not suffice, with both sizes.
Ext4Geometry chooseGeometry(Ext4Layout &layout, const ImageOptions &options, const Progress &progress);

} // namespace Refbox
