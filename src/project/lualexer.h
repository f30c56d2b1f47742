// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words of Lua 5.4 (reference manual, §3.1): names, strings in all notations, numbers, symbols, comments.
// Used by luadata.cpp only.
#pragma once

#include "project/luadata.h"

#include <optional>

namespace Refbox {

struct LuaComment
{
    std::uint32_t firstLine = 0;
    std::uint32_t lastLine = 0;
    std::vector<std::string> lines;
};

struct LuaToken
{
    enum class Kind { End, Name, String, Integer, Float, Symbol };
    Kind kind = Kind::End;
    LuaPlace place;
    std::uint32_t lastLine = 0;
    std::string text; ///< the name, the symbol, or the string's bytes
    std::int64_t integer = 0;
    double number = 0;
    std::vector<LuaComment> comments; ///< between the token before and this one

    bool isSymbol(std::string_view symbol) const { return kind == Kind::Symbol && text == symbol; }
    bool isName(std::string_view name) const { return kind == Kind::Name && text == name; }
};

class LuaLexer final
{
public:
    LuaLexer(std::string_view text, QString displayName, QString failed);

    /// Skips the mark of UTF-8 and a first line that begins with '#', as Lua does for files; returns what
    /// follows the '#'. Refuses what is plainly no text.
    std::string readFirstLine();

    LuaToken next();

    [[noreturn]] void fail(LuaPlace place, const QString &why, const QString &advice = {}) const;

private:
    static constexpr int kEnd = -1;

    int peek(std::size_t ahead = 0) const
    {
        return m_offset + ahead < m_text.size() ? static_cast<unsigned char>(m_text[m_offset + ahead]) : kEnd;
    }
    int take();
    void takeLineBreak();
    LuaPlace place() const { return {m_line, m_column}; }
    QString nextCharacter() const;

    void skipBlanksAndComments(std::vector<LuaComment> &comments);
    LuaComment readComment();
    std::optional<std::size_t> longBracketLevel() const;
    std::string readLongBracket(std::size_t level, const QString &why);
    void readQuotedString(LuaToken &token);
    void readEscape(std::string &out);
    void readHexEscape(std::string &out, LuaPlace start);
    void readDecimalEscape(std::string &out, LuaPlace start);
    void readUnicodeEscape(std::string &out, LuaPlace start);
    void readNumber(LuaToken &token);
    void readSymbol(LuaToken &token);

    std::string_view m_text;
    std::size_t m_offset = 0;
    std::uint32_t m_line = 1;
    std::uint32_t m_column = 1;
    QString m_displayName;
    QString m_failed;
};

} // namespace Refbox
