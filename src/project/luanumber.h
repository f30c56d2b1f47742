// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers as Lua 5.4 writes them (reference manual, §3.1), independent of the locale. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace Refbox {

using LuaNumber = std::variant<std::int64_t, double>;

/// A numeral without sign. Hexadecimal integers wrap around, decimal ones that do not fit are floats.
std::optional<LuaNumber> parseLuaNumber(std::string_view text);

/// A literal that Lua reads as exactly this value. There is none for not-a-number: Error.
std::string luaNumberText(std::int64_t value);
std::string luaNumberText(double value);

} // namespace Refbox
