// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the untouched sources of recipes lie: folders of this machine, and the cache. Nothing is used before
// its SHA-256 was found right.
//
//   CACHE/sources/SHA256/FILE   verified copies, read-only
#pragma once

#include "jobs/progress.h"
#include "project/recipe.h"
#include "software/store.h"

#include <optional>
#include <string>
#include <vector>

namespace Refbox {

/// The folders of $REFBOX_SOURCES, separated by ':'.
std::vector<std::string> defaultSourceFolders();

class Tarballs final
{
public:
    /// The store must outlive this.
    explicit Tarballs(const Store &store, std::vector<std::string> folders = defaultSourceFolders());

    /// Where it is in the cache, and right; nothing is fetched.
    std::optional<std::string> cached(const Tarball &tarball) const;

    /// The path of a verified copy in the cache, made from the folders where it is not there. nullopt where
    /// no folder has such a file. Throws Error where one has it with another checksum (naming both), or where
    /// the cache cannot be written; Cancelled.
    std::optional<std::string> obtain(const Tarball &tarball, Progress &progress) const;

private:
    std::string cachePath(const Tarball &tarball) const;

    const Store &m_store;
    std::vector<std::string> m_folders;
};

/// 64 lower-case hex digits. Throws Error where the file cannot be read; Cancelled.
std::string sha256OfFile(const std::string &path, Progress &progress);

/// The same, read anew only where the file may have changed since (fileStamp()).
std::string sha256OfFile(const std::string &path, const Store &store);

} // namespace Refbox
