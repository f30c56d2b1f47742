// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Comparing two trees, name by name: every difference in structure, type, mode, owner, time, size, bytes,
// link groups, xattrs, ACLs and flags. Any thread.
#pragma once

#include "jobs/progress.h"
#include "jobs/text.h"
#include "tree/filetree.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace Refbox {

struct Difference
{
    enum class Kind {
        OnlyInA, ///< the name and all below it is missing in B
        OnlyInB,
        Type,
        Permissions,
        Owner,
        Time,
        Size,
        Content, ///< bytes differ though the sizes are equal
        Target,  ///< of a symbolic link
        Device,
        Links, ///< it shares its inode with other names than on the other side; once for each two inodes
        Xattrs,
        Acls, ///< the access or the default one
        Flags,
    };
    Kind kind;
    std::string path; ///< below the compared roots, "/" for these
    std::string a;    ///< how it is in A, in words; empty for OnlyInB
    std::string b;
    bool operator==(const Difference &) const = default;
};

/// "only in A", "mode", "owner", …: for scripts, and through translated("tree", …) for people.
const char *differenceName(Difference::Kind kind);

struct CompareOptions
{
    bool content = true; ///< read and compare the bytes
    /// Whether an inode of A is known to have its bytes in B, so that they need not be read; none: read all.
    std::function<bool(InodeId)> hasKnownContent = {};
    bool times = true;
    bool nanoseconds = true;
    bool flags = true;
    bool owners = true;
    bool links = true; ///< which names share an inode
    bool acls = true;
    bool xattrs = true;      ///< others than ACLs
    bool xattrsOfAll = true; ///< else, like ACLs, of files and folders only
    // Times before or after these, in seconds since 1970, count as these.
    std::int64_t earliest = std::numeric_limits<std::int64_t>::min();
    std::int64_t latest = std::numeric_limits<std::int64_t>::max();
};

/// A tree or a part of it.
struct Subtree
{
    const FileTree &tree;
    NodeId node = FileTree::root();
};

/// Sorted by path, in preorder. Names outside the subtrees do not count for link groups. Of several names of
/// one inode, what the inode itself differs in is reported under the first only.
std::vector<Difference> compareTrees(Subtree a, Subtree b, const CompareOptions &options, Progress &progress);

} // namespace Refbox
