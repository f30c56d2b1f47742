// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/needsview.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace Refbox {

namespace {

constexpr double kLeastZoom = 0.04;
constexpr double kMostZoom = 4;
constexpr double kLegible = 0.6;
constexpr double kFaded = 0.2;

} // namespace

NeedsView::NeedsView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Needs"));
}

void NeedsView::setScene(std::shared_ptr<const NeedsScene> scene)
{
    m_scene = std::move(scene);
    m_marks.clear();
    m_current = kNoId;
    m_hovered = kNoId;
    m_reach.reset();
    m_fitDownTo = kLegible;
    fitAgain();
}

void NeedsView::setCurrent(BoxId box)
{
    m_current = box;
    setAccessibleDescription(box == kNoId ? QString() : describeBox(*m_scene, box));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    showBox(box);
    repaintAll();
}

void NeedsView::setMarks(std::vector<NeedsMark> marks)
{
    m_marks = std::move(marks);
    repaintAll();
}

double NeedsView::fitting() const
{
    if (!m_scene)
        return 1;
    const QSizeF room = maximumViewportSize();
    return std::clamp(
        std::min({1.0, room.width() / m_scene->size.width(), room.height() / m_scene->size.height()}),
        kLeastZoom, 1.0);
}

void NeedsView::fit()
{
    m_fitDownTo = kLeastZoom;
    fitAgain();
}

void NeedsView::fitAgain()
{
    m_zoom = std::max(fitting(), *m_fitDownTo);
    updateScrollBars();
    horizontalScrollBar()->setValue(horizontalScrollBar()->maximum() / 2);
    verticalScrollBar()->setValue(0);
    showBox(m_current);
    repaintAll();
}

void NeedsView::setZoom(double zoom, const QPointF &anchor)
{
    const QPointF kept = toScene(anchor);
    m_fitDownTo.reset();
    m_zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
    updateScrollBars();
    const QPointF moved = kept * m_zoom + origin() - anchor;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(moved.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(moved.y()));
    repaintAll();
}

void NeedsView::updateScrollBars()
{
    const QSizeF whole = m_scene ? m_scene->size * m_zoom : QSizeF();
    // What fits without scroll bars must not be kept from it by those that are still there.
    const QSize widest = maximumViewportSize();
    const bool fits = whole.width() <= widest.width() + 0.5 && whole.height() <= widest.height() + 0.5;
    const auto set = [](QScrollBar *bar, double length, int room) {
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(length)) - room));
        bar->setPageStep(room);
        bar->setSingleStep(32);
    };
    set(horizontalScrollBar(), fits ? 0 : whole.width(), viewport()->width());
    set(verticalScrollBar(), fits ? 0 : whole.height(), viewport()->height());
}

// Of the scene, in the viewport: in the middle where there is room.
QPointF NeedsView::origin() const
{
    if (!m_scene)
        return {};
    const QSizeF spare = QSizeF(viewport()->size()) - m_scene->size * m_zoom;
    return {spare.width() > 0 ? std::floor(spare.width() / 2) : -horizontalScrollBar()->value(),
            spare.height() > 0 ? std::floor(std::min(spare.height() / 2, 48.0))
                               : -verticalScrollBar()->value()};
}

QRectF NeedsView::placeOf(BoxId box) const
{
    const QRectF place = m_scene->boxes[box].place;
    return {place.topLeft() * m_zoom + origin(), place.size() * m_zoom};
}

NeedsLook NeedsView::look() const
{
    NeedsLook look;
    look.palette = palette();
    look.font = font();
    look.current = m_current;
    look.marks = m_marks;
    look.clip = QRectF(toScene({0, 0}), QSizeF(viewport()->size()) / m_zoom);
    return look;
}

void NeedsView::paintScene(QPainter &painter, const NeedsLook &look) const
{
    painter.save();
    painter.translate(origin());
    painter.scale(m_zoom, m_zoom);
    paintNeeds(painter, *m_scene, look);
    painter.restore();
}

void NeedsView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    if (!m_scene)
        return;
    if (m_ground.isNull()) {
        const qreal ratio = viewport()->devicePixelRatioF();
        m_ground = QPixmap(viewport()->size() * ratio);
        m_ground.setDevicePixelRatio(ratio);
        m_ground.fill(palette().color(QPalette::Base));
        QPainter ground(&m_ground);
        paintScene(ground, look());
    }
    painter.setOpacity(m_reach ? kFaded : 1);
    painter.drawPixmap(0, 0, m_ground);
    if (!m_reach)
        return;
    painter.setOpacity(1);
    NeedsLook lit = look();
    lit.only = &*m_reach;
    paintScene(painter, lit);
}

void NeedsView::repaintAll()
{
    m_ground = {};
    viewport()->update();
}

void NeedsView::resizeEvent(QResizeEvent *)
{
    if (m_fitDownTo) {
        fitAgain();
        return;
    }
    updateScrollBars();
    repaintAll();
}

void NeedsView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        repaintAll();
}

