// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Seeded random projects: every field, odd bytes where they may stand, comments everywhere.
#pragma once

#include "project/project.h"
#include "unit/project/luafixtures.h"

namespace Refbox::Test {

Project randomProject(Random &random);

} // namespace Refbox::Test
