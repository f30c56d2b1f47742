// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a ReiserFS image says of each object, from the plan of it. Pure.
#pragma once

#include "formats/reiserfsplan.h"

namespace Refbox {

/// The stat data of the object at a cursor. Takes time by the names of a directory.
ReiserFsStat reiserFsStatOf(const ReiserFsPlan &plan, const ReiserFsObject &object,
                            const ReiserFsCursor &cursor);

} // namespace Refbox
