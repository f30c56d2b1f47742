// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The platform's font in the sizes of its roles.
#pragma once

#include <QFont>

namespace Refbox {

inline QFont titleFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() + 4);
    font.setWeight(QFont::DemiBold);
    return font;
}

inline QFont hintFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() - 1);
    return font;
}

} // namespace Refbox
