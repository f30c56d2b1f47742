// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/colours.h"

namespace Refbox {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor mannerColour(Link::Manner manner, bool dark)
{
    switch (manner) {
    case Link::Manner::Hard:
        return dark ? QColor(0x56, 0xB4, 0xE9) : QColor(0x00, 0x72, 0xB2);
    case Link::Manner::Symbolic:
        return {0xE6, 0x9F, 0x00};
    case Link::Manner::Copy:
    case Link::Manner::Private:
        return {0x8A, 0x8A, 0x8A};
    case Link::Manner::Broken:
        return {0xD5, 0x5E, 0x00};
    }
    return {};
}

QColor hueColour(int hue, bool dark)
{
    // Evenly apart for the eye rather than in degrees: greens take more of the circle than they look like.
    static constexpr int kDegrees[kComponentHues] = {205, 28, 140, 330, 52, 265, 175, 8, 90, 300, 230, 40};
    static constexpr int kSaturation[kComponentHues] = {150, 170, 120, 110, 150, 110,
                                                        130, 140, 120, 90,  120, 90};
    const auto index = static_cast<std::size_t>(hue) % kComponentHues;
    return QColor::fromHsl(kDegrees[index], kSaturation[index], dark ? 105 : 165);
}

QColor componentColour(std::string_view component, bool dark)
{
    if (component.empty())
        return dark ? QColor(0x62, 0x62, 0x62) : QColor(0xB4, 0xB4, 0xB4);
    // FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): qHash differs from run to run.
    std::uint32_t hash = 2166136261U;
    for (const char c : component)
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return hueColour(static_cast<int>((hash ^ (hash >> 16)) % kComponentHues), dark);
}

QColor textColourOn(const QColor &background)
{
    const double luminance =
        0.299 * background.redF() + 0.587 * background.greenF() + 0.114 * background.blueF();
    return luminance > 0.55 ? QColor(0x20, 0x20, 0x20) : QColor(0xFF, 0xFF, 0xFF);
}

} // namespace Refbox
