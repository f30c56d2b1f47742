// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a ReiserFS image (formats 3.5 and 3.6) as a FileTree. Content stays in the image: the tree refers to
// its ranges, so the file must not change while the tree is used.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <string>

namespace Refbox {

/// Whether the file begins like a ReiserFS file system (3.5 or 3.6; Reiser4 is another).
bool looksLikeReiserFs(const std::string &path);

/// Any thread. Nothing in the image is believed: an Error names the block or object, and the path where there
/// is one, for whatever is wrong. Images whose journal has not been replayed are refused, as their content
/// may be stale. The folder that Linux hides (.reiserfs_priv) is left out; the attributes in it come with
/// their files, but for those of namespaces that Linux does not show either.
FileTreePtr readReiserFs(const std::string &path, Progress &progress);

} // namespace Refbox
