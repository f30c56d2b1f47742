// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parser behind elf.h, over any source of bytes.
#pragma once

#include "software/elf.h"
#include "software/elfbytes.h"

namespace Refbox {

ElfReading parseElf(ElfBytes &source, ElfDetail detail);

} // namespace Refbox
