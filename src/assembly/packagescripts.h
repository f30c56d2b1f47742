// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The package without Refbox: the scripts of /baby/bin, which run with the package's own programs, and the
// data that they read in /baby/doc. A script that the package could not run is left out.
#pragma once

#include "project/project.h"
#include "tree/filetree.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace Refbox {

/// A file for /baby/bin (executable) or /baby/doc.
struct ScriptFile
{
    std::string name;
    std::string bytes;
    bool executable = false;
};

struct PackageScripts
{
    std::vector<ScriptFile> bin;
    std::vector<ScriptFile> doc;
    /// Scripts that are left out, and the tools that the refbox lacks for them.
    std::map<std::string, std::vector<std::string>> lacking;
    /// The refbox has a program with which starball keeps access control lists and extended attributes.
    bool starballKeepsAttributes = false;

    bool has(const std::string &script) const;
};

/// needs: what a name of the refbox needs there, as for the vservers that were planned.
PackageScripts makePackageScripts(const Project &project, const FileTree &refbox,
                                  const std::function<std::vector<std::string>(NodeId)> &needs);

} // namespace Refbox
