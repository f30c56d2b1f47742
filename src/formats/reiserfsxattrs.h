// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Extended attributes as ReiserFS keeps them: each a file with a head of 8 bytes (magic, hash) before the
// value, below a folder that is named after the object. ACLs are in a form of their own. Pure.
#pragma once

#include "tree/filetree.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Refbox {

/// The name of an object's folder: "1F.0".
std::string reiserFsXattrFolder(std::uint32_t object, std::uint32_t generation);

/// Whether Linux shows attributes of this name.
bool reiserFsShowsXattr(std::string_view name);

/// The file of an attribute; nullopt for an ACL without entries, which is none. Throws Error, naming the
/// attribute, where it cannot be held.
std::optional<std::string> encodeReiserFsXattr(const XattrView &xattr);

/// The value, of an ACL in the kernel's form; nullopt where the file is damaged.
std::optional<std::string> decodeReiserFsXattr(std::string_view name, std::string_view file);

/// Most bytes of a value, as Linux has it.
inline constexpr std::size_t kReiserFsLargestXattr = 65536;
inline constexpr std::size_t kReiserFsXattrHead = 8;

} // namespace Refbox
