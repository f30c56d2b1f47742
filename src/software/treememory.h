// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Archives and images that were read last, kept in this process as long as their files do not change: plans
// are made after every edit, and reading a package anew takes longer than all the rest. Any thread.
#pragma once

#include "formats/archivereader.h"
#include "software/store.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// What read() gives, or what it gave the last time for the same files read in the same way (how), where the
/// store still has all that it put there. Keeps those that were used last, of at most a million names
/// together.
ArchiveContents rememberedTree(const std::vector<std::string> &files, std::string_view how,
                               const Store &store, const std::function<ArchiveContents()> &read);

/// An archive whose content goes to the store.
ArchiveContents rememberedArchive(const std::vector<std::string> &files, const Store &store,
                                  Progress &progress);

} // namespace Refbox
