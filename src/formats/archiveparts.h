// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that are cut into parts, NAME.001, NAME.002 … NAME.999, as split and 7-Zip cut them: cat joins them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

inline constexpr unsigned kMostParts = 999;

/// number: from 1 on.
std::string partPath(const std::string &path, unsigned number);

/// Whether a path is a part's, and the path of what it is a part of.
bool isPart(std::string_view path);
std::string withoutPart(const std::string &path);

/// The numbers of the parts of path that stand in its folder, sorted.
std::vector<unsigned> existingParts(const std::string &path);

/// All parts where path is a first one ("NAME.001"), in order; else path alone. Throws Error where one is
/// missing between others.
std::vector<std::string> archiveParts(const std::string &path);

/// The files that must stay while path is read: the same, but whatever is missing, and never of a folder.
std::vector<std::string> filesOfSource(const std::string &path);

} // namespace Refbox
