// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/needsplacing.h"

#include "gui/fonts.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <map>

namespace Refbox {

namespace {

constexpr double kMargin = 24;
constexpr double kGap = 16;
constexpr double kRowGap = 56;
constexpr double kPadding = 12;
constexpr double kNarrowest = 80;
constexpr double kWidest = 192;
constexpr double kBend = 8;
constexpr int kAlignSweeps = 16;
constexpr double kToMiddle = 0.15;

// The layout's places as rectangles, and what stands beside what.
class Placing
{
public:
    Placing(NeedsScene &scene, const LayeredGraph &layers, const QFont &font)
        : m_scene(scene)
        , m_layers(layers)
        , m_places(layers)
        , m_name(font)
        , m_hint(hintFont(font))
    {
        for (const auto &layer : layers.layers) {
            auto &widths = m_widths.emplace_back();
            for (const LayerSlot &slot : layer)
                widths.push_back(slot.bend ? kBend : boxWidth(scene.boxes[slot.node]));
            m_lefts.push_back(placeInRow(widths, std::vector<double>(widths.size()), kGap));
        }
        collectNeighbours();
        for (int sweep = 0; sweep < kAlignSweeps; ++sweep) {
            for (std::size_t i = 0; i < m_lefts.size(); ++i)
                align(sweep % 2 == 0 ? m_lefts.size() - 1 - i : i);
        }
    }

    void finish()
    {
        double least = 1e9;
        double most = 0;
        for (std::size_t i = 0; i < m_lefts.size(); ++i) {
            for (std::size_t j = 0; j < m_lefts[i].size(); ++j) {
                least = std::min(least, m_lefts[i][j]);
                most = std::max(most, m_lefts[i][j] + m_widths[i][j]);
            }
        }
        m_shift = kMargin - least;
        for (const auto &layer : m_layers.layers) {
            auto &row = m_scene.rows.emplace_back();
            for (const LayerSlot &slot : layer) {
                if (!slot.bend)
                    row.push_back(slot.node);
            }
        }
        for (BoxId box = 0; box < m_scene.boxes.size(); ++box)
            m_scene.boxes[box].place = rect(m_places.placeOf(box));
        const auto rows = static_cast<double>(m_lefts.size());
        m_scene.size = {most - least + 2 * kMargin,
                        2 * kMargin + rows * boxHeight() + std::max(rows - 1, 0.0) * kRowGap};
        addLines();
    }

private:
    using Slot = std::pair<std::uint32_t, std::uint32_t>; // layer, place

    double boxWidth(const NeedsBox &box) const
    {
        const double text =
            std::max(m_name.horizontalAdvance(box.name), m_hint.horizontalAdvance(box.hint)) + 2 * kPadding;
        return std::clamp(std::ceil(text / 8) * 8, kNarrowest, kWidest);
    }
    double boxHeight() const { return std::ceil((m_name.height() + m_hint.height() + 12) / 8) * 8; }

    QRectF rect(const LayerPlace &at) const
    {
        return {std::round(m_lefts[at.layer][at.place] + m_shift),
                kMargin + at.layer * (boxHeight() + kRowGap), m_widths[at.layer][at.place], boxHeight()};
    }

    void collectNeighbours()
    {
        for (const Arc &arc : m_scene.arcs) {
            if (m_layers.layerOf[arc.first] >= m_layers.layerOf[arc.second])
                continue;
            const auto way = m_places.wayOf(arc);
            for (std::size_t i = 0; i + 1 < way.size(); ++i) {
                const Slot above{way[i].layer, way[i].place};
                const Slot below{way[i + 1].layer, way[i + 1].place};
                m_neighbours[above].insert(below);
                m_neighbours[below].insert(above);
            }
        }
    }

    // Towards the middle of what each is joined to, and a little to the middle of the picture, so that it
    // stays narrow.
    void align(std::size_t layer)
    {
        std::vector<double> centres;
        for (std::uint32_t place = 0; place < m_lefts[layer].size(); ++place) {
            double sum = 0;
            double count = 0;
            for (const auto &[otherLayer, otherPlace] :
                 m_neighbours[{static_cast<std::uint32_t>(layer), place}]) {
                sum += m_lefts[otherLayer][otherPlace] + m_widths[otherLayer][otherPlace] / 2;
                ++count;
            }
            const double near = count > 0 ? sum / count : 0;
            centres.push_back(near * (1 - kToMiddle));
        }
        m_lefts[layer] = placeInRow(m_widths[layer], centres, kGap);
    }

