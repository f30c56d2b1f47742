// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads an ext2, ext3 or ext4 image as a FileTree. Content stays in the image: the tree refers to its ranges,
// so the file must not change while the tree is used.
#pragma once

#include "formats/imageoptions.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <optional>
#include <string>

namespace Refbox {

/// Which of ext2, ext3 and ext4 the file begins like, if any, by the features that it has.
std::optional<ImageFormat> extVersionOf(const std::string &path);

/// Any thread. Nothing in the image is believed: an Error names the inode, and the path where there is one,
/// for whatever is wrong. Images whose journal has not been replayed are refused, as their content may be
/// stale, and so are encrypted folders and files. An empty lost+found of root with 0700 is left out: every
/// ext4 has one. Attributes of namespaces that the kernel does not show either are left out.
FileTreePtr readExt4(const std::string &path, Progress &progress);

} // namespace Refbox
