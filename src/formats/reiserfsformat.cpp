// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsformat.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace Refbox {

namespace {

// Types of format 3.5, a field of its own there.
constexpr std::uint32_t kOldIndirect = 0xFFFFFFFE;
constexpr std::uint32_t kOldDirect = 0xFFFFFFFF;
constexpr std::uint32_t kOldDirectory = 500;

constexpr int kOffsetBits = 60; // of format 3.6; the type is above

constexpr std::uint16_t kNever = 0xFFFF; // mounts before a check is asked for
constexpr std::uint32_t kNoInterval = 0xFFFFFFFF;
constexpr std::uint16_t kFormat36 = 2;
constexpr std::string_view kMagic35 = "ReIsErFs";
constexpr std::string_view kMagic36 = "ReIsEr2Fs";
constexpr std::string_view kMagicOwnJournal = "ReIsEr3Fs"; // of another size or place than usual

std::uint16_t get16(const char *place)
{
    return qFromLittleEndian<quint16>(place);
}

std::uint32_t get32(const char *place)
{
    return qFromLittleEndian<quint32>(place);
}

void put16(std::uint16_t value, char *place)
{
    qToLittleEndian<quint16>(value, place);
}

void put32(std::uint32_t value, char *place)
{
    qToLittleEndian<quint32>(value, place);
}

std::uint32_t oldType(ReiserFsType type)
{
    switch (type) {
    case ReiserFsType::StatData:
        return 0;
    case ReiserFsType::Indirect:
        return kOldIndirect;
    case ReiserFsType::Direct:
        return kOldDirect;
    case ReiserFsType::Directory:
    case ReiserFsType::Other:
        break;
    }
    return kOldDirectory;
}

ReiserFsType typeOfOld(std::uint32_t type)
{
    switch (type) {
    case 0:
        return ReiserFsType::StatData;
    case kOldIndirect:
        return ReiserFsType::Indirect;
    case kOldDirect:
        return ReiserFsType::Direct;
    case kOldDirectory:
        return ReiserFsType::Directory;
    default:
        return ReiserFsType::Other;
    }
}

} // namespace

void encodeReiserFsKey(const ReiserFsKey &key, std::uint16_t version, char *place)
{
    put32(key.directory, place);
    put32(key.object, place + 4);
    if (version == kReiserFsOldItem) {
        put32(static_cast<std::uint32_t>(key.offset), place + 8);
        put32(oldType(key.type), place + 12);
    } else {
        qToLittleEndian<quint64>(key.offset | std::uint64_t(key.type) << kOffsetBits, place + 8);
    }
}

// The highest four bits of an old type are never those of a new one.
ReiserFsKey decodeReiserFsKey(const char *place)
{
    ReiserFsKey key{get32(place), get32(place + 4), 0, ReiserFsType::Other};
    const std::uint64_t both = qFromLittleEndian<quint64>(place + 8);
    const auto type = static_cast<std::uint8_t>(both >> kOffsetBits);
    if (type >= 1 && type <= 3) {
        key.offset = both & ((std::uint64_t{1} << kOffsetBits) - 1);
        key.type = ReiserFsType{type};
    } else {
        key.offset = both & 0xFFFFFFFF;
        key.type = typeOfOld(static_cast<std::uint32_t>(both >> 32));
    }
    return key;
}

void encodeReiserFsBlockHead(std::uint32_t level, std::uint32_t items, std::uint32_t free, char *place)
{
    std::memset(place, 0, kReiserFsBlockHead); // the rest is not used in format 3.6
    put16(static_cast<std::uint16_t>(level), place);
    put16(static_cast<std::uint16_t>(items), place + 2);
    put16(static_cast<std::uint16_t>(free), place + 4);
}

ReiserFsBlockHead decodeReiserFsBlockHead(const char *place)
{
    return {get16(place), get16(place + 2), get16(place + 4)};
}

void encodeReiserFsChild(std::uint32_t block, std::uint32_t used, char *place)
{
    put32(block, place);
    put16(static_cast<std::uint16_t>(used), place + 4);
    put16(0, place + 6);
}

void encodeReiserFsItem(const ReiserFsItem &item, char *place)
{
    // Stat data has the same key in both formats.
    const bool isStat = item.key.type == ReiserFsType::StatData;
    encodeReiserFsKey(item.key, isStat ? kReiserFsOldItem : item.version, place);
    put16(item.count, place + 16);
    put16(item.length, place + 18);
    put16(item.location, place + 20);
    put16(item.version, place + 22);
}

ReiserFsItem decodeReiserFsItem(const char *place)
{
    return {decodeReiserFsKey(place), get16(place + 16), get16(place + 18), get16(place + 20),
            get16(place + 22)};
}

void encodeReiserFsEntry(const ReiserFsEntry &entry, char *place)
{
    put32(entry.offset, place);
    put32(entry.directory, place + 4);
    put32(entry.object, place + 8);
    put16(entry.location, place + 12);
    put16(entry.state, place + 14);
}

ReiserFsEntry decodeReiserFsEntry(const char *place)
{
    return {get32(place), get32(place + 4), get32(place + 8), get16(place + 12), get16(place + 14)};
}

void encodeReiserFsStat(const ReiserFsStat &stat, char *place)
{
    put16(stat.mode, place);
    put16(stat.flags, place + 2);
    put32(stat.links, place + 4);
    qToLittleEndian<quint64>(stat.size, place + 8);
    put32(stat.uid, place + 16);
    put32(stat.gid, place + 20);
    for (const int time : {24, 28, 32}) // access, modification, change
        put32(stat.mtime, place + time);
    put32(stat.blocks, place + 36);
    put32(stat.extra, place + 40);
}

