// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The blocks of directories: one plain block, or where that is too small a hash tree (htree), or a row of
// blocks where the file system has no hash trees. Pure.
#pragma once

#include "formats/ext4filesystem.h"
#include "formats/extshape.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace Refbox {

struct Ext4Entry
{
    std::string_view name;
    ext2_ino_t ino = 0;
    std::uint8_t type = 0; ///< EXT2_FT_…
};

/// Bytes of an entry with a name of this length.
constexpr std::uint32_t ext4EntrySize(std::size_t nameLength)
{
    return (8 + static_cast<std::uint32_t>(nameLength) + 3) & ~3U;
}

/// A directory that needs more than one block.
class HashedDirectory final
{
public:
    /// Sorts and packs; entries without "." and "..". Throws Error, its place left to the caller, beyond what
    /// two levels of index hold.
    HashedDirectory(std::vector<Ext4Entry> entries, const ExtShape &shape, const std::uint32_t *hashSeed);

    std::uint32_t blocks() const;
    /// Encodes block number index; blocks may be asked for in any order.
    void encode(ext2_filsys fs, ext2_ino_t self, ext2_ino_t parent, std::uint32_t index, char *block) const;

private:
    struct Hashed
    {
        std::uint32_t hash = 0;
        std::uint32_t minor = 0;
        std::uint32_t entry = 0;
    };
    std::uint32_t leaves() const { return static_cast<std::uint32_t>(m_leafBegin.size() - 1); }
    std::uint32_t leafHash(std::uint32_t leaf) const;
    void fillIndex(char *place, std::uint32_t limit, std::uint32_t first, std::uint32_t count,
                   std::uint32_t stride, std::uint32_t target) const;
    std::uint32_t rootLimit() const;
    std::uint32_t innerLimit() const;
    void encodeRoot(ext2_ino_t self, ext2_ino_t parent, char *block) const;
    void encodeLeaf(std::uint32_t leaf, char *block) const;

    ExtShape m_shape;
    std::vector<Ext4Entry> m_entries;
    std::vector<Hashed> m_order;
    std::vector<std::uint32_t> m_leafBegin; // in m_order, one more than there are leaves
    std::uint32_t m_innerNodes = 0;
};

/// Where the entries of each block of a row of blocks begin, and one past the last. The first block also has
/// "." and "..".
std::vector<std::size_t> plainDirectoryBlocks(const std::vector<Ext4Entry> &entries, const ExtShape &shape);
/// A directory's first block, with these entries behind "." and "..". They must fit.
void encodePlainDirectory(ext2_filsys fs, const ExtShape &shape, ext2_ino_t self, ext2_ino_t parent,
                          std::span<const Ext4Entry> entries, char *block);
/// A further block of the row; without entries it is as lost+found has them in store.
void encodeDirectoryBlock(ext2_filsys fs, const ExtShape &shape, ext2_ino_t self,
                          std::span<const Ext4Entry> entries, char *block);

} // namespace Refbox
