// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A vserver's report as a software bill of materials: an SPDX 2.3 document in JSON
// (https://spdx.github.io/spdx-spec/v2.3/). A package for the vserver, one for each component and for each
// distribution package in these; files with SHA-1 and SHA-256. What nobody declares is NOASSERTION: nothing
// is guessed. Deterministic: made from the same report, the bytes are the same. Pure.
#pragma once

#include "assembly/vserverreport.h"

#include <string>

namespace Refbox {

/// report: with files.
std::string spdxDocument(const VServerReport &report);

/// Writes the document as a whole or not at all. Throws Error.
void saveSpdx(const std::string &path, const VServerReport &report);

} // namespace Refbox
