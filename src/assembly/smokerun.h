// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Starts every program of a vserver, each for itself in the sandbox, all on one throw-away copy that none of
// them can change. Job: any thread.
#pragma once

#include "assembly/smoketest.h"
#include "jobs/progress.h"

#include <chrono>

namespace Refbox {

struct SmokeReport
{
    std::string vserver; ///< its name
    std::vector<SmokeOutcome> outcomes;
    std::vector<std::string> remarks; ///< what of the copy was not as in the tree: a reason for failures

    std::size_t count(SmokeState state) const;
};

struct SmokeOptions
{
    std::chrono::milliseconds timeLimit{5'000}; ///< for each; who still runs then, runs
};

/// Throws Error where nothing could be started at all, and Cancelled.
SmokeReport runSmokeTest(const FileTree &tree, NodeId vserver, const SmokeOptions &options,
                         Progress &progress);

/// A line for each outcome: state, program, argument, status, reason, said (RFC 4180, in no language but the
/// reasons). Into a file that is replaced only by the whole. Throws Error.
void saveSmokeCsv(const std::string &path, const SmokeReport &report);
std::string smokeCsv(const SmokeReport &report);

} // namespace Refbox
