// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plan: the image's tree as it would be now, computed from a project without writing anything but caches.
#pragma once

#include "assembly/componentstate.h"
#include "assembly/finding.h"
#include "assembly/importsource.h"
#include "assembly/vserverassembler.h"
#include "jobs/progress.h"
#include "project/project.h"
#include "tree/filetree.h"

#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct PlanOptions
{
    std::string projectFolder; ///< relative paths of folders and archives start here
    std::string projectFile{}; ///< becomes one of the sources; may be empty
};

struct ComponentReport
{
    std::string name;
    ComponentState state = ComponentState::Failed;
    std::uint32_t files = 0; ///< names of the refbox that are its own
    std::uint64_t bytes = 0; ///< of its distinct files
};

/// One snapshot that all views and outputs show.
struct Plan
{
    Project project;
    FileTreePtr tree;
    NodeId refbox = kNoId;
    std::vector<NodeId> vservers;               ///< in the project's order
    std::vector<std::vector<RuleReport>> rules; ///< by vserver and rule
    std::vector<std::optional<ImportReport>>
        imports;                             ///< by vserver; none: it is not imported, or that failed
    std::vector<ImportSource> importSources; ///< likewise, without a tree where there is none
    std::vector<ComponentReport> components; ///< in the project's order
    Findings findings;                       ///< of planning; the checks' are checkPlan()'s
    std::vector<std::string> sources;        ///< files and folders of this machine that it reads
};

/// Throws Error where nothing sensible can be planned; what is merely missing or in conflict is a finding.
Plan makePlan(const Project &project, const PlanOptions &options, Progress &progress);

/// The files' names that vservers have in what they are imported from, and so keep whatever becomes of the
/// refbox; sorted.
std::vector<NodeId> importedNames(const Plan &plan);

} // namespace Refbox
