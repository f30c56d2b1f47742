// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The link map for other programs and for reading: text, CSV, JSON and DOT, link by link as they come, so
// that a million of them need no memory. The same map gives the same bytes. Any thread.
//
// Names are bytes: in all formats they are escaped as displayBytes() has it, valid UTF-8 as it is, every
// other byte as \xNN, a backslash as \\. So every text is UTF-8, and the bytes can be had back.
#pragma once

#include "jobs/progress.h"
#include "tree/linkmap.h"

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace Refbox {

enum class LinkFormat {
    Text, ///< a line for each link, then one for each vserver
    Csv,  ///< RFC 4180 with a header: vserver, path, manner, target, bytes; ends of lines are CR LF
    Json, ///< { "links": [ … ], "vservers": [ … ] }: the links and what each vserver shares
    Dot,  ///< a graph of folders, an edge for each two of them and manner with the number of its links
};

/// By "text", "csv", "json", "dot".
std::optional<LinkFormat> linkFormatOf(std::string_view name);

struct LinkExportOptions
{
    bool totalsOnly = false;      ///< without the links: Text and Json
    Progress *progress = nullptr; ///< asked whether to stop
};

/// Throws Cancelled; whether the stream took it all is for the caller to ask.
void writeLinks(std::ostream &out, const LinkMap &map, LinkFormat format,
                const LinkExportOptions &options = {});

/// Into a file that is replaced only by the whole. Throws Error and Cancelled.
void saveLinks(const std::string &path, const LinkMap &map, LinkFormat format,
               const LinkExportOptions &options = {});

} // namespace Refbox
