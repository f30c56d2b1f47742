// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be looked at: a project, which is planned first, or any tree (an image, an archive, a folder).
#pragma once

#include "assembly/planner.h"

#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct TreeSource
{
    FileTreePtr tree;
    std::optional<Plan> plan;         ///< of a project
    std::string format;               ///< "project", "ext4 image", "folder", …
    std::vector<std::string> remarks; ///< of an opened tree
    NodeId refbox = kNoId;            ///< where the tree has one
    std::vector<NodeId> vservers;
};

/// Whether the name says that it is a project: "*.lua".
bool isProjectName(const std::string &path);

/// The project and its plan; errors carry the path. Throws Error and Cancelled.
Plan planProjectFile(const std::string &path, Progress &progress);
/// The same of a project that was read from there.
Plan planProjectFile(const Project &project, const std::string &path, Progress &progress);

/// Throws Error and Cancelled.
TreeSource openSource(const std::string &path, Progress &progress);

} // namespace Refbox
