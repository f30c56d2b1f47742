// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/treesource.h"

#include "formats/opentree.h"
#include "project/projectfile.h"
#include "tree/sides.h"

#include <filesystem>

namespace Refbox {

bool isProjectName(const std::string &path)
{
    return path.ends_with(".lua");
}

Plan planProjectFile(const std::string &path, Progress &progress)
{
    return planProjectFile(loadProject(path), path, progress);
}

Plan planProjectFile(const Project &project, const std::string &path, Progress &progress)
{
    PlanOptions options;
    options.projectFile = std::filesystem::absolute(path).string();
    options.projectFolder = std::filesystem::path(options.projectFile).parent_path().string();
    return makePlan(project, options, progress);
}

TreeSource openSource(const std::string &path, Progress &progress)
{
    TreeSource source;
    std::error_code ignored;
    if (isProjectName(path) && !std::filesystem::is_directory(path, ignored)) {
        source.plan = planProjectFile(path, progress);
        source.tree = source.plan->tree;
        source.format = "project";
        source.refbox = source.plan->refbox;
        source.vservers = source.plan->vservers;
        return source;
    }
    OpenedTree opened = openTree(path, progress);
    source.tree = std::move(opened.tree);
    source.format = std::move(opened.format);
    source.remarks = std::move(opened.remarks);
    const Sides sides = guessSides(*source.tree);
    source.refbox = sides.refbox;
    source.vservers = sides.vservers;
    return source;
}

} // namespace Refbox
