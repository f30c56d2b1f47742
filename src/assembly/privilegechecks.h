// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that give whoever starts them more rights than they have: set-uid, set-gid, file capabilities. Reads
// no file. Any thread.
#pragma once

#include "assembly/finding.h"
#include "assembly/treeplaces.h"
#include "jobs/progress.h"

#include <string>
#include <string_view>

namespace Refbox {

/// The names of the capabilities that a security.capability value (capabilities(7), versions 1 to 3) grants,
/// "cap_chown, cap_net_raw"; empty where it grants none or cannot be understood.
std::string capabilityNames(std::string_view value);

/// Appends findings about programs of the roots, each inode once at its first name in the first root, from
/// the 51st on as a number:
///   set-uid, set-gid: a remark; a warning where others may write the file
///   file-capabilities: likewise
void checkPrivileges(const TreePlaces &places, Findings &findings, Progress &progress);

} // namespace Refbox
