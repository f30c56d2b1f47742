// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All that is worth saying about one node, in words: read in the background, shown by DetailsPanel. Any
// thread.
#pragma once

#include "gui/snapshot.h"

#include <QString>

#include <vector>

namespace Refbox {

struct DetailRow
{
    QString label;
    QString value;
    bool isProblem = false;
};

struct NodeDetails
{
    NodeId node = kNoId;
    QString title; ///< its path
    std::vector<DetailRow> rows;
    std::vector<NodeId> names; ///< all names of its inode, where it has several; at most kMostNames
    std::size_t nameCount = 1;
    std::vector<DetailRow> needs; ///< loader and libraries: name and where it is found, or a problem
    QString previewTitle;         ///< "Text", "Members": empty where there is nothing to show
    QString preview;

    static constexpr std::size_t kMostNames = 2000;
};

/// Throws Cancelled; what cannot be read is said in the details.
NodeDetails nodeDetails(const Snapshot &snapshot, NodeId node, Progress &progress);

} // namespace Refbox
