// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the boxes and lines of a needs graph stand. Pure but for the font.
#pragma once

#include "gui/needsscene.h"

namespace Refbox {

/// Gives the boxes their places, and fills in lines, rows and size.
void placeBoxes(NeedsScene &scene, const QFont &font);

/// Left edges of things in a row that are so wide, at least gap apart, in their order and as near to the
/// centres wished for as can be (the sum of squares).
std::vector<double> placeInRow(std::span<const double> widths, std::span<const double> centres, double gap);

} // namespace Refbox
