// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The link map as a picture for the guide: the vservers' folders on the left, the components on the right,
// between them ribbons as thick as the number of shared names. Pure.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>

namespace Refbox {

struct LinkEnds
{
    std::string folder;    ///< "/vsbox01/bin"
    std::string component; ///< empty: unknown
    auto operator<=>(const LinkEnds &) const = default;
};

/// How many names a folder of a vserver, with all below it, shares with a component of the refbox.
using LinkCounts = std::map<LinkEnds, std::uint32_t>;

/// An SVG of its own, readable on light and dark ground; empty where nothing is shared.
std::string linkPicture(const LinkCounts &counts);

} // namespace Refbox
