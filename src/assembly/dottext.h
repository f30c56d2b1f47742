// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Texts in the DOT language (https://graphviz.org/doc/info/lang.html). Pure, any thread.
#pragma once

#include "jobs/display.h"

#include <string>
#include <string_view>

namespace Refbox {

/// In double quotes. text: UTF-8; a line end becomes one of the label.
inline std::string dotQuoted(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c == '\n' ? "\\n" : std::string(1, c);
    }
    return quoted + '"';
}

/// A name or path, escaped as displayBytes() has it and then for DOT.
inline std::string dotPath(std::string_view bytes)
{
    return dotQuoted(displayBytes(bytes));
}

} // namespace Refbox
