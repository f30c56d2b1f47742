// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/linkmappainter.h"

#include "gui/colours.h"
#include "gui/linkmapview.h"
#include "gui/nodecells.h"
#include "gui/ribbonraster.h"
#include "jobs/display.h"

#include <QIcon>
#include <QPaintDevice>
#include <QtMath>

#include <algorithm>
#include <climits>
#include <cmath>

namespace Refbox {

namespace {

RibbonDash dashOf(Link::Manner manner)
{
    switch (manner) {
    case Link::Manner::Symbolic:
        return {14, 5};
    case Link::Manner::Broken:
        return {5, 4};
    case Link::Manner::Copy:
        return {3, 3};
    default:
        return {};
    }
}

class MapPainter
{
public:
    MapPainter(QPainter &painter, const LinkMapScene &scene, const LinkMapMarks &marks,
               const QPalette &palette)
        : m_painter(painter)
        , m_scene(scene)
        , m_marks(marks)
        , m_palette(palette)
        , m_dark(isDark(palette))
        , m_font(painter.font())
    {
        const double room = scene.rowHeight() - 4;
        const QFontMetricsF metrics(m_font);
        if (metrics.height() > room && room > 8)
            m_font.setPointSizeF(std::max(6.0, m_font.pointSizeF() * room / metrics.height()));
    }

    void paintRibbons(RibbonDrawing drawing)
    {
        const QRectF area(m_scene.leftEdge(), 0, m_scene.rightEdge() - m_scene.leftEdge(),
                          m_scene.size().height());
        if (area.isEmpty())
            return;
        if (drawing == RibbonDrawing::Paths) {
            m_painter.save();
            m_painter.setClipRect(area, Qt::IntersectClip);
            forEachShape([this](const RibbonShape &shape, const QColor &colour) { drawPath(shape, colour); });
            m_painter.restore();
            return;
        }
        // Of whole pixels: stretched by a part of one, the image would get a column twice, in its middle.
        const double scale = m_painter.device()->devicePixelRatioF();
        const int left = qRound(area.left() * scale);
        const QSize size(qRound(area.right() * scale) - left, qCeil(area.height() * scale));
        if (size.isEmpty())
            return;
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        std::vector<RibbonStroke> strokes;
        forEachShape([&](const RibbonShape &shape, const QColor &colour) {
            if (shape.isStub)
                return;
            const RibbonDash dash = dashOf(shape.manner);
            strokes.push_back({shape.left.y() * scale,
                               shape.right.y() * scale,
                               shape.width * scale,
                               colour,
                               {dash.on * scale, dash.off * scale}});
        });
        drawRibbons(image, strokes);
        m_painter.drawImage(QRectF(QPointF(left, 0) / scale, QSizeF(size) / scale), image);
        forEachShape([&](const RibbonShape &shape, const QColor &colour) {
            if (shape.isStub)
                drawPath(shape, colour);
        });
    }

    void paintRows(MapSide side)
    {
        const auto [first, end] = m_scene.visibleRows(side);
        m_painter.setFont(m_font);
        m_labelBottom = -1e9;
        for (std::size_t row = first; row < end; ++row)
            paintRow(side, row);
    }

private:
    bool isLit(const RibbonShape &shape) const
    {
        const LinkMapScene::Hit &hovered = m_marks.hovered;
        if (hovered.shape >= 0)
            return &shape == &m_scene.shapes()[static_cast<std::size_t>(hovered.shape)];
        if (!hovered.side)
            return false;
        return (*hovered.side == MapSide::Left ? shape.leftRow : shape.rightRow) == hovered.row;
    }

    bool anyLit() const
    {
        const auto &shapes = m_scene.shapes();
        return (m_marks.hovered.shape >= 0 || m_marks.hovered.side) &&
               std::any_of(shapes.begin(), shapes.end(), [this](const RibbonShape &s) { return isLit(s); });
    }

