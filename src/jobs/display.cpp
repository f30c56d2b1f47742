// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/display.h"

#include "jobs/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Refbox {

namespace {

// Length of the valid UTF-8 sequence at the start of bytes, 0 if there is none (RFC 3629: no overlong forms,
// no surrogates, at most U+10FFFF).
std::size_t utf8SequenceLength(std::string_view bytes)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const auto continues = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return i < bytes.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return continues(1, low, high) && continues(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

char32_t codePoint(std::string_view sequence)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
    if (sequence.size() == 1)
        return byte(0);
    char32_t value = byte(0) & (0x7FU >> sequence.size());
    for (std::size_t i = 1; i < sequence.size(); ++i)
        value = value << 6 | (byte(i) & 0x3FU);
    return value;
}

// Characters that control a terminal, have no shape of their own, or turn the direction of text: with them,
// one name could be shown as another.
bool isDeceptive(char32_t c)
{
    struct Range
    {
        char32_t first;
        char32_t last;
    };
    static constexpr std::array<Range, 14> kRanges{{
        {0x00, 0x1F},       // C0 controls
        {0x7F, 0x9F},       // DEL, C1 controls
        {0xAD, 0xAD},       // soft hyphen
        {0x34F, 0x34F},     // combining grapheme joiner
        {0x61C, 0x61C},     // Arabic letter mark
        {0x115F, 0x1160},   // Hangul fillers
        {0x180B, 0x180F},   // Mongolian selectors and vowel separator
        {0x200B, 0x200F},   // zero-width characters, direction marks
        {0x2028, 0x202E},   // line separators, direction embeddings and overrides
        {0x2060, 0x206F},   // word joiner, invisible operators, direction isolates
        {0xFE00, 0xFE0F},   // variation selectors
        {0xFEFF, 0xFEFF},   // zero-width no-break space
        {0xFFF0, 0xFFFF},   // interlinear annotations, no characters
        {0xE0000, 0x10FFFF} // tags, variation selectors, private planes
    }};
    for (const Range &range : kRanges) {
        if (c >= range.first && c <= range.last)
            return true;
    }
    return false;
}

void appendEscaped(std::string &out, unsigned char byte)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    out += "\\x";
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
}

} // namespace

std::string displayBytes(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::size_t length = utf8SequenceLength(bytes);
        const std::string_view sequence = bytes.substr(0, length == 0 ? 1 : length);
        if (length == 0 || isDeceptive(codePoint(sequence))) {
            for (const char c : sequence)
                appendEscaped(out, static_cast<unsigned char>(c));
        } else if (sequence == "\\") {
            out += "\\\\";
        } else {
            out += sequence;
        }
        bytes.remove_prefix(sequence.size());
    }
    return out;
}

QString displayPath(std::string_view bytes)
{
    return QString::fromStdString(displayBytes(bytes));
}

namespace {

constexpr std::array kUnits{QT_TRANSLATE_NOOP("jobs", "B"),  QT_TRANSLATE_NOOP("jobs", "kB"),
                            QT_TRANSLATE_NOOP("jobs", "MB"), QT_TRANSLATE_NOOP("jobs", "GB"),
                            QT_TRANSLATE_NOOP("jobs", "TB"), QT_TRANSLATE_NOOP("jobs", "PB"),
                            QT_TRANSLATE_NOOP("jobs", "EB")};

struct Scaled
{
    QString number;
    const char *unit;
};

Scaled scaled(std::uint64_t bytes)
{
    if (bytes < 1000)
        return {QString::number(bytes), kUnits[0]};
    double value = static_cast<double>(bytes) / 1000;
    std::size_t unit = 1;
    // 999.5 would round to "1000": it belongs to the next unit.
    while (value >= 999.5 && unit + 1 < kUnits.size()) {
        value /= 1000;
        ++unit;
    }
    return {QString::number(value, 'f', value < 99.95 ? 1 : 0), kUnits[unit]};
}

} // namespace

QString formatSize(std::uint64_t bytes)
{
    auto [number, unit] = scaled(bytes);
    number.replace(QLatin1Char('.'), translated("jobs", ".", "between a size's whole and its decimals"));
    return QStringLiteral("%1 %2").arg(number, translated("jobs", unit));
}

std::string plainSize(std::uint64_t bytes)
{
    const auto [number, unit] = scaled(bytes);
    return number.toStdString() + ' ' + unit;
}

QString formatDuration(std::chrono::milliseconds duration)
{
    const auto total =
        std::max(std::chrono::round<std::chrono::seconds>(duration).count(), std::chrono::seconds::rep(0));
    const auto hours = total / 3600;
    const auto minutes = total / 60 % 60;
    const auto seconds = total % 60;
    const QLatin1Char zero('0');
    if (hours > 0)
        return QStringLiteral("%1:%2:%3").arg(hours).arg(minutes, 2, 10, zero).arg(seconds, 2, 10, zero);
    return QStringLiteral("%1:%2").arg(minutes).arg(seconds, 2, 10, zero);
}

} // namespace Refbox
