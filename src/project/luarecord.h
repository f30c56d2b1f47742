// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A Lua table read as a record of known keys: unknown keys and wrong types become Errors with their place,
// and each entry's comments go to the record's own. Projects and the catalogue are read with it.
#pragma once

#include "project/luadata.h"
#include "project/names.h"
#include "project/project.h"

#include <functional>
#include <span>

namespace Refbox {

/// How Errors about one file begin.
struct LuaFileName
{
    QString failed;
    QString displayName;

    [[noreturn]] void fail(LuaPlace place, const QString &why, const QString &advice = {}) const;
    /// "NAME WHAT IS WRONG", if anything is.
    void refuse(const Objection &objection, const QString &what, const LuaValue &value) const;
};

/// Adds lines to a key's comments; no lines leave no key.
void addComments(Comments &comments, const std::string &key, const std::vector<std::string> &lines);

class LuaRecord final
{
public:
    /// what: "the component", for messages. All arguments must outlive the record.
    LuaRecord(const LuaFileName &file, const LuaValue &value, QString what,
              std::span<const std::string_view> keys, Comments &comments);

    /// The entry, or nullptr; its comments stay where they are.
    const LuaEntry *find(std::string_view key) const { return m_table->find(key); }
    /// The entry, its comments taken, or nullptr.
    const LuaEntry *take(std::string_view key);
    /// The same for a key that must stand.
    const LuaEntry &need(std::string_view key);

    /// Set the value where the key stands and tell its entry (nullptr: unchanged), or throw for a wrong type.
    const LuaEntry *string(std::string_view key, std::string &out);
    const LuaEntry *boolean(std::string_view key, bool &out);
    const LuaEntry *integer(std::string_view key, std::int64_t min, std::int64_t max, std::int64_t &out);
    /// A list "{ a, b }": calls back for each entry in order of 1, 2, 3 …
    const LuaEntry *list(std::string_view key, const std::function<void(const LuaEntry &)> &read);
    /// A list of strings whose comments are the record's.
    const LuaEntry *strings(std::string_view key, const std::function<void(const LuaEntry &)> &check,
                            std::vector<std::string> &out);
    /// A table of named things "{ a = …, b = … }".
    const LuaEntry *named(std::string_view key,
                          const std::function<void(const std::string &, const LuaEntry &)> &read);

    const std::string &stringOf(const LuaEntry &entry, const QString &what) const;

private:
    const LuaTable &tableOf(const LuaEntry &entry, std::string_view key);
    void refuseUnknownKeys(std::span<const std::string_view> keys) const;
    [[noreturn]] void wrongType(std::string_view key, const LuaValue &value, const QString &wanted) const;

    const LuaFileName &m_file;
    const LuaTable *m_table;
    LuaPlace m_place;
    QString m_what;
    Comments &m_comments;
};

} // namespace Refbox
