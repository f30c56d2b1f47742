// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws ribbons into an image, smooth at their edges and far faster than a general painter can: all have the
// same ends to the left and right, so that each column is one vertical line. Any thread.
#pragma once

#include <QColor>
#include <QImage>
#include <QPainterPath>

#include <span>

namespace Refbox {

/// How a ribbon is interrupted along its way, in pixels; off 0: not at all.
struct RibbonDash
{
    double on = 0;
    double off = 0;
};

/// From (0, left) to an image's right edge at right.
struct RibbonStroke
{
    double left = 0;
    double right = 0;
    double width = 0; ///< measured across the ribbon
    QColor colour;
    RibbonDash dash;
};

/// One over the other. image: premultiplied ARGB, transparent, as wide as the ribbons are long. Several
/// threads share a picture of many by its columns; the pixels are the same however many there are.
void drawRibbons(QImage &image, std::span<const RibbonStroke> strokes);

/// The curve that ribbons follow, for painters that draw paths.
QPainterPath ribbonPath(const QPointF &left, const QPointF &right);

/// How far down the ribbon is at x, and how steep there.
struct RibbonPoint
{
    double y = 0;
    double slope = 0;
};
RibbonPoint ribbonAt(const QPointF &left, const QPointF &right, double x);

} // namespace Refbox
