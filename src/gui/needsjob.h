// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the page of needs computes in the background: both read the heads of many files. Any thread; throw
// Error and Cancelled.
#pragma once

#include "assembly/whatif.h"
#include "gui/needsscene.h"
#include "gui/snapshot.h"

#include <memory>
#include <vector>

namespace Refbox {

struct NeedsResult
{
    SnapshotPtr snapshot;
    NodeId selected = 0;
    std::shared_ptr<const NeedsGraph> graph;
    std::size_t shown = 0; ///< programs of a folder
    std::size_t total = 0; ///< more than shown: it is cut
};

inline constexpr std::size_t kMostPrograms = 200;
inline constexpr std::size_t kMostDrawn = 2000; ///< files in one picture

/// Of a file, or of the programs below a folder.
NeedsResult findNeeds(const SnapshotPtr &snapshot, NodeId selected, Progress &progress);

std::shared_ptr<const WhatIf> findBreaks(const SnapshotPtr &snapshot, const std::vector<NodeId> &dropped,
                                         Progress &progress);

/// What becomes of each box of the scene, by the answer for its root.
std::vector<NeedsMark> marksOf(const NeedsScene &scene, const WhatIf &whatIf);

/// "It would lack the library libc.so.6, which /bin/sh needs."
QString effectText(const FileTree &tree, const DropEffect &effect);

} // namespace Refbox
