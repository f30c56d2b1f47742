// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes the configurations of runtimes (runtimeconfig.h) into a folder: nspawn/NAME.nspawn, lxc/NAME/config,
// vservers/NAME/…, ready to be copied where the runtimes look for them.
#pragma once

#include "assembly/exporter.h"
#include "assembly/runtimeconfig.h"

#include <span>
#include <string>

namespace Refbox {

/// The folder is made where it is missing. A file that stands there with other content, which somebody may
/// have edited, is an Error before anything is written, unless replace. Throws Error.
ExportReport exportRuntime(std::span<const RuntimeKind> kinds, const RuntimeConfig &config,
                           const std::string &folder, bool replace);

} // namespace Refbox
