// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws ribbons into an image, smooth at their edges and far faster than a general painter can: all have the
// same ends to the left and right, so that each column is one vertical line. Runs on any thread.
#pragma once

#include <QColor>
#include <QImage>
#include <QPainterPath>

#include <vector>

namespace Refbox {

/// How a ribbon is interrupted along its way, in pixels; off 0: not at all.
struct RibbonDash
{
    double on = 0;
    double off = 0;
};

class RibbonRaster final
{
public:
    /// image: premultiplied ARGB, transparent, as wide as the ribbons are long.
    explicit RibbonRaster(QImage &image);

    /// From (0, left) to the image's right edge at right. width: measured across the ribbon.
    void draw(double left, double right, double width, const QColor &colour, RibbonDash dash);

private:
    struct Column
    {
        double way = 0;   ///< 0 at the left end, 1 at the right
        double slope = 0; ///< of way, by pixel
    };
    QImage &m_image;
    std::vector<Column> m_columns;
};

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
