// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/text.h"
#include "project/luadata.h"

#include "jobs/display.h"
#include "project/lualexer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Refbox {

namespace {

QString describeToken(const LuaToken &token)
{
    switch (token.kind) {
    case LuaToken::Kind::End:
        return translated("project", "the end of the file");
    case LuaToken::Kind::String:
        return LuaValue(token.text).describe();
    case LuaToken::Kind::Integer:
        return LuaValue(token.integer).describe();
    case LuaToken::Kind::Float:
        return LuaValue(token.number).describe();
    default:
        return shownText(token.text);
    }
}

// What stands behind a complete value only where something is to be computed.
bool continuesExpression(const LuaToken &token)
{
    static constexpr std::array<std::string_view, 23> kOperators = {
        "+", "-", "*", "/", "%",  "^",  "#",  "&",  "~",  "|",  "<", ">",
        ".", ":", "(", "[", "..", "==", "~=", "<=", ">=", "//", "<<"};
    if (token.kind == LuaToken::Kind::Name)
        return token.text == "and" || token.text == "or";
    return token.kind == LuaToken::Kind::Symbol &&
           (token.text == ">>" || std::ranges::find(kOperators, token.text) != kOperators.end());
}

class LuaParser final
{
public:
    LuaParser(std::string_view text, const QString &displayName, const LuaReadOptions &options)
        : m_lexer(text, displayName, options.failed)
        , m_options(options)
    {
    }

    LuaData read();

private:
    using Lines = std::vector<std::string>;

    struct Positions
    {
        std::int64_t last = 0;
        bool gap = false; // a nil took one: from here on, keys must be written
    };

    void advance();
    void moveAllComments(Lines &to);
    void moveTrailingComments(Lines &to);
    void expectSymbol(const char *symbol, const QString &after);
    [[noreturn]] void failAtToken(const QString &expected, const QString &advice = {}) const;
    [[noreturn]] void failComputing(const QString &expected) const;

    LuaTable readTable(Lines &ownerComments);
    bool readEntry(LuaTable &table, Positions &positions, Lines &pending);
    void readNamedEntry(LuaEntry &entry);
    void readBracketKey(LuaEntry &entry);
    LuaKey keyFrom(const LuaValue &value) const;
    LuaValue readValue(Lines &comments);
    LuaValue readNegative(Lines &comments);
    void refuseDuplicates(const LuaTable &table, const std::vector<LuaEntry> &nils) const;

