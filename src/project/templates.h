// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The projects that ship with Refbox, to start from.
#pragma once

#include "project/project.h"

#include <string>
#include <vector>

namespace Refbox {

/// "empty", "minimal", "nano-vserver".
std::vector<std::string> templateNames();

/// Throws Error for an unknown name, with the known ones.
Project templateProject(const std::string &name);

} // namespace Refbox
