// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What commands say about the project or tree that they look at.
#pragma once

#include "assembly/treesource.h"
#include "cli/command.h"

#include <QJsonArray>

#include <string>
#include <vector>

namespace Refbox {

/// Throws Error where the plan's own findings hold errors and keepGoing is false; prints these first.
void refuseErrors(const Plan &plan, bool keepGoing, std::ostream &err);

/// openSource() for a command that writes output besides, empty: it does not. Throws Error where that is, or
/// lies inside, what the tree is made from.
TreeSource openSource(const std::string &path, const std::string &output, Progress &progress);

/// The node at path in the tree; Error where there is none.
NodeId requireNode(const FileTree &tree, const std::string &path);

/// What is not in a throw-away copy of a vserver as it is in the tree, and so may be why something fails
/// there.
void printCopyLimits(std::ostream &out, const std::vector<std::string> &remarks);
/// The remarks alone, the first of them.
void printCopyRemarks(std::ostream &out, const std::vector<std::string> &remarks);

/// Findings as lines, worst first within their order. Gives how many are errors.
std::size_t printFindings(std::ostream &out, const Findings &findings);
QJsonArray findingsToJson(const Findings &findings);

} // namespace Refbox
