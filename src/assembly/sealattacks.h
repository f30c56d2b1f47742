// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What root in a vserver may try against the seal: on files by their path, in the thread that calls, whose
// root folder is the vserver. For a copy in a mount namespace of its own only: see sealproof.h.
#pragma once

#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace Refbox {

struct SealAttack
{
    QString what;
    std::function<int(const std::string &)> attempt; ///< gives an errno, 0 where it succeeded
    bool once = false;                               ///< one file is enough
};

/// Of this thread, for good: it is root as the configurations of the runtimes leave it. Throws Error.
void dropSealCapabilities();

/// Root in the vserver can change a file that it does not share.
bool canWriteOwnFiles();

/// What changes least comes first: a file that is gone cannot be tried any more. bound: a folder where the
/// refbox is bound read-only, opened.
std::vector<SealAttack> sealAttacks(int bound);

} // namespace Refbox
