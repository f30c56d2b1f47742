// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsformat.h"

#include "tree/acl.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::uint32_t kChecksumAt = 4;
constexpr std::uint32_t kLabelAt = 64;
constexpr std::uint32_t kLabelSize = 16;
constexpr std::uint32_t kUuidAt = 48;
constexpr int kLayoutShift = 1;
constexpr std::uint16_t kLayoutMask = 7;
constexpr int kOtherFlagsShift = 4;

constexpr std::array<std::string_view, 7> kPrefixes{
    "", "user.", kAclAccess, kAclDefault, "trusted.", "", "security.",
};

template <typename Value>
Value getLe(const char *bytes)
{
    Value value = 0;
    for (std::size_t i = 0; i < sizeof value; ++i)
        value = static_cast<Value>(value | Value{static_cast<std::uint8_t>(bytes[i])} << (8 * i));
    return value;
}

template <typename Value>
void putLe(char *bytes, Value value)
{
    for (std::size_t i = 0; i < sizeof value; ++i)
        bytes[i] = static_cast<char>(value >> (8 * i));
}

// CRC-32C without the final inversion, as the kernel's crc32c() has it.
std::uint32_t crc32c(std::uint32_t crc, std::span<const char> bytes)
{
    constexpr std::uint32_t polynomial = 0x82F63B78;
    for (const char byte : bytes) {
        crc ^= static_cast<std::uint8_t>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? polynomial : 0);
    }
    return crc;
}

} // namespace

std::uint16_t getLe16(const char *bytes)
{
    return getLe<std::uint16_t>(bytes);
}

std::uint32_t getLe32(const char *bytes)
{
    return getLe<std::uint32_t>(bytes);
}

std::uint64_t getLe64(const char *bytes)
{
    return getLe<std::uint64_t>(bytes);
}

void putLe16(char *bytes, std::uint16_t value)
{
    putLe(bytes, value);
}

void putLe32(char *bytes, std::uint32_t value)
{
    putLe(bytes, value);
}

void putLe64(char *bytes, std::uint64_t value)
{
    putLe(bytes, value);
}

ErofsSuperblock decodeErofsSuperblock(std::span<const char> bytes)
{
    const char *at = bytes.data();
    ErofsSuperblock super;
    super.magic = getLe32(at);
    super.checksum = getLe32(at + kChecksumAt);
    super.compatible = getLe32(at + 8);
    super.blockBits = static_cast<std::uint8_t>(at[12]);
    super.rootSlot = getLe16(at + 14);
    super.inodes = getLe64(at + 16);
    super.time = static_cast<std::int64_t>(getLe64(at + 24));
    super.nanoseconds = getLe32(at + 32);
    super.blocks = getLe32(at + 36);
    super.metaBlock = getLe32(at + 40);
    super.xattrBlock = getLe32(at + 44);
    std::copy_n(at + kUuidAt, super.uuid.size(), super.uuid.begin());
    const std::string_view label(at + kLabelAt, kLabelSize);
    super.label = label.substr(0, label.find('\0'));
    super.incompatible = getLe32(at + 80);
    super.extraDevices = getLe16(at + 86);
    super.directoryBlockBits = static_cast<std::uint8_t>(at[90]);
    super.prefixCount = static_cast<std::uint8_t>(at[91]);
    super.prefixStart = getLe32(at + 92);
    super.packedInode = getLe64(at + 96);
    return super;
}

void encodeErofsSuperblock(const ErofsSuperblock &super, std::span<char> bytes)
{
    char *at = bytes.data();
    std::fill_n(at, kErofsSuperblockSize, '\0');
    putLe32(at, super.magic);
    putLe32(at + kChecksumAt, super.checksum);
    putLe32(at + 8, super.compatible);
    at[12] = static_cast<char>(super.blockBits);
    putLe16(at + 14, super.rootSlot);
    putLe64(at + 16, super.inodes);
    putLe64(at + 24, static_cast<std::uint64_t>(super.time));
    putLe32(at + 32, super.nanoseconds);
    putLe32(at + 36, super.blocks);
    putLe32(at + 40, super.metaBlock);
    putLe32(at + 44, super.xattrBlock);
    std::copy(super.uuid.begin(), super.uuid.end(), at + kUuidAt);
    super.label.copy(at + kLabelAt, kLabelSize);
    putLe32(at + 80, super.incompatible);
    putLe16(at + 86, super.extraDevices);
    at[90] = static_cast<char>(super.directoryBlockBits);
    at[91] = static_cast<char>(super.prefixCount);
    putLe32(at + 92, super.prefixStart);
    putLe64(at + 96, super.packedInode);
}

