// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/linkmapview.h"

#include "gui/treemodel.h"
#include "jobs/display.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QMimeData>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>
#include <QVariantAnimation>

#include <algorithm>
#include <cmath>

namespace Refbox {

namespace {

constexpr int kFoldMilliseconds = 140;

} // namespace

LinkMapView::LinkMapView(QWidget *parent)
    : QWidget(parent)
    , m_animation(new QVariantAnimation(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    setAccessibleName(tr("Link map"));
    for (const MapSide side : {MapSide::Left, MapSide::Right}) {
        auto *bar = new QScrollBar(Qt::Vertical, this);
        bar->setObjectName(side == MapSide::Left ? QStringLiteral("leftBar") : QStringLiteral("rightBar"));
        m_bars[side == MapSide::Left ? 0 : 1] = bar;
        connect(bar, &QScrollBar::valueChanged, this, [this, side](int value) {
            if (m_refreshing)
                return;
            m_scene.setScroll(side, value);
            update();
        });
    }
    m_animation->setStartValue(0.0);
    m_animation->setEndValue(1.0);
    m_animation->setEasingCurve(QEasingCurve::OutCubic);
    m_animation->setDuration(kFoldMilliseconds);
    connect(m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_scene.setFoldProgress(value.toDouble());
        update();
    });
}

void LinkMapView::setMap(const SnapshotPtr &snapshot, std::shared_ptr<const LinkMap> map)
{
    m_animation->stop();
    // What was unfolded stays so by its path: node numbers mean other files in another tree.
    std::vector<std::string> unfolded;
    const bool hadMap = m_scene.map() != nullptr;
    const bool sameTitle = hadMap && snapshot && m_scene.snapshot()->title == snapshot->title;
    const std::array<double, 2> scroll{m_scene.scroll(MapSide::Left), m_scene.scroll(MapSide::Right)};
    if (sameTitle) {
        for (const MapSide side : {MapSide::Left, MapSide::Right}) {
            for (const FoldedTree::Row &row : m_scene.side(side).rows()) {
                if (m_scene.side(side).isUnfolded(row.node))
                    unfolded.push_back(m_scene.map()->tree().path(row.node));
            }
        }
    }
    m_marks = {};
    m_scene.setMap(snapshot, std::move(map));
    if (m_scene.map() != nullptr && sameTitle) {
        for (const std::string &path : unfolded) {
            const NodeId node = m_scene.map()->tree().find(path);
            if (const auto side = m_scene.sideOf(node))
                m_scene.setUnfolded(*side, node, true);
        }
        m_scene.setFoldProgress(1);
        m_scene.setScroll(MapSide::Left, scroll[0]);
        m_scene.setScroll(MapSide::Right, scroll[1]);
    } else {
        m_scene.unfoldToFit();
    }
    refreshScrollBars();
    update();
}

void LinkMapView::setFilter(const LinkFilter &filter)
{
    m_scene.setFilter(filter);
    if (!filter.isOff())
        m_scene.unfoldToFit();
    m_marks.hovered = {};
    refreshScrollBars();
    update();
}

void LinkMapView::setByBytes(bool byBytes)
{
    m_scene.setByBytes(byBytes);
    update();
}

void LinkMapView::selectNode(NodeId node)
{
    m_marks.selected = node;
    if (node != kNoId && m_scene.map() != nullptr)
        setAccessibleDescription(displayPath(m_scene.map()->tree().path(node)));
    update();
}

void LinkMapView::select(NodeId node)
{
    if (node == kNoId)
        return;
    selectNode(node);
    Q_EMIT nodeSelected(node);
}

void LinkMapView::showNode(NodeId node)
{
    const auto side = m_scene.sideOf(node);
    if (!side)
        return;
    m_scene.reveal(node);
    m_scene.setFoldProgress(1);
    m_scene.scrollTo(*side, m_scene.side(*side).rowOf(node));
    refreshScrollBars();
    update();
}

void LinkMapView::zoomBy(double factor)
{
    m_scene.setRowHeight(m_scene.rowHeight() * factor);
    refreshScrollBars();
    update();
}

void LinkMapView::zoomToNormal()
{
    zoomBy(LinkMapScene::kNormalRow / m_scene.rowHeight());
}

void LinkMapView::zoomToFit()
{
    const std::size_t rows = std::max({m_scene.side(MapSide::Left).rows().size(),
                                       m_scene.side(MapSide::Right).rows().size(), std::size_t{1}});
    const double height = m_scene.size().height() / static_cast<double>(rows);
    zoomBy(std::min(height, LinkMapScene::kNormalRow) / m_scene.rowHeight());
}

void LinkMapView::layOut()
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_bars[0]->setGeometry(0, 0, bar, height());
    m_bars[1]->setGeometry(width() - bar, 0, bar, height());
    m_scene.setSize(QSizeF(std::max(0, width() - 2 * bar), height()));
    refreshScrollBars();
}

void LinkMapView::refreshScrollBars()
{
    m_refreshing = true;
    for (const MapSide side : {MapSide::Left, MapSide::Right}) {
        QScrollBar *bar = m_bars[side == MapSide::Left ? 0 : 1];
        const int most = static_cast<int>(std::min(m_scene.mostScroll(side), 2e9));
        bar->setRange(0, most);
        bar->setPageStep(height());
        bar->setSingleStep(static_cast<int>(m_scene.rowHeight()));
        bar->setValue(static_cast<int>(m_scene.scroll(side)));
        bar->setVisible(most > 0);
    }
    m_refreshing = false;
}

QPointF LinkMapView::toScene(const QPointF &point) const
{
    return point - QPointF(style()->pixelMetric(QStyle::PM_ScrollBarExtent), 0);
}

void LinkMapView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.translate(style()->pixelMetric(QStyle::PM_ScrollBarExtent), 0);
    painter.setClipRect(QRectF({0, 0}, m_scene.size()));
    paintLinkMap(painter, m_scene, m_marks, palette(), RibbonDrawing::Pixels);
    if (hasFocus()) {
        painter.resetTransform();
        painter.setClipping(false);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void LinkMapView::resizeEvent(QResizeEvent *)
{
    const bool wasEmpty = m_scene.size().isEmpty();
    layOut();
    if (wasEmpty && m_scene.map() != nullptr) {
        m_scene.unfoldToFit();
        refreshScrollBars();
    }
}

void LinkMapView::setUnfolded(MapSide side, NodeId node, bool unfolded)
{
    if (m_scene.side(side).isUnfolded(node) == unfolded)
        return;
    m_scene.setUnfolded(side, node, unfolded);
    m_marks.hovered = {};
    m_animation->stop();
    if (m_animated && isVisible()) {
        m_scene.setFoldProgress(0);
        m_animation->start();
    } else {
        m_scene.setFoldProgress(1);
    }
    refreshScrollBars();
    update();
}

} // namespace Refbox
