// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Extended attributes and ACLs between the kernel's form (lgetxattr) and ext4's, inside an inode of 256 bytes
// or in one block of their own. Pure.
#pragma once

#include "formats/ext4filesystem.h"
#include "formats/extshape.h"
#include "tree/filetree.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

/// Room behind the fixed part of an inode of 256 bytes, the magic number included.
inline constexpr std::size_t kExt4InodeRoom = 96;

struct Ext4Xattrs
{
    std::string inInode; ///< empty or at most kExt4InodeRoom bytes
    std::string block;   ///< empty or one block, without reference count and checksum
};

/// Throws Error, its place left to the caller, for what ext4 cannot hold: too large, or of an unknown
/// namespace. Nothing goes into inodes of ext2.
Ext4Xattrs encodeExt4Xattrs(std::span<const XattrView> xattrs, const ExtShape &shape);

/// One attribute as ext4 has it: the namespace is a number, ACLs have a form of their own.
struct Ext4Xattr
{
    std::uint8_t index = 0;
    std::string name;
    std::string value;
};
/// nullopt for an ACL without entries, which says nothing.
std::optional<Ext4Xattr> toExt4Xattr(const XattrView &xattr);
/// The attribute's full name; empty for an unknown namespace.
std::string ext4XattrName(std::uint8_t index, std::string_view name);
/// The kernel's form of an ACL from ext4's; nullopt where it is malformed.
std::optional<std::string> ext4AclToXattr(std::string_view bytes);

} // namespace Refbox
