// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small steps on a tree in the making that the refbox and the vservers share.
#pragma once

#include "tree/filetreebuilder.h"

#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// "/a//b/" → { "a", "b" }.
std::vector<std::string_view> pathParts(std::string_view path);
/// "/a" and "b/c" → "/a/b/c"; "/" and "b" → "/b".
std::string joinPath(std::string_view folder, std::string_view rest);
/// "/a/b" → "b".
std::string_view baseName(std::string_view path);
/// "/a/b" → "/a", "/a" → "/".
std::string_view parentPath(std::string_view path);

/// The directory at path below top, made with its parents where missing. FileTreeBuilder::kNone, with the
/// path of what is in the way in blocker, where a name on the way is no directory.
FileTreeBuilder::Handle makeFolders(FileTreeBuilder &builder, FileTreeBuilder::Handle top,
                                    std::string_view path, const Metadata &metadata, std::string *blocker);

} // namespace Refbox