    // Those that stand out last, over all others.
    template <typename Draw>
    void forEachShape(const Draw &draw)
    {
        const bool fade = anyLit();
        for (const bool lit : {false, true}) {
            for (const RibbonShape &shape : m_scene.shapes()) {
                if (isLit(shape) != lit)
                    continue;
                QColor colour = mannerColour(shape.manner, m_dark);
                colour.setAlphaF(lit                                  ? 0.9F
                                 : fade                               ? 0.15F
                                 : shape.ribbon == RibbonShape::kMany ? 0.25F
                                                                      : 0.45F);
                draw(shape, colour);
            }
        }
    }

    void drawPath(const RibbonShape &shape, const QColor &colour)
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(colour, shape.width, Qt::SolidLine, Qt::FlatCap);
        const RibbonDash dash = dashOf(shape.manner);
        if (dash.off > 0)
            pen.setDashPattern({dash.on / shape.width, dash.off / shape.width});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(ribbonPath(shape.left, shape.right));
        if (shape.isStub && shape.manner == Link::Manner::Broken) {
            m_painter.setPen(QPen(mannerColour(shape.manner, m_dark), 2));
            const QPointF at = shape.right + QPointF(6, 0);
            m_painter.drawLine(at + QPointF(-4, -4), at + QPointF(4, 4));
            m_painter.drawLine(at + QPointF(-4, 4), at + QPointF(4, -4));
        }
    }

    bool isLitRow(MapSide side, std::size_t row) const
    {
        const LinkMapScene::Hit &hovered = m_marks.hovered;
        if (hovered.side == side && hovered.row == row)
            return true;
        if (!hovered.side && hovered.shape < 0)
            return false;
        for (const RibbonShape &shape : m_scene.shapes()) {
            if ((side == MapSide::Left ? shape.leftRow : shape.rightRow) == row && isLit(shape))
                return true;
        }
        return false;
    }

    // stands: the row is of a folded folder that what is selected is in.
    void paintGround(MapSide side, std::size_t row, bool selected, bool stands)
    {
        const QRectF rect = m_scene.rowRect(side, row).adjusted(4, 0, -4, 0);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        QColor ground = m_palette.color(QPalette::Highlight);
        if (!selected)
            ground.setAlphaF(0.18F);
        const NodeId node = m_scene.side(side).rows()[row].node;
        if (selected || stands || node == m_marks.dropFolder || isLitRow(side, row)) {
            m_painter.setBrush(ground);
            m_painter.drawRoundedRect(rect, 4, 4);
        }
    }

    // Where rows are lower than letters, only labels that do not touch the one above.
    bool mayLabel(const QRectF &rect)
    {
        const double height = QFontMetricsF(m_font).height();
        const double top = rect.center().y() - height / 2;
        if (m_scene.rowHeight() + 2 < height && top < m_labelBottom)
            return false;
        m_labelBottom = top + height;
        return true;
    }

    void paintTriangle(const QRectF &place, bool unfolded, const QColor &colour)
    {
        m_painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
        const QPointF c = place.center();
        if (unfolded)
            m_painter.drawPolyline(QPolygonF({c + QPointF(-4, -2), c + QPointF(0, 2), c + QPointF(4, -2)}));
        else
            m_painter.drawPolyline(QPolygonF({c + QPointF(-2, -4), c + QPointF(2, 0), c + QPointF(-2, 4)}));
    }

    void paintRow(MapSide side, std::size_t row)
    {
        const FoldedTree &tree = m_scene.side(side);
        const auto [node, depth] = tree.rows()[row];
        const QRectF rect = m_scene.rowRect(side, row);
        if (rect.bottom() < 0 || rect.top() > m_scene.size().height())
            return;
        const bool selected = m_marks.selected != kNoId && tree.rowOf(m_marks.selected) == row &&
                              (node == m_marks.selected || !tree.isUnfolded(node));
        const bool whole = selected && node == m_marks.selected;
        paintGround(side, row, whole, selected);
        QColor colour = m_palette.color(whole ? QPalette::HighlightedText : QPalette::WindowText);
        if (!mayLabel(rect)) {
            colour.setAlphaF(0.35F);
            const QRectF fold = m_scene.foldRect(side, row);
            m_painter.fillRect(QRectF(fold.left(), rect.center().y() - 0.5, 24, 1), colour);
            return;
        }
        const QRectF fold = m_scene.foldRect(side, row);
        if (tree.canUnfold(node) && rect.height() >= 10)
            paintTriangle(fold, tree.isUnfolded(node), colour);
        double x = fold.right() + 2;
        if (rect.height() >= 16) {
            const QIcon icon =
                nodeCell(*m_scene.snapshot(), node, NodeColumn::Name, Qt::DecorationRole).value<QIcon>();
            icon.paint(&m_painter,
                       QRect(static_cast<int>(x), static_cast<int>(rect.center().y()) - 8, 16, 16));
            x += 20;
        }
        paintLabel(side, row, node, depth, QRectF(x, rect.y(), rect.right() - 8 - x, rect.height()), colour);
    }

