// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Texts for users, from rooms that know no windows. Each room's texts are one context of the translations,
// named after the room; lupdate finds them here and in QT_TRANSLATE_NOOP. Never for what scripts read, nor
// for what goes into a project or an image: those are the same in every language.
#pragma once

#include <QString>

namespace Refbox {

/// text in the language of the program's translator, or as it is where there is none. Runs on any thread.
QString translated(const char *context, const char *text, const char *disambiguation = nullptr);

} // namespace Refbox
