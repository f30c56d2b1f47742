// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The files of this machine that a project names: by absolute path, or by one that starts at the folder of
// the project's file, so that both can move together. Folders are absolute.
#pragma once

#include "project/project.h"

#include <string>

namespace Refbox {

/// Where a path that a project in projectFolder names leads to.
std::string absolutePath(const std::string &path, const std::string &projectFolder);

/// How a project names a file: relative where it lies in the project's folder, else (and without such a
/// folder) absolute.
std::string pathForProject(const std::string &path, const std::string &projectFolder);

/// The same for a package file among packages: it holds a '/', which their names do not.
std::string packageForProject(const std::string &path, const std::string &projectFolder);

/// The project for a file in another folder: its relative paths become those that lead to the same files from
/// there.
Project movedProject(Project project, const std::string &from, const std::string &to);

} // namespace Refbox
