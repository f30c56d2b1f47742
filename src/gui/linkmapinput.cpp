// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LinkMapView: what mouse, wheel, keys and drags do.
#include "gui/linkmapview.h"
#include "gui/treemodel.h"
#include "jobs/display.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDrag>
#include <QMimeData>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace Refbox {

void LinkMapView::hover(const QPointF &point)
{
    const LinkMapScene::Hit hit = m_scene.hit(toScene(point));
    if (hit == m_marks.hovered)
        return;
    m_marks.hovered = hit;
    QString text;
    if (hit.shape >= 0)
        text = ribbonText(m_scene, m_scene.shapes()[static_cast<std::size_t>(hit.shape)]);
    else if (const NodeId node = nodeAt(hit); node != kNoId)
        text = displayPath(m_scene.map()->tree().path(node));
    setCursor(hit.shape >= 0 || hit.side ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QToolTip::showText(mapToGlobal(point.toPoint()) + QPoint(12, 12), hit.shape >= 0 ? text : QString(),
                       this);
    Q_EMIT hovered(text);
    update();
}

NodeId LinkMapView::nodeAt(const LinkMapScene::Hit &hit) const
{
    return hit.side ? m_scene.side(*hit.side).rows()[hit.row].node : kNoId;
}

// What a click on a ribbon selects: its end in a vserver, or the one that is in sight.
NodeId LinkMapView::endOf(const RibbonShape &shape) const
{
    return shape.leftRow != FoldedTree::kNoRow ? m_scene.side(MapSide::Left).rows()[shape.leftRow].node
                                               : m_scene.side(MapSide::Right).rows()[shape.rightRow].node;
}

void LinkMapView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF moved = event->position() - m_pressed;
    if (m_panning) {
        for (const MapSide side : {MapSide::Left, MapSide::Right})
            m_scene.setScroll(side, m_scene.scroll(side) - moved.y());
        m_pressed = event->position();
        refreshScrollBars();
        update();
        return;
    }
    if (m_mayDrag && moved.manhattanLength() >= QApplication::startDragDistance()) {
        startDrag();
        return;
    }
    hover(event->position());
}

void LinkMapView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressed = event->position();
    const LinkMapScene::Hit hit = m_scene.hit(toScene(event->position()));
    const NodeId node = nodeAt(hit);
    if (event->button() == Qt::MiddleButton || (node == kNoId && hit.shape < 0)) {
        m_panning = m_scene.map() != nullptr;
        setCursor(m_panning ? Qt::ClosedHandCursor : Qt::ArrowCursor);
    } else if (hit.onFold) {
        setUnfolded(*hit.side, node, !m_scene.side(*hit.side).isUnfolded(node));
    } else if (node != kNoId) {
        select(node);
        m_mayDrag = m_editable && hit.side == MapSide::Right;
    } else {
        select(endOf(m_scene.shapes()[static_cast<std::size_t>(hit.shape)]));
    }
}

void LinkMapView::mouseReleaseEvent(QMouseEvent *event)
{
    m_mayDrag = false;
    if (m_panning) {
        m_panning = false;
        setCursor(Qt::ArrowCursor);
        hover(event->position());
    }
}

// A folder opens; a file's other end is shown; a ribbon fans out at both ends.
void LinkMapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const LinkMapScene::Hit hit = m_scene.hit(toScene(event->position()));
    if (hit.onFold)
        return;
    if (const NodeId node = nodeAt(hit); node != kNoId) {
        if (m_scene.side(*hit.side).canUnfold(node))
            setUnfolded(*hit.side, node, !m_scene.side(*hit.side).isUnfolded(node));
        else
            jumpAcross();
        return;
    }
    if (hit.shape < 0)
        return;
    const RibbonShape shape = m_scene.shapes()[static_cast<std::size_t>(hit.shape)];
    const auto nodeOf = [this](MapSide side, std::size_t row) {
        return row == FoldedTree::kNoRow ? kNoId : m_scene.side(side).rows()[row].node;
    };
    const NodeId left = nodeOf(MapSide::Left, shape.leftRow);
    const NodeId right = nodeOf(MapSide::Right, shape.rightRow);
    if (left != kNoId)
        setUnfolded(MapSide::Left, left, true);
    if (right != kNoId)
        setUnfolded(MapSide::Right, right, true);
}

void LinkMapView::leaveEvent(QEvent *)
{
    m_marks.hovered = {};
    Q_EMIT hovered({});
    update();
}

void LinkMapView::scrollBy(const QPointF &point, double distance)
{
    const QPointF at = toScene(point);
    for (const MapSide side : {MapSide::Left, MapSide::Right}) {
        const bool elsewhere =
            side == MapSide::Left ? at.x() >= m_scene.rightEdge() : at.x() < m_scene.leftEdge();
        if (!elsewhere)
            m_scene.setScroll(side, m_scene.scroll(side) - distance);
    }
    refreshScrollBars();
    hover(point);
    update();
}

void LinkMapView::wheelEvent(QWheelEvent *event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if ((event->modifiers() & Qt::ControlModifier) != 0)
        zoomBy(std::pow(1.15, steps));
    else if (!event->pixelDelta().isNull())
        scrollBy(event->position(), event->pixelDelta().y());
    else
        scrollBy(event->position(), steps * QApplication::wheelScrollLines() * m_scene.rowHeight());
    event->accept();
}

