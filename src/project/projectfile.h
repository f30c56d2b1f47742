// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A Project as a Lua table in a file, NAME.refbox.lua. Reading executes nothing; writing is canonical: the
// same project, the same bytes, and readProject(writeProject(p)) == p. Comments are kept: those above an
// entry and those inside it or behind it on its last line all stand above it when written. Runs on any
// thread.
#pragma once

#include "project/project.h"

#include <QString>

#include <string>
#include <string_view>

namespace Refbox {

/// Throws Error with displayName:line:column for everything that is no project: syntax, unknown or doubled
/// keys, wrong types, values out of range, names that are taken, a newer format.
Project readProject(std::string_view text, const QString &displayName);

/// From a file or a pipe ("print the project with a script").
Project loadProject(const std::string &path);

/// Error for a value that no Lua literal can express (sizes from 2^63 on, percents that are no number).
std::string writeProject(const Project &project);

/// Atomic: the file is whole and new, or, with an Error, as it was. A project that could not be loaded again
/// is refused. A symbolic link stays one; a device or folder is refused.
void saveProject(const Project &project, const std::string &path);

} // namespace Refbox
