// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/colours.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

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

QColor neutralColour(bool dark)
{
    return dark ? QColor(0x62, 0x62, 0x62) : QColor(0xB4, 0xB4, 0xB4);
}

namespace {

int hueOf(std::string_view name)
{
    // FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): qHash differs from run to run.
    std::uint32_t hash = 2166136261U;
    for (const char c : name)
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return static_cast<int>((hash ^ (hash >> 16)) % kComponentHues);
}

} // namespace

ComponentColours::ComponentColours(std::vector<std::string> names)
    : m_names(std::move(names))
{
    std::array<bool, kComponentHues> taken{};
    std::vector<std::size_t> late;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        m_hues.push_back(hueOf(m_names[i]));
        if (std::exchange(taken[static_cast<std::size_t>(m_hues[i])], true))
            late.push_back(i);
    }
    for (const std::size_t i : late) {
        const auto free = std::find(taken.begin(), taken.end(), false);
        if (free == taken.end())
            return; // more components than hues
        *free = true;
        m_hues[i] = static_cast<int>(free - taken.begin());
    }
}

QColor ComponentColours::colour(std::string_view component, bool dark) const
{
    if (component.empty())
        return neutralColour(dark);
    const auto found = std::lower_bound(m_names.begin(), m_names.end(), component);
    return hueColour(found != m_names.end() && *found == component
                         ? m_hues[static_cast<std::size_t>(found - m_names.begin())]
                         : hueOf(component),
                     dark);
}

ComponentColours componentColours(const FileTree &tree)
{
    std::unordered_set<NameId> seen{0};
    std::vector<std::string> names;
    for (InodeId inode = 0; inode < tree.inodeCount(); ++inode) {
        if (seen.insert(tree.inode(inode).origin).second)
            names.emplace_back(tree.origin(inode));
    }
    std::sort(names.begin(), names.end());
    return ComponentColours(std::move(names));
}

QColor textColourOn(const QColor &background)
{
    const double luminance =
        0.299 * background.redF() + 0.587 * background.greenF() + 0.114 * background.blueF();
    return luminance > 0.55 ? QColor(0x20, 0x20, 0x20) : QColor(0xFF, 0xFF, 0xFF);
}

} // namespace Refbox
