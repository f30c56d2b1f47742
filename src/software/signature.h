// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Detached OpenPGP signatures, read by gpgv in the sandbox: what comes from the network gets at nothing.
#pragma once

#include "jobs/progress.h"

#include <string>

namespace Refbox {

struct SignatureCheck
{
    enum class Verdict { Good, Bad, UnknownKey };
    Verdict verdict = Verdict::Bad;
    QString signer; ///< as the key calls him; for an unknown key its id
};

/// keyring: a file of exported keys, armoured or not, or a GnuPG keyring. Throws Error where gpgv or the
/// sandbox is missing, or a file cannot be read; Cancelled.
SignatureCheck checkSignature(const std::string &file, const std::string &signature,
                              const std::string &keyring, Progress &progress);

} // namespace Refbox