// To where the selected name's link leads, or to the first that uses the selected file.
void LinkMapView::jumpAcross()
{
    const NodeId node = m_marks.selected;
    const auto side = m_scene.sideOf(node);
    if (!side)
        return;
    NodeId other = kNoId;
    if (*side == MapSide::Left) {
        const auto links = m_scene.map()->linksOf(node);
        const auto found =
            std::find_if(links.begin(), links.end(), [](const Link &link) { return link.target != kNoId; });
        other = found == links.end() ? kNoId : found->target;
    } else if (const auto users = m_scene.map()->usersOf(node); !users.empty()) {
        other = m_scene.map()->links()[users.front()].from;
    }
    if (other == kNoId)
        return;
    showNode(other);
    select(other);
}

void LinkMapView::moveSelection(int rows)
{
    const MapSide side = m_scene.sideOf(m_marks.selected).value_or(MapSide::Left);
    const auto all = m_scene.side(side).rows();
    if (all.empty())
        return;
    const std::size_t at =
        m_marks.selected == kNoId ? FoldedTree::kNoRow : m_scene.side(side).rowOf(m_marks.selected);
    const auto last = static_cast<std::ptrdiff_t>(all.size()) - 1;
    const std::ptrdiff_t wanted = at == FoldedTree::kNoRow ? 0 : static_cast<std::ptrdiff_t>(at) + rows;
    const auto row = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, last));
    m_scene.scrollTo(side, row);
    refreshScrollBars();
    select(all[row].node);
}

void LinkMapView::keyPressEvent(QKeyEvent *event)
{
    if (m_scene.map() == nullptr) {
        QWidget::keyPressEvent(event);
        return;
    }
    const NodeId node = m_marks.selected;
    const auto side = m_scene.sideOf(node);
    const int page = std::max(1, static_cast<int>(m_scene.size().height() / m_scene.rowHeight()) - 1);
    constexpr int kAll = 1 << 30;
    switch (event->key()) {
    case Qt::Key_Up:
        moveSelection(-1);
        break;
    case Qt::Key_Down:
        moveSelection(1);
        break;
    case Qt::Key_PageUp:
        moveSelection(-page);
        break;
    case Qt::Key_PageDown:
        moveSelection(page);
        break;
    case Qt::Key_Home:
        moveSelection(-kAll);
        break;
    case Qt::Key_End:
        moveSelection(kAll);
        break;
    case Qt::Key_Right:
    case Qt::Key_Left: {
        const bool unfold = event->key() == Qt::Key_Right;
        if (!side)
            moveSelection(0);
        else if (m_scene.side(*side).canUnfold(node) && m_scene.side(*side).isUnfolded(node) != unfold)
            setUnfolded(*side, node, unfold);
        else if (unfold)
            jumpAcross();
        else if (const NodeId parent = m_scene.map()->tree().parent(node); m_scene.sideOf(parent))
            select(parent);
        break;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        jumpAcross();
        break;
    case Qt::Key_Plus:
        zoomBy(1.15);
        break;
    case Qt::Key_Minus:
        zoomBy(1 / 1.15);
        break;
    case Qt::Key_0:
        zoomToNormal();
        break;
    case Qt::Key_F:
        zoomToFit();
        break;
    case Qt::Key_Delete:
        if (m_editable && side == MapSide::Left)
            Q_EMIT removeRequested(node);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LinkMapView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse)
        select(nodeAt(m_scene.hit(toScene(event->pos()))));
    if (m_marks.selected != kNoId && m_scene.map() != nullptr)
        Q_EMIT menuRequested(m_marks.selected, event->globalPos());
}

void LinkMapView::startDrag()
{
    m_mayDrag = false;
    auto *drag = new QDrag(this);
    drag->setMimeData(draggedNodes(m_scene.map()->tree(), std::span(&m_marks.selected, 1)).release());
    drag->exec(Qt::LinkAction | Qt::CopyAction, Qt::LinkAction);
}

// Where a drop would put links: a vserver's folder, or the one that a file is in.
NodeId LinkMapView::folderAt(const QPointF &point) const
{
    const LinkMapScene::Hit hit = m_scene.hit(toScene(point));
    if (hit.side != MapSide::Left)
        return kNoId;
    const NodeId node = nodeAt(hit);
    return m_scene.map()->tree().inodeAt(node).isDirectory() ? node : m_scene.map()->tree().parent(node);
}

void LinkMapView::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_editable && m_scene.map() != nullptr && !draggedPaths(*event->mimeData()).empty())
        event->acceptProposedAction();
}

void LinkMapView::dragMoveEvent(QDragMoveEvent *event)
{
    m_marks.dropFolder = folderAt(event->position());
    event->setAccepted(m_marks.dropFolder != kNoId);
    update();
}

void LinkMapView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_marks.dropFolder = kNoId;
    update();
}

void LinkMapView::dropEvent(QDropEvent *event)
{
    const NodeId folder = folderAt(event->position());
    m_marks.dropFolder = kNoId;
    update();
    if (folder == kNoId || !m_editable)
        return;
    event->acceptProposedAction();
    Q_EMIT linkDropped(draggedPaths(*event->mimeData()), folder);
}

} // namespace Refbox
