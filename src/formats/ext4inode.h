// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Inodes of 256 bytes as they stand on disk. Pure.
#pragma once

#include "formats/ext4layout.h"

namespace Refbox {

inline constexpr std::size_t kExt4InodeSize = 256;

/// Seconds that an inode can say: 1901 to 2446.
std::int64_t clampExt4Time(std::int64_t seconds);

/// Encodes inodes one after the other; for one thread.
class Ext4InodeEncoder final
{
public:
    Ext4InodeEncoder(ext2_filsys fs, const Ext4Layout &layout, const SlotMap &slots);

    /// Any inode number from 1 to the layout's last one; place has kExt4InodeSize bytes of zeros.
    void encode(ext2_ino_t ino, char *place);

private:
    struct Raw // fixed part and the room for xattrs behind it
    {
        ext2_inode_large inode{};
        char room[kExt4InodeRoom]{};
    };
    static_assert(sizeof(Raw) == kExt4InodeSize);

    void encodeTreeInode(InodeId id, ext2_ino_t ino, Raw &raw);
    void encodeDevice(const Inode &inode, Raw &raw) const;
    void encodeBlocks(const BlockMapping &mapping, ext2_ino_t ino, Raw &raw) const;
    void encodeXattrs(InodeId id, Raw &raw);
    void encodeJournal(Raw &raw) const;
    void encodeLostFound(Raw &raw) const;

    ext2_filsys m_fs;
    const Ext4Layout &m_layout;
    const SlotMap &m_slots;
    XattrSetId m_lastSet = 0; // most neighbours have the same attributes
    std::string m_lastInInode;
};

} // namespace Refbox
