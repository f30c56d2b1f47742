// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The packages that a project asks for, and getting them.
#pragma once

#include "jobs/progress.h"
#include "project/project.h"
#include "software/packages.h"

#include <string>
#include <vector>

namespace Refbox {

/// The names among a source's packages; none where all are files.
PackageWish wishOf(const PackagesSource &source);
/// The files among them, as the project has them.
std::vector<std::string> packageFiles(const PackagesSource &source);

/// Fetches the packages of all components that are not there yet (PackageOptions::refresh: of all). Gives how
/// many components that were. Throws Error and Cancelled.
std::size_t fetchPackages(const Project &project, const PackageOptions &options, Progress &progress);

} // namespace Refbox
