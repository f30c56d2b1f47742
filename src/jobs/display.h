// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How bytes, names and durations are shown to people. Pure functions, any thread, independent of the locale;
// sizes are in the language of the program's translator where there is one, see jobs/text.h.
#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace Refbox {

/// A file name or path for display: UTF-8 where it is valid and visible; every other byte as \xNN, so that no
/// name can move the terminal's cursor, hide characters or turn the text's direction, and two different names
/// never give the same text. A backslash shows as \\.
QString displayPath(std::string_view bytes);

/// The same escaping as bytes, for text output.
std::string displayBytes(std::string_view bytes);

/// "999 B", "14.2 MB", "1.1 GB": decimal units, three significant digits at most, as on a CD-ROM's label.
QString formatSize(std::uint64_t bytes);

/// The same for what goes into files: in no language.
std::string plainSize(std::uint64_t bytes);

/// "0:42", "3:07", "1:02:09".
QString formatDuration(std::chrono::milliseconds duration);

} // namespace Refbox
