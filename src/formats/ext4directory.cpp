// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4directory.h"

#include "jobs/text.h"

#include <algorithm>
#include <cstring>

namespace Refbox {

namespace {

constexpr std::uint32_t kDotSize = 12;
constexpr std::uint32_t kRootEntries =
    32; // where the root's index begins: behind "." ".." and its description
constexpr std::uint32_t kInnerEntries = 8; // … and an inner node's: behind one empty entry
constexpr std::uint32_t kIndexTail = 8;    // checksum

struct EntryHead
{
    std::uint32_t ino;
    std::uint16_t length;
    std::uint8_t nameLength;
    std::uint8_t type;
};
static_assert(sizeof(EntryHead) == 8);

void putEntry(char *place, std::uint32_t length, const Ext4Entry &entry)
{
    const EntryHead head{entry.ino, static_cast<std::uint16_t>(length),
                         static_cast<std::uint8_t>(entry.name.size()), entry.type};
    std::memcpy(place, &head, sizeof head);
    entry.name.copy(place + sizeof head, entry.name.size());
}

// Fills a leaf's bytes from begin on; the last entry reaches to the checksum.
template <typename EntryAt>
void fillLeaf(char *block, std::uint32_t room, std::uint32_t begin, std::size_t count, EntryAt entryAt)
{
    std::uint32_t at = begin;
    for (std::size_t i = 0; i < count; ++i) {
        const Ext4Entry &entry = entryAt(i);
        const std::uint32_t length = i + 1 == count ? room - at : ext4EntrySize(entry.name.size());
        putEntry(block + at, length, entry);
        at += length;
    }
}

void sealLeaf(ext2_filsys fs, const ExtShape &shape, ext2_ino_t self, char *block)
{
    if (!shape.checksums)
        return;
    ext2fs_initialize_dirent_tail(fs, EXT2_DIRENT_TAIL(block, shape.blockSize));
    ext2fs_dir_block_csum_set(fs, self, reinterpret_cast<ext2_dir_entry *>(block));
}

} // namespace

HashedDirectory::HashedDirectory(std::vector<Ext4Entry> entries, const ExtShape &shape,
                                 const std::uint32_t *hashSeed)
    : m_shape(shape)
    , m_entries(std::move(entries))
{
    m_order.resize(m_entries.size());
    for (std::uint32_t i = 0; i < m_order.size(); ++i) {
        Hashed &hashed = m_order[i];
        hashed.entry = i;
        ext2fs_dirhash2(EXT2_HASH_HALF_MD4_UNSIGNED, m_entries[i].name.data(),
                        static_cast<int>(m_entries[i].name.size()), nullptr, 0, hashSeed, &hashed.hash,
                        &hashed.minor);
    }
    // Entries come sorted by name, so that their numbers order equal hashes.
    std::ranges::sort(m_order, [](const Hashed &a, const Hashed &b) {
        return std::tie(a.hash, a.minor, a.entry) < std::tie(b.hash, b.minor, b.entry);
    });
    std::uint32_t used = m_shape.leafRoom();
    for (std::uint32_t i = 0; i < m_order.size(); ++i) {
        const std::uint32_t size = ext4EntrySize(m_entries[m_order[i].entry].name.size());
        if (used + size > m_shape.leafRoom()) {
            m_leafBegin.push_back(i);
            used = 0;
        }
        used += size;
    }
    m_leafBegin.push_back(static_cast<std::uint32_t>(m_order.size()));
    if (leaves() > rootLimit())
        m_innerNodes = (leaves() + innerLimit() - 1) / innerLimit();
    if (m_innerNodes > rootLimit())
        throw Error(translated("formats", "%1 cannot hold the folder").arg(QLatin1String(shape.name())), {},
                    translated("formats", "Its index cannot hold the %1 entries.").arg(m_entries.size()),
                    translated("formats", "Spread them over several folders."));
}

std::uint32_t HashedDirectory::rootLimit() const
{
    return (m_shape.blockSize - kRootEntries - (m_shape.checksums ? kIndexTail : 0)) / sizeof(ext2_dx_entry);
}

std::uint32_t HashedDirectory::innerLimit() const
{
    return (m_shape.blockSize - kInnerEntries - (m_shape.checksums ? kIndexTail : 0)) / sizeof(ext2_dx_entry);
}

std::uint32_t HashedDirectory::blocks() const
{
    return 1 + m_innerNodes + leaves();
}

// A hash's lowest bit says that entries of this hash begin in the leaf before.
std::uint32_t HashedDirectory::leafHash(std::uint32_t leaf) const
{
    const std::uint32_t begin = m_leafBegin[leaf];
    const std::uint32_t hash = m_order[begin].hash;
    return leaf > 0 && m_order[begin - 1].hash == hash ? hash | 1 : hash;
}

// The index over every stride-th leaf from first on, whose block is target, target + 1, …
void HashedDirectory::fillIndex(char *place, std::uint32_t limit, std::uint32_t first, std::uint32_t count,
                                std::uint32_t stride, std::uint32_t target) const
{
    for (std::uint32_t i = 0; i < count; ++i) {
        const ext2_dx_entry entry{leafHash(first + i * stride), target + i};
        std::memcpy(place + i * sizeof entry, &entry, sizeof entry);
    }
    // The first entry stands for everything below the second, so that its hash gives room to these.
    const ext2_dx_countlimit head{static_cast<__u16>(limit), static_cast<__u16>(count)};
    std::memcpy(place, &head, sizeof head);
}

void HashedDirectory::encodeRoot(ext2_ino_t self, ext2_ino_t parent, char *block) const
{
    putEntry(block, kDotSize, {".", self, EXT2_FT_DIR});
    putEntry(block + kDotSize, m_shape.blockSize - kDotSize, {"..", parent, EXT2_FT_DIR});
    ext2_dx_root_info info{};
    info.hash_version = EXT2_HASH_HALF_MD4;
    info.info_length = sizeof info;
    info.indirect_levels = m_innerNodes > 0 ? 1 : 0;
    std::memcpy(block + 2 * kDotSize, &info, sizeof info);
    char *index = block + kRootEntries;
    if (m_innerNodes > 0)
        fillIndex(index, rootLimit(), 0, m_innerNodes, innerLimit(), 1);
    else
        fillIndex(index, rootLimit(), 0, leaves(), 1, 1);
}

void HashedDirectory::encodeLeaf(std::uint32_t leaf, char *block) const
{
    const std::uint32_t begin = m_leafBegin[leaf];
    fillLeaf(block, m_shape.leafRoom(), 0, m_leafBegin[leaf + 1] - begin,
             [&](std::size_t i) -> const Ext4Entry & { return m_entries[m_order[begin + i].entry]; });
}

void HashedDirectory::encode(ext2_filsys fs, ext2_ino_t self, ext2_ino_t parent, std::uint32_t index,
                             char *block) const
{
    std::memset(block, 0, m_shape.blockSize);
    if (index > m_innerNodes) {
        encodeLeaf(index - 1 - m_innerNodes, block);
        sealLeaf(fs, m_shape, self, block);
        return;
    }
    if (index == 0) {
        encodeRoot(self, parent, block);
    } else {
        const std::uint32_t first = (index - 1) * innerLimit();
        putEntry(block, m_shape.blockSize, {});
        fillIndex(block + kInnerEntries, innerLimit(), first, std::min(innerLimit(), leaves() - first), 1,
                  1 + m_innerNodes + first);
    }
    if (m_shape.checksums)
        ext2fs_dir_block_csum_set(fs, self, reinterpret_cast<ext2_dir_entry *>(block));
}

std::vector<std::size_t> plainDirectoryBlocks(const std::vector<Ext4Entry> &entries, const ExtShape &shape)
{
    std::vector<std::size_t> begins{0};
    std::uint32_t used = 2 * kDotSize;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::uint32_t size = ext4EntrySize(entries[i].name.size());
        if (used + size > shape.leafRoom()) {
            begins.push_back(i);
            used = 0;
        }
        used += size;
    }
    begins.push_back(entries.size());
    return begins;
}

void encodePlainDirectory(ext2_filsys fs, const ExtShape &shape, ext2_ino_t self, ext2_ino_t parent,
                          std::span<const Ext4Entry> entries, char *block)
{
    std::memset(block, 0, shape.blockSize);
    putEntry(block, kDotSize, {".", self, EXT2_FT_DIR});
    putEntry(block + kDotSize, entries.empty() ? shape.leafRoom() - kDotSize : kDotSize,
             {"..", parent, EXT2_FT_DIR});
    fillLeaf(block, shape.leafRoom(), 2 * kDotSize, entries.size(),
             [&](std::size_t i) -> const Ext4Entry & { return entries[i]; });
    sealLeaf(fs, shape, self, block);
}

void encodeDirectoryBlock(ext2_filsys fs, const ExtShape &shape, ext2_ino_t self,
                          std::span<const Ext4Entry> entries, char *block)
{
    std::memset(block, 0, shape.blockSize);
    if (entries.empty())
        putEntry(block, shape.leafRoom(), {});
    fillLeaf(block, shape.leafRoom(), 0, entries.size(),
             [&](std::size_t i) -> const Ext4Entry & { return entries[i]; });
    sealLeaf(fs, shape, self, block);
}

} // namespace Refbox