void NeedsView::scrollContentsBy(int, int)
{
    repaintAll();
}

bool NeedsView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(kNoId);
    if (event->type() != QEvent::ToolTip || !m_scene)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const BoxId box = m_scene->boxAt(toScene(help->pos()));
    if (box == kNoId)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), describeBox(*m_scene, box), viewport(),
                           placeOf(box).toAlignedRect());
    return true;
}

void NeedsView::hover(BoxId box)
{
    if (box == m_hovered)
        return;
    m_hovered = box;
    m_reach.reset();
    if (box != kNoId)
        m_reach = reachOf(*m_scene, box);
    viewport()->setCursor(box == kNoId ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->update();
}

void NeedsView::mousePressEvent(QMouseEvent *event)
{
    if (!m_scene || event->button() != Qt::LeftButton)
        return;
    const BoxId box = m_scene->boxAt(toScene(event->position()));
    if (box != kNoId) {
        select(box);
        return;
    }
    m_dragged = event->position().toPoint();
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void NeedsView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_scene)
        return;
    if (!m_dragged) {
        hover(m_scene->boxAt(toScene(event->position())));
        return;
    }
    const QPoint now = event->position().toPoint();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + m_dragged->x() - now.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + m_dragged->y() - now.y());
    m_dragged = now;
}

void NeedsView::mouseReleaseEvent(QMouseEvent *)
{
    if (m_dragged)
        viewport()->setCursor(Qt::ArrowCursor);
    m_dragged.reset();
}

void NeedsView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const BoxId box = m_scene ? m_scene->boxAt(toScene(event->position())) : kNoId;
    if (box != kNoId && event->button() == Qt::LeftButton)
        Q_EMIT activated(box);
}

void NeedsView::wheelEvent(QWheelEvent *event)
{
    if ((event->modifiers() & Qt::ControlModifier) == 0) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setZoom(m_zoom * std::pow(1.2, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void NeedsView::select(BoxId box)
{
    if (box == kNoId || box == m_current)
        return;
    setCurrent(box);
    Q_EMIT currentChanged(box);
}

void NeedsView::showBox(BoxId box)
{
    if (box == kNoId)
        return;
    const QRectF place = placeOf(box).adjusted(-16, -16, 16, 16);
    const auto reveal = [](QScrollBar *bar, double from, double to, int room) {
        if (from < 0)
            bar->setValue(bar->value() + qRound(from));
        else if (to > room)
            bar->setValue(bar->value() + qRound(std::min(to - room, from)));
    };
    reveal(horizontalScrollBar(), place.left(), place.right(), viewport()->width());
    reveal(verticalScrollBar(), place.top(), place.bottom(), viewport()->height());
}

BoxId NeedsView::neighbour(int key) const
{
    const auto &rows = m_scene->rows;
    if (m_current == kNoId)
        return rows.empty() ? kNoId : rows.front().front();
    std::size_t row = 0;
    while (std::find(rows[row].begin(), rows[row].end(), m_current) == rows[row].end())
        ++row;
    const auto at = std::find(rows[row].begin(), rows[row].end(), m_current);
    if (key == Qt::Key_Left)
        return at == rows[row].begin() ? m_current : *(at - 1);
    if (key == Qt::Key_Right)
        return at + 1 == rows[row].end() ? m_current : *(at + 1);
    if (key == Qt::Key_Home)
        return rows[row].front();
    if (key == Qt::Key_End)
        return rows[row].back();
    if ((key == Qt::Key_Up && row == 0) || (key == Qt::Key_Down && row + 1 == rows.size()))
        return m_current;
    const auto &other = rows[key == Qt::Key_Up ? row - 1 : row + 1];
    const double middle = m_scene->boxes[m_current].place.center().x();
    return *std::min_element(other.begin(), other.end(), [&](BoxId a, BoxId b) {
        return std::abs(m_scene->boxes[a].place.center().x() - middle) <
               std::abs(m_scene->boxes[b].place.center().x() - middle);
    });
}

bool NeedsView::zoomByKey(int key)
{
    const QPointF middle = QRectF(viewport()->rect()).center();
    if (key == Qt::Key_Plus || key == Qt::Key_Equal)
        setZoom(m_zoom * 1.2, middle);
    else if (key == Qt::Key_Minus)
        setZoom(m_zoom / 1.2, middle);
    else if (key == Qt::Key_0)
        fit();
    else
        return false;
    return true;
}

void NeedsView::keyPressEvent(QKeyEvent *event)
{
    static constexpr int kMoves[] = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up,
                                     Qt::Key_Down, Qt::Key_Home,  Qt::Key_End};
    if (!m_scene)
        QAbstractScrollArea::keyPressEvent(event);
    else if (std::find(std::begin(kMoves), std::end(kMoves), event->key()) != std::end(kMoves))
        select(neighbour(event->key()));
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_current != kNoId)
        Q_EMIT activated(m_current);
    else if (!zoomByKey(event->key()))
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace Refbox
