// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files of vservers that are the same as a file of the refbox, or of another vserver, without being links:
// equal in content, permissions, owner, group, xattrs (ACLs are among them) and flags but the seal, whatever
// their times. Any thread.
//
// Never: empty files, and what a vserver alters sooner or later (mayBeAltered()).
#pragma once

#include "assembly/finding.h"
#include "assembly/treeplaces.h"
#include "jobs/progress.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace Refbox {

/// Whether a path in a vserver is below its /etc, /home, /root, /run, /srv, /tmp or /var: equal today is no
/// reason to share.
bool mayBeAltered(std::string_view path);

struct IdenticalCopy
{
    NodeId file = kNoId; ///< in a vserver: its inode's first name there, of which none is in the refbox
    NodeId twin = kNoId; ///< of the refbox the first file, preferably of the same name; else of a vserver
    bool operator==(const IdenticalCopy &) const = default;
};

struct IdenticalCopies
{
    std::vector<IdenticalCopy> ofRefbox;   ///< sorted by file, each inode once
    std::vector<IdenticalCopy> ofVServers; ///< likewise: twin is the first of all, in an earlier vserver
    bool complete = true;                  ///< false: there may be more, see findIdenticalCopies()
};

/// How much the checks read for this.
inline constexpr std::uint64_t kMostCopyBytes = 512ULL << 20;

/// Reads files that are equal in everything else, but no more than readLimit bytes in all (a file counts for
/// at least 4 KiB), and none that cannot be read: then the result is not complete. Content that is known to
/// be the same, as of copies that the planner made, is not read.
IdenticalCopies findIdenticalCopies(const TreePlaces &places, std::uint64_t readLimit, Progress &progress);

/// Appends findings about a tree that somebody else made (in a plan, only link rules copy, and these say so
/// themselves), one a vserver:
///   identical-copies: files that the refbox has, too
///   identical-private: files that another vserver has, too
///   copies-unknown: not all was compared
void checkCopies(const TreePlaces &places, Findings &findings, Progress &progress,
                 std::uint64_t readLimit = kMostCopyBytes);

} // namespace Refbox
