// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands at a project's path now, where another program may have written. Any thread.
#pragma once

#include "jobs/error.h"
#include "project/project.h"

#include <optional>
#include <string>

namespace Refbox {

/// Without either there is no file at all.
struct ProjectOnDisk
{
    std::optional<Project> project;
    std::optional<Error> problem; ///< why what stands there is no project
};

ProjectOnDisk projectOnDisk(const std::string &path);

} // namespace Refbox
