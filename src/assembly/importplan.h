// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A vserver that would be imported into a project, seen before anything is changed: for the window and the
// command line. Any thread.
#pragma once

#include "assembly/planner.h"

namespace Refbox {

struct ImportPlan
{
    Project project;     ///< with the vserver
    ImportReport report; ///< of the vserver, as are the findings
    Findings findings;
};

/// vserver.import must be set. Throws Error (no such archive, damaged, hostile; a name that is taken) and
/// Cancelled.
ImportPlan planImport(const Project &project, const VServer &vserver, const PlanOptions &options,
                      Progress &progress);

} // namespace Refbox
