// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a command looks at: a project (planned first) or any tree (an image, an archive, a folder).
#pragma once

#include "assembly/planner.h"
#include "cli/command.h"
#include "formats/opentree.h"

#include <QJsonArray>

#include <optional>
#include <string>

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

/// Whether the name says that it is a project: "*.refbox.lua".
bool isProjectName(const std::string &path);

/// The project and its plan; errors carry the path.
Plan planProjectFile(const std::string &path, Progress &progress);

/// Throws Error where the plan's own findings hold errors and keepGoing is false; prints these first.
void refuseErrors(const Plan &plan, bool keepGoing, std::ostream &err);

TreeSource openSource(const std::string &path, Progress &progress);

/// The node at path in the tree; Error where there is none.
NodeId requireNode(const FileTree &tree, const std::string &path);

/// Findings as lines, worst first within their order. Gives how many are errors.
std::size_t printFindings(std::ostream &out, const Findings &findings);
QJsonArray findingsToJson(const Findings &findings);

} // namespace Refbox