    void paintLabel(MapSide side, std::size_t row, NodeId node, std::uint32_t depth, QRectF room,
                    QColor colour)
    {
        QColor hint = colour;
        hint.setAlphaF(0.65F);
        QFont font = m_font;
        font.setBold(depth == 0);
        const QString name = nodeName(*m_scene.snapshot(), node);
        const QFontMetricsF nameMetrics(font);
        const QFontMetricsF metrics(m_font);
        // Where it is narrow, the words of the count go before letters of the name do.
        QString count = countText(side, row, true);
        if (nameMetrics.horizontalAdvance(name) + 8 + metrics.horizontalAdvance(count) > room.width())
            count = countText(side, row, false);
        if (!count.isEmpty()) {
            m_painter.setPen(hint);
            m_painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, count);
            room.adjust(0, 0, -metrics.horizontalAdvance(count) - 8, 0);
        }
        if (m_scene.side(side).tree().inodeAt(node).isRegular() && !hasRibbon(side, row))
            colour = hint;
        m_painter.setFont(font);
        m_painter.setPen(colour);
        m_painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                           nameMetrics.elidedText(name, Qt::ElideMiddle, room.width()));
        m_painter.setFont(m_font);
    }

    bool hasRibbon(MapSide side, std::size_t row) const
    {
        return side == MapSide::Left ? !m_scene.ribbons().ofLeft(row, row + 1).empty()
                                     : !m_scene.ribbons().ofRight(row).empty();
    }

    // "212" links; "×226" users; "9 private", or without words "9", which no ribbon leads from.
    QString countText(MapSide side, std::size_t row, bool inWords) const
    {
        const RibbonMap &ribbons = m_scene.ribbons();
        const FoldedTree &tree = m_scene.side(side);
        if (side == MapSide::Right) {
            const std::uint32_t users = ribbons.linksToRight(row);
            return users > 0 ? QStringLiteral("×%1").arg(users) : QString();
        }
        const auto ofRow = ribbons.ofLeft(row, row + 1);
        if (ofRow.empty())
            return {};
        // Those without an end stand last; of the others there may be as many as rows.
        std::uint64_t own = 0;
        for (auto at = ofRow.rbegin(); at != ofRow.rend() && at->right == Ribbon::kNoRow; ++at)
            own += at->manner == Link::Manner::Private ? at->links : 0;
        const NodeId node = tree.rows()[row].node;
        const bool isFolder = tree.tree().inodeAt(node).isDirectory();
        const std::uint64_t linked = ribbons.linksOf(node).size() - own;
        QStringList parts;
        if (linked > 0 && isFolder)
            parts += QString::number(linked);
        if (own > 0 && inWords)
            parts += isFolder ? LinkMapView::tr("%1 private", "files of its own").arg(own)
                              : LinkMapView::tr("private", "a file of its own");
        else if (own > 0 && isFolder)
            parts += QString::number(own);
        return parts.join(QStringLiteral(" · "));
    }

    QPainter &m_painter;
    const LinkMapScene &m_scene;
    const LinkMapMarks &m_marks;
    const QPalette &m_palette;
    bool m_dark;
    QFont m_font;
    double m_labelBottom = 0;
};

} // namespace

void paintLinkMap(QPainter &painter, const LinkMapScene &scene, const LinkMapMarks &marks,
                  const QPalette &palette, RibbonDrawing drawing)
{
    if (scene.map() == nullptr)
        return;
    MapPainter map(painter, scene, marks, palette);
    map.paintRibbons(drawing);
    map.paintRows(MapSide::Left);
    map.paintRows(MapSide::Right);
}

