// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers, times and sizes as ISO 9660 writes them down. Pure, any thread. By ECMA-119, 4th edition.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Refbox {

inline constexpr std::uint32_t kIsoSector = 2048;
inline constexpr std::uint32_t kIsoSystemArea = 16; ///< sectors before the volume descriptors
/// Bytes of a directory record before the name.
inline constexpr std::size_t kIsoRecordHead = 33;
inline constexpr std::string_view kIsoMagic = "CD001";

/// Flags of directory records.
enum IsoFileFlag : std::uint8_t {
    kIsoDirectory = 0x02,
    kIsoAssociated = 0x04,  ///< belongs to the file of the same name, as a resource fork does
    kIsoMultiExtent = 0x80, ///< the file goes on in the next record
};

// Numbers at a place that has room for them. "Both" is little-endian, then big-endian.
void putIsoLittle16(char *place, std::uint16_t value);
void putIsoBig16(char *place, std::uint16_t value);
void putIsoLittle32(char *place, std::uint32_t value);
void putIsoBig32(char *place, std::uint32_t value);
void putIsoBoth16(char *place, std::uint16_t value); ///< 4 bytes
void putIsoBoth32(char *place, std::uint32_t value); ///< 8 bytes

/// The little-endian number at a place, which is all that is read of numbers in both orders, as other readers
/// do: not all writers fill the other half.
std::uint16_t isoLittle16(const char *place);
std::uint32_t isoLittle32(const char *place);

// Times: seconds since 1970 UTC.
inline constexpr std::size_t kIsoShortTime = 7;
inline constexpr std::size_t kIsoLongTime = 17;
inline constexpr std::int64_t kIsoEarliest = -2208988800; ///< 1900-01-01
inline constexpr std::int64_t kIsoLatest = 5869583999;    ///< 2155-12-31 23:59:59
/// The nearest time from 1900 to 2155, in UTC.
void putIsoShortTime(char *place, std::int64_t seconds);
/// The same, as digits.
void putIsoLongTime(char *place, std::int64_t seconds);
/// nullopt for what is no time.
std::optional<std::int64_t> isoShortTime(const char *place);
struct IsoLongTime
{
    std::int64_t seconds = 0;
    std::uint32_t hundredths = 0;
};
std::optional<IsoLongTime> isoLongTime(const char *place);

/// A volume's label in its alphabet of capitals, digits and underscores.
std::string isoLabel(std::string_view label);
/// The character that takes the place of any byte in that alphabet.
char isoLetter(char byte);

} // namespace Refbox
