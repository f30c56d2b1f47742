// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sides: which folders of a tree share, for a link map between them. Any thread.
#pragma once

#include "tree/filetree.h"

#include <span>
#include <string>
#include <vector>

namespace Refbox {

struct Sides
{
    NodeId refbox = kNoId;
    std::vector<NodeId> vservers;
    bool areKnown() const { return refbox != kNoId && !vservers.empty(); }
    bool operator==(const Sides &) const = default;
};

/// Which folders of a tree are the refbox and the vservers: /refbox, and of the folders beside it those with
/// names known from a project; else those called vsbox…; else those that share an inode with the refbox.
Sides guessSides(const FileTree &tree, std::span<const std::string> knownNames = {});

/// For a tree of which nothing is known: the two folders, neither inside the other, that share the most files
/// by hard links, as high up as they stand apart; the one with fewer files is the refbox. Where no two
/// folders share any, the two with the most symbolic links from one into the other, which is the refbox.
/// Nothing where there are none.
Sides proposeSides(const FileTree &tree);

} // namespace Refbox
