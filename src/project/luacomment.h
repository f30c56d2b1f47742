// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Comments as lines: what follows the "--", without blanks at the end. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

std::string_view withoutBlanksAtEnd(std::string_view line);

/// One comment's text as lines that can each stand behind "--" and read back the same: split at line breaks,
/// blanks at the ends dropped, and never beginning like a long comment ("[[", "[=[").
std::vector<std::string> commentLines(std::string_view text);

/// The same for lines that somebody put together.
std::vector<std::string> commentLines(const std::vector<std::string> &lines);

} // namespace Refbox