    LuaLexer m_lexer;
    const LuaReadOptions &m_options;
    LuaToken m_token;                 // the next one to be looked at
    std::uint32_t m_previousLine = 0; // on which the token before it ended
    LuaPlace m_previousPlace;
    std::uint32_t m_depth = 0;
    std::size_t m_entries = 0;
    std::vector<LuaPlace> m_openTables;
    std::vector<std::vector<LuaEntry>> m_nils; // per open table: entries that only count as duplicates
};

void LuaParser::advance()
{
    m_previousLine = m_token.lastLine;
    m_previousPlace = m_token.place;
    m_token = m_lexer.next();
}

void LuaParser::moveAllComments(Lines &to)
{
    for (LuaComment &comment : m_token.comments)
        std::ranges::move(comment.lines, std::back_inserter(to));
    m_token.comments.clear();
}

// Comments that begin on the line of the token before, with nothing but comments behind them on that line.
void LuaParser::moveTrailingComments(Lines &to)
{
    auto &comments = m_token.comments;
    auto leading = comments.begin();
    while (leading != comments.end() && leading->firstLine == m_previousLine &&
           (m_token.kind == LuaToken::Kind::End || m_token.place.line > leading->lastLine)) {
        std::ranges::move(leading->lines, std::back_inserter(to));
        ++leading;
    }
    comments.erase(comments.begin(), leading);
}

void LuaParser::failAtToken(const QString &expected, const QString &advice) const
{
    if (m_token.kind == LuaToken::Kind::End && !m_openTables.empty()) {
        const LuaPlace open = m_openTables.back();
        m_lexer.fail(m_token.place,
                     translated("project", "The file ends inside the table that begins at line %1, column %2")
                         .arg(open.line)
                         .arg(open.column),
                     translated("project", "Is it complete? A closing brace is missing."));
    }
    m_lexer.fail(m_token.place,
                 translated("project", "Found %1 where %2 is expected").arg(describeToken(m_token), expected),
                 advice);
}

void LuaParser::failComputing(const QString &expected) const
{
    failAtToken(expected,
                translated("project",
                           "This file is data: strings, numbers, true, false, nil and tables of these. "
                           "Nothing in it is computed; to compute, write a Lua script that prints "
                           "such a file."));
}

void LuaParser::expectSymbol(const char *symbol, const QString &after)
{
    if (m_token.isSymbol(symbol))
        return;
    const QString expected = translated("project", "\"%1\" after %2").arg(QLatin1String(symbol), after);
    if (continuesExpression(m_token))
        failComputing(expected);
    failAtToken(expected);
}

LuaData LuaParser::read()
{
    LuaData data;
    data.firstLine = m_lexer.readFirstLine();
    m_token.lastLine = 0;
    advance();
    moveAllComments(data.commentsBefore);
    if (m_token.kind == LuaToken::Kind::End)
        m_lexer.fail(m_token.place, translated("project", "There is no \"return { … }\" in it"));
    if (!m_token.isName("return"))
        failComputing(QStringLiteral("\"return\""));
    advance();
    moveAllComments(data.commentsBefore);
    if (!m_token.isSymbol("{"))
        failComputing(translated("project", "\"{\" after \"return\""));
    data.place = m_token.place;
    data.table = readTable(data.commentsBefore);
    moveAllComments(data.commentsAfter);
    if (m_token.isSymbol(";")) {
        advance();
        moveAllComments(data.commentsAfter);
    }
    if (m_token.kind != LuaToken::Kind::End)
        failComputing(translated("project", "the end of the file"));
    return data;
}

// At its "{"; leaves with the token behind its "}". Comments behind the "{" go to the owner.
LuaTable LuaParser::readTable(Lines &ownerComments)
{
    if (m_depth >= m_options.maxDepth) {
        m_lexer.fail(
            m_token.place,
            translated("project", "Tables stand more than %1 deep in each other").arg(m_options.maxDepth));
    }
    ++m_depth;
    m_openTables.push_back(m_token.place);
    m_nils.emplace_back();
    advance();
    moveTrailingComments(ownerComments);
    LuaTable table;
    Lines pending;
    Positions positions;
    bool more = true;
    while (more) {
        moveAllComments(pending);
        if (m_token.isSymbol("}"))
            break;
        more = readEntry(table, positions, pending);
    }
    moveAllComments(pending);
    table.closingComments = std::move(pending);
    refuseDuplicates(table, m_nils.back());
    m_nils.pop_back();
    m_openTables.pop_back();
    --m_depth;
    advance();
    return table;
}

// One entry and the separator behind it; false when the table ends here.
bool LuaParser::readEntry(LuaTable &table, Positions &positions, Lines &pending)
{
    if (++m_entries > m_options.maxEntries)
        m_lexer.fail(m_token.place,
                     translated("project", "There are more than %1 entries").arg(m_options.maxEntries));
    LuaEntry entry;
    entry.place = m_token.place;
    entry.comments = std::exchange(pending, {});
    readNamedEntry(entry);
    if (entry.positional)
        entry.key = ++positions.last;

    bool more = true;
    if (m_token.isSymbol(",") || m_token.isSymbol(";")) {
        moveAllComments(entry.comments);
        advance();
        moveTrailingComments(entry.comments);
    } else if (m_token.isSymbol("}")) {
        moveTrailingComments(entry.comments);
        more = false;
    } else if (continuesExpression(m_token)) {
        failComputing(translated("project", "\",\" or \"}\""));
    } else {
        failAtToken(translated("project", "\",\" or \"}\""),
                    translated("project", "Is a comma missing before it?"));
    }
    if (std::holds_alternative<LuaNil>(entry.value.data)) {
        pending = std::exchange(entry.comments, {}); // no comment is ever lost
        positions.gap = positions.gap || entry.positional;
        m_nils.back().push_back(std::move(entry));
    } else {
        entry.positional = entry.positional && !positions.gap;
        table.entries.push_back(std::move(entry));
    }
    return more;
}

// "[key] = value", "name = value" or "value".
void LuaParser::readNamedEntry(LuaEntry &entry)
{
    const bool bracket = m_token.isSymbol("[");
    const bool literal = m_token.isName("true") || m_token.isName("false") || m_token.isName("nil");
    if (bracket) {
        readBracketKey(entry);
    } else if (m_token.kind == LuaToken::Kind::Name && !literal) {
        LuaToken name = m_token;
        advance();
        if (!m_token.isSymbol("=")) {
            m_token = std::move(name);
            failComputing(translated("project", "a value or \"name = value\""));
        }
        entry.key = name.text;
        static constexpr std::array<std::string_view, 19> kReserved = {
            "and", "break", "do",  "else", "elseif", "end",    "for",  "function", "goto", "if",
            "in",  "local", "not", "or",   "repeat", "return", "then", "until",    "while"};
        if (std::ranges::find(kReserved, name.text) != kReserved.end()) {
            m_lexer.fail(
                name.place,
                translated("project", "\"%1\" is a word of Lua's own").arg(QString::fromStdString(name.text)),
                translated("project", "As a key it is written [\"%1\"] = …")
                    .arg(QString::fromStdString(name.text)));
        }
    } else {
        entry.positional = true;
        entry.value = readValue(entry.comments);
        return;
    }
    moveAllComments(entry.comments); // between key and '='
    advance();
    moveAllComments(entry.comments);
    entry.value = readValue(entry.comments);
}

void LuaParser::readBracketKey(LuaEntry &entry)
{
    advance();
    moveAllComments(entry.comments);
    if (m_token.isSymbol("{"))
        failAtToken(translated("project", "a key"),
                    translated("project", "Keys are strings, numbers, true or false."));
    const LuaToken start = m_token;
    const LuaValue key = readValue(entry.comments);
    if (std::holds_alternative<LuaNil>(key.data))
        m_lexer.fail(start.place, translated("project", "nil cannot be a key"));
    entry.key = keyFrom(key);
    moveAllComments(entry.comments);
    expectSymbol("]", translated("project", "the key"));
    advance();
    moveAllComments(entry.comments);
    expectSymbol("=", translated("project", "the key"));
}

LuaKey LuaParser::keyFrom(const LuaValue &value) const
{
    if (const auto *text = std::get_if<std::string>(&value.data))
        return *text;
    if (const auto *integer = std::get_if<std::int64_t>(&value.data))
        return *integer;
    if (const auto *flag = std::get_if<bool>(&value.data))
        return *flag;
    const double number = std::get<double>(value.data);
    // 2^63 is exact as a double: below it, a whole number fits.
    if (number >= -0x1p63 && number < 0x1p63 && std::floor(number) == number)
        return static_cast<std::int64_t>(number);
    return number;
}

LuaValue LuaParser::readValue(Lines &comments)
{
    LuaValue value;
    value.place = m_token.place;
    switch (m_token.kind) {
    case LuaToken::Kind::String:
        value.data = std::move(m_token.text);
        break;
    case LuaToken::Kind::Integer:
        value.data = m_token.integer;
        break;
    case LuaToken::Kind::Float:
        value.data = m_token.number;
        break;
    case LuaToken::Kind::Symbol:
        if (m_token.text == "{") {
            value.data = readTable(comments);
            return value;
        }
        if (m_token.text == "-")
            return readNegative(comments);
        failComputing(translated("project", "a value"));
    case LuaToken::Kind::Name:
        if (m_token.text == "true" || m_token.text == "false")
            value.data = m_token.text == "true";
        else if (m_token.text != "nil")
            failComputing(translated("project", "a value"));
        break;
    case LuaToken::Kind::End:
        failAtToken(translated("project", "a value"));
    }
    advance();
    return value;
}

LuaValue LuaParser::readNegative(Lines &comments)
{
    LuaValue value;
    value.place = m_token.place;
    advance();
    moveAllComments(comments);
    if (m_token.kind == LuaToken::Kind::Integer) // wraps around like Lua's
        value.data = static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(m_token.integer));
    else if (m_token.kind == LuaToken::Kind::Float)
        value.data = -m_token.number;
    else
        failComputing(translated("project", "a number after \"-\""));
    advance();
    return value;
}

