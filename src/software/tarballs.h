// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the untouched sources of recipes come from: the cache, folders of this machine, their authors'
// servers. Nothing is used before its SHA-256 was found right.
//
//   CACHE/sources/SHA256/FILE        verified copies, read-only
//   CACHE/sources/SHA256/FILE.part   what a cut download left: the next one goes on from there
//   CACHE/packages/source-SUITE/     apt's state for Debian's source packages
#pragma once

#include "jobs/error.h"
#include "jobs/progress.h"
#include "project/recipe.h"
#include "software/download.h"
#include "software/store.h"

#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct SourceOptions
{
    std::vector<std::string> folders{}; ///< that may hold sources, by their files' names
    bool offline = false;               ///< never ask the network
    /// Authors' OpenPGP keys, as "gpg --export" writes them. Where the file is there, a new source that its
    /// recipe has a signature for is checked by it.
    std::string keyring{};
    DownloadLimits limits{};
    std::string aptSources{}; ///< PackageOptions::sourceList, for Debian's source packages
};

/// The folders of $REFBOX_SOURCES, separated by ':'; offline where $REFBOX_OFFLINE is set and not 0; the
/// apt's sources of $REFBOX_APT_SOURCES; the keyring $REFBOX_KEYRING, else $XDG_DATA_HOME/refbox/keys.gpg,
/// else ~/.local/share/refbox/keys.gpg.
SourceOptions defaultSourceOptions();

class Tarballs final
{
public:
    struct Obtained
    {
        Tarball tarball;
        std::string path; ///< of the verified copy in the cache
    };

    /// The store must outlive this.
    explicit Tarballs(const Store &store, SourceOptions options = defaultSourceOptions());

    /// Where it is in the cache, and right; nothing is fetched.
    std::optional<std::string> cached(const Tarball &tarball) const;

    /// One of several packings of a source: the first that is in the cache or the folders, else the first
    /// that an address gives, else the first that Debian's archive gives, where there is apt. A folder that
    /// has it with another checksum is warned of. Throws Error where none can be had (that checksum and the
    /// right one; else what was tried, and why not), where its signature is bad, where the cache cannot be
    /// written; Cancelled.
    Obtained obtain(const std::vector<Tarball> &tarballs, Progress &progress) const;

private:
    std::string cachePath(const Tarball &tarball) const;
    bool takeFromFolders(const Tarball &tarball, const std::string &target, std::optional<Error> &wrong,
                         Progress &progress) const;
    std::optional<std::string> obtainSignature(const Tarball &tarball, Progress &progress) const;
    void checkAuthor(const Tarball &tarball, const std::string &path, Progress &progress) const;
    void fetch(const Tarball &tarball, const std::string &address, const std::string &part,
               Progress &progress) const;
    void fetchFromDebian(const Tarball &tarball, const std::string &part, Progress &progress) const;
    Obtained keep(const Tarball &tarball, const std::string &part, Progress &progress) const;

    const Store &m_store;
    SourceOptions m_options;
};

/// Copies it into a folder, which is made where missing. Throws Error and Cancelled.
void copySource(const Tarballs::Obtained &source, const std::string &folder, Progress &progress);

/// 64 lower-case hex digits. Throws Error where the file cannot be read; Cancelled.
std::string sha256OfFile(const std::string &path, Progress &progress);

/// The same, read anew only where the file may have changed since (fileStamp()).
std::string sha256OfFile(const std::string &path, const Store &store);

} // namespace Refbox
