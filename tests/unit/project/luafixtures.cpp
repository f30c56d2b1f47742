// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/project/luafixtures.h"

#include "project/luacomment.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <limits>

namespace Refbox::Test {

namespace {

std::string hex(std::string_view bytes)
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex().toStdString();
}

std::string dumpScalar(bool flag)
{
    return flag ? "true" : "false";
}

std::string dumpScalar(std::int64_t integer)
{
    return 'i' + std::to_string(integer);
}

std::string dumpScalar(double number)
{
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "f%a", number);
    return buffer.data();
}

std::string dumpScalar(const std::string &text)
{
    return 's' + hex(text);
}

std::string dumpScalar(LuaNil)
{
    return "nil";
}

std::string dumpScalar(const LuaTable &table)
{
    std::vector<std::string> entries;
    for (const LuaEntry &entry : table.entries) {
        const std::string key = std::visit([](const auto &k) { return dumpScalar(k); }, entry.key);
        entries.push_back(key + '=' + dump(entry.value));
    }
    std::ranges::sort(entries);
    std::string out = "{";
    for (const std::string &entry : entries)
        out += entry + ';';
    return out + '}';
}

std::string dumpComments(const LuaTable &table)
{
    std::string out = "{";
    for (const LuaEntry &entry : table.entries) {
        for (const std::string &line : entry.comments)
            out += '#' + hex(line);
        out += std::visit([](const auto &k) { return dumpScalar(k); }, entry.key) + '=';
        out += entry.value.table() != nullptr ? dumpComments(*entry.value.table()) : dump(entry.value);
    }
    for (const std::string &line : table.closingComments)
        out += '#' + hex(line);
    return out + '}';
}

double randomDouble(Random &random)
{
    switch (random.below(6)) {
    case 0:
        return static_cast<double>(random.below(2000)) / 8 - 100;
    case 1:
        return random.oneIn(2) ? std::numeric_limits<double>::infinity() : -0.0;
    case 2:
        return std::numeric_limits<double>::denorm_min() * static_cast<double>(random.below(5) + 1);
    case 3:
        return std::ldexp(1.0, static_cast<int>(random.below(200)));
    default:
        const auto number = std::bit_cast<double>(random.bits());
        return std::isnan(number) ? 0.5 : number;
    }
}

std::int64_t randomInteger(Random &random)
{
    static constexpr std::array<std::int64_t, 4> kEdges = {std::numeric_limits<std::int64_t>::min(),
                                                           std::numeric_limits<std::int64_t>::max(), 0, -1};
    if (random.oneIn(4))
        return kEdges[random.below(kEdges.size())];
    return static_cast<std::int64_t>(random.bits() >> random.below(64));
}

// --- texts ---

std::string digits(Random &random, std::size_t most, std::string_view alphabet = "0123456789")
{
    std::string out;
    for (std::size_t i = random.below(most) + 1; i > 0; --i)
        out += alphabet[random.below(alphabet.size())];
    return out;
}

std::string numberText(Random &random)
{
    static constexpr std::string_view kHex = "0123456789abcdefABCDEF";
    static constexpr std::array<const char *, 3> kSigns = {"", "+", "-"};
    const auto exponent = [&](const char *letters) {
        return letters[random.below(2)] + std::string(kSigns[random.below(3)]) + digits(random, 3);
    };
    switch (random.below(9)) {
    case 0:
        return digits(random, 22);
    case 1:
        return digits(random, 4) + '.' + digits(random, 20);
    case 2:
        return '.' + digits(random, 4) + (random.oneIn(2) ? exponent("eE") : "");
    case 3:
        return digits(random, 4) + '.' + (random.oneIn(2) ? exponent("eE") : "");
    case 4:
        return digits(random, 3) + exponent("eE");
    case 5:
        return (random.oneIn(2) ? "0x" : "0X") + digits(random, 20, kHex);
    case 6:
        return "0x" + digits(random, 8, kHex) + '.' + digits(random, 8, kHex) +
               (random.oneIn(2) ? exponent("pP") : "");
    case 7:
        return "0x." + digits(random, 5, kHex) + exponent("pP");
    default:
        static constexpr std::array<const char *, 6> kEdges = {
            "9223372036854775807", "9223372036854775808", "0x8000000000000000", "1e308", "1e309", "4e-324"};
        return kEdges[random.below(kEdges.size())];
    }
}

