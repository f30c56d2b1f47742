// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of a project file that is about the image itself. Used by projectreader.cpp only.
#pragma once

#include "project/luarecord.h"

namespace Refbox {

void readImageSettings(const LuaFileName &file, const LuaEntry &entry, ImageSettings &image);

} // namespace Refbox
