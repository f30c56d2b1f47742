// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One state of a package that all views show: a project's plan, or a tree that was opened to look inside,
// with everything that was computed from it. Immutable, shared between threads.
#pragma once

#include "assembly/planner.h"
#include "gui/colours.h"
#include "jobs/progress.h"
#include "tree/linkmap.h"
#include "tree/sides.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct Snapshot
{
    QString title;                    ///< "nano-vserver", or the opened file's name
    QString format;                   ///< of an opened tree: "ext4 image"
    FileTreePtr tree;                 ///< never null
    std::shared_ptr<const Plan> plan; ///< of a project, else null
    NodeId refbox = kNoId;
    std::vector<NodeId> vservers;
    Sides proposal;                            ///< of an opened tree that does not tell its sides
    std::optional<LinkMap> linkMap;            ///< where there is a refbox
    SharingTotals sharing;                     ///< of all vservers as one, where there is a link map
    std::vector<SharingTotals> vserverSharing; ///< of each vserver
    Findings findings;                         ///< worst first
    std::vector<std::uint64_t> bytes;          ///< by node, see subtreeBytes()
    ComponentColours colours;                  ///< of its components
    std::uint64_t imageBytes = 0;              ///< that the image would have; 0: unknown
    std::uint64_t capacity = 0;                ///< that it should fit on; 0: none
    QString problem;                           ///< why the image's size is unknown

    Sides sides() const { return {refbox, vservers}; }
    std::size_t count(Finding::Severity severity) const;
    /// Of a vserver; nothing where there is no link map.
    const SharingTotals *sharingOf(NodeId vserver) const;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Sides that the user chose for a tree, by path: they outlive the tree's being read again.
struct ChosenSides
{
    std::string refbox;
    std::vector<std::string> vservers;
    bool findCopies = false; ///< see LinkMapOptions
};

ChosenSides chosenSides(const FileTree &tree, const Sides &sides, bool findCopies);

// Jobs: any thread; throw Error and Cancelled.

SnapshotPtr planSnapshot(const Project &project, const PlanOptions &options, Progress &progress);

/// An image, archive or folder. chosen: its sides when it was read before; where it lacks one of them now,
/// the tree is asked again.
SnapshotPtr openSnapshot(const std::string &path, Progress &progress,
                         const std::optional<ChosenSides> &chosen = {});

/// The same opened tree with other sides, and checked with them. findCopies: see LinkMapOptions.
SnapshotPtr withSides(const Snapshot &opened, const Sides &sides, bool findCopies, Progress &progress);

} // namespace Refbox
