// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads an ISO 9660 image as a FileTree: with Rock Ridge and AAIP where it has them, else with its plain
// names. Content stays in the image: the tree refers to its ranges, so the file must not change while the
// tree is used.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <string>

namespace Refbox {

/// Whether the file begins like an ISO 9660 image.
bool looksLikeIso9660(const std::string &path);

/// Any thread. Nothing in the image is believed: an Error names the place, and the path where there is one,
/// for whatever is wrong. Joliet, El Torito and all but the first primary volume descriptor are not looked
/// at.
///
/// Hard links: names of one file serial number (RRIP 1.12) whose records agree in everything else; without
/// serial numbers, records of files with bytes that stand at one place, agree in everything and count more
/// than one link, at most as many names as they count. Without Rock Ridge everything belongs to root and has
/// the permissions that Linux gives it; names lose their version and a dot at their end. Relocated folders
/// are put back, and an rr_moved that held nothing else is left out. Files that zisofs compressed are
/// unpacked when read.
FileTreePtr readIso9660(const std::string &path, Progress &progress);

} // namespace Refbox
