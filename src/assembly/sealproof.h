// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows that root inside a vserver cannot change what it shares, by trying: on a copy of the image, mounted
// in a mount namespace of its own, by a thread whose root folder is the vserver and who has all capabilities
// but those that the runtimes' configurations drop (sealcapabilities.h). Needs root and loop devices.
#pragma once

#include "jobs/progress.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace Refbox {

/// One way to attack, tried on every shared file, or once where it is no single file's.
struct SealAttempt
{
    QString what;
    std::uint32_t refused = 0;
    std::uint32_t succeeded = 0;
    std::string firstSuccess; ///< path in the vserver
    QString why;              ///< what the kernel said, the first time that it refused
};

struct SealProof
{
    std::uint32_t sharedFiles = 0; ///< names in the vserver of files that also stand in the refbox
    bool ownFilesChange = false; ///< root in the vserver can write files of its own: it has the power to try
    std::vector<SealAttempt> attempts;

    /// Nothing succeeded.
    bool holds() const;
};

/// path: an image, or a folder where one is mounted through a loop device. The image itself is only read.
/// Throws Error where it cannot be tried, and Cancelled.
SealProof proveSealed(const std::string &path, const std::string &vserver, Progress &progress);

} // namespace Refbox
