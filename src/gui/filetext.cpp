// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/filetext.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

bool canBeShown(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) {
        const char16_t code = c.unicode();
        const bool isControl = (code < 0x20 && code != u'\n' && code != u'\t') || code == 0x7F;
        // QTextDocument takes these for ends of lines and for its own marks.
        return isControl || code == 0x2028 || code == 0x2029 || (code >= 0xFDD0 && code <= 0xFDEF) ||
               code == 0xFFFC;
    });
}

char bitLetter(unsigned permissions, unsigned bit, char letter)
{
    return (permissions & bit) != 0 ? letter : '-';
}

} // namespace

std::optional<EditableText> editableTextOf(std::string_view bytes)
{
    if (bytes.size() > kLargestText)
        return std::nullopt;
    EditableText result;
    result.hasBom = bytes.starts_with(kBom);
    const std::string_view body = bytes.substr(result.hasBom ? kBom.size() : 0);
    result.text = QString::fromUtf8(body.data(), static_cast<qsizetype>(body.size()));
    result.crlf = body.find("\r\n") != std::string_view::npos;
    if (result.crlf)
        result.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (!canBeShown(result.text) || bytesOf(result) != bytes)
        return std::nullopt;
    return result;
}

std::string bytesOf(const EditableText &text)
{
    QString lines = text.text;
    if (text.crlf)
        lines.replace(QLatin1Char('\n'), QStringLiteral("\r\n"));
    return std::string(text.hasBom ? kBom : std::string_view()) + lines.toStdString();
}

QString permissionWords(std::uint16_t permissions)
{
    std::string words;
    for (const unsigned shift : {6U, 3U, 0U}) {
        words += bitLetter(permissions, 4U << shift, 'r');
        words += bitLetter(permissions, 2U << shift, 'w');
        words += bitLetter(permissions, 1U << shift, 'x');
    }
    const auto special = [&](unsigned bit, std::size_t at, char with, char without) {
        if ((permissions & bit) != 0)
            words[at] = words[at] == 'x' ? with : without;
    };
    special(04000, 2, 's', 'S');
    special(02000, 5, 's', 'S');
    special(01000, 8, 't', 'T');
    return QString::fromStdString(words);
}

std::optional<std::uint16_t> parsePermissions(QStringView text)
{
    if (text.size() < 3 || text.size() > 4)
        return std::nullopt;
    unsigned value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'7')
            return std::nullopt;
        value = value * 8 + static_cast<unsigned>(c.unicode() - u'0');
    }
    return static_cast<std::uint16_t>(value);
}

QString permissionDigits(std::uint16_t permissions)
{
    return QStringLiteral("%1").arg(permissions, 4, 8, QLatin1Char('0'));
}

QString hexDump(std::string_view bytes, std::size_t most)
{
    constexpr std::size_t kWidth = 16;
    QString lines;
    const std::string_view shown = bytes.substr(0, most);
    for (std::size_t at = 0; at < shown.size(); at += kWidth) {
        QString hex;
        QString ascii;
        for (const char c : shown.substr(at, kWidth)) {
            const auto byte = static_cast<unsigned char>(c);
            hex += QStringLiteral("%1 ").arg(byte, 2, 16, QLatin1Char('0'));
            ascii += byte >= 0x20 && byte < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
        }
        lines += QStringLiteral("%1  %2 %3\n")
                     .arg(at, 8, 16, QLatin1Char('0'))
                     .arg(hex, -static_cast<int>(3 * kWidth))
                     .arg(ascii);
    }
    return lines;
}

} // namespace Refbox
