// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a file system has that is random elsewhere and derived from the tree here. Pure but for
// SOURCE_DATE_EPOCH.
#pragma once

#include "formats/imageoptions.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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
/// The same with what the options say: time, threads, and a UUID in place of the derived one.
FilesystemIdentity identityOf(const FileTree &tree, const std::string &salt, const ImageOptions &options,
                              const Progress &progress);

std::string uuidText(const std::array<std::uint8_t, 16> &uuid);
/// Of the form that uuidText() gives, in either case of letters; nullopt for others.
std::optional<std::array<std::uint8_t, 16>> uuidFromText(std::string_view text);

} // namespace Refbox
