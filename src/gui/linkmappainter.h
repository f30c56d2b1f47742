// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints a link map, on a screen or into a picture. GUI thread.
#pragma once

#include "gui/linkmapscene.h"
#include "gui/picture.h"

#include <QPainter>
#include <QPalette>

namespace Refbox {

/// What stands out.
struct LinkMapMarks
{
    LinkMapScene::Hit hovered;
    NodeId selected = kNoId;
    NodeId dropFolder = kNoId; ///< that a drag is over
};

/// How ribbons are drawn: as pixels where the painter's device has some, else as paths.
enum class RibbonDrawing { Pixels, Paths };

void paintLinkMap(QPainter &painter, const LinkMapScene &scene, const LinkMapMarks &marks,
                  const QPalette &palette, RibbonDrawing drawing);

/// Of the manners that occur.
std::vector<LegendEntry> linkMapLegend(const LinkMapScene &scene, bool dark);

/// "212 hard links from /vsbox01/bin to /refbox/bin, 1.1 MB".
QString ribbonText(const LinkMapScene &scene, const RibbonShape &shape);

/// Of all links of one manner: "hard links", in the user's language.
QString mannerPlural(Link::Manner manner);
/// "212 hard links".
QString mannerCount(Link::Manner manner, std::uint64_t count);

/// All that is unfolded, as long as it is.
Picture linkMapPicture(const LinkMapScene &scene);

} // namespace Refbox
