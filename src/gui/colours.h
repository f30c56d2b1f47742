// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The colours that mean something, the same in every view, for light and dark palettes. Everything else takes
// its colours from the palette. Never colour alone: a pattern, an icon or a word goes with it.
#pragma once

#include "tree/linkmap.h"

#include <QColor>
#include <QPalette>

#include <string_view>

namespace Refbox {

bool isDark(const QPalette &palette);

/// Colour-blind-safe (Okabe and Ito, https://jfly.uni-koeln.de/color/). A copy and a private file have the
/// same: both are the vserver's own; a broken link also gets a dashed edge.
QColor mannerColour(Link::Manner manner, bool dark);

inline constexpr int kComponentHues = 12;

/// One of twelve hues by the component's name alone, so that it keeps its colour from view to view and from
/// day to day; the empty name (no component) is grey.
QColor componentColour(std::string_view component, bool dark);

/// One of the twelve by number, for what is no component: file types, say.
QColor hueColour(int hue, bool dark);

/// Black or white, whichever reads better on it.
QColor textColourOn(const QColor &background);

} // namespace Refbox
