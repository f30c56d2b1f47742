// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Extended attributes of an image's inodes, back in the form of lgetxattr(2).
#pragma once

#include "formats/ext4image.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Refbox {

struct Ext4FoundXattrs
{
    std::vector<std::pair<std::string, std::string>> xattrs;
    std::optional<std::string>
        inlineData; ///< what of a small file or folder stands behind the inode's 60 bytes
};

/// Throws Error for malformed ones. Namespaces that the kernel does not show are left out.
Ext4FoundXattrs readExt4Xattrs(Ext4Image &image, const Ext4RawInode &inode);

} // namespace Refbox