QString mannerPlural(Link::Manner manner)
{
    switch (manner) {
    case Link::Manner::Hard:
        return LinkMapView::tr("hard links");
    case Link::Manner::Symbolic:
        return LinkMapView::tr("symbolic links");
    case Link::Manner::Copy:
        return LinkMapView::tr("private copies");
    case Link::Manner::Private:
        return LinkMapView::tr("private files");
    case Link::Manner::Broken:
        return LinkMapView::tr("broken links");
    }
    return {};
}

QString mannerCount(Link::Manner manner, std::uint64_t count)
{
    const int n = static_cast<int>(std::min<std::uint64_t>(count, INT_MAX));
    switch (manner) {
    case Link::Manner::Hard:
        return LinkMapView::tr("%n hard link(s)", nullptr, n);
    case Link::Manner::Symbolic:
        return LinkMapView::tr("%n symbolic link(s)", nullptr, n);
    case Link::Manner::Copy:
        return LinkMapView::tr("%n private copy(ies)", nullptr, n);
    case Link::Manner::Private:
        return LinkMapView::tr("%n private file(s)", nullptr, n);
    case Link::Manner::Broken:
        return LinkMapView::tr("%n broken link(s)", nullptr, n);
    }
    return {};
}

std::vector<LegendEntry> linkMapLegend(const LinkMapScene &scene, bool dark)
{
    std::vector<LegendEntry> legend;
    for (const Link::Manner manner : {Link::Manner::Hard, Link::Manner::Symbolic, Link::Manner::Copy,
                                      Link::Manner::Private, Link::Manner::Broken}) {
        std::uint64_t count = 0;
        for (const Ribbon &ribbon : scene.ribbons().ribbons())
            count += ribbon.manner == manner ? ribbon.links : 0;
        if (count > 0)
            legend.push_back(
                {mannerCount(manner, count), mannerColour(manner, dark), dashOf(manner).off > 0});
    }
    return legend;
}

QString ribbonText(const LinkMapScene &scene, const RibbonShape &shape)
{
    const auto path = [&](MapSide side, std::size_t row) {
        return displayPath(scene.map()->tree().path(scene.side(side).rows()[row].node));
    };
    if (shape.ribbon == RibbonShape::kMany)
        return shape.leftRow != FoldedTree::kNoRow
                   ? LinkMapView::tr("More links from %1, to what is out of sight")
                         .arg(path(MapSide::Left, shape.leftRow))
                   : LinkMapView::tr("More links to %1, from what is out of sight")
                         .arg(path(MapSide::Right, shape.rightRow));
    const Ribbon &ribbon = scene.ribbons().ribbons()[shape.ribbon];
    const QString from = path(MapSide::Left, shape.leftRow);
    const QString what = mannerCount(ribbon.manner, ribbon.links);
    const QString size = formatSize(ribbon.bytes);
    if (shape.isStub)
        return LinkMapView::tr("%1: %2, %3").arg(from, what, size);
    return LinkMapView::tr("%1 from %2 to %3, %4")
        .arg(what, from, path(MapSide::Right, shape.rightRow), size);
}

Picture linkMapPicture(const LinkMapScene &scene)
{
    const auto whole = std::make_shared<LinkMapScene>(scene);
    const std::size_t rows =
        std::max(scene.side(MapSide::Left).rows().size(), scene.side(MapSide::Right).rows().size());
    // Rows below each other as far as a page can be; beyond that what is in sight.
    constexpr double kHighest = 12'000;
    const double height = std::min(static_cast<double>(rows) * scene.rowHeight(), kHighest);
    whole->setFoldProgress(1);
    whole->setSize({std::max(scene.size().width(), 720.0), height});
    Picture picture;
    picture.title = LinkMapView::tr("Link map of %1").arg(scene.snapshot()->title);
    picture.size = whole->size();
    picture.legend = linkMapLegend(*whole, false);
    picture.paint = [whole](QPainter &painter) {
        paintLinkMap(painter, *whole, {}, paperPalette(), RibbonDrawing::Paths);
    };
    return picture;
}

} // namespace Refbox
