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
    Q_EMIT zoomed();
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

// The first name that a ribbon stands for.
NodeId LinkMapView::firstLink(const RibbonShape &shape) const
{
    if (shape.leftRow == FoldedTree::kNoRow)
        return m_scene.side(MapSide::Right).rows()[shape.rightRow].node;
    const NodeId from = m_scene.side(MapSide::Left).rows()[shape.leftRow].node;
    return from;
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
        select(firstLink(m_scene.shapes()[static_cast<std::size_t>(hit.shape)]));
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
    auto *paths = new QMimeData;
    const std::string path = m_scene.map()->tree().path(m_marks.selected);
    paths->setData(QString::fromLatin1(kNodesMimeType),
                   QByteArray::fromStdString(path).toPercentEncoding("/"));
    auto *drag = new QDrag(this);
    drag->setMimeData(paths);
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

void LinkMapView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void LinkMapView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace Refbox
