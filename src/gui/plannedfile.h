// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A file that a vserver has by its skeleton, an import or a link rule, as what a private file in its place
// begins with. Any thread; knows nothing of widgets.
#pragma once

#include "gui/snapshot.h"
#include "project/project.h"

#include <optional>
#include <string>
#include <string_view>

namespace Refbox {

struct PlannedFile
{
    PrivateFile file;
    bool isShared = false; ///< with the refbox: a private file would take the place of a link
};

/// path: in the vserver. nullopt where there is no file with a text that the small editor can show. Throws
/// Error where it cannot be read.
std::optional<PlannedFile> plannedFile(const Snapshot &snapshot, std::string_view vserver,
                                       std::string_view path);

} // namespace Refbox
