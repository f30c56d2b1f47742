// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the copyright file of a Debian package (/usr/share/doc/NAME/copyright) declares, in the words of SPDX.
// Formats: Debian's "Machine-readable debian/copyright file" 1.0, and SPDX 2.3, annex D (licence
// expressions). Nothing is concluded from texts: a file in another form declares nothing. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

struct DeclaredLicence
{
    std::string expression; ///< of SPDX; what it has no name for is a "LicenseRef-…"
    std::string name;       ///< as it is declared: "GPL-2+ or Artistic"
    auto operator<=>(const DeclaredLicence &) const = default;
};

/// Each once, sorted. Not of the packaging itself (Files: debian/…).
std::vector<DeclaredLicence> licencesOfDebian(std::string_view copyright);

/// Files of /usr/share/common-licenses that any text names, such as "GPL-2", sorted: a hint where nothing is
/// declared.
std::vector<std::string> licencesNamedIn(std::string_view copyright);

/// "GPL-2+ or Artistic" → "GPL-2.0-or-later OR Artistic-1.0-Perl".
std::string spdxFromDebian(std::string_view name);

} // namespace Refbox
