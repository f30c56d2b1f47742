// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes tar archives byte by byte, also those that no honest tool would write.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>

namespace RefboxTest {

struct TarEntry
{
    std::string name = {};
    char type = '0';
    std::string content = {};
    std::string link = {};
    std::string mode = "0000644";
    std::string uid = "0000000";
    std::string size = {}; ///< as it stands in the header; empty: the content's
    std::string major = "0000000";
    std::string minor = "0000000";
    std::string mtime = "00000000001";
    bool ustar = true; ///< else the header of Unix version 7
};

class TarMaker
{
public:
    TarMaker &add(const TarEntry &entry)
    {
        std::string block(512, '\0');
        const auto put = [&](std::size_t offset, const std::string &text) {
            block.replace(offset, text.size(), text);
        };
        put(0, entry.name.substr(0, 100));
        put(100, entry.mode);
        put(108, entry.uid);
        put(116, "0000000");
        put(124, entry.size.empty() ? octal(entry.content.size(), 11) : entry.size);
        put(136, entry.mtime);
        block[156] = entry.type;
        put(157, entry.link.substr(0, 100));
        if (entry.ustar) {
            put(257, std::string("ustar\00000", 8));
            put(329, entry.major);
            put(337, entry.minor);
        }
        put(148, "        ");
        unsigned sum = 0;
        for (const char c : block)
            sum += static_cast<unsigned char>(c);
        put(148, octal(sum, 6) + std::string("\0 ", 2));
        m_bytes += block;
        m_bytes += entry.content;
        m_bytes.append((512 - entry.content.size() % 512) % 512, '\0');
        return *this;
    }
    TarMaker &file(const std::string &name, const std::string &content = "x")
    {
        return add({.name = name, .content = content});
    }
    TarMaker &folder(const std::string &name) { return add({.name = name, .type = '5', .mode = "0000755"}); }
    TarMaker &symlink(const std::string &name, const std::string &target)
    {
        return add({.name = name, .type = '2', .link = target});
    }
    TarMaker &hardLink(const std::string &name, const std::string &target)
    {
        return add({.name = name, .type = '1', .link = target});
    }
    /// A pax header for the entry that follows.
    TarMaker &pax(const std::string &key, const std::string &value)
    {
        const std::size_t rest = key.size() + value.size() + 3;
        std::size_t length = rest + 1;
        while (std::to_string(length).size() + rest != length)
            ++length;
        return add(
            {.name = "pax", .type = 'x', .content = std::to_string(length) + ' ' + key + '=' + value + '\n'});
    }
    std::string end() const { return m_bytes + std::string(1024, '\0'); }
    const std::string &withoutEnd() const { return m_bytes; }

    static std::string octal(std::uint64_t value, int digits)
    {
        std::string text(static_cast<std::size_t>(digits), '0');
        for (auto digit = text.rbegin(); digit != text.rend(); ++digit, value >>= 3)
            *digit = static_cast<char>('0' + (value & 7));
        return text;
    }

private:
    std::string m_bytes;
};

} // namespace RefboxTest
