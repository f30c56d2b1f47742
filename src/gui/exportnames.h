// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How exported files are named. Pure.
#pragma once

#include "assembly/formatlosses.h"
#include "formats/packedoutput.h"

#include <QString>

namespace Refbox {

/// "Zstandard (.tar.zst)".
QString compressionText(Compression compression);

/// The name with its known ending replaced by the compression's; as it was where it has none.
QString withCompressionSuffix(const QString &path, Compression compression);

/// FOLDER/nano.img, FOLDER/vsbox01.tar.zst, FOLDER/vsbox01.
QString suggestedTarget(OutputKind kind, const std::string &folder, const std::string &name,
                        Compression compression);

} // namespace Refbox
