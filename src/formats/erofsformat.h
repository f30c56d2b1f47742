// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The structures of EROFS as values and as bytes, both ways. Pure. All numbers on disk are little-endian.
//
// Definition: fs/erofs/erofs_fs.h of Linux, and https://erofs.docs.kernel.org/en/latest/ondisk/index.html.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace Refbox {

inline constexpr std::uint32_t kErofsMagic = 0xE0F5E1E2;
inline constexpr std::uint32_t kErofsSuperblockAt = 1024;
inline constexpr std::uint32_t kErofsSuperblockSize = 128;
/// Inodes are counted in slots: an inode's number is its place in slots, from the first metadata block on.
inline constexpr std::uint32_t kErofsSlotSize = 32;
inline constexpr std::uint32_t kErofsCompactSize = 32;
inline constexpr std::uint32_t kErofsExtendedSize = 64;
inline constexpr std::uint32_t kErofsEntrySize = 12;
inline constexpr std::uint32_t kErofsNoBlock = 0xFFFFFFFF;

// Compatible features.
inline constexpr std::uint32_t kErofsChecksum = 1;
inline constexpr std::uint32_t kErofsMtime = 2;
// Incompatible features, and the Linux that brought them.
inline constexpr std::uint32_t kErofsZeroPadding = 1;      ///< of compressed data; 5.3
inline constexpr std::uint32_t kErofsCompression = 2;      ///< its parameters behind the superblock; 5.13
inline constexpr std::uint32_t kErofsChunked = 4;          ///< files of chunks, 5.15
inline constexpr std::uint32_t kErofsDevices = 8;          ///< further devices, or a second algorithm; 5.16
inline constexpr std::uint32_t kErofsPackedTails = 0x10;   ///< of compressed files, 5.17
inline constexpr std::uint32_t kErofsFragments = 0x20;     ///< or shared compressed data; 6.1
inline constexpr std::uint32_t kErofsXattrPrefixes = 0x40; ///< 6.4

// What stands in a chunk-based inode instead of a block number.
inline constexpr std::uint16_t kErofsChunkBitsMask = 0x1F; ///< of a block's bits and these are a chunk's
inline constexpr std::uint16_t kErofsChunkIndexes = 0x20;  ///< entries of 8 bytes instead of 4

std::uint16_t getLe16(const char *bytes);
std::uint32_t getLe32(const char *bytes);
std::uint64_t getLe64(const char *bytes);
void putLe16(char *bytes, std::uint16_t value);
void putLe32(char *bytes, std::uint32_t value);
void putLe64(char *bytes, std::uint64_t value);

struct ErofsSuperblock
{
    std::uint32_t magic = kErofsMagic;
    std::uint32_t checksum = 0; ///< set by seal()
    std::uint32_t compatible = 0;
    std::uint8_t blockBits = 12;
    std::uint16_t rootSlot = 0;
    std::uint64_t inodes = 0;
    std::int64_t time = 0; ///< that all compact inodes have
    std::uint32_t nanoseconds = 0;
    std::uint32_t blocks = 0;
    std::uint32_t metaBlock = 0;
    std::uint32_t xattrBlock = 0; ///< where shared attributes begin
    std::array<std::uint8_t, 16> uuid{};
    std::string label; ///< at most 16 bytes
    std::uint32_t incompatible = 0;
    std::uint16_t extraDevices = 0;
    std::uint8_t directoryBlockBits = 0;
    std::uint8_t prefixCount = 0;  ///< of long prefixes of attributes' names
    std::uint32_t prefixStart = 0; ///< in units of 4 bytes
    std::uint64_t packedInode = 0;
};
/// At least kErofsSuperblockSize bytes.
ErofsSuperblock decodeErofsSuperblock(std::span<const char> bytes);
void encodeErofsSuperblock(const ErofsSuperblock &super, std::span<char> bytes);
/// Over the superblock and all behind it in its block; the stored checksum does not count.
std::uint32_t erofsChecksum(std::span<const char> bytes);
void setErofsChecksum(std::span<char> bytes);

enum class ErofsLayoutKind : std::uint8_t {
    Plain = 0,
    CompressedFull = 1,
    Inline = 2, ///< the last block's bytes behind the inode
    CompressedCompact = 3,
    Chunked = 4,
};

/// An inode's fixed part.
struct ErofsInode
{
    bool extended = false;
    std::uint8_t layout = 0; ///< ErofsLayoutKind, or what nobody knows
    std::uint16_t otherFlags = 0;
    std::uint16_t xattrCount = 0; ///< 0: none, else of 4-byte units behind the header, and 1
    std::uint16_t mode = 0;
    std::uint64_t size = 0;
    std::uint32_t place = 0; ///< first block, chunk format or device numbers
    std::uint32_t ino = 0;   ///< for 32-bit programs
    std::uint32_t uid = 0;
    std::uint32_t gid = 0;
    std::int64_t mtimeSeconds = 0; ///< of extended ones
    std::uint32_t mtimeNanoseconds = 0;
    std::uint32_t links = 1;

    std::uint32_t coreBytes() const { return extended ? kErofsExtendedSize : kErofsCompactSize; }
    std::uint32_t xattrBytes() const { return xattrCount == 0 ? 0 : 12 + 4 * (xattrCount - 1U); }
};
/// Whether these bytes begin an extended inode, which needs kErofsExtendedSize of them; 2 bytes or more.
bool isExtendedErofsInode(std::span<const char> bytes);
ErofsInode decodeErofsInode(std::span<const char> bytes);
void encodeErofsInode(const ErofsInode &inode, std::span<char> bytes);

/// Linux's new_encode_dev(): 12 bits major, 20 bits minor.
std::uint32_t encodeErofsDevice(std::uint32_t major, std::uint32_t minor);
std::uint32_t erofsDeviceMajor(std::uint32_t device);
std::uint32_t erofsDeviceMinor(std::uint32_t device);

/// The index of an attribute's prefix, and what follows it in the name.
struct ErofsXattrName
{
    std::uint8_t index = 0; ///< 0: no namespace that EROFS knows
    std::string_view rest;
};
ErofsXattrName splitErofsXattrName(std::string_view name);
/// Empty: unknown here, or nothing that Linux shows.
std::string_view erofsXattrPrefix(std::uint8_t index);

} // namespace Refbox