std::string escapeText(Random &random)
{
    static constexpr std::array<const char *, 16> kPlain = {
        "\\a",  "\\b", "\\f",  "\\n",    "\\r",      "\\t",    "\\v", "\\\\",
        "\\\"", "\\'", "\\\n", "\\\r\n", "\\z \n\t", "\\\n\r", "\\z", "\\\r"};
    std::array<char, 24> buffer{};
    switch (random.below(4)) {
    case 0:
        std::snprintf(buffer.data(), buffer.size(), "\\x%02X", static_cast<unsigned>(random.below(256)));
        return buffer.data();
    case 1:
        std::snprintf(buffer.data(), buffer.size(), "\\%03u", static_cast<unsigned>(random.below(256)));
        return buffer.data();
    case 2:
        std::snprintf(buffer.data(), buffer.size(), "\\u{%llx}",
                      static_cast<unsigned long long>((random.bits() & 0x7FFFFFFF) >> random.below(32)));
        return buffer.data();
    default:
        return kPlain[random.below(kPlain.size())];
    }
}

std::string stringText(Random &random)
{
    if (random.oneIn(3)) {
        static constexpr std::array<const char *, 10> kPieces = {"x",   "\n",  "\r\n", "\r", "]]",
                                                                 "]=]", "\\n", "--",   "[[", "\xff"};
        std::string content;
        for (std::size_t i = random.below(8); i > 0; --i)
            content += kPieces[random.below(kPieces.size())];
        std::string level(random.below(3), '=');
        while ((content + ']' + level + ']').find(']' + level + ']') != content.size())
            level += '=';
        return '[' + level + '[' + content + ']' + level + ']';
    }
    const char quote = random.oneIn(2) ? '"' : '\'';
    std::string out(1, quote);
    for (std::size_t i = random.below(10); i > 0; --i) {
        if (random.oneIn(2)) {
            out += escapeText(random);
            continue;
        }
        const char c = static_cast<char>(random.below(256));
        // A digit could lengthen the escape before it.
        if (c != quote && c != '\\' && c != '\n' && c != '\r' && (c < '0' || c > '9'))
            out += c;
    }
    return out + quote;
}

std::string gap(Random &random)
{
    static constexpr std::array<const char *, 14> kGaps = {
        "",       "",       " ",    " ",     "\n",        "\t",
        "\r\n",   " ",      "\f\v", "--x\n", "--[[ y ]]", "--[==[\n]]\n]==]",
        "--[=\n", "-- é \r"};
    std::string out = kGaps[random.below(kGaps.size())];
    return random.oneIn(3) ? out + gap(random) : out;
}

std::string valueText(Random &random, int depth);

std::string entryText(Random &random, int depth, int number)
{
    const std::string value = valueText(random, depth);
    const std::string n = std::to_string(number);
    const std::string equals = gap(random) + '=' + gap(random) + value;
    switch (random.below(7)) {
    case 0:
        return "_name" + n + equals;
    case 1:
        return '[' + (gap(random) + " 'key\\x00" + n + "' ") + ']' + equals;
    case 2:
        return "[ " + std::to_string(1000 + number) + (random.oneIn(2) ? ".0" : "") + ']' + equals;
    case 3:
        return "[-" + n + ".5]" + equals;
    case 4:
        return "[ [==[\n" + n + "\r]==] ]" + equals;
    default:
        return value;
    }
}

std::string tableText(Random &random, int depth)
{
    std::string out = '{' + gap(random);
    const std::size_t count = random.below(depth > 0 ? 7 : 3);
    for (std::size_t i = 0; i < count; ++i) {
        out += entryText(random, depth - 1, static_cast<int>(i + 1)) + gap(random);
        if (i + 1 < count || random.oneIn(2))
            out += (random.oneIn(3) ? ';' : ',') + gap(random);
    }
    return out + '}';
}

