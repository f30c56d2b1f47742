// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/luadata.h"

#include "jobs/display.h"
#include "jobs/text.h"
#include "project/luanumber.h"

#include <algorithm>

namespace Refbox {

LuaTable::LuaTable() = default;
LuaTable::LuaTable(const LuaTable &) = default;
LuaTable::LuaTable(LuaTable &&) noexcept = default;
LuaTable &LuaTable::operator=(const LuaTable &) = default;
LuaTable &LuaTable::operator=(LuaTable &&) noexcept = default;
LuaTable::~LuaTable() = default;

const LuaEntry *LuaTable::find(std::string_view key) const
{
    for (const LuaEntry &entry : entries) {
        const auto *text = std::get_if<std::string>(&entry.key);
        if (text != nullptr && *text == key)
            return &entry;
    }
    return nullptr;
}

LuaEntry &LuaTable::add(std::string_view key, LuaValue value)
{
    LuaEntry &entry = entries.emplace_back();
    entry.key = std::string(key);
    entry.value = std::move(value);
    return entry;
}

LuaEntry &LuaTable::append(LuaValue value)
{
    const auto count = std::ranges::count_if(entries, [](const LuaEntry &entry) { return entry.positional; });
    LuaEntry &entry = entries.emplace_back();
    entry.key = static_cast<std::int64_t>(count + 1);
    entry.positional = true;
    entry.value = std::move(value);
    return entry;
}

QString LuaValue::describe() const
{
    if (const auto *flag = std::get_if<bool>(&data))
        return *flag ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto *integer = std::get_if<std::int64_t>(&data))
        return translated("project", "the number %1").arg(*integer);
    if (const auto *number = std::get_if<double>(&data))
        return translated("project", "the number %1").arg(QString::fromStdString(luaNumberText(*number)));
    if (const auto *text = std::get_if<std::string>(&data))
        return translated("project", "the string %1").arg(shownText(*text));
    return table() != nullptr ? translated("project", "a table") : QStringLiteral("nil");
}

QString LuaEntry::describeKey() const
{
    if (const auto *text = std::get_if<std::string>(&key))
        return translated("project", "The key %1").arg(shownText(*text));
    if (const auto *integer = std::get_if<std::int64_t>(&key))
        return translated("project", "Entry %1").arg(*integer);
    if (const auto *number = std::get_if<double>(&key))
        return translated("project", "The key %1").arg(QString::fromStdString(luaNumberText(*number)));
    return std::get<bool>(key) ? translated("project", "The key true")
                               : translated("project", "The key false");
}

QString placeText(const QString &displayName, LuaPlace place)
{
    return QStringLiteral("%1:%2:%3")
        .arg(displayName, QString::number(place.line), QString::number(place.column));
}

QString shownText(std::string_view text)
{
    constexpr std::size_t kShownBytes = 40;
    const bool cut = text.size() > kShownBytes;
    return QStringLiteral("\"%1%2\"")
        .arg(displayPath(text.substr(0, kShownBytes)), cut ? QStringLiteral("…") : QString());
}

} // namespace Refbox
