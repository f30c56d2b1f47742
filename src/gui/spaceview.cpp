// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/spaceview.h"

#include "jobs/display.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Refbox {

SpaceView::SpaceView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Space"));
    setMinimumSize(120, 80);
}

void SpaceView::setPicture(std::shared_ptr<const SpacePicture> picture)
{
    m_picture = std::move(picture);
    m_hovered = Treemap::kNone;
    if (m_picture)
        setAccessibleDescription(spaceText(*m_picture, m_picture->top()));
    update();
}

void SpaceView::selectNode(NodeId node)
{
    m_selected = node;
    update();
}

std::size_t SpaceView::selectedItem() const
{
    if (!m_picture || m_selected == kNoId)
        return Treemap::kNone;
    const std::size_t item = m_picture->map.itemOf(*m_picture->snapshot->tree, m_selected);
    // Not the whole, nor a folder for a file that is too small to be seen.
    return item == 0 || item == Treemap::kNone || m_picture->map.items()[item].node != m_selected
               ? Treemap::kNone
               : item;
}

void SpaceView::outline(QPainter &painter, std::size_t item, const QColor &colour, double width) const
{
    if (item == Treemap::kNone)
        return;
    const TreemapItem &at = m_picture->map.items()[item];
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, width));
    const double inset = width / 2;
    painter.drawRect(QRectF(at.x, at.y, at.width, at.height).adjusted(inset, inset, -inset - 1, -inset - 1));
}

void SpaceView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (!m_picture)
        return;
    // One of another size is stretched until the next one is there.
    if (m_picture->look.size == QSizeF(size()))
        painter.drawImage(QPointF(0, 0), m_picture->image);
    else
        painter.drawImage(QRectF(rect()), m_picture->image);
    painter.scale(width() / std::max(1.0, m_picture->look.size.width()),
                  height() / std::max(1.0, m_picture->look.size.height()));
    outline(painter, m_hovered, palette().color(QPalette::Text), 1);
    outline(painter, selectedItem(), palette().color(QPalette::Highlight), 3);
    if (hasFocus()) {
        painter.resetTransform();
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void SpaceView::resizeEvent(QResizeEvent *)
{
    Q_EMIT resized();
}

void SpaceView::hover(std::size_t item)
{
    if (item == m_hovered)
        return;
    m_hovered = item;
    update();
    const QString text =
        item == Treemap::kNone ? QString() : spaceText(*m_picture, m_picture->map.items()[item].node);
    setCursor(item == Treemap::kNone || item == 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    QToolTip::showText(QCursor::pos() + QPoint(12, 12), text, this);
    Q_EMIT hovered(text);
}

void SpaceView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_picture && m_picture->look.size == QSizeF(size()))
        hover(m_picture->map.itemAt(event->position().x(), event->position().y()));
}

void SpaceView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton)
        Q_EMIT upRequested();
    if (event->button() != Qt::LeftButton || !m_picture || m_picture->look.size != QSizeF(size()))
        return;
    const std::size_t item = m_picture->map.itemAt(event->position().x(), event->position().y());
    if (item != Treemap::kNone && item != 0)
        open(m_picture->map.items()[item].node);
}

void SpaceView::select(std::size_t item)
{
    const NodeId node = m_picture->map.items()[item].node;
    setAccessibleDescription(spaceText(*m_picture, node));
    selectNode(node);
    Q_EMIT nodeSelected(node);
}

void SpaceView::open(NodeId node)
{
    selectNode(node);
    if (m_picture->snapshot->tree->inodeAt(node).isDirectory())
        Q_EMIT folderOpened(node);
    else
        Q_EMIT nodeSelected(node);
}

void SpaceView::leaveEvent(QEvent *)
{
    hover(Treemap::kNone);
}

// The item so many further in the same folder; itself where there is none.
std::size_t SpaceView::sibling(std::size_t item, int steps) const
{
    const auto items = m_picture->map.items();
    std::size_t folder = 0;
    for (std::size_t i = item; i-- > 0;) {
        if (items[i].end > item) {
            folder = i;
            break;
        }
    }
    std::vector<std::size_t> inside;
    for (std::size_t i = folder + 1; i < items[folder].end; i = items[i].end)
        inside.push_back(i);
    const auto at = std::find(inside.begin(), inside.end(), item) - inside.begin() + steps;
    return at < 0 || at >= static_cast<std::ptrdiff_t>(inside.size()) ? item
                                                                      : inside[static_cast<std::size_t>(at)];
}

void SpaceView::keyPressEvent(QKeyEvent *event)
{
    const bool hasItems = m_picture && m_picture->map.items().size() > 1;
    const std::size_t selected = selectedItem();
    const bool up = event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Escape ||
                    (event->key() == Qt::Key_Up && (event->modifiers() & Qt::AltModifier) != 0);
    if (up) {
        Q_EMIT upRequested();
    } else if (!hasItems) {
        QWidget::keyPressEvent(event);
    } else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Down) {
        select(selected == Treemap::kNone ? 1 : sibling(selected, 1));
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Up) {
        select(selected == Treemap::kNone ? 1 : sibling(selected, -1));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
               selected != Treemap::kNone) {
        open(m_picture->map.items()[selected].node);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Refbox
