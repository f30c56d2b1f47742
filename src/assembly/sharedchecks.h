// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is wrong with the way files are shared: unsealed, writable, or linked past the refbox. Reads no file.
// Any thread.
#pragma once

#include "assembly/finding.h"
#include "assembly/treeplaces.h"
#include "jobs/progress.h"

namespace Refbox {

enum class CheckedKind {
    Plan,  ///< of a project: what its settings can mend is a warning
    Opened ///< made by somebody else: a remark
};

/// Appends findings:
///   unsealed: the files that the refbox and vservers share without the immutable flag, one finding for all
///   shared-writable: of these, each that group or others may write (from the 21st on as a number), and one
///   finding for those of owners other than root
///   foreign-link: files of a vserver that have names in another one or beside them, but none in the refbox;
///   one finding for each two such places
void checkSharing(const TreePlaces &places, CheckedKind kind, Findings &findings, Progress &progress);

} // namespace Refbox
