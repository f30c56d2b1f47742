// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What SquashFS 4.0 looks like on disk: little endian throughout. Defined by Documentation/filesystems/
// squashfs.rst and fs/squashfs/squashfs_fs.h of Linux. Pure values and functions.
//
// An image is: superblock, the compressor's options, blocks of files and fragments (the ends of several files
// in one block), then tables: inodes, directories, fragments, inode references by number ("export"), owners'
// ids, extended attributes. Tables are cut into metadata blocks of 8 KiB, packed each for itself behind two
// bytes that say how long it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace Refbox {

/// Numbers as in the superblock.
enum class SquashFsCompression : std::uint16_t {
    Gzip = 1,
    Lzma = 2, ///< is only read: Linux itself never took it
    Xz = 4,
    Lz4 = 5,
    Zstd = 6,
};

inline constexpr std::uint32_t kSquashFsMagic = 0x73717368;
inline constexpr std::size_t kSquashFsSuperblockSize = 96;
inline constexpr std::size_t kSquashFsMetadataSize = 8192;
inline constexpr std::uint16_t kSquashFsMetadataStored = 0x8000;  ///< in the two bytes: it is not packed
inline constexpr std::uint32_t kSquashFsBlockStored = 0x01000000; ///< the same in a data block's size
inline constexpr std::uint32_t kSquashFsLargestBlock = 1 << 20;
inline constexpr std::uint32_t kSquashFsSmallestBlock = 4096;
inline constexpr std::uint32_t kSquashFsNone = 0xFFFFFFFF; ///< no fragment, no attributes
inline constexpr std::uint64_t kSquashFsNoTable = 0xFFFFFFFFFFFFFFFF;
inline constexpr std::uint32_t kSquashFsMostIds = 65535;
inline constexpr std::size_t kSquashFsFragmentSize = 16; ///< bytes of an entry of the fragment table
inline constexpr std::size_t kSquashFsXattrIdSize = 16;  ///< of the table of attribute sets

/// Flags of the superblock.
enum SquashFsFlag : std::uint16_t {
    kSquashFsDataStored = 0x2,
    kSquashFsDuplicates = 0x40, ///< equal files are stored once
    kSquashFsExportable = 0x80,
    kSquashFsHasOptions = 0x400,
};

struct SquashFsSuperblock
{
    std::uint32_t inodes = 0;
    std::uint32_t time = 0;
    std::uint32_t blockSize = 0;
    std::uint32_t fragments = 0;
    std::uint16_t compression = 0;
    std::uint16_t blockLog = 0;
    std::uint16_t flags = 0;
    std::uint16_t ids = 0;
    std::uint16_t major = 4;
    std::uint16_t minor = 0;
    std::uint64_t rootInode = 0; ///< a reference
    std::uint64_t bytesUsed = 0;
    std::uint64_t idTable = 0;
    std::uint64_t xattrTable = kSquashFsNoTable;
    std::uint64_t inodeTable = 0;
    std::uint64_t directoryTable = 0;
    std::uint64_t fragmentTable = kSquashFsNoTable;
    std::uint64_t exportTable = kSquashFsNoTable;

    std::string encode() const;
};

/// nullopt where they do not begin with the magic number, or are too few.
std::optional<SquashFsSuperblock> parseSquashFsSuperblock(std::span<const char> bytes);

/// As directories name them; inodes with more fields are kSquashFsExtended higher.
enum class SquashFsType : std::uint16_t {
    Directory = 1,
    Regular,
    Symlink,
    BlockDevice,
    CharDevice,
    Fifo,
    Socket,
};
inline constexpr std::uint16_t kSquashFsExtended = 7;

/// Where something stands in a table: its metadata block's place in the table, and the byte in that.
constexpr std::uint64_t squashFsReference(std::uint64_t block, std::uint64_t offset)
{
    return block << 16 | offset;
}
constexpr std::uint64_t squashFsReferenceBlock(std::uint64_t reference)
{
    return reference >> 16;
}
constexpr std::uint32_t squashFsReferenceOffset(std::uint64_t reference)
{
    return static_cast<std::uint32_t>(reference & 0xFFFF);
}

/// As Linux's new_encode_dev(): 12 bits of the major and 20 of the minor number.
constexpr std::uint32_t squashFsDevice(std::uint32_t major, std::uint32_t minor)
{
    return (minor & 0xFF) | (major & 0xFFF) << 8 | (minor & 0xFFF00) << 12;
}
constexpr std::uint32_t squashFsMajor(std::uint32_t device)
{
    return device >> 8 & 0xFFF;
}
constexpr std::uint32_t squashFsMinor(std::uint32_t device)
{
    return (device & 0xFF) | (device >> 12 & 0xFFF00);
}

/// Namespaces of extended attributes by their numbers, with the dot; empty where there is none such.
std::string_view squashFsXattrPrefix(std::uint16_t type);

// Little endian numbers, whatever the machine.
template <typename Number>
void appendLittle(std::string &bytes, Number value)
{
    for (std::size_t i = 0; i < sizeof value; ++i)
        bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xFF);
}

/// The caller knows that the bytes are there.
template <typename Number>
Number littleAt(std::span<const char> bytes, std::size_t at)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        value |= std::uint64_t{static_cast<std::uint8_t>(bytes[at + i])} << (8 * i);
    return static_cast<Number>(value);
}

} // namespace Refbox
