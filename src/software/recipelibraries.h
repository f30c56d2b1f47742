// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What programs that a recipe has built need of this machine. One thread.
#pragma once

#include "jobs/progress.h"
#include "software/neededlibraries.h"
#include "tree/filetree.h"

#include <set>
#include <string>
#include <vector>

namespace Refbox {

struct PlacedTree
{
    std::string prefix;
    FileTreePtr tree; ///< its root is the prefix
};

struct MachineLibraries
{
    std::vector<NeededLibrary> libraries; ///< sorted by wantedPath
    FileTreePtr tree;                     ///< the same as files
    std::set<std::string> ofOthers;       ///< libraries of the further trees that are needed, by path
    Remarks remarks;
};

/// The loader and libraries of this machine that the first tree's files need; what the trees bring themselves
/// is not among them. Throws Cancelled.
MachineLibraries machineLibraries(const std::vector<PlacedTree> &trees, FileView &machine,
                                  Progress &progress);

} // namespace Refbox
