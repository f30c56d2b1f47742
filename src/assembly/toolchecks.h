// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Overlooked tools: the utilities of POSIX (posixtools.h) that no folder of a vserver's PATH has, and which
// of them the refbox could give. Reads no file. Any thread.
#pragma once

#include "assembly/finding.h"
#include "assembly/planner.h"
#include "assembly/treeplaces.h"
#include "jobs/progress.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// Programs of the refbox that stand in a folder named bin or sbin, by name: of several, that of /bin, /sbin,
/// /usr/bin or /usr/sbin, else the first. Only names of POSIX utilities.
std::map<std::string_view, NodeId> refboxTools(const FileTree &tree, NodeId refbox);

/// The POSIX utilities that a vserver lacks, sorted. It has those with a program, or a symbolic link of any
/// kind, in /bin, /sbin, /usr/bin, /usr/sbin, /usr/local/bin, /usr/local/sbin, /opt/bin, /opt/…/bin or
/// /opt/…/…/bin. Tools for developing software count only where it has a compiler or make. Nothing where it
/// has no tools at all: then it is not meant for a shell.
std::vector<std::string_view> missingTools(const FileTree &tree, NodeId vserver);

/// Those that it has, by name, with the program in the first of these folders.
std::map<std::string_view, NodeId> presentTools(const FileTree &tree, NodeId vserver);

/// Appends findings, one of each kind for a vserver:
///   unlinked-tools: the refbox has them
///   overlooked-tools: nothing here has them
/// Of a plan (else nullptr), what a link rule of the vserver leaves out on purpose counts as neither.
void checkTools(const TreePlaces &places, const Plan *plan, Findings &findings, Progress &progress);

/// The link rules that give a vserver (by its place in the project) the tools of its unlinked-tools finding.
std::vector<LinkRule> toolRules(const Plan &plan, std::size_t vserver);

} // namespace Refbox
