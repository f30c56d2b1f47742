// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which links of a link map are shown, and which names with them. Pure; any thread.
#pragma once

#include "tree/linkmap.h"

#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct LinkFilter
{
    static constexpr unsigned bit(Link::Manner manner) { return 1U << static_cast<unsigned>(manner); }
    static constexpr unsigned kAllManners = 0x1F;

    std::string name;                     ///< in the name of either end, ASCII letters in either case
    std::optional<std::string> component; ///< that the file comes from; "" stands for those of none
    unsigned manners = kAllManners;       ///< bits
    NodeId from = kNoId;                  ///< only links from inside this subtree
    NodeId target = kNoId;                ///< only links that lead into this subtree
    /// Only links of which an end is one of these nodes or inside one; sorted. Where it is engaged.
    std::optional<std::vector<NodeId>> nodes;

    bool operator==(const LinkFilter &) const = default;
    bool isOff() const;
};

/// In the map's order.
std::vector<Link> filterLinks(const LinkMap &map, const LinkFilter &filter);

/// By NodeId: the ends of these links and all folders above them.
std::vector<bool> namesOfLinks(const FileTree &tree, std::span<const Link> links);

} // namespace Refbox
