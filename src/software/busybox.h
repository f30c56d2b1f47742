// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The applets of a BusyBox binary. Any thread.
#pragma once

#include "jobs/progress.h"
#include "software/elf.h"
#include "software/remark.h"
#include "software/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// Whether a file of this machine says that it is BusyBox. Reads up to 16 MB of it.
bool isBusyBox(const std::string &path);

/// Where its applets belong, without a leading slash ("bin/ls"), sorted: asked from the binary itself, in the
/// sandbox. What cannot be asked (made for another processor; no sandbox here, which is remarked) is looked
/// up by the applets' names in the binary and the catalogue's list. The binary's answer is kept in the store,
/// if one is given.
std::vector<std::string> busyBoxApplets(const std::string &path, const ElfInfo &info, const Store *store,
                                        Remarks &remarks, Progress &progress);

/// The lines of a "--list-full" that are honest relative paths, sorted, each once.
std::vector<std::string> parseAppletList(std::string_view text);

/// The catalogue's list.
const std::vector<std::string> &catalogueApplets();

/// The applets of the catalogue whose names stand in the binary's own table; all where none is recognized.
std::vector<std::string> appletsByNames(std::string_view binary);

/// Those that the package is expected to have and this list lacks.
std::vector<std::string> missingApplets(const std::vector<std::string> &paths);

} // namespace Refbox
