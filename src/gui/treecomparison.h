// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The comparison of two trees that the window shows, and the job that makes it.
#pragma once

#include "gui/snapshot.h"
#include "tree/comparison.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace Refbox {

struct ComparedTree
{
    QString title;    ///< "nano.img (ext4 image)"
    std::string path; ///< of its file or folder; empty for a project that was never saved
};

struct TreeComparison
{
    ComparedTree a;
    ComparedTree b;
    FileTreePtr treeA;
    std::vector<Difference> differences;

    std::size_t count(Difference::Kind kind) const;
    /// "refbox-cli compare A B"; empty where a side has no file.
    QString command() const;
};

/// "Only in A", "Mode", …
QString differenceText(Difference::Kind kind);

/// A job: opens (or plans) what is at path and compares it with the snapshot, which pathA is the file of.
std::shared_ptr<const TreeComparison> compareWith(const SnapshotPtr &snapshot, const std::string &pathA,
                                                  const std::string &path, Progress &progress);

} // namespace Refbox