    void addLines()
    {
        std::map<std::pair<Slot, Slot>, std::size_t> known;
        for (const Arc &arc : m_scene.arcs) {
            const auto way = m_places.wayOf(arc);
            if (way.front().layer >= way.back().layer) {
                m_scene.lines.push_back(
                    {besidePath(rect(way.front()), rect(way.back())), {arc.first}, arc.second, true});
                continue;
            }
            for (std::size_t i = 0; i + 1 < way.size(); ++i) {
                const bool last = i + 2 == way.size();
                const auto [line, isNew] =
                    known.try_emplace({{way[i].layer, way[i].place}, {way[i + 1].layer, way[i + 1].place}},
                                      m_scene.lines.size());
                if (isNew)
                    m_scene.lines.push_back(
                        {downPath(rect(way[i]), rect(way[i + 1]), last), {}, arc.second, last});
                m_scene.lines[line->second].from.push_back(arc.first);
            }
        }
    }

    static QPainterPath downPath(const QRectF &above, const QRectF &below, bool last)
    {
        const QPointF start(above.center().x(), above.bottom());
        const QPointF end(below.center().x(), below.top());
        const double pull = (end.y() - start.y()) * 0.5;
        QPainterPath path(start);
        path.cubicTo(start + QPointF(0, pull), end - QPointF(0, pull), end);
        if (!last) // through the bend
            path.lineTo(end.x(), below.bottom());
        return path;
    }

    // Within a cycle.
    static QPainterPath besidePath(const QRectF &from, const QRectF &to)
    {
        const QPointF start(from.center().x() + 8, from.bottom());
        const QPointF end(to.center().x() - 8, to.bottom());
        QPainterPath path(start);
        path.cubicTo(start + QPointF(0, kRowGap * 0.7), end + QPointF(0, kRowGap * 0.7), end);
        return path;
    }

    NeedsScene &m_scene;
    const LayeredGraph &m_layers;
    LayerPlaces m_places;
    QFontMetricsF m_name;
    QFontMetricsF m_hint;
    std::vector<std::vector<double>> m_widths;
    std::vector<std::vector<double>> m_lefts;
    std::map<Slot, std::set<Slot>> m_neighbours;
    double m_shift = 0;
};

// So wide that the picture keeps a form that a window shows well.
std::uint32_t widestRow(std::uint32_t boxes, std::span<const Arc> arcs)
{
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const std::uint32_t layer : longestPathLayers(boxes, arcs))
        ++counts[layer];
    std::uint32_t most = 0;
    for (const auto &[layer, count] : counts)
        most = std::max(most, count);
    return std::max(10U, static_cast<std::uint32_t>(std::ceil(std::sqrt(2.0 * most))));
}

} // namespace

void placeBoxes(NeedsScene &scene, const QFont &font)
{
    const auto count = static_cast<std::uint32_t>(scene.boxes.size());
    const LayeredGraph layers = layOutLayers(count, scene.arcs, widestRow(count, scene.arcs));
    Placing(scene, layers, font).finish();
}

std::vector<double> placeInRow(std::span<const double> widths, std::span<const double> centres, double gap)
{
    // With the widths before each taken away, order and distance become "not decreasing": isotonic regression
    // by pooling adjacent violators.
    struct Pool
    {
        double sum;
        double count;
        double mean() const { return sum / count; }
    };
    std::vector<Pool> pools;
    std::vector<double> before;
    double offset = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        before.push_back(offset);
        pools.push_back({centres[i] - widths[i] / 2 - offset, 1});
        offset += widths[i] + gap;
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().count += last.count;
        }
    }
    std::vector<double> lefts;
    for (const Pool &pool : pools) {
        for (int i = 0; i < static_cast<int>(pool.count); ++i)
            lefts.push_back(pool.mean() + before[lefts.size()]);
    }
    return lefts;
}

} // namespace Refbox
