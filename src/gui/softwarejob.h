// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window's job of getting all software that a project lacks.
#pragma once

#include "assembly/planner.h"
#include "gui/preferences.h"
#include "gui/softwarewatcher.h"

namespace Refbox {

/// Fetches packages, then the sources of recipes, then builds these; tells the watcher of each. Gives how
/// many were built. Throws Error and Cancelled.
std::size_t getSoftware(const Plan &plan, const Preferences &preferred, SoftwareWatcher &watcher,
                        Progress &progress);

} // namespace Refbox
