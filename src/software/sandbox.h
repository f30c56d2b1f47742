// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs a program in a bubblewrap sandbox: no network unless asked, of this machine only what is bound,
// nothing writable but what is bound so, a fresh root or a given folder as root, no capabilities, no
// descriptors but input and output; everything in it dies with its parent, its time limit, or the job's
// cancelling. Where bubblewrap is missing or refuses, an Error says so: nothing is ever run unconfined.
// Blocks; any thread.
#pragma once

#include "jobs/progress.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

struct SandboxBind
{
    std::string host;   ///< absolute path on this machine; must exist
    std::string inside; ///< absolute path in the sandbox
    bool writable = false;
};

struct SandboxRequest
{
    std::vector<std::string> command; ///< the program (an absolute path inside) and its arguments
    /// This machine's /usr, /lib*, /bin and /sbin, read-only.
    bool systemFolders = true;
    /// A folder of this machine that is / inside, in place of a fresh one. It must have real folders /proc,
    /// /dev and, where it is not writable, /tmp; these are covered. Use it without systemFolders.
    std::string rootFolder;
    bool rootWritable = false;
    bool rootInside = false; ///< user and group 0 inside; without any capability all the same
    bool network = false;    ///< this machine's, as it is
    std::vector<SandboxBind> binds;
    std::map<std::string, std::string> environment; ///< all of it, but for PATH and HOME where not given
    std::string workingFolder = "/";
    std::string hostname = "refbox";
    std::uint64_t scratchBytes = 64UL * 1024 * 1024; ///< of the fresh /tmp
    std::chrono::milliseconds timeLimit{10'000};
    /// Of output and of error output each; with a listener, what is kept of them at their ends.
    std::size_t outputLimit = 1024UL * 1024;
    /// Gets all output as it comes, on the calling thread; then any amount is allowed.
    std::function<void(std::string_view)> listener;
};

struct SandboxResult
{
    enum class End {
        Exited,
        TimeLimit,
        OutputLimit,
        NotStarted ///< the sandbox was there, but the program could not be executed; errorOutput tells why
    };
    End end = End::Exited;
    int status = 0; ///< of exit; 128 + n where signal n ended it
    std::string output;
    std::string errorOutput;

    bool succeeded() const { return end == End::Exited && status == 0; }
};

/// Throws Error where the program could not be started inside; Cancelled within 0.1 s of a cancel.
SandboxResult runInSandbox(const SandboxRequest &request, Progress &progress);

/// The same, but a program that cannot be executed is a result and no Error.
SandboxResult tryInSandbox(const SandboxRequest &request, Progress &progress);

/// With this process's own standard input and outputs, without limits; gives the exit status.
///
/// Where input and output are a terminal, the program gets a terminal of its own in between. On the user's
/// own it could push characters into the input, which the user's shell would take for commands once it is
/// over (TIOCSTI); and without a controlling terminal (bwrap --new-session) a shell has no job control.
int runAttached(const SandboxRequest &request, Progress &progress);

} // namespace Refbox
