// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything that a project asks for, made in one go: the image and a star-ball of each vserver.
#pragma once

#include "assembly/exporter.h"
#include "assembly/planner.h"

#include <string>
#include <vector>

namespace Refbox {

struct BuildOptions
{
    std::string folder; ///< made where missing; gets NAME.img and VSERVER.tar[.zst …]
    Compression compression = Compression::Zstd;
    bool verify = true;
};

struct BuildReport
{
    std::vector<ExportReport> outputs; ///< the image first
    Findings findings;                 ///< of the plan and of the checker
};

/// Each output takes its place when it is whole; an Error or Cancelled leaves the earlier ones of this build
/// and all former ones whole. One that an earlier build has written and verified from the same plan, and that
/// nobody has touched since, stays as it is.
BuildReport buildPackage(const Plan &plan, const BuildOptions &options, Progress &progress);

} // namespace Refbox
