// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs a program of this machine as the user, outside the sandbox: for clients that must reach the network.
// Never through a shell. Blocks; any thread.
#pragma once

#include "jobs/progress.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

struct ProgramRequest
{
    std::string program; ///< a name, looked up in the PATH and the sbin folders, or an absolute path
    std::vector<std::string> arguments;
    std::map<std::string, std::string> environment; ///< added to this process's own
    std::string folder = "/";
    /// Gets each line of the output as it comes, on the calling thread.
    std::function<void(std::string_view)> listener{};
};

struct ProgramResult
{
    int status = 0; ///< of exit; 128 + n where signal n ended it
    std::string output;
    std::string errorOutput;
};

/// Input is empty; the locale is C. Throws Error where it cannot be started; Cancelled within 0.1 s of a
/// cancel, when it and all that it started has been told to end.
ProgramResult runProgram(const ProgramRequest &request, Progress &progress);

} // namespace Refbox
