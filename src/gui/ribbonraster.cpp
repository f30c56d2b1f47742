// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ribbonraster.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace Refbox {

namespace {

// The cubic Bézier curve with both control points at half the way across: its place across, and along, at t.
double across(double t)
{
    return 1.5 * t * (1 - t) + t * t * t;
}
double along(double t)
{
    return t * t * (3 - 2 * t);
}

// t where the curve is at x, both from 0 to 1; across() grows all the way.
double parameterAt(double x)
{
    double low = 0;
    double high = 1;
    for (int i = 0; i < 24; ++i) {
        const double middle = (low + high) / 2;
        (across(middle) < x ? low : high) = middle;
    }
    return (low + high) / 2;
}

double slopeAt(double t)
{
    const double acrossSlope = 1.5 - 3 * t + 3 * t * t;
    return 6 * t * (1 - t) / acrossSlope;
}

// Two channels at a time, as Qt's own raster engine does it. Both premultiplied; coverage from 0 to 256.
QRgb scaled(QRgb colour, std::uint32_t by)
{
    return ((((colour & 0xFF00FFU) * by) >> 8) & 0xFF00FFU) |
           ((((colour >> 8) & 0xFF00FFU) * by) & 0xFF00FF00U);
}

QRgb blended(QRgb below, QRgb above, std::uint32_t coverage)
{
    const QRgb over = scaled(above, coverage);
    const std::uint32_t alpha = over >> 24;
    return over + scaled(below, 256 - alpha - (alpha >> 7));
}

} // namespace

RibbonRaster::RibbonRaster(QImage &image)
    : m_image(image)
{
    const int width = image.width();
    m_columns.reserve(static_cast<std::size_t>(width));
    for (int x = 0; x < width; ++x) {
        const double t = parameterAt((x + 0.5) / width);
        m_columns.push_back({along(t), slopeAt(t) / width});
    }
}

void RibbonRaster::draw(double left, double right, double width, const QColor &colour, RibbonDash dash)
{
    const QRgb above = qPremultiply(colour.rgba());
    const double height = right - left;
    const double period = dash.on + dash.off;
    const auto stride =
        static_cast<std::ptrdiff_t>(m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)));
    auto *const pixels = reinterpret_cast<QRgb *>(m_image.bits());
    const double rows = m_image.height();
    double length = 0; // along the curve: dashes are as long on steep ways
    for (std::size_t x = 0; x < m_columns.size(); ++x) {
        const double slope = std::abs(height * m_columns[x].slope);
        const double stretch = std::sqrt(1 + slope * slope);
        length += stretch;
        if (dash.off > 0 && std::fmod(length, period) >= dash.on)
            continue;
        // A column sees the edge over as many rows as the ribbon climbs in it.
        const double centre = left + height * m_columns[x].way;
        const double half = width * stretch / 2;
        const double edge = std::max(1.0, slope);
        const int first = static_cast<int>(std::max(0.0, std::floor(centre - half - edge / 2)));
        const int end = static_cast<int>(std::min(rows, std::ceil(centre + half + edge / 2)));
        QRgb *pixel = pixels + first * stride + static_cast<std::ptrdiff_t>(x);
        const auto steep = static_cast<float>(256 / edge);
        const auto full = static_cast<float>(half * 256 / edge + 128);
        auto away = static_cast<float>(first + 0.5 - centre);
        for (int y = first; y < end; ++y, pixel += stride, away += 1) {
            const float coverage = std::min(256.0F, full - std::abs(away) * steep);
            if (coverage >= 1)
                *pixel = blended(*pixel, above, static_cast<std::uint32_t>(coverage));
        }
    }
}

QPainterPath ribbonPath(const QPointF &left, const QPointF &right)
{
    const double middle = (left.x() + right.x()) / 2;
    QPainterPath path(left);
    path.cubicTo({middle, left.y()}, {middle, right.y()}, right);
    return path;
}

RibbonPoint ribbonAt(const QPointF &left, const QPointF &right, double x)
{
    const double width = right.x() - left.x();
    const double t = parameterAt(std::clamp((x - left.x()) / width, 0.0, 1.0));
    const double height = right.y() - left.y();
    return {left.y() + height * along(t), height * slopeAt(t) / width};
}

} // namespace Refbox
