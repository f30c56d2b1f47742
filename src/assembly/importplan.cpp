// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/importplan.h"

#include "assembly/importsource.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "project/projectpaths.h"

#include <algorithm>
#include <iterator>

namespace Refbox {

ImportPlan planImport(const Project &project, const VServer &vserver, const PlanOptions &options,
                      Progress &progress)
{
    const QString failed = translated("assembly", "Cannot import the vserver");
    if (std::ranges::find(project.vservers, vserver.name, &VServer::name) != project.vservers.end())
        throw Error(failed, displayPath(vserver.name),
                    translated("assembly", "The project has a vserver of this name."),
                    translated("assembly", "Give another name."));
    // By itself first, so that what cannot be read is an Error and no finding; the planner finds it in
    // memory.
    const std::string path = absolutePath(vserver.import->path, options.projectFolder);
    readImportSource(*vserver.import, path, progress);
    ImportPlan result;
    result.project = project;
    result.project.vservers.push_back(vserver);
    Plan plan = makePlan(result.project, options, progress);
    if (!plan.imports.back())
        throw Error(failed, displayPath(path), translated("assembly", "It changed while it was read."),
                    translated("assembly", "Try again once nothing writes to it."));
    result.report = std::move(*plan.imports.back());
    const std::string top = "/" + vserver.name;
    std::ranges::copy_if(plan.findings, std::back_inserter(result.findings), [&](const Finding &finding) {
        return finding.path == top || finding.path.starts_with(top + "/");
    });
    return result;
}

} // namespace Refbox
