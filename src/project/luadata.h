// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Data in Lua's syntax: one `return { … }` of literals, and comments. Read, never executed. What is accepted
// means the same as in Lua 5.4 (reference manual, §3.1 and §3.4.9); whatever would compute is refused, and so
// are keys that stand twice. Runs on any thread.
#pragma once

#include "jobs/text.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace Refbox {

/// Where something stands in a text: both count from 1; a column is a character, not a byte.
struct LuaPlace
{
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    bool operator==(const LuaPlace &) const = default;
};

struct LuaEntry;

struct LuaTable
{
    std::vector<LuaEntry> entries; ///< as they stand in the text; entries that are nil are left out
    std::vector<std::string> closingComments; ///< above the closing brace

    LuaTable();
    LuaTable(const LuaTable &);
    LuaTable(LuaTable &&) noexcept;
    LuaTable &operator=(const LuaTable &);
    LuaTable &operator=(LuaTable &&) noexcept;
    ~LuaTable();

    const LuaEntry *find(std::string_view key) const;
    /// For the writer's callers: add an entry at the end.
    LuaEntry &add(std::string_view key, struct LuaValue value);
    LuaEntry &append(struct LuaValue value);
};

struct LuaNil
{
    bool operator==(const LuaNil &) const = default;
};

struct LuaValue
{
    std::variant<LuaNil, bool, std::int64_t, double, std::string, LuaTable> data;
    LuaPlace place;

    LuaValue() = default;
    template <typename Data>
    explicit LuaValue(Data value, LuaPlace where = {})
        : data(std::move(value))
        , place(where)
    {
    }
    const LuaTable *table() const { return std::get_if<LuaTable>(&data); }
    const std::string *string() const { return std::get_if<std::string>(&data); }
    /// For messages: "a string", "the number 5", "true", "nil", "a table".
    QString describe() const;
};

/// A float key that is a whole number is an integer, as in Lua.
using LuaKey = std::variant<std::int64_t, std::string, bool, double>;

/// Comments are lines without the leading "--" and without blanks at their end.
struct LuaEntry
{
    LuaKey key;
    bool positional = false; ///< needs no key written: the next of 1, 2, 3 …
    LuaPlace place;          ///< of the key, or of the value of a positional entry
    LuaValue value;
    std::vector<std::string> comments; ///< above it, inside it, and behind it on its last line

    QString describeKey() const;
};

struct LuaData
{
    std::string
        firstLine; ///< what follows the '#' of a first line that Lua skips ("!/usr/bin/lua"), or empty
    std::vector<std::string> commentsBefore; ///< above `return`
    LuaTable table;
    LuaPlace place;                         ///< of the table
    std::vector<std::string> commentsAfter; ///< behind the closing brace
};

/// Bounds and wording of a reader. Real Lua gives up at about 190 levels itself.
struct LuaReadOptions
{
    QString failed = translated("project", "Cannot read the Lua data"); ///< first part of every Error
    std::size_t maxBytes = std::size_t{16} << 20;
    std::uint32_t maxDepth = 100;
    std::size_t maxEntries = 1'000'000; ///< in all tables together
};

/// Throws Error with displayName:line:column, what was found and what may stand there.
LuaData readLuaData(std::string_view text, const QString &displayName, const LuaReadOptions &options = {});

/// For messages: between quotes, escaped, and cut where it is long.
QString shownText(std::string_view text);

/// "nano.refbox.lua:3:7"
QString placeText(const QString &displayName, LuaPlace place);

} // namespace Refbox
