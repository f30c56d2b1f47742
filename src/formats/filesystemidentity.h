// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a file system has that is random elsewhere and derived from the tree here. Pure but for
// SOURCE_DATE_EPOCH.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace Refbox {

struct FilesystemIdentity
{
    std::array<std::uint8_t, 16> uuid{};
    std::array<std::uint32_t, 4> hashSeed{};
    std::uint32_t now = 1; ///< never 0, which libext2fs takes for "ask the clock"
};

/// From all names and metadata of the tree and the salt (options that tell images of one tree apart).
FilesystemIdentity identityOf(const FileTree &tree, const std::string &salt, std::optional<std::int64_t> now,
                              unsigned threads, const Progress &progress);

std::string uuidText(const std::array<std::uint8_t, 16> &uuid);

} // namespace Refbox
