// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The structures of ReiserFS 3.5 and 3.6 as they stand on the disk, little endian: keys, heads of blocks and
// items, stat data, the superblock, the hash of names. Pure. After "The structure of the Reiser file system"
// (Florian Buchholz, 2006) and what Linux 6.1 and reiserfsprogs 3.6.27 accept.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace Refbox {

// All block heads and item heads.
inline constexpr std::uint32_t kReiserFsBlockHead = 24;
inline constexpr std::uint32_t kReiserFsItemHead = 24;
inline constexpr std::uint32_t kReiserFsEntryHead = 16; ///< of a name in a directory item
inline constexpr std::uint32_t kReiserFsKeySize = 16;
inline constexpr std::uint32_t kReiserFsChildSize = 8; ///< an internal node's pointer to a child
inline constexpr std::uint32_t kReiserFsStatSize = 44;
inline constexpr std::uint32_t kReiserFsOldStatSize = 32;

inline constexpr std::uint16_t kReiserFsOldItem = 0; ///< an item head's version: format 3.5
inline constexpr std::uint16_t kReiserFsNewItem = 1; ///< format 3.6

// Directory items: an entry's offset is the hash of its name and a counter of equal hashes.
inline constexpr std::uint32_t kReiserFsDotOffset = 1;
inline constexpr std::uint32_t kReiserFsDotDotOffset = 2;
inline constexpr std::uint32_t kReiserFsMostCollisions = 127; ///< names beyond the first of one hash
inline constexpr std::uint16_t kReiserFsVisible = 4;          ///< state of an entry

inline constexpr std::uint32_t kReiserFsRootDirectory = 1; ///< the root's key is (1, 2)
inline constexpr std::uint32_t kReiserFsRootObject = 2;

// Where extended attributes are: /.reiserfs_priv/xattrs/OBJECT.GENERATION/NAME.
inline constexpr std::string_view kReiserFsPrivateName = ".reiserfs_priv";
inline constexpr std::string_view kReiserFsXattrsName = "xattrs";

enum class ReiserFsType : std::uint8_t { StatData = 0, Indirect = 1, Direct = 2, Directory = 3, Other = 15 };

/// What the tree is sorted by.
struct ReiserFsKey
{
    std::uint32_t directory = 0;
    std::uint32_t object = 0;
    std::uint64_t offset = 0;
    ReiserFsType type = ReiserFsType::StatData;
    auto operator<=>(const ReiserFsKey &) const = default;
};

/// Both formats have 16 bytes; format 3.5 has 32 bits of offset.
void encodeReiserFsKey(const ReiserFsKey &key, std::uint16_t version, char *place);
ReiserFsKey decodeReiserFsKey(const char *place);

struct ReiserFsItem
{
    ReiserFsKey key;
    std::uint16_t count = 0xFFFF; ///< entries of a directory item
    std::uint16_t length = 0;
    std::uint16_t location = 0;
    std::uint16_t version = kReiserFsNewItem;
};

/// free: bytes that neither items (or keys and children) nor their bodies have.
void encodeReiserFsBlockHead(std::uint32_t level, std::uint32_t items, std::uint32_t free, char *place);

struct ReiserFsBlockHead
{
    std::uint32_t level = 0; ///< 1: a leaf
    std::uint32_t items = 0; ///< or keys
    std::uint32_t free = 0;
};
ReiserFsBlockHead decodeReiserFsBlockHead(const char *place);

/// An internal node's pointer to a child of which so many bytes are used, its head not counted.
void encodeReiserFsChild(std::uint32_t block, std::uint32_t used, char *place);

void encodeReiserFsItem(const ReiserFsItem &item, char *place);
ReiserFsItem decodeReiserFsItem(const char *place);

/// An entry's head in a directory item; the name stands at location.
struct ReiserFsEntry
{
    std::uint32_t offset = 0;
    std::uint32_t directory = 0;
    std::uint32_t object = 0;
    std::uint16_t location = 0;
    std::uint16_t state = kReiserFsVisible;
};

