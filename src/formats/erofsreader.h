// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads an EROFS image as a FileTree. Content stays in the image: the tree refers to its ranges, or decodes
// what LZ4 compressed, so the file must not change while the tree is used.
//
// Definition: see erofsformat.h.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <string>

namespace Refbox {

/// Whether the file begins like an EROFS file system.
bool looksLikeErofs(const std::string &path);

/// Any thread. Nothing in the image is believed: an Error names the inode, and the path where there is one,
/// for whatever is wrong. Images of several devices, those whose files share compressed pieces, and other
/// compressions than LZ4 are refused. Attributes of namespaces that the kernel does not show either are left
/// out.
FileTreePtr readErofs(const std::string &path, Progress &progress);

} // namespace Refbox
