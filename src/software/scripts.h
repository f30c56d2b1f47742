// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The "#!" line of scripts, as the kernel reads it, and the program behind "#!/usr/bin/env NAME".
#pragma once

#include "software/fileview.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

struct ScriptHead
{
    std::string interpreter; ///< as written
    std::string argument;    ///< all of the rest, one argument to the kernel
    std::string byEnv;       ///< the program that env looks up in the PATH; empty without env
    bool operator==(const ScriptHead &) const = default;
};

/// From a file's first bytes (at least 256 where the file has them); nullopt for anything but a script.
std::optional<ScriptHead> readScriptHead(std::string_view head);

struct ScriptNeeds
{
    ScriptHead head;
    std::string interpreterPath; ///< real path in the view; empty: missing
    std::string byEnvPath;       ///< where env finds the program; empty: missing, or no env
    /// The missing one as it is written; empty where both are there.
    std::string missing() const;
};

/// The folders of a PATH that a fresh system has, and each vserver: for env and for names of programs.
const std::vector<std::string> &usualPath();
/// These as the variable's value, "/usr/local/sbin:…".
const std::string &usualPathText();

/// What a script at an absolute path of the view needs; nullopt where it is no script.
std::optional<ScriptNeeds> scriptNeeds(FileView &view, const std::string &path);

} // namespace Refbox
