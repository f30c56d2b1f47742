// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Packages of the distribution, with all that they depend on, resolved and fetched by its own client, apt,
// for this or another processor. The client gets a configuration, state and status of its own in the cache,
// as if nothing were installed: the machine's are read (sources, keys, preferences, how to reach the network)
// and never touched; nothing is installed, and nothing of a package is run.
//
//   CACHE/packages/ARCH/                 apt's lists and state
//   CACHE/packages/ARCH/archives/        the package files
//   CACHE/packages/ARCH/resolved/KEY     what names stand for, since they were last resolved
#pragma once

#include "jobs/progress.h"
#include "software/store.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace Refbox {

struct PackageWish
{
    std::vector<std::string> names;   ///< "bash", or "bash=5.2-1"
    std::string architecture;         ///< Debian's word: "amd64"; empty: this machine's
    std::vector<std::string> without; ///< packages that are left out although something depends on them
};

struct PackageFile
{
    std::string name;
    std::string version;
    std::string architecture; ///< "all" for those that fit everywhere
    std::string path;
};

struct PackageOptions
{
    bool offline = false;
    bool refresh = false; ///< ask for the newest, although the names were resolved before
    /// A file of one-line apt sources instead of the machine's; empty: the machine's.
    std::string sourceList{};
};

/// Offline as defaultSourceOptions(); sources of $REFBOX_APT_SOURCES.
PackageOptions defaultPackageOptions();

class Packages final
{
public:
    /// The store must outlive this.
    explicit Packages(const Store &store, PackageOptions options = defaultPackageOptions());

    /// What a wish was resolved to, what others depend on first; nullopt where it was not yet, or where files
    /// are gone. Fast.
    std::optional<std::vector<PackageFile>> find(const PackageWish &wish) const;

    /// Resolves and fetches; package lists are read anew once for each architecture. One thread. Throws Error
    /// (no apt here, no such package, what cannot be satisfied, no network …) and Cancelled.
    std::vector<PackageFile> fetch(const PackageWish &wish, Progress &progress);

private:
    std::string folder(const PackageWish &wish) const;
    std::string resolvedPath(const PackageWish &wish) const;

    const Store &m_store;
    PackageOptions m_options;
    std::set<std::string> m_updated; // folders whose lists are as new as this object
};

/// Debian's word for this machine's processor; empty where it has none.
std::string machineArchitecture();

} // namespace Refbox
