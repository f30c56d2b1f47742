// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The guide that goes into /baby/doc: how this package was made, how to use it, how to go on from there.
#pragma once

#include "assembly/planner.h"
#include "project/project.h"

#include <string>
#include <vector>

namespace Refbox {

/// Markdown, written from the project itself.
std::string makeGuide(const Project &project, const std::vector<ComponentReport> &components,
                      const std::vector<std::vector<RuleReport>> &rules);

} // namespace Refbox