std::uint32_t erofsChecksum(std::span<const char> bytes)
{
    constexpr std::array<char, 4> zeros{};
    std::uint32_t crc = crc32c(~0U, bytes.first(kChecksumAt));
    crc = crc32c(crc, zeros);
    return crc32c(crc, bytes.subspan(kChecksumAt + zeros.size()));
}

void setErofsChecksum(std::span<char> bytes)
{
    putLe32(bytes.data() + kChecksumAt, erofsChecksum(bytes));
}

bool isExtendedErofsInode(std::span<const char> bytes)
{
    return (getLe16(bytes.data()) & 1) != 0;
}

ErofsInode decodeErofsInode(std::span<const char> bytes)
{
    const char *at = bytes.data();
    ErofsInode inode;
    const std::uint16_t format = getLe16(at);
    inode.extended = isExtendedErofsInode(bytes);
    inode.layout = format >> kLayoutShift & kLayoutMask;
    inode.otherFlags = static_cast<std::uint16_t>(format >> kOtherFlagsShift);
    inode.xattrCount = getLe16(at + 2);
    inode.mode = getLe16(at + 4);
    inode.place = getLe32(at + 16);
    inode.ino = getLe32(at + 20);
    if (inode.extended) {
        inode.size = getLe64(at + 8);
        inode.uid = getLe32(at + 24);
        inode.gid = getLe32(at + 28);
        inode.mtimeSeconds = static_cast<std::int64_t>(getLe64(at + 32));
        inode.mtimeNanoseconds = getLe32(at + 40);
        inode.links = getLe32(at + 44);
    } else {
        inode.links = getLe16(at + 6);
        inode.size = getLe32(at + 8);
        inode.uid = getLe16(at + 24);
        inode.gid = getLe16(at + 26);
    }
    return inode;
}

void encodeErofsInode(const ErofsInode &inode, std::span<char> bytes)
{
    char *at = bytes.data();
    std::fill_n(at, inode.coreBytes(), '\0');
    putLe16(at, static_cast<std::uint16_t>((inode.extended ? 1 : 0) | inode.layout << kLayoutShift |
                                           inode.otherFlags << kOtherFlagsShift));
    putLe16(at + 2, inode.xattrCount);
    putLe16(at + 4, inode.mode);
    putLe32(at + 16, inode.place);
    putLe32(at + 20, inode.ino);
    if (inode.extended) {
        putLe64(at + 8, inode.size);
        putLe32(at + 24, inode.uid);
        putLe32(at + 28, inode.gid);
        putLe64(at + 32, static_cast<std::uint64_t>(inode.mtimeSeconds));
        putLe32(at + 40, inode.mtimeNanoseconds);
        putLe32(at + 44, inode.links);
    } else {
        putLe16(at + 6, static_cast<std::uint16_t>(inode.links));
        putLe32(at + 8, static_cast<std::uint32_t>(inode.size));
        putLe16(at + 24, static_cast<std::uint16_t>(inode.uid));
        putLe16(at + 26, static_cast<std::uint16_t>(inode.gid));
    }
}

std::uint32_t encodeErofsDevice(std::uint32_t major, std::uint32_t minor)
{
    return (minor & 0xFF) | major << 8 | (minor & 0xFFF00) << 12;
}

std::uint32_t erofsDeviceMajor(std::uint32_t device)
{
    return device >> 8 & 0xFFF;
}

std::uint32_t erofsDeviceMinor(std::uint32_t device)
{
    return (device & 0xFF) | (device >> 12 & 0xFFF00);
}

ErofsXattrName splitErofsXattrName(std::string_view name)
{
    for (std::size_t index = 1; index < kPrefixes.size(); ++index) {
        const std::string_view prefix = kPrefixes[index];
        const bool isWhole = !prefix.ends_with('.');
        if (!prefix.empty() && (isWhole ? name == prefix : name.starts_with(prefix)))
            return {static_cast<std::uint8_t>(index), name.substr(prefix.size())};
    }
    return {};
}

std::string_view erofsXattrPrefix(std::uint8_t index)
{
    return index < kPrefixes.size() ? kPrefixes[index] : std::string_view();
}

} // namespace Refbox
