// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All checks together, of a plan and of a tree that was opened: what the command line and the window show.
// Any thread; throw Cancelled, and Error where a file cannot be read.
#pragma once

#include "assembly/finding.h"
#include "assembly/planner.h"
#include "jobs/progress.h"

#include <QString>

#include <cstdint>
#include <span>

namespace Refbox {

struct PlanCheck
{
    Findings findings;            ///< the planner's, then the checks'
    std::uint64_t imageBytes = 0; ///< that the image would have; 0: unknown
    QString problem;              ///< why it is unknown
};

/// Findings of checkTree(), checkSharing(), checkPrivileges(), checkTools(), and of the image:
///   format-loss, format-refusal: what its file system cannot hold, one finding of each kind of loss
///   image-size: there can be no such image, whatever the reason
///   capacity-exceeded: it does not fit on the project's medium
PlanCheck checkPlan(const Plan &plan, Progress &progress);

/// Findings of checkTree(), checkSharing(), checkPrivileges(), checkTools() and checkCopies(). refbox is
/// kNoId where there is none; without vservers either, the tree is one root.
Findings checkOpened(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers,
                     Progress &progress);

} // namespace Refbox
