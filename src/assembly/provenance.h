// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the software in a subtree of a plan comes from: its components with their sources, the packages of
// this machine or of the distribution that its files belong to, and the licences that all of these declare.
// Any thread.
#pragma once

#include "assembly/planner.h"
#include "jobs/progress.h"
#include "software/debianlicences.h"
#include "software/installedpackages.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct Licensing
{
    std::vector<DeclaredLicence> declared;
    std::vector<std::string> hints; ///< licences that a text names which declares none: "GPL-2"
    bool operator==(const Licensing &) const = default;
};

struct PackageOrigin
{
    InstalledPackage package; ///< the version is empty where it is not known
    Licensing licensing;
    bool operator==(const PackageOrigin &) const = default;
};

/// A component, of what a subtree has of it. The one without a name stands for what the project adds itself.
struct ComponentOrigin
{
    std::string component;
    std::string kind;     ///< "host", "folder", "archive", "recipe", "packages", "project"; empty: unknown
    std::string location; ///< path of the folder or archive, or the tarball's first address
    std::string version;  ///< of a recipe
    std::string sha256;   ///< of a recipe's tarball
    Licensing licensing;  ///< of a recipe
    std::vector<PackageOrigin> packages;
    std::uint32_t files = 0; ///< distinct regular files in the subtree
    std::uint64_t bytes = 0;
    bool operator==(const ComponentOrigin &) const = default;
};

struct Provenance
{
    std::vector<ComponentOrigin> components; ///< by name
    /// By inode, of those files of the subtree that belong to a package of this machine.
    std::map<InodeId, InstalledPackage> packageOf;
};

/// plan: of the tree, or nullptr for any other tree, whose components nobody knows. Throws Cancelled.
Provenance findProvenance(const FileTree &tree, NodeId subtree, const Plan *plan, Progress &progress);

} // namespace Refbox
