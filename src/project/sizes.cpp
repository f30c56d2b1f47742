// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/sizes.h"

#include "project/project.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace Refbox {

namespace {

constexpr std::string_view kUnits = "KMGT";
constexpr std::uint64_t kMaxSize = std::numeric_limits<std::int64_t>::max();

// The factor that a suffix stands for, 0 for an unknown one.
std::uint64_t unitFactor(std::string_view suffix)
{
    if (suffix.empty())
        return 1;
    const std::size_t power = kUnits.find(suffix.front());
    const std::string_view rest = suffix.substr(1);
    if (power == std::string_view::npos || (!rest.empty() && rest != "B" && rest != "iB"))
        return 0;
    const std::uint64_t base = rest == "B" ? 1000 : 1024;
    std::uint64_t factor = base;
    for (std::size_t i = 0; i < power; ++i)
        factor *= base;
    return factor;
}

} // namespace

std::optional<std::uint64_t> parseSize(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        return std::nullopt;
    const std::uint64_t factor = unitFactor(text.substr(static_cast<std::size_t>(end - text.data())));
    if (factor == 0 || number > kMaxSize / factor)
        return std::nullopt;
    return number * factor;
}

std::string sizeText(std::uint64_t bytes)
{
    std::string unit;
    for (const char next : kUnits) {
        if (bytes == 0 || bytes % 1024 != 0)
            break;
        bytes /= 1024;
        unit = next;
    }
    return std::to_string(bytes) + unit;
}

std::optional<double> parsePercent(std::string_view text)
{
    if (!text.ends_with('%'))
        return std::nullopt;
    text.remove_suffix(1);
    if (text.find_first_not_of("0123456789.") != std::string_view::npos)
        return std::nullopt;
    double percent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
    if (error != std::errc() || end != text.data() + text.size() || percent >= 100)
        return std::nullopt;
    return percent;
}

std::string percentText(double percent)
{
    // Fixed notation of the shortest exact decimal: at most 3 + 1 + 1074 digits.
    std::array<char, 1100> buffer{};
    const auto result =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), percent, std::chars_format::fixed);
    return std::string(buffer.data(), result.ptr) + '%';
}

std::optional<std::uint64_t> capacityBytes(const std::string &capacity)
{
    constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
    if (capacity == "mini-cd")
        return 185 * kMiB;
    if (capacity == "cd-650")
        return 650 * kMiB;
    if (capacity == "cd-700")
        return 700 * kMiB;
    if (capacity == "dvd")
        return 4'700'372'992;
    const std::optional<std::uint64_t> bytes = parseSize(capacity);
    return bytes == std::uint64_t{0} ? std::nullopt : bytes;
}

} // namespace Refbox
