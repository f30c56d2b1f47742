// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The smoke test: does each program of a vserver start at all? This part chooses the programs, gives each an
// argument that makes it tell about itself, and judges what came of it; smokerun.h starts them. Pure
// functions, any thread.
#pragma once

#include "software/sandbox.h"
#include "tree/filetree.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

enum class SmokeKind {
    Program, ///< ELF
    Script,
    Applet,  ///< a name of BusyBox, which is many programs
    Nothing, ///< neither: a shell may run it, the kernel cannot
};

struct SmokeProgram
{
    std::string path; ///< seen from the vserver
    SmokeKind kind = SmokeKind::Program;
    std::string argument;
    QString problem;     ///< why it cannot start, as far as the tree tells; empty: nothing is known
    std::string machine; ///< that it is made for, where that is another than this one
};

/// What is executable in the folders of the usual PATH and of /opt/VENDOR/{bin,sbin} and
/// /opt/VENDOR/NAME/{bin,sbin}, in this order, sorted within a folder; names that lead nowhere among it. Then
/// every other ELF program, wherever it lies, that has no name in these folders.
std::vector<SmokeProgram> smokePrograms(const FileTree &tree, NodeId vserver, Progress &progress);

/// What a program of this name may be given without harm, and ends after. kind is not Nothing.
std::string harmlessArgument(SmokeKind kind, std::string_view name);

enum class SmokeState { Runs, Fails, NotTried };

/// "runs", "fails", "not-tried": for scripts.
const char *smokeStateName(SmokeState state);

struct SmokeOutcome
{
    SmokeProgram program;
    SmokeState state = SmokeState::NotTried;
    std::optional<int> status; ///< that it ended with; 128 + n where signal n ended it
    QString reason;            ///< why it fails or was not tried; empty for what runs
    std::string said;          ///< first line of its output, else of its error output; raw
};

/// It runs where its loader and libraries were found and it began, whatever it then said to the argument.
SmokeOutcome judgeSmoke(const SmokeProgram &program, const SandboxResult &result);

} // namespace Refbox
