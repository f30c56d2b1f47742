// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How both ways of running in the sandbox (output kept, or attached) start bubblewrap and end it.
#pragma once

#include "jobs/error.h"
#include "software/hostfile.h"
#include "software/sandbox.h"

#include <optional>
#include <string>

#include <sys/types.h>

namespace Refbox {

struct Pipe
{
    OpenFile reader; ///< never waits
    OpenFile writer;
    Pipe();
};

/// What bubblewrap and all in its sandbox get.
struct SandboxStreams
{
    int input = -1; ///< -1: nothing to read
    int output = -1;
    int error = -1;
    int status = -1;      ///< bubblewrap tells here what became of the program
    std::string terminal; ///< becomes the controlling terminal and those of the streams that are -1
};

/// bubblewrap and all in its sandbox; gone when this is.
class SandboxProcess final
{
public:
    /// Throws Error where there is no bubblewrap.
    SandboxProcess(const SandboxRequest &request, const SandboxStreams &streams);
    ~SandboxProcess() { stop(); }
    SandboxProcess(const SandboxProcess &) = delete;
    SandboxProcess &operator=(const SandboxProcess &) = delete;

    pid_t pid() const { return m_pid; }
    void stop();
    /// Waits for the end; the exit status as a shell has it.
    int wait();

private:
    pid_t m_pid = -1;
};

/// Whether the program was executed, by what bubblewrap said to the status pipe at its end.
bool wasExecuted(std::string_view status);

/// Why nothing ran. said: bubblewrap's own error output, where it was kept.
Error cannotStartInSandbox(const std::string &program, std::string_view said);

} // namespace Refbox
