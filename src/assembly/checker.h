// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The check of a tree's programs and links: what would not run, dangle, or waste space in each of its roots.
// Pure but for reading the files' heads. Any thread.
#pragma once

#include "assembly/finding.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <span>

namespace Refbox {

/// roots: the vservers and the refbox, each seen as "/" by its programs. Findings, by root and then by path:
///   missing-loader, missing-library, missing-interpreter: resolved inside that root only
///   bad-elf: a program or library that cannot be understood
///   dangling-link, escaping-link, refbox-link: symbolic links that lead nowhere, out of the root, to the
///   refbox
///   mixed-processors: programs for more than one machine in one root
///   minimum-kernel: the newest that any program asks for, and for how many it is unknown
///   unstripped: binaries that stripping would make smaller, once per file
/// The other checks have headers of their own, and plancheck.h brings all together:
///   unsealed, shared-writable, foreign-link: sharedchecks.h
///   set-uid, set-gid, file-capabilities: privilegechecks.h
///   identical-copies, identical-private, copies-unknown: copychecks.h
///   unlinked-tools, overlooked-tools: toolchecks.h
///   format-loss, format-refusal, image-size, capacity-exceeded: plancheck.h
Findings checkTree(const FileTree &tree, std::span<const NodeId> roots, Progress &progress);

} // namespace Refbox
