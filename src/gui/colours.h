// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The colours that mean something, the same in every view, for light and dark palettes. Everything else takes
// its colours from the palette. Never colour alone: a pattern, an icon or a word goes with it.
#pragma once

#include "tree/linkmap.h"

#include <QColor>
#include <QPalette>

#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

bool isDark(const QPalette &palette);

/// Colour-blind-safe (Okabe and Ito, https://jfly.uni-koeln.de/color/). A copy and a private file have the
/// same: both are the vserver's own; a broken link also gets a dashed edge.
QColor mannerColour(Link::Manner manner, bool dark);

inline constexpr int kComponentHues = 12;

/// One of the twelve by number.
QColor hueColour(int hue, bool dark);

/// Of what has no component.
QColor neutralColour(bool dark);

/// The hues of a package's components, the same in every view. A component has the hue that its name asks
/// for, and so keeps it from day to day, unless one before it in the alphabet asks for the same: then it gets
/// the first that nobody asks for, as long as there is one. A value.
class ComponentColours final
{
public:
    ComponentColours() = default;
    /// Names in the order of their bytes, none twice, none empty.
    explicit ComponentColours(std::vector<std::string> names);

    const std::vector<std::string> &names() const { return m_names; }
    /// Grey for the empty name (no component).
    QColor colour(std::string_view component, bool dark) const;

private:
    std::vector<std::string> m_names;
    std::vector<int> m_hues; // by name
};

/// Of all components that files of the tree come from.
ComponentColours componentColours(const FileTree &tree);

/// Black or white, whichever reads better on it.
QColor textColourOn(const QColor &background);

} // namespace Refbox