std::string valueText(Random &random, int depth)
{
    static constexpr std::array<const char *, 3> kWords = {"true", "false", "nil"};
    switch (random.below(depth > 0 ? 6 : 5)) {
    case 0:
        return kWords[random.below(kWords.size())];
    case 1:
        return (random.oneIn(3) ? "-" + std::string(random.below(2), ' ') : "") + numberText(random);
    case 2:
        return numberText(random);
    case 3:
    case 4:
        return stringText(random);
    default:
        return tableText(random, depth);
    }
}

} // namespace

std::string Random::bytes(std::size_t maxLength)
{
    static constexpr std::array<std::string_view, 16> kOdd = {"\n",   "\r",       std::string_view("\0", 1),
                                                              "\"",   "\\",       "]]",
                                                              "]=]",  "\xc3\xa9", "\t",
                                                              "--",   "\xff",     "'",
                                                              "\x1b", "\u202e",   "0",
                                                              "[["};
    std::string out;
    const std::size_t length = below(maxLength + 1);
    while (out.size() < length) {
        if (oneIn(3))
            out += kOdd[below(kOdd.size())];
        else if (oneIn(8))
            out += static_cast<char>(below(256));
        else
            out += static_cast<char>('a' + below(26));
    }
    return out;
}

std::string Random::name()
{
    static constexpr std::string_view kFirst = "abcxyzABZ019";
    static constexpr std::string_view kRest = "abcxyzABZ019._+-";
    std::string out(1, kFirst[below(kFirst.size())]);
    for (std::size_t i = below(12); i > 0; --i)
        out += kRest[below(kRest.size())];
    return out;
}

std::vector<std::string> Random::comment()
{
    if (!oneIn(3))
        return {};
    return commentLines(std::string_view(" " + bytes(30)));
}

std::string dump(const LuaValue &value)
{
    return std::visit([](const auto &data) { return dumpScalar(data); }, value.data);
}

std::string dumpWithComments(const LuaData &data)
{
    std::string out = hex(data.firstLine) + '|';
    for (const std::string &line : data.commentsBefore)
        out += '#' + hex(line);
    out += dumpComments(data.table);
    for (const std::string &line : data.commentsAfter)
        out += '#' + hex(line);
    return out;
}

LuaValue randomValue(Random &random, int depth)
{
    switch (random.below(depth > 0 ? 7 : 4)) {
    case 0:
        return LuaValue(random.oneIn(2));
    case 1:
        return LuaValue(randomInteger(random));
    case 2:
        return LuaValue(randomDouble(random));
    case 3:
        return LuaValue(random.bytes(random.oneIn(10) ? 300 : 20));
    default:
        break;
    }
    LuaTable table;
    std::vector<LuaKey> taken;
    for (std::size_t i = random.below(6); i > 0; --i) {
        LuaValue value = randomValue(random, depth - 1);
        if (random.oneIn(2)) {
            table.append(std::move(value)).comments = random.comment();
            continue;
        }
        LuaKey key = random.bytes(8);
        if (random.oneIn(4))
            key = static_cast<std::int64_t>(random.below(1000) + 1000);
        else if (random.oneIn(4))
            key = static_cast<double>(random.below(1000)) + 0.25;
        else if (random.oneIn(6))
            key = random.oneIn(2);
        if (std::ranges::find(taken, key) != taken.end())
            continue;
        taken.push_back(key);
        LuaEntry entry;
        entry.key = key;
        entry.value = std::move(value);
        entry.comments = random.comment();
        table.entries.push_back(std::move(entry));
    }
    table.closingComments = random.comment();
    return LuaValue(std::move(table));
}

LuaData randomData(Random &random)
{
    LuaData data;
    LuaValue top = randomValue(random, 4);
    while (top.table() == nullptr)
        top = randomValue(random, 4);
    data.table = *top.table();
    data.commentsBefore = random.comment();
    data.commentsAfter = random.comment();
    if (random.oneIn(4))
        data.firstLine = "!/usr/bin/lua " + random.name();
    return data;
}

std::string randomLuaText(Random &random)
{
    static constexpr std::array<const char *, 5> kStarts = {"", "", "#!/usr/bin/lua\n", "\xef\xbb\xbf",
                                                            "# x \r y\n"};
    return kStarts[random.below(kStarts.size())] + gap(random) + "return" + gap(random) +
           tableText(random, 4) + (random.oneIn(3) ? ";" : "") + gap(random);
}

} // namespace Refbox::Test
