// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a new component may be called and where it may live. Pure functions.
#pragma once

#include "project/project.h"

#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// "/x/star-1.6.tar.gz" → "star-1.6", "/x/bash_5.2-1_amd64.deb" → "bash"; always a valid name.
std::string nameForPath(std::string_view path);

/// wanted, else the first of wanted-2, wanted-3 … that no component of the project has. except: the name of
/// the component that is being edited.
std::string freeComponentName(std::string_view wanted, const Project &project, std::string_view except = {});

/// What is wrong with a component's name, as a sentence; empty if nothing is.
QString componentNameObjection(std::string_view name, const Project &project, std::string_view except = {});

/// "/" and "/opt/VENDOR/NAME" for the vendors that the project has; the best one for a new component first.
std::vector<std::string> prefixesFor(std::string_view name, const Project &project);

/// By its name: .tar.gz, .deb, .zip …
bool looksLikeArchive(std::string_view path);
/// The same as patterns for a file dialog: "*.tar", "*.deb" …
QStringList archivePatterns();

/// A component of what lies at a path of this machine: a folder, an archive, or a single program.
Source sourceForPath(const std::string &path, const std::string &projectFolder = {});

/// "Contains bin, etc, lib": the first names in a folder of this machine. Empty if it cannot be read.
QString folderSummary(const std::string &path);

} // namespace Refbox
