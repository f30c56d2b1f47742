// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bytes of a file as text that an editor can show and give back exactly. Pure functions.
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Refbox {

struct EditableText
{
    QString text;        ///< lines end with '\n'
    bool crlf = false;   ///< each with "\r\n" in the file
    bool hasBom = false; ///< it begins with a byte order mark
};

/// nullopt for what would not come back as the same bytes: no UTF-8, NUL and other control characters, mixed
/// ends of lines, characters that editors take for ends of lines; and for more than kLargestText.
std::optional<EditableText> editableTextOf(std::string_view bytes);
inline constexpr std::size_t kLargestText = 1 << 20;

std::string bytesOf(const EditableText &text);

/// "-rwxr-xr-x" without the first letter: "rwxr-xr-x", with s, S, t and T for the special bits.
QString permissionWords(std::uint16_t permissions);
/// "644", "0755", "4755": three or four octal digits.
std::optional<std::uint16_t> parsePermissions(QStringView text);
QString permissionDigits(std::uint16_t permissions);

/// The first bytes as lines of hexadecimal numbers and what is ASCII in them.
QString hexDump(std::string_view bytes, std::size_t most);

} // namespace Refbox