ReiserFsStat decodeReiserFsStat(std::span<const char> bytes)
{
    const char *p = bytes.data();
    ReiserFsStat stat;
    stat.mode = get16(p);
    if (bytes.size() == kReiserFsOldStatSize) {
        stat.links = get16(p + 2);
        stat.uid = get16(p + 4);
        stat.gid = get16(p + 6);
        stat.size = get32(p + 8);
        stat.mtime = get32(p + 16);
        stat.extra = get32(p + 24);
        return stat;
    }
    stat.flags = get16(p + 2);
    stat.links = get32(p + 4);
    stat.size = qFromLittleEndian<quint64>(p + 8);
    stat.uid = get32(p + 16);
    stat.gid = get32(p + 20);
    stat.mtime = get32(p + 28);
    stat.blocks = get32(p + 36);
    stat.extra = get32(p + 40);
    return stat;
}

std::uint32_t clampReiserFsTime(std::int64_t seconds)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(seconds, 0, UINT32_MAX));
}

std::uint32_t reiserFsHash(std::string_view name, bool unsignedBytes)
{
    constexpr std::uint32_t significant = 0x7FFFFF80;
    std::uint32_t hash = 0;
    for (const char c : name) {
        const std::int32_t byte = unsignedBytes ? std::int32_t{static_cast<std::uint8_t>(c)}
                                                : std::int32_t{static_cast<std::int8_t>(c)};
        hash += static_cast<std::uint32_t>(byte * 16);
        hash += static_cast<std::uint32_t>(byte >> 4);
        hash *= 11;
    }
    hash &= significant;
    return hash == 0 ? 128 : hash;
}

void encodeReiserFsJournal(const ReiserFsJournal &journal, char *place)
{
    put32(journal.first, place);
    put32(journal.device, place + 4);
    put32(journal.size, place + 8);
    put32(journal.longestTransaction, place + 12);
    put32(journal.magic, place + 16);
    put32(journal.longestBatch, place + 20);
    put32(journal.commitAge, place + 24);
    put32(0, place + 28);
}

void encodeReiserFsSuperblock(const ReiserFsSuperblock &super, std::span<char> block)
{
    std::ranges::fill(block, '\0');
    char *p = block.data();
    put32(super.blocks, p);
    put32(super.freeBlocks, p + 4);
    put32(super.root, p + 8);
    encodeReiserFsJournal(super.journal, p + 12);
    put16(super.blockSize, p + 44);
    const std::size_t mapRoom = (block.size() - kReiserFsSuperblockSize) / 4;
    put16(static_cast<std::uint16_t>(mapRoom / 2 * 2), p + 46);
    put16(2, p + 48); // numbers in the map of free objects
    put16(super.state, p + 50);
    std::ranges::copy(kMagicOwnJournal, p + 52);
    put32(super.hash, p + 64);
    put16(super.height, p + 68);
    const std::uint32_t inBitmap = super.blockSize * 8U;
    put16(static_cast<std::uint16_t>((super.blocks + std::uint64_t{inBitmap} - 1) / inBitmap), p + 70);
    put16(kFormat36, p + 72);
    put16(static_cast<std::uint16_t>(super.journal.size + 1), p + 74);
    put32(super.flags, p + 80);
    std::ranges::copy(super.uuid, p + 84);
    std::ranges::copy(super.label, p + 100);
    put16(kNever, p + 118);
    put32(super.lastCheck, p + 120);
    put32(kNoInterval, p + 124);
    put32(1, p + kReiserFsSuperblockSize); // in turn: first used, first free
    put32(super.nextObject, p + kReiserFsSuperblockSize + 4);
}

ReiserFsSuperblock decodeReiserFsSuperblock(std::span<const char> bytes)
{
    ReiserFsSuperblock super;
    super.version = ReiserFsVersion::None;
    if (bytes.size() < kReiserFsSuperblockSize)
        return super;
    const char *p = bytes.data();
    const std::string_view magic(p + 52, kMagic36.size());
    const std::uint16_t format = get16(p + 72);
    if (magic == kMagic36 || (magic == kMagicOwnJournal && format == kFormat36))
        super.version = ReiserFsVersion::New;
    else if (magic.starts_with(kMagic35) || magic == kMagicOwnJournal)
        super.version = ReiserFsVersion::Old;
    else
        return super;
    super.blocks = get32(p);
    super.freeBlocks = get32(p + 4);
    super.root = get32(p + 8);
    super.journal = {get32(p + 12), get32(p + 16), get32(p + 20), get32(p + 24),
                     get32(p + 28), get32(p + 32), get32(p + 36)};
    super.blockSize = get16(p + 44);
    super.state = get16(p + 50);
    super.hash = get32(p + 64);
    super.height = get16(p + 68);
    const bool isNew = super.version == ReiserFsVersion::New;
    super.flags = 0;
    if (!isNew)
        return super;
    super.flags = get32(p + 80);
    std::memcpy(super.uuid.data(), p + 84, super.uuid.size());
    const std::string_view label(p + 100, kReiserFsLongestLabel);
    super.label = label.substr(0, label.find('\0'));
    super.lastCheck = get32(p + 120);
    return super;
}

} // namespace Refbox
