// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/luawriter.h"

#include "jobs/display.h"
#include "project/luacomment.h"
#include "project/luanumber.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Refbox {

namespace {

constexpr std::size_t kColumns = 110;
constexpr std::size_t kIndent = 2;

bool isPlainName(std::string_view text)
{
    static constexpr std::array<std::string_view, 22> kReserved = {
        "and", "break", "do",  "else", "elseif", "end",    "false",  "for",  "function", "goto",  "if",
        "in",  "local", "nil", "not",  "or",     "repeat", "return", "then", "true",     "until", "while"};
    static constexpr std::string_view kDigits = "0123456789";
    static constexpr std::string_view kNameBytes =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
    return !text.empty() && text.find_first_not_of(kNameBytes) == std::string_view::npos &&
           kDigits.find(text.front()) == std::string_view::npos &&
           std::ranges::find(kReserved, text) == kReserved.end();
}

std::size_t columnsOf(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

// The text in long brackets, if it has several lines and nothing that long brackets cannot say or an editor
// would not show.
std::optional<std::string> longBracket(std::string_view text)
{
    const std::size_t firstBreak = text.find('\n');
    if (firstBreak == std::string_view::npos || firstBreak + 1 == text.size())
        return std::nullopt;
    std::string visible(text);
    std::ranges::replace_if(
        visible, [](char c) { return c == '\n' || c == '\t' || c == '\\'; }, ' ');
    if (displayBytes(visible) != visible)
        return std::nullopt;
    std::string equals;
    std::string closing = "]]";
    while ((std::string(text) + closing).find(closing) != text.size()) {
        equals += '=';
        closing = ']' + equals + ']';
    }
    return '[' + equals + "[\n" + std::string(text) + closing;
}

std::string scalarText(const LuaValue &value)
{
    if (const auto *flag = std::get_if<bool>(&value.data))
        return *flag ? "true" : "false";
    if (const auto *integer = std::get_if<std::int64_t>(&value.data))
        return luaNumberText(*integer);
    if (const auto *number = std::get_if<double>(&value.data))
        return luaNumberText(*number);
    if (const auto *text = value.string()) {
        std::optional<std::string> lines = longBracket(*text);
        return lines ? *std::move(lines) : quoteLua(*text);
    }
    return "nil";
}

std::string keyText(const LuaEntry &entry)
{
    if (entry.positional)
        return {};
    if (const auto *text = std::get_if<std::string>(&entry.key))
        return isPlainName(*text) ? *text + " = " : '[' + quoteLua(*text) + "] = ";
    if (const auto *integer = std::get_if<std::int64_t>(&entry.key))
        return '[' + luaNumberText(*integer) + "] = ";
    if (const auto *number = std::get_if<double>(&entry.key))
        return '[' + luaNumberText(*number) + "] = ";
    return std::get<bool>(entry.key) ? "[true] = " : "[false] = ";
}

// The value on one line of at most this many columns, if it may stand so.
std::optional<std::string> inlineText(const LuaValue &value, std::size_t columns)
{
    const LuaTable *table = value.table();
    if (table == nullptr) {
        std::string text = scalarText(value);
        if (text.find('\n') != std::string::npos || columnsOf(text) > columns)
            return std::nullopt;
        return text;
    }
    if (!table->closingComments.empty())
        return std::nullopt;
    if (table->entries.empty())
        return "{}";
    std::string out = "{ ";
    for (const LuaEntry &entry : table->entries) {
        if (!entry.comments.empty() || (entry.positional && entry.value.table() != nullptr))
            return std::nullopt;
        const std::optional<std::string> text = inlineText(entry.value, columns);
        if (!text)
            return std::nullopt;
        if (&entry != &table->entries.front())
            out += ", ";
        out += keyText(entry) + *text;
        if (columnsOf(out) > columns)
            return std::nullopt;
    }
    out += " }";
    return columnsOf(out) <= columns ? std::optional(out) : std::nullopt;
}

class LuaWriter final
{
public:
    std::string write(const LuaData &data);

private:
    void writeComments(const std::vector<std::string> &comments, std::size_t indent);
    void writeTable(const LuaTable &table, std::size_t indent);
    void writeEntry(const LuaEntry &entry, std::size_t indent);
    std::size_t fillLines(const std::vector<LuaEntry> &entries, std::size_t first, std::size_t indent);

    std::string m_out;
};

std::string LuaWriter::write(const LuaData &data)
{
    std::vector<std::string> before = commentLines(data.commentsBefore);
    if (!data.firstLine.empty()) {
        const std::vector<std::string> first = commentLines(std::string_view(data.firstLine));
        m_out += '#' + first.front() + '\n';
        before.insert(before.begin(), first.begin() + 1, first.end());
    }
    writeComments(before, 0);
    m_out += "return ";
    writeTable(data.table, 0);
    m_out += '\n';
    writeComments(commentLines(data.commentsAfter), 0);
    return std::move(m_out);
}

void LuaWriter::writeComments(const std::vector<std::string> &comments, std::size_t indent)
{
    for (const std::string &line : commentLines(comments))
        m_out.append(indent, ' ').append("--").append(line).append("\n");
}

void LuaWriter::writeTable(const LuaTable &table, std::size_t indent)
{
    m_out += "{\n";
    const auto &entries = table.entries;
    for (std::size_t i = 0; i < entries.size();) {
        const std::size_t filled = fillLines(entries, i, indent + kIndent);
        if (filled == i)
            writeEntry(entries[i++], indent + kIndent);
        i = std::max(i, filled);
    }
    writeComments(table.closingComments, indent + kIndent);
    m_out.append(indent, ' ').append("}");
}

void LuaWriter::writeEntry(const LuaEntry &entry, std::size_t indent)
{
    writeComments(entry.comments, indent);
    const std::string key = keyText(entry);
    m_out.append(indent, ' ').append(key);
    const std::size_t used = indent + columnsOf(key) + 1; // the comma
    const LuaTable *table = entry.value.table();
    if (const auto text = inlineText(entry.value, kColumns - std::min(kColumns, used)))
        m_out += *text;
    else if (table != nullptr)
        writeTable(*table, indent);
    else
        m_out += scalarText(entry.value);
    m_out += ",\n";
}

// Writes a run of plain list values, as many a line as fit; returns the first entry that it left.
std::size_t LuaWriter::fillLines(const std::vector<LuaEntry> &entries, std::size_t first, std::size_t indent)
{
    std::string line;
    std::size_t i = first;
    for (; i < entries.size(); ++i) {
        const LuaEntry &entry = entries[i];
        if (!entry.positional || !entry.comments.empty() || entry.value.table() != nullptr)
            break;
        const std::optional<std::string> text = inlineText(entry.value, kColumns);
        if (!text)
            break;
        if (!line.empty() && indent + columnsOf(line) + columnsOf(*text) + 2 > kColumns) {
            m_out.append(indent, ' ').append(line).append("\n");
            line.clear();
        }
        line += (line.empty() ? "" : " ") + *text + ',';
    }
    if (!line.empty())
        m_out.append(indent, ' ').append(line).append("\n");
    return i;
}

} // namespace

std::string quoteLua(std::string_view bytes)
{
    std::string out = "\"";
    while (!bytes.empty()) {
        const std::size_t plain = std::min(bytes.find_first_of("\"\n\t"), bytes.size());
        out += displayBytes(bytes.substr(0, plain)); // its \\ and \xNN are Lua's too
        bytes.remove_prefix(plain);
        if (bytes.empty())
            break;
        out += bytes.front() == '"' ? "\\\"" : bytes.front() == '\n' ? "\\n" : "\\t";
        bytes.remove_prefix(1);
    }
    return out + '"';
}

std::string writeLuaData(const LuaData &data)
{
    return LuaWriter().write(data);
}

} // namespace Refbox
