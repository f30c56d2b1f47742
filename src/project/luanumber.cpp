// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/luanumber.h"

#include "jobs/error.h"
#include "jobs/text.h"

#include <QString>

#include <array>
#include <charconv>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <locale.h>

namespace Refbox {

namespace {

bool isHexadecimal(std::string_view text)
{
    return text.starts_with("0x") || text.starts_with("0X");
}

std::optional<std::int64_t> parseInteger(std::string_view text)
{
    if (isHexadecimal(text)) {
        text.remove_prefix(2);
        if (text.empty() || text.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos)
            return std::nullopt;
        std::uint64_t value = 0;
        for (const char c : text)
            value = value * 16 + static_cast<std::uint64_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        return static_cast<std::int64_t>(value);
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

// strtod is what Lua itself uses: it rounds correctly and goes to infinity and to zero quietly.
std::optional<double> parseFloat(std::string_view text)
{
    static const locale_t plainLocale = newlocale(LC_ALL_MASK, "C", nullptr);
    const std::string terminated(text);
    char *end = nullptr;
    const double value = strtod_l(terminated.c_str(), &end, plainLocale);
    if (end != terminated.c_str() + terminated.size() || terminated.empty())
        return std::nullopt;
    return value;
}

} // namespace

std::optional<LuaNumber> parseLuaNumber(std::string_view text)
{
    if (text.find_first_of("+-nN") == 0)
        return std::nullopt;
    if (const auto integer = parseInteger(text))
        return *integer;
    if (const auto number = parseFloat(text))
        return *number;
    return std::nullopt;
}

std::string luaNumberText(std::int64_t value)
{
    // In decimal, the magnitude alone would not fit and so be a float.
    if (value == std::numeric_limits<std::int64_t>::min())
        return "0x8000000000000000";
    return std::to_string(value);
}

std::string luaNumberText(double value)
{
    if (std::isnan(value)) {
        throw Error(translated("project", "Cannot write a Lua number"), {},
                    translated("project", "Not-a-number has no literal in Lua"));
    }
    if (std::isinf(value))
        return value < 0 ? "-1e999" : "1e999";
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    std::string text(buffer.data(), result.ptr);
    if (text.find_first_of(".e") == std::string::npos)
        text += ".0"; // else it would be an integer
    return text;
}

} // namespace Refbox