void encodeReiserFsEntry(const ReiserFsEntry &entry, char *place);
ReiserFsEntry decodeReiserFsEntry(const char *place);

// Flags of stat data, numbered as those of ext2.
inline constexpr std::uint16_t kReiserFsImmutable = 0x10;
inline constexpr std::uint16_t kReiserFsAppendOnly = 0x20;
inline constexpr std::uint16_t kReiserFsNoDump = 0x40;

struct ReiserFsStat
{
    std::uint16_t mode = 0;
    std::uint16_t flags = 0;
    std::uint32_t links = 0;
    std::uint64_t size = 0;
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::uint32_t mtime = 0;  ///< seconds since 1970; the other times are the same when written
    std::uint32_t blocks = 0; ///< of 512 bytes
    std::uint32_t extra = 0;  ///< devices: numbers as Linux encodes them in 32 bits; others: generation
};

void encodeReiserFsStat(const ReiserFsStat &stat, char *place);
/// 44 bytes of format 3.6 or 32 of format 3.5, which have no generation and no flags.
ReiserFsStat decodeReiserFsStat(std::span<const char> bytes);

/// The nearest time that stat data holds, in seconds since 1970.
std::uint32_t clampReiserFsTime(std::int64_t seconds);

/// The name's hash (r5, the usual one) as a directory entry's offset without counter; with unsignedBytes as
/// machines had it whose char is unsigned.
std::uint32_t reiserFsHash(std::string_view name, bool unsignedBytes = false);

/// Bytes of a name in a directory item as it is written here.
inline constexpr std::uint32_t reiserFsPadded(std::size_t size)
{
    return static_cast<std::uint32_t>((size + 7) / 8 * 8);
}

struct ReiserFsJournal
{
    std::uint32_t first = 0;
    std::uint32_t device = 0;
    std::uint32_t size = 0; ///< blocks, the header behind them not counted
    std::uint32_t longestTransaction = 0;
    std::uint32_t magic = 0;
    std::uint32_t longestBatch = 0;
    std::uint32_t commitAge = 0;
};

inline constexpr std::uint32_t kReiserFsJournalSize = 32; ///< bytes of a ReiserFsJournal
void encodeReiserFsJournal(const ReiserFsJournal &journal, char *place);

inline constexpr std::uint64_t kReiserFsSuperblockAt = 65536;
inline constexpr std::uint64_t kReiserFsOldSuperblockAt = 8192; ///< of the first versions
inline constexpr std::uint32_t kReiserFsSuperblockSize = 204;
inline constexpr std::uint16_t kReiserFsUnmounted = 1;
inline constexpr std::uint32_t kReiserFsR5 = 3;           ///< number of the hash
inline constexpr std::uint32_t kReiserFsFlagsAreGood = 1; ///< of the superblock's flags
inline constexpr std::uint32_t kReiserFsLongestLabel = 16;

enum class ReiserFsVersion { None, Old, New }; ///< no ReiserFS, 3.5, 3.6

struct ReiserFsSuperblock
{
    ReiserFsVersion version = ReiserFsVersion::New;
    std::uint32_t blocks = 0;
    std::uint32_t freeBlocks = 0;
    std::uint32_t root = 0;
    ReiserFsJournal journal;
    std::uint16_t blockSize = 0;
    std::uint16_t state = kReiserFsUnmounted;
    std::uint32_t hash = kReiserFsR5;
    std::uint16_t height = 0; ///< one more than the tree has levels
    std::uint32_t flags = kReiserFsFlagsAreGood;
    std::array<std::uint8_t, 16> uuid{};
    std::string label;
    std::uint32_t lastCheck = 0;
    std::uint32_t nextObject = 0; ///< all from here on are free; written only
};

/// The whole block: always with a journal of its own size.
void encodeReiserFsSuperblock(const ReiserFsSuperblock &super, std::span<char> block);
/// version None where the magic is missing. 204 bytes.
ReiserFsSuperblock decodeReiserFsSuperblock(std::span<const char> bytes);

} // namespace Refbox
