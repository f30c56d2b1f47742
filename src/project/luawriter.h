// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes Lua data in one canonical form: the same data, the same bytes. Entries keep the caller's order. A
// table stands on one line where that fits and no comment is inside; otherwise an entry a line (plain values
// of a list fill lines), two blanks deeper. A list of tables always has a line for each. Comments stand above
// their entries. Texts of several lines stand in long brackets, all others in quotes. Runs on any thread.
#pragma once

#include "project/luadata.h"

namespace Refbox {

/// Text that readLuaData() and Lua itself read back as the same data. Error for not-a-number.
std::string writeLuaData(const LuaData &data);

/// A quoted string literal on one line: bytes that are no printable UTF-8 stand as escapes.
std::string quoteLua(std::string_view bytes);

} // namespace Refbox
