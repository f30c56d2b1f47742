// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ribbonraster.h"

#include "jobs/job.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace Refbox {

namespace {

constexpr std::size_t kWorthThreads = 64; // strokes, from which on threads are worth starting

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

struct Column
{
    double way = 0;   // 0 at the left end, 1 at the right
    double slope = 0; // of way, by pixel
};

std::vector<Column> columnsOf(int width)
{
    std::vector<Column> columns;
    columns.reserve(static_cast<std::size_t>(width));
    for (int x = 0; x < width; ++x) {
        const double t = parameterAt((x + 0.5) / width);
        columns.push_back({along(t), slopeAt(t) / width});
    }
    return columns;
}

// Draws columns first to end of pictures that are this wide.
class Slice
{
public:
    Slice(const std::vector<Column> &columns, std::size_t first, std::size_t end)
        : m_columns(columns)
        , m_first(first)
        , m_end(end)
    {
    }

    // pixels: of the picture; stride: from one row to the next.
    void draw(const RibbonStroke &stroke, QRgb *pixels, std::ptrdiff_t stride, double rows) const
    {
        const QRgb above = qPremultiply(stroke.colour.rgba());
        const double height = stroke.right - stroke.left;
        const RibbonDash dash = stroke.dash;
        const double period = dash.on + dash.off;
        double length = 0; // along the curve: dashes are as long on steep ways
        for (std::size_t x = dash.off > 0 ? 0 : m_first; x < m_end; ++x) {
            const double slope = std::abs(height * m_columns[x].slope);
            const double stretch = std::sqrt(1 + slope * slope);
            length += stretch;
            if (x < m_first || (dash.off > 0 && std::fmod(length, period) >= dash.on))
                continue;
            // A column sees the edge over as many rows as the ribbon climbs in it.
            const double centre = stroke.left + height * m_columns[x].way;
            const double half = stroke.width * stretch / 2;
            const double edge = std::max(1.0, slope);
            // Conversion rounds down what is not below zero: floor() is a call on many processors.
            const int first = static_cast<int>(std::max(0.0, centre - half - edge / 2));
            const int end = static_cast<int>(std::min(rows, centre + half + edge / 2 + 1));
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

private:
    const std::vector<Column> &m_columns;
    std::size_t m_first;
    std::size_t m_end;
};

} // namespace

void drawRibbons(QImage &image, std::span<const RibbonStroke> strokes)
{
    const std::vector<Column> columns = columnsOf(image.width());
    auto *const pixels = reinterpret_cast<QRgb *>(image.bits());
    const auto stride =
        static_cast<std::ptrdiff_t>(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)));
    const unsigned threads = strokes.size() < kWorthThreads ? 1 : usefulThreads();
    runParallel(threads, [&](unsigned worker) {
        const Slice slice(columns, columns.size() * worker / threads,
                          columns.size() * (worker + 1) / threads);
        for (const RibbonStroke &stroke : strokes)
            slice.draw(stroke, pixels, stride, image.height());
    });
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
