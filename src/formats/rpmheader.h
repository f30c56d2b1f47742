// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What libarchive passes over in an RPM package: its header. Format: "RPM Package File Structure" (V3 and
// V4), https://rpm-software-management.github.io/rpm/manual/format_v4.html: a lead of 96 bytes, a signature,
// padded to 8 bytes, and a header, both of the same structure; numbers are big-endian.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// Whether a file that begins so is an RPM package; 4 bytes are enough.
bool isRpm(std::string_view head);

/// The scripts in a package's header, as a spec file calls them ("%post"). Damage that keeps the header from
/// being read yields none: whether the package is whole, its content tells.
std::vector<std::string> rpmScripts(const std::string &path);

} // namespace Refbox
