// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LinkMapView: the link map as a widget: what mouse, wheel and keys do to a LinkMapScene. The Contents tab
// shows the same links as trees and tables.
#pragma once

#include "gui/linkmappainter.h"
#include "gui/linkmapscene.h"

#include <QWidget>

class QScrollBar;
class QVariantAnimation;

namespace Refbox {

class LinkMapView final : public QWidget
{
    Q_OBJECT

public:
    explicit LinkMapView(QWidget *parent = nullptr);

    /// Keeps what is unfolded, by path, where the tree before was one of the same package. map: of the
    /// snapshot's tree; null: nothing is shown.
    void setMap(const SnapshotPtr &snapshot, std::shared_ptr<const LinkMap> map);
    const LinkMapScene &scene() const { return m_scene; }
    void setFilter(const LinkFilter &filter);
    void setByBytes(bool byBytes);
    /// Whether links may be made and removed here.
    void setEditable(bool editable) { m_editable = editable; }
    /// Off: folds happen at once.
    void setAnimated(bool animated) { m_animated = animated; }

    void selectNode(NodeId node);
    NodeId selected() const { return m_marks.selected; }
    void zoomBy(double factor);
    void zoomToNormal();
    void zoomToFit();
    /// Unfolds what leads to a node, and shows it.
    void showNode(NodeId node);

    QSize sizeHint() const override { return {800, 480}; }

Q_SIGNALS:
    void nodeSelected(Refbox::NodeId node);
    /// What is under the mouse, in words; empty: nothing.
    void hovered(const QString &text);
    void linkDropped(const std::vector<std::string> &imagePaths, Refbox::NodeId folder);
    void removeRequested(Refbox::NodeId node);
    void menuRequested(Refbox::NodeId node, const QPoint &globalPlace);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QPointF toScene(const QPointF &point) const;
    void layOut();
    void refreshScrollBars();
    void setUnfolded(MapSide side, NodeId node, bool unfolded);
    void select(NodeId node);
    void moveSelection(int rows);
    void jumpAcross();
    void hover(const QPointF &point);
    void startDrag();
    NodeId folderAt(const QPointF &point) const;
    NodeId endOf(const RibbonShape &shape) const;
    NodeId nodeAt(const LinkMapScene::Hit &hit) const;
    void scrollBy(const QPointF &point, double distance);

    LinkMapScene m_scene;
    LinkMapMarks m_marks;
    std::array<QScrollBar *, 2> m_bars{};
    QVariantAnimation *m_animation;
    bool m_animated = true;
    bool m_editable = false;
    bool m_refreshing = false;
    QPointF m_pressed;
    bool m_mayDrag = false;
    bool m_panning = false;
};

} // namespace Refbox
