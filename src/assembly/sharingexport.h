// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sharing matrix for other programs and for reading: text, CSV and JSON. The same matrix gives the same
// bytes. Names are escaped as displayBytes() has it. Any thread.
#pragma once

#include "tree/sharingmatrix.h"

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace Refbox {

enum class SharingFormat {
    Text, ///< a table with a line for each component, then one for each total
    /// RFC 4180: kind (component, folder, rest or total), name, of each vserver files and bytes, of the
    /// refbox files and bytes, unused files and bytes, and how many vservers use it
    Csv,
    Json, ///< { "rows": [ … ], "vservers": [ … ] }: a row has a cell for each vserver that uses it
};

/// By "text", "csv", "json".
std::optional<SharingFormat> sharingFormatOf(std::string_view name);

/// "component", "folder", "rest".
const char *sharingKindName(SharingRow::Kind kind);

void writeSharing(std::ostream &out, const SharingMatrix &matrix, SharingFormat format);

/// Into a file that is replaced only by the whole. Throws Error.
void saveSharing(const std::string &path, const SharingMatrix &matrix, SharingFormat format);

} // namespace Refbox
