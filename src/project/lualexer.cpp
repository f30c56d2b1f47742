// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/lualexer.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "project/luacomment.h"
#include "project/luanumber.h"

#include <array>

namespace Refbox {

namespace {

// Lua's own classes of characters, whatever the locale.
bool isDigit(int c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(int c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isNameStart(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isLineBreak(int c)
{
    return c == '\n' || c == '\r';
}

bool isBlank(int c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

unsigned hexValue(int c)
{
    return static_cast<unsigned>(isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
}

// UTF-8 as Lua writes it: up to 2^31, surrogates included, up to six bytes.
void appendUtf8(std::string &out, std::uint32_t code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
        return;
    }
    std::array<char, 6> reversed{};
    std::size_t count = 0;
    std::uint32_t firstByteMax = 0x3F;
    do {
        reversed[count++] = static_cast<char>(0x80 | (code & 0x3F));
        code >>= 6;
        firstByteMax >>= 1;
    } while (code > firstByteMax);
    out += static_cast<char>((~firstByteMax << 1) | code);
    while (count > 0)
        out += reversed[--count];
}

} // namespace

LuaLexer::LuaLexer(std::string_view text, QString displayName, QString failed)
    : m_text(text)
    , m_displayName(std::move(displayName))
    , m_failed(std::move(failed))
{
}

void LuaLexer::fail(LuaPlace where, const QString &why, const QString &advice) const
{
    throw Error(m_failed, placeText(m_displayName, where), why, advice);
}

std::string LuaLexer::readFirstLine()
{
    if (m_text.starts_with("\x1bLua"))
        fail(place(), translated("project", "This is a compiled Lua program, not text"),
             translated("project", "Use the text that it was compiled from."));
    if (m_text.starts_with("\xff\xfe") || m_text.starts_with("\xfe\xff"))
        fail(place(), translated("project", "This is UTF-16 text"),
             translated("project", "Save it as UTF-8."));
    if (m_text.starts_with("\xef\xbb\xbf"))
        m_offset = 3;
    std::string line;
    if (peek() != '#')
        return line;
    // Lua ends this line at a line feed only.
    while (peek() != kEnd && peek() != '\n')
        line += static_cast<char>(take());
    return std::string(withoutBlanksAtEnd(std::string_view(line).substr(1)));
}

int LuaLexer::take()
{
    const int c = peek();
    ++m_offset;
    if ((c & 0xC0) != 0x80) // the further bytes of a character take no column of their own
        ++m_column;
    return c;
}

// "\n", "\r", "\r\n" and "\n\r" are one line break each.
void LuaLexer::takeLineBreak()
{
    const int first = peek();
    ++m_offset;
    if (isLineBreak(peek()) && peek() != first)
        ++m_offset;
    ++m_line;
    m_column = 1;
}

QString LuaLexer::nextCharacter() const
{
    if (peek() == kEnd)
        return translated("project", "the end of the file");
    std::size_t length = 1;
    if (peek() >= 0xC0) {
        while (length < 4 && (peek(length) & 0xC0) == 0x80 && peek(length) != kEnd)
            ++length;
    }
    return QStringLiteral("\"%1\"").arg(displayPath(m_text.substr(m_offset, length)));
}

LuaToken LuaLexer::next()
{
    LuaToken token;
    skipBlanksAndComments(token.comments);
    token.place = place();
    const int c = peek();
    if (c == kEnd) {
        token.kind = LuaToken::Kind::End;
    } else if (isNameStart(c)) {
        token.kind = LuaToken::Kind::Name;
        while (isNameStart(peek()) || isDigit(peek()))
            token.text += static_cast<char>(take());
    } else if (c == '"' || c == '\'') {
        readQuotedString(token);
    } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
        readNumber(token);
    } else if (const auto level = c == '[' ? longBracketLevel() : std::nullopt) {
        token.kind = LuaToken::Kind::String;
        token.text = readLongBracket(
            *level, translated("project", "The file ends inside the string that begins here"));
    } else {
        readSymbol(token);
    }
    token.lastLine = m_line;
    return token;
}

void LuaLexer::skipBlanksAndComments(std::vector<LuaComment> &comments)
{
    while (true) {
        if (isLineBreak(peek()))
            takeLineBreak();
        else if (isBlank(peek()))
            take();
        else if (peek() == '-' && peek(1) == '-')
            comments.push_back(readComment());
        else
            return;
    }
}

LuaComment LuaLexer::readComment()
{
    LuaComment comment;
    comment.firstLine = m_line;
    take();
    take();
    if (const auto level = longBracketLevel()) {
        comment.lines = commentLines(readLongBracket(
            *level, translated("project", "The file ends inside the comment that begins here")));
    } else {
        std::string line;
        while (peek() != kEnd && !isLineBreak(peek()))
            line += static_cast<char>(take());
        comment.lines = commentLines(line);
    }
    comment.lastLine = m_line;
    return comment;
}

// The number of '=' in the opening "[==[" at this place, if one stands here.
std::optional<std::size_t> LuaLexer::longBracketLevel() const
{
    if (peek() != '[')
        return std::nullopt;
    std::size_t level = 0;
    while (peek(level + 1) == '=')
        ++level;
    return peek(level + 1) == '[' ? std::optional(level) : std::nullopt;
}

std::string LuaLexer::readLongBracket(std::size_t level, const QString &why)
{
    const LuaPlace start = place();
    const std::string closing = ']' + std::string(level, '=') + ']';
    for (std::size_t i = 0; i < level + 2; ++i)
        take();
    if (isLineBreak(peek()))
        takeLineBreak(); // the first line break is no part of it
    std::string out;
    while (m_text.compare(m_offset, closing.size(), closing) != 0) {
        if (peek() == kEnd) {
            fail(start, why,
                 translated("project", "It would have to end in %1").arg(QString::fromStdString(closing)));
        }
        if (isLineBreak(peek())) {
            takeLineBreak();
            out += '\n';
        } else {
            out += static_cast<char>(take());
        }
    }
    for (std::size_t i = 0; i < closing.size(); ++i)
        take();
    return out;
}

void LuaLexer::readQuotedString(LuaToken &token)
{
    token.kind = LuaToken::Kind::String;
    const int quote = take();
    while (peek() != quote) {
        if (peek() == kEnd || isLineBreak(peek())) {
            fail(token.place, translated("project", "The string that begins here does not end on its line"),
                 translated("project", "A line break inside a string is written as \\n."));
        }
        if (peek() == '\\')
            readEscape(token.text);
        else
            token.text += static_cast<char>(take());
    }
    take();
}

void LuaLexer::readEscape(std::string &out)
{
    static constexpr std::string_view kLetters = "abfnrtv\\\"'";
    static constexpr std::string_view kMeanings = "\a\b\f\n\r\t\v\\\"'";
    const LuaPlace start = place();
    take();
    const int c = peek();
    if (c != kEnd && kLetters.find(static_cast<char>(c)) != std::string_view::npos) {
        out += kMeanings[kLetters.find(static_cast<char>(take()))];
    } else if (isLineBreak(c)) {
        takeLineBreak();
        out += '\n';
    } else if (c == 'z') {
        take();
        while (isBlank(peek()) || isLineBreak(peek())) {
            if (isLineBreak(peek()))
                takeLineBreak();
            else
                take();
        }
    } else if (c == 'x') {
        readHexEscape(out, start);
    } else if (c == 'u') {
        readUnicodeEscape(out, start);
    } else if (isDigit(c)) {
        readDecimalEscape(out, start);
    } else {
        fail(start,
             translated("project", "Found a backslash before %1, which means nothing in Lua")
                 .arg(nextCharacter()),
             translated("project", "A backslash itself is written as \\\\."));
    }
}

void LuaLexer::readHexEscape(std::string &out, LuaPlace start)
{
    take();
    unsigned value = 0;
    for (int i = 0; i < 2; ++i) {
        if (!isHexDigit(peek()))
            fail(start, translated("project", "Found %1 where \\x wants two hexadecimal digits")
                            .arg(nextCharacter()));
        value = value * 16 + hexValue(take());
    }
    out += static_cast<char>(value);
}

void LuaLexer::readDecimalEscape(std::string &out, LuaPlace start)
{
    int value = 0;
    for (int i = 0; i < 3 && isDigit(peek()); ++i)
        value = value * 10 + (take() - '0');
    if (value > 255)
        fail(start, translated("project", "Found \\%1, but a byte is at most \\255").arg(value));
    out += static_cast<char>(value);
}

void LuaLexer::readUnicodeEscape(std::string &out, LuaPlace start)
{
    take();
    if (peek() != '{' || !isHexDigit(peek(1)))
        fail(start, translated("project", "\\u wants hexadecimal digits in braces, as in \\u{20AC}"));
    take();
    std::uint32_t code = 0;
    while (isHexDigit(peek())) {
        if (code > 0x7FFFFFFFU >> 4)
            fail(start, translated("project", "\\u takes at most \\u{7FFFFFFF}"));
        code = code * 16 + hexValue(take());
    }
    if (peek() != '}')
        fail(start,
             translated("project", "Found %1 where \\u{…} wants a closing brace").arg(nextCharacter()));
    take();
    appendUtf8(out, code);
}

// As Lua does it: first take all that could belong to a number, then see whether it is one.
void LuaLexer::readNumber(LuaToken &token)
{
    const std::size_t start = m_offset;
    const bool hexadecimal = peek() == '0' && (peek(1) | 0x20) == 'x';
    if (hexadecimal) {
        take();
        take();
    }
    const unsigned char exponent = hexadecimal ? 'p' : 'e';
    while (peek() != kEnd) {
        if ((peek() | 0x20) == exponent) {
            take();
            if (peek() == '+' || peek() == '-')
                take();
        } else if (isHexDigit(peek()) || peek() == '.') {
            take();
        } else {
            break;
        }
    }
    if (isNameStart(peek()))
        take();
    const std::string_view text = m_text.substr(start, m_offset - start);
    const std::optional<LuaNumber> number = parseLuaNumber(text);
    if (!number)
        fail(token.place, translated("project", "\"%1\" is no number").arg(displayPath(text.substr(0, 40))));
    if (const auto *integer = std::get_if<std::int64_t>(&*number)) {
        token.kind = LuaToken::Kind::Integer;
        token.integer = *integer;
    } else {
        token.kind = LuaToken::Kind::Float;
        token.number = std::get<double>(*number);
    }
}

void LuaLexer::readSymbol(LuaToken &token)
{
    static constexpr std::string_view kSingle = "+-*/%^#&~|<>=(){}[];:,.";
    static constexpr std::array<std::string_view, 10> kLonger = {
        "...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"};
    token.kind = LuaToken::Kind::Symbol;
    for (const std::string_view symbol : kLonger) {
        if (m_text.substr(m_offset).starts_with(symbol)) {
            token.text = symbol;
            break;
        }
    }
    if (token.text.empty()) {
        if (kSingle.find(static_cast<char>(peek())) == std::string_view::npos) {
            fail(
                token.place,
                translated("project", "Found %1, which has no meaning outside a string").arg(nextCharacter()),
                translated("project", "Is this a text file? It should hold one \"return { … }\"."));
        }
        token.text = static_cast<char>(peek());
    }
    for (std::size_t i = token.text.size(); i > 0; --i)
        take();
}

} // namespace Refbox
