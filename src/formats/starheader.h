// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What makes libarchive's pax headers those of star's "exustar" archives. Pure functions over the bytes.
//
// exustar: POSIX pax, announced by a global header SCHILY.archtype=exustar, and with star's xustar layout of
// each ustar header: prefix 131 bytes (the last 0), atime and ctime as 11 octal digits and a blank at 476 and
// 488 (star(5), "xustar format").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

struct PaxRecord
{
    std::string key;
    std::string value;
};

/// The archive's first two blocks.
std::string starGlobalHeader();

/// headers: one entry's ustar header, with or without a pax header before it. path: its whole name, for a pax
/// record where xustar's shorter prefix cannot hold it. records are added to the pax header, and overrule
/// those there.
std::string toExustar(std::string headers, std::string_view path, std::int64_t mtime,
                      std::vector<PaxRecord> records);

/// The same without star's layout: plain pax.
std::string toPax(std::string headers, std::vector<PaxRecord> records);

/// An xattr's name in a SCHILY.xattr keyword: as it is but for '%' and '=', which GNU tar writes as %25 and
/// %3D.
std::string xattrKeyword(std::string_view name);

} // namespace Refbox
