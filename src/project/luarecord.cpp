// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/luarecord.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <cmath>

namespace Refbox {

namespace {

QString wordList(std::span<const std::string_view> words)
{
    QStringList names;
    for (const std::string_view word : words)
        names.append(displayPath(word));
    return names.join(QStringLiteral(", "));
}

std::optional<std::int64_t> wholeNumber(const LuaValue &value)
{
    if (const auto *integer = std::get_if<std::int64_t>(&value.data))
        return *integer;
    const auto *number = std::get_if<double>(&value.data);
    if (number != nullptr && *number >= -0x1p63 && *number < 0x1p63 && std::floor(*number) == *number)
        return static_cast<std::int64_t>(*number);
    return std::nullopt;
}

// A list's entries in their order, whatever the order in the file.
std::vector<const LuaEntry *> inOrder(const LuaFileName &file, const LuaTable &table, std::string_view key)
{
    std::vector<const LuaEntry *> entries;
    for (const LuaEntry &entry : table.entries) {
        if (!std::holds_alternative<std::int64_t>(entry.key)) {
            file.fail(entry.place,
                      translated("project", "%1 stands in the list %2, where entries have no names")
                          .arg(entry.describeKey(), shownText(key)),
                      translated("project", "Are braces missing around one entry of the list?"));
        }
        entries.push_back(&entry);
    }
    std::ranges::sort(entries, {}, &LuaEntry::key);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (std::get<std::int64_t>(entries[i]->key) != static_cast<std::int64_t>(i + 1)) {
            file.fail(entries[i]->place,
                      translated("project", "The list %1 has no entry %2, but entry %3 stands in it")
                          .arg(shownText(key), QString::number(i + 1),
                               QString::number(std::get<std::int64_t>(entries[i]->key))));
        }
    }
    return entries;
}

} // namespace

void LuaFileName::fail(LuaPlace place, const QString &why, const QString &advice) const
{
    throw Error(failed, placeText(displayName, place), why, advice);
}

void LuaFileName::refuse(const Objection &objection, const QString &what, const LuaValue &value) const
{
    if (!objection)
        return;
    const std::string *text = value.string();
    const QString shown = text == nullptr ? value.describe() : shownText(*text);
    fail(value.place, QStringLiteral("%1, %2, %3").arg(what, shown, *objection));
}

void addComments(Comments &comments, const std::string &key, const std::vector<std::string> &lines)
{
    if (lines.empty())
        return;
    std::vector<std::string> &kept = comments[key];
    kept.insert(kept.end(), lines.begin(), lines.end());
}

LuaRecord::LuaRecord(const LuaFileName &file, const LuaValue &value, QString what,
                     std::span<const std::string_view> keys, Comments &comments)
    : m_file(file)
    , m_table(value.table())
    , m_place(value.place)
    , m_what(std::move(what))
    , m_comments(comments)
{
    if (m_table == nullptr) {
        m_file.fail(m_place, translated("project", "Found %1 where %2 should be, a table { … }")
                                 .arg(value.describe(), m_what));
    }
    refuseUnknownKeys(keys);
    addComments(m_comments, "}", m_table->closingComments);
}

void LuaRecord::refuseUnknownKeys(std::span<const std::string_view> keys) const
{
    for (const LuaEntry &entry : m_table->entries) {
        const auto *key = std::get_if<std::string>(&entry.key);
        if (key == nullptr) {
            m_file.fail(
                entry.place,
                translated("project", "Found %1 without a name in %2").arg(entry.value.describe(), m_what),
                translated("project", "It may hold: %1.").arg(wordList(keys)));
        }
        if (std::ranges::find(keys, *key) != keys.end())
            continue;
        const auto near = nearestWord(*key, keys);
        m_file.fail(entry.place,
                    translated("project", "%1 is unknown in %2").arg(entry.describeKey(), m_what),
                    near ? translated("project", "Did you mean %1?").arg(shownText(*near))
                         : translated("project", "It may hold: %1.").arg(wordList(keys)));
    }
}

