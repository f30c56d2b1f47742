// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a new vserver may start with. Pure functions.
#pragma once

#include "project/project.h"
#include "tree/filetree.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// The first of vsbox01, vsbox02 … that no vserver of the project has.
std::string freeVServerName(const Project &project);

/// What is wrong with a vserver's name, as a sentence; empty if nothing is. except: the name of the vserver
/// that is being edited.
QString vserverNameObjection(std::string_view name, const Project &project, std::string_view except = {});

/// Components that share a prefix: link rules go by paths, so they can only be linked together.
struct SoftwareGroup
{
    std::string prefix;
    std::vector<std::string> components;
    std::vector<LinkRule> rules; ///< that bring its programs into a vserver
};

/// In the project's order. Where the planned tree has the prefix, there are rules only for what is there, so
/// that none catches nothing; tree may be null.
std::vector<SoftwareGroup> softwareGroups(const Project &project, const FileTreePtr &tree, NodeId refbox);

/// The vserver under another name, which stands in /etc/hostname and /etc/hosts where the old one did.
VServer renamedVServer(VServer vserver, const std::string &name);

/// Another vserver with the same skeleton, rules and files.
VServer copyOfVServer(const VServer &vserver, const std::string &name);

} // namespace Refbox