void LuaParser::refuseDuplicates(const LuaTable &table, const std::vector<LuaEntry> &nils) const
{
    std::vector<const LuaEntry *> byKey;
    byKey.reserve(table.entries.size() + nils.size());
    for (const LuaEntry &entry : table.entries)
        byKey.push_back(&entry);
    for (const LuaEntry &entry : nils)
        byKey.push_back(&entry);
    const auto place = [](const LuaEntry *entry) {
        return std::pair(entry->place.line, entry->place.column);
    };
    std::ranges::sort(byKey, [&](const LuaEntry *a, const LuaEntry *b) {
        return a->key != b->key ? a->key < b->key : place(a) < place(b);
    });
    const auto same = [](const LuaEntry *a, const LuaEntry *b) { return a->key == b->key; };
    const auto found = std::ranges::adjacent_find(byKey, same);
    if (found == byKey.end())
        return;
    const LuaEntry *first = *found;
    const LuaEntry *second = *std::next(found);
    m_lexer.fail(second->place,
                 translated("project", "%1 stands here a second time; the first is at line %2, column %3")
                     .arg(second->describeKey(), QString::number(first->place.line),
                          QString::number(first->place.column)),
                 translated("project", "Keep one of the two."));
}

} // namespace

LuaData readLuaData(std::string_view text, const QString &displayName, const LuaReadOptions &options)
{
    LuaParser parser(text, displayName, options);
    if (text.size() > options.maxBytes) {
        LuaLexer(text, displayName, options.failed)
            .fail({}, translated("project", "The file is too long: at most %1 is read")
                          .arg(formatSize(options.maxBytes)));
    }
    return parser.read();
}

} // namespace Refbox