void LuaRecord::wrongType(std::string_view key, const LuaValue &value, const QString &wanted) const
{
    m_file.fail(value.place, translated("project", "%1 in %2 should be %3, but it is %4")
                                 .arg(shownText(key), m_what, wanted, value.describe()));
}

const LuaEntry *LuaRecord::take(std::string_view key)
{
    const LuaEntry *entry = find(key);
    if (entry != nullptr)
        addComments(m_comments, std::string(key), entry->comments);
    return entry;
}

const LuaEntry &LuaRecord::need(std::string_view key)
{
    const LuaEntry *entry = find(key);
    if (entry == nullptr)
        m_file.fail(m_place, translated("project", "%1 is missing in %2").arg(shownText(key), m_what));
    return *entry;
}

const LuaEntry *LuaRecord::string(std::string_view key, std::string &out)
{
    const LuaEntry *entry = take(key);
    if (entry == nullptr)
        return nullptr;
    if (entry->value.string() == nullptr)
        wrongType(key, entry->value, translated("project", "a string"));
    out = *entry->value.string();
    return entry;
}

const LuaEntry *LuaRecord::boolean(std::string_view key, bool &out)
{
    const LuaEntry *entry = take(key);
    if (entry == nullptr)
        return nullptr;
    const auto *flag = std::get_if<bool>(&entry->value.data);
    if (flag == nullptr)
        wrongType(key, entry->value, translated("project", "true or false"));
    out = *flag;
    return entry;
}

const LuaEntry *LuaRecord::integer(std::string_view key, std::int64_t min, std::int64_t max,
                                   std::int64_t &out)
{
    const LuaEntry *entry = take(key);
    if (entry == nullptr)
        return nullptr;
    const std::optional<std::int64_t> number = wholeNumber(entry->value);
    if (!number)
        wrongType(key, entry->value, translated("project", "a whole number"));
    if (*number < min || *number > max)
        wrongType(key, entry->value, translated("project", "from %1 to %2").arg(min).arg(max));
    out = *number;
    return entry;
}

const LuaTable &LuaRecord::tableOf(const LuaEntry &entry, std::string_view key)
{
    const LuaTable *table = entry.value.table();
    if (table == nullptr)
        wrongType(key, entry.value, translated("project", "a table { … }"));
    addComments(m_comments, std::string(key) + '}', table->closingComments);
    return *table;
}

const LuaEntry *LuaRecord::list(std::string_view key, const std::function<void(const LuaEntry &)> &read)
{
    const LuaEntry *entry = take(key);
    if (entry == nullptr)
        return nullptr;
    for (const LuaEntry *item : inOrder(m_file, tableOf(*entry, key), key))
        read(*item);
    return entry;
}

const LuaEntry *LuaRecord::strings(std::string_view key, const std::function<void(const LuaEntry &)> &check,
                                   std::vector<std::string> &out)
{
    std::vector<std::string> found;
    const LuaEntry *entry = list(key, [&](const LuaEntry &item) {
        found.push_back(stringOf(item, translated("project", "An entry of %1").arg(shownText(key))));
        check(item);
        addComments(m_comments, std::string(key) + '.' + found.back(), item.comments);
    });
    if (entry != nullptr)
        out = std::move(found);
    return entry;
}

const LuaEntry *LuaRecord::named(std::string_view key,
                                 const std::function<void(const std::string &, const LuaEntry &)> &read)
{
    const LuaEntry *entry = take(key);
    if (entry == nullptr)
        return nullptr;
    for (const LuaEntry &item : tableOf(*entry, key).entries) {
        const auto *name = std::get_if<std::string>(&item.key);
        if (name == nullptr) {
            m_file.fail(item.place, translated("project", "Found %1 without a name in %2")
                                        .arg(item.value.describe(), shownText(key)));
        }
        read(*name, item);
    }
    return entry;
}

const std::string &LuaRecord::stringOf(const LuaEntry &entry, const QString &what) const
{
    if (entry.value.string() == nullptr) {
        m_file.fail(
            entry.value.place,
            translated("project", "%1 should be a string, but it is %2").arg(what, entry.value.describe()));
    }
    return *entry.value.string();
}

} // namespace Refbox
