// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660format.h"

#include <algorithm>
#include <chrono>
#include <span>

namespace Refbox {

namespace {

constexpr std::int64_t kDay = std::int64_t{24} * 60 * 60;
constexpr int kQuarter = 15 * 60; // seconds of one unit of the offset from UTC

struct CivilTime
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    unsigned second = 0; // of the day
};

CivilTime civil(std::int64_t seconds)
{
    seconds = std::clamp(seconds, kIsoEarliest, kIsoLatest);
    std::int64_t days = seconds / kDay;
    if (seconds % kDay < 0)
        --days;
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
    return {int(date.year()), unsigned(date.month()), unsigned(date.day()),
            static_cast<unsigned>(seconds - days * kDay)};
}

std::optional<std::int64_t> secondsOf(int year, unsigned month, unsigned day, unsigned hour, unsigned minute,
                                      unsigned second, int quarters)
{
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    if (!date.ok() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    const std::int64_t days = std::chrono::sys_days{date}.time_since_epoch().count();
    return days * kDay + std::int64_t{hour} * 3600 + std::int64_t{minute} * 60 + second -
           std::int64_t{quarters} * kQuarter;
}

void putDigits(char *place, int count, unsigned value)
{
    for (; count > 0; value /= 10)
        place[--count] = static_cast<char>('0' + value % 10);
}

std::optional<unsigned> digits(std::span<const char> text)
{
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

} // namespace

void putIsoLittle16(char *place, std::uint16_t value)
{
    place[0] = static_cast<char>(value);
    place[1] = static_cast<char>(value >> 8);
}

void putIsoBig16(char *place, std::uint16_t value)
{
    place[0] = static_cast<char>(value >> 8);
    place[1] = static_cast<char>(value);
}

void putIsoLittle32(char *place, std::uint32_t value)
{
    for (int i = 0; i < 4; ++i)
        place[i] = static_cast<char>(value >> (8 * i));
}

void putIsoBig32(char *place, std::uint32_t value)
{
    for (int i = 0; i < 4; ++i)
        place[i] = static_cast<char>(value >> (24 - 8 * i));
}

void putIsoBoth16(char *place, std::uint16_t value)
{
    putIsoLittle16(place, value);
    putIsoBig16(place + 2, value);
}

void putIsoBoth32(char *place, std::uint32_t value)
{
    putIsoLittle32(place, value);
    putIsoBig32(place + 4, value);
}

std::uint16_t isoLittle16(const char *place)
{
    return static_cast<std::uint16_t>(static_cast<unsigned char>(place[0]) |
                                      static_cast<unsigned char>(place[1]) << 8);
}

std::uint32_t isoLittle32(const char *place)
{
    return isoLittle16(place) | static_cast<std::uint32_t>(isoLittle16(place + 2)) << 16;
}

void putIsoShortTime(char *place, std::int64_t seconds)
{
    const CivilTime time = civil(seconds);
    place[0] = static_cast<char>(time.year - 1900);
    place[1] = static_cast<char>(time.month);
    place[2] = static_cast<char>(time.day);
    place[3] = static_cast<char>(time.second / 3600);
    place[4] = static_cast<char>(time.second / 60 % 60);
    place[5] = static_cast<char>(time.second % 60);
    place[6] = 0;
}

void putIsoLongTime(char *place, std::int64_t seconds)
{
    const CivilTime time = civil(seconds);
    putDigits(place, 4, static_cast<unsigned>(time.year));
    putDigits(place + 4, 2, time.month);
    putDigits(place + 6, 2, time.day);
    putDigits(place + 8, 2, time.second / 3600);
    putDigits(place + 10, 2, time.second / 60 % 60);
    putDigits(place + 12, 2, time.second % 60);
    putDigits(place + 14, 2, 0);
    place[16] = 0;
}

std::optional<std::int64_t> isoShortTime(const char *place)
{
    const auto byte = [&](int i) { return static_cast<unsigned char>(place[i]); };
    return secondsOf(1900 + byte(0), byte(1), byte(2), byte(3), byte(4), byte(5),
                     static_cast<signed char>(place[6]));
}

std::optional<IsoLongTime> isoLongTime(const char *place)
{
    const std::span<const char> text(place, kIsoLongTime);
    const auto number = [&](std::size_t at, std::size_t size) { return digits(text.subspan(at, size)); };
    if (!number(0, 16))
        return std::nullopt;
    const auto seconds =
        secondsOf(static_cast<int>(*number(0, 4)), *number(4, 2), *number(6, 2), *number(8, 2),
                  *number(10, 2), *number(12, 2), static_cast<signed char>(place[16]));
    if (!seconds)
        return std::nullopt;
    return IsoLongTime{*seconds, *number(14, 2)};
}

char isoLetter(char byte)
{
    if (byte >= 'a' && byte <= 'z')
        return static_cast<char>(byte - 'a' + 'A');
    const bool fits = (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    return fits ? byte : '_';
}

std::string isoLabel(std::string_view label)
{
    std::string result(label);
    std::ranges::transform(result, result.begin(), isoLetter);
    return result;
}

} // namespace Refbox
