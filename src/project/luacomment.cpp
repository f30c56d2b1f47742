// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/luacomment.h"

namespace Refbox {

namespace {

bool beginsLikeLongBracket(std::string_view line)
{
    if (!line.starts_with('['))
        return false;
    const std::size_t after = line.find_first_not_of('=', 1);
    return after != std::string_view::npos && line[after] == '[';
}

} // namespace

std::string_view withoutBlanksAtEnd(std::string_view line)
{
    const std::size_t last = line.find_last_not_of(" \t\v\f\r\n");
    return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::vector<std::string> commentLines(std::string_view text)
{
    std::vector<std::string> lines;
    while (true) {
        const std::size_t end = text.find_first_of("\r\n");
        const std::string_view line = withoutBlanksAtEnd(text.substr(0, end));
        lines.push_back((beginsLikeLongBracket(line) ? " " : "") + std::string(line));
        if (end == std::string_view::npos)
            break;
        text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
        if (text.empty())
            break; // the break ended the last line
    }
    return lines;
}

std::vector<std::string> commentLines(const std::vector<std::string> &lines)
{
    std::vector<std::string> out;
    for (const std::string &line : lines) {
        for (std::string &part : commentLines(std::string_view(line)))
            out.push_back(std::move(part));
    }
    return out;
}

} // namespace Refbox
