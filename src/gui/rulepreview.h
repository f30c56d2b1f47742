// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a link rule would catch in a planned refbox, and where that would appear. Any thread.
#pragma once

#include "jobs/progress.h"
#include "project/project.h"
#include "tree/filetree.h"

#include <cstdint>
#include <string>
#include <vector>

namespace Refbox {

struct RulePreview
{
    struct Match
    {
        std::string from; ///< in the refbox
        std::string to;   ///< in the vserver
        bool operator==(const Match &) const = default;
    };
    std::uint64_t files = 0; ///< names of anything but folders, as the plan counts
    std::uint64_t folders = 0;
    std::uint64_t bytes = 0;    ///< of the distinct files
    std::vector<Match> matches; ///< the first ones, without folders
};

/// As the plan applies it, but for what other rules and the vserver's files do. most: how many matches are
/// kept. Throws Cancelled.
RulePreview previewRule(const FileTree &tree, NodeId refbox, const LinkRule &rule, std::size_t most,
                        Progress &progress);

} // namespace Refbox
