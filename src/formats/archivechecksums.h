// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The file of checksums NAME.sha256 that may stand beside an archive or beside its parts, as PartedFile and
// sha256sum(1) write it. A plain tar archive has no checksum of its own for what its files hold, nor have
// many that zstd packed.
#pragma once

#include "jobs/sha256.h"

#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct ArchiveChecksums
{
    std::string path;                ///< of the file that tells them
    std::vector<std::string> digits; ///< of each part, in lower case; empty where it tells none
};

/// What the file beside an archive, given by its parts in order, says of them; nullopt where there is none,
/// or none that names any of them. Throws Error where it cannot be read, and where it names a part that is
/// not there.
std::optional<ArchiveChecksums> checksumsBeside(const std::vector<std::string> &parts);

/// Throws Error where a part's checksum is another one, or is not told.
void requireChecksums(const ArchiveChecksums &told, const std::vector<std::string> &parts,
                      const std::vector<Sha256> &found);

} // namespace Refbox
