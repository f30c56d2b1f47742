// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the tests of EROFS images share.
#pragma once

#include "imagefixture.h"

#include "formats/erofsreader.h"
#include "formats/erofswriter.h"

namespace Refbox::Testing {

/// All that EROFS holds.
inline Limits erofsLimits()
{
    Limits limits;
    limits.flags = false;
    limits.earliest = -(std::int64_t{1} << 60);
    limits.latest = std::int64_t{1} << 60;
    limits.longestTarget = 4095;
    return limits;
}

inline constexpr std::int64_t kUsualTime = 1500000000;

/// The same tree, but most files have kUsualTime and owners that fit into small inodes.
inline FileTreePtr withUsualTimes(const FileTree &tree, unsigned seed)
{
    FileTreeBuilder builder;
    FileTreeBuilder::CopyOptions options;
    options.contentsOnly = true;
    builder.copySubtree(FileTreeBuilder::root(), {}, tree, FileTree::root(), options);
    std::mt19937 random(seed);
    for (FileTreeBuilder::Handle handle = 0; handle < builder.nodeCount(); ++handle) {
        Inode &inode = builder.inode(handle);
        if (random() % 4 == 0)
            continue;
        inode.mtimeSeconds = kUsualTime;
        inode.mtimeNanoseconds = random() % 8 == 0 ? 1 : 0;
        inode.uid &= 0xFFFF;
        inode.gid &= 0xFFFF;
    }
    return builder.build();
}

} // namespace Refbox::Testing
