// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One file from the network, over HTTP or HTTPS. What was fetched before a cut stays in the file, and the
// next try goes on from there (RFC 9110, 14: range requests). Whether it is the right file, the caller must
// check. The machine's proxy settings and certificates hold. Needs a QCoreApplication; blocks; any thread.
#pragma once

#include "jobs/progress.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace Refbox {

struct DownloadLimits
{
    unsigned tries = 4;                      ///< in all, where a further one may help
    std::chrono::milliseconds pause{1'000};  ///< before the second try; doubled for each one more
    std::chrono::milliseconds stall{30'000}; ///< a connection on which nothing comes is cut after this time
    std::uint64_t largest = 8UL << 30;       ///< bytes; what is longer is refused
};

/// Fetches an address into the file at path, which is made where missing. Gives whether all of it came in one
/// go: else it may be two versions stuck together, where the server's has changed meanwhile. Begins a phase
/// in bytes. Throws Error (address, why) when all tries have failed, at once where another could not help: no
/// such file, a certificate that is not trusted, a full disk …; Cancelled within 0.1 s of a cancel.
bool download(const std::string &address, const std::string &path, const DownloadLimits &limits,
              Progress &progress);

} // namespace Refbox
