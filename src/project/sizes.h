// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sizes as a project writes them: "64M". Pure functions, independent of the locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Refbox {

/// Bytes of "123", "64K", "64M", "2G", "1T" (powers of 1024, also as "64MiB"), "64MB" (powers of 1000).
/// nullopt for anything else, and from 2^63 on, where Lua's integers end.
std::optional<std::uint64_t> parseSize(std::string_view text);

/// The shortest text that parseSize() reads as this number of whole units of 1024: "64M", "1000".
std::string sizeText(std::uint64_t bytes);

/// "10%", "2.5%": from 0 to less than 100.
std::optional<double> parsePercent(std::string_view text);
std::string percentText(double percent);

} // namespace Refbox
