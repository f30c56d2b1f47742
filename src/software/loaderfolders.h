// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where dynamic loaders look: built-in folders, ld.so.conf, and the tokens of search paths ($ORIGIN …).
#pragma once

#include "software/fileview.h"

#include <string>
#include <vector>

namespace Refbox {

/// What $LIB and $PLATFORM stand for.
struct PathTokens
{
    std::string lib;
    std::string platform;
};

/// The loader that programs of this machine type ask for with glibc; empty for unknown ones.
std::string usualLoader(const ElfMachine &machine);

/// The folders built into the loader at this path of the view, read from its bytes; where it is missing or
/// cannot be understood, those that distributions have.
std::vector<std::string> glibcFolders(FileView &view, const std::string &loader, const ElfMachine &machine);

/// From /etc/ld-musl-ARCH.path where the view has it, else musl's own.
std::vector<std::string> muslFolders(FileView &view, const std::string &loaderName);

PathTokens tokensFor(const ElfMachine &machine, const std::vector<std::string> &builtInFolders);

/// $ORIGIN, $LIB and $PLATFORM, with or without braces, replaced; unknown ones stay.
std::string expandTokens(const std::string &text, const std::string &origin, const PathTokens &tokens);

} // namespace Refbox
