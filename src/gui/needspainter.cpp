// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/colours.h"
#include "gui/fonts.h"
#include "gui/needsscene.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>

namespace Refbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::NeedsScene)
};

using Mark = NeedsMark::Kind;

constexpr double kRadius = 6;
constexpr double kStrip = 4;
constexpr double kPile = 3;

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [&](int x, int y) { return qRound(x + (y - x) * share); };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

class Painter
{
public:
    Painter(QPainter &painter, const NeedsScene &scene, const NeedsLook &look)
        : m_painter(painter)
        , m_scene(scene)
        , m_look(look)
        , m_dark(isDark(look.palette))
        , m_base(look.palette.color(QPalette::Base))
        , m_text(look.palette.color(QPalette::Text))
        , m_broken(mannerColour(Link::Manner::Broken, m_dark))
    {
    }

    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        for (const NeedsLine &line : m_scene.lines) {
            if ((m_look.only == nullptr || m_look.only->has(line)) && isInside(line.path.boundingRect()))
                paintLine(line);
        }
        for (BoxId box = 0; box < m_scene.boxes.size(); ++box) {
            if ((m_look.only == nullptr || m_look.only->has(box)) && isInside(m_scene.boxes[box].place))
                paintBox(box);
        }
    }

private:
    bool isInside(const QRectF &rect) const
    {
        return m_look.clip.isEmpty() || m_look.clip.intersects(rect.adjusted(-8, -8, 8, 8));
    }

    NeedsMark mark(BoxId box) const { return m_look.marks.empty() ? NeedsMark() : m_look.marks[box]; }

    void paintLine(const NeedsLine &line)
    {
        const bool missing = m_scene.boxes[line.to].missing;
        const QColor colour = missing ? m_broken
                              : m_look.only != nullptr
                                  ? mixed(m_base, m_text, 0.8)
                                  : mixed(m_base, m_text, line.from.size() > 1 ? 0.5 : 0.35);
        QPen pen(colour, m_look.only != nullptr || missing ? 1.5 : 1.0,
                 missing ? Qt::DashLine : Qt::SolidLine);
        pen.setCapStyle(Qt::FlatCap);
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(line.path);
        if (!line.arrow)
            return;
        const QPointF tip = line.path.currentPosition();
        const double down = line.path.pointAtPercent(0.9).y() < tip.y() ? 1 : -1;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour);
        m_painter.drawPolygon(
            QPolygonF{{tip, tip + QPointF(-3.5, -7 * down), tip + QPointF(3.5, -7 * down)}});
    }

    QPen edge(const NeedsBox &box, Mark mark, bool current) const
    {
        if (current)
            return {m_look.palette.color(QPalette::Highlight), 2};
        if (box.missing)
            return {m_broken, 1.5, Qt::DashLine};
        if (mark == Mark::Dropped)
            return {m_text, 1.5, Qt::DotLine};
        if (mark == Mark::Breaks)
            return {m_broken, 1.5};
        if (mark == Mark::Switches)
            return {mannerColour(Link::Manner::Symbolic, m_dark), 1.5};
        return {mixed(m_base, m_text, box.asked ? 0.55 : 0.3), 1};
    }

    QColor fill(const NeedsBox &box, Mark mark, bool current) const
    {
        if (mark == Mark::Breaks || box.missing)
            return mixed(m_base, m_broken, m_dark ? 0.28 : 0.12);
        if (current)
            return mixed(m_base, m_look.palette.color(QPalette::Highlight), m_dark ? 0.25 : 0.12);
        return box.asked ? m_base : mixed(m_base, m_text, 0.05);
    }

    void paintBox(BoxId number)
    {
        const NeedsBox &box = m_scene.boxes[number];
        const Mark what = mark(number).kind;
        const bool current = number == m_look.current;
        const QRectF place = box.place.adjusted(0.5, 0.5, -0.5, -0.5);
        m_painter.setPen(edge(box, what, current));
        m_painter.setBrush(fill(box, what, current));
        for (int below = box.isStack() ? 2 : 0; below > 0; --below)
            m_painter.drawRoundedRect(place.translated(below * kPile, below * kPile), kRadius, kRadius);
        m_painter.drawRoundedRect(place, kRadius, kRadius);
        if (!box.component.empty())
            paintStrip(place, m_scene.colours.colour(box.component, m_dark));
        paintText(number, place.adjusted(kStrip + 8, 4, -8, -4));
    }

    void paintStrip(const QRectF &place, const QColor &colour)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour);
        m_painter.drawRoundedRect(QRectF(place.left() + 4, place.top() + 6, kStrip, place.height() - 12),
                                  kStrip / 2, kStrip / 2);
    }

    QString hint(BoxId number) const
    {
        const NeedsBox &box = m_scene.boxes[number];
        const NeedsMark what = mark(number);
        const auto count = static_cast<int>(what.count);
        switch (what.kind) {
        case Mark::None:
            break;
        case Mark::Dropped:
            return box.isStack() ? Text::tr("%n dropped", nullptr, count) : Text::tr("dropped");
        case Mark::Breaks:
            return box.isStack() ? Text::tr("%n break(s)", nullptr, count) : Text::tr("breaks");
        case Mark::Switches:
            return box.isStack() ? Text::tr("%n use(s) another file", nullptr, count)
                                 : Text::tr("uses another file");
        }
        return box.hint;
    }

    void paintText(BoxId number, const QRectF &place)
    {
        const NeedsBox &box = m_scene.boxes[number];
        QFont nameFont = m_look.font;
        if (box.asked)
            nameFont.setWeight(QFont::DemiBold);
        const QFont small = hintFont(m_look.font);
        const auto line = [&](const QFont &font, const QColor &colour, double top, const QString &text,
                              Qt::TextElideMode elide) {
            const QFontMetricsF metrics(font);
            m_painter.setFont(font);
            m_painter.setPen(colour);
            m_painter.drawText(QRectF(place.left(), top, place.width(), metrics.height()),
                               Qt::AlignLeft | Qt::AlignVCenter,
                               metrics.elidedText(text, elide, place.width()));
        };
        const double names = QFontMetricsF(nameFont).height();
        const double top = place.center().y() - (names + QFontMetricsF(small).height()) / 2;
        line(nameFont, m_text, top, box.name, Qt::ElideMiddle);
        const bool loud = box.missing || mark(number).kind == Mark::Breaks;
        line(small, loud ? mixed(m_text, m_broken, m_dark ? 0.6 : 0.75) : mixed(m_base, m_text, 0.65),
             top + names, hint(number), box.isStack() ? Qt::ElideRight : Qt::ElideMiddle);
    }

    QPainter &m_painter;
    const NeedsScene &m_scene;
    const NeedsLook &m_look;
    bool m_dark;
    QColor m_base;
    QColor m_text;
    QColor m_broken;
};

} // namespace

void paintNeeds(QPainter &painter, const NeedsScene &scene, const NeedsLook &look)
{
    Painter(painter, scene, look).paint();
}

std::vector<LegendEntry> needsLegend(const NeedsScene &scene, bool marked, const QPalette &palette)
{
    const bool dark = isDark(palette);
    std::set<std::string> components;
    bool missing = false;
    for (const NeedsBox &box : scene.boxes) {
        missing = missing || box.missing;
        if (!box.component.empty())
            components.insert(box.component);
    }
    std::vector<LegendEntry> legend;
    for (const std::string &component : components)
        legend.push_back({QString::fromStdString(component), scene.colours.colour(component, dark), false});
    const QColor broken = mannerColour(Link::Manner::Broken, dark);
    if (missing)
        legend.push_back({Text::tr("missing"), broken, true});
    if (marked) {
        legend.push_back({Text::tr("breaks"), broken, false});
        legend.push_back({Text::tr("uses another file"), mannerColour(Link::Manner::Symbolic, dark), false});
    }
    return legend;
}

} // namespace Refbox
