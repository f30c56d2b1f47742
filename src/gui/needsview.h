// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows a needs graph and lets a user walk about in it: hover lights up what belongs together, a click or the
// arrow keys select, a double click or Enter goes there, Ctrl and the wheel zoom, dragging the ground moves
// it. GUI thread.
#pragma once

#include "gui/needsscene.h"

#include <QAbstractScrollArea>
#include <QPixmap>

#include <memory>
#include <optional>
#include <vector>

namespace Refbox {

class NeedsView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit NeedsView(QWidget *parent = nullptr);

    /// Null: nothing. Zooms so that it fits, as long as it can be read, until the user zooms.
    void setScene(std::shared_ptr<const NeedsScene> scene);
    const std::shared_ptr<const NeedsScene> &scene() const { return m_scene; }
    /// Without a signal.
    void setCurrent(BoxId box);
    BoxId current() const { return m_current; }
    BoxId hovered() const { return m_hovered; }
    /// By box; empty: none.
    void setMarks(std::vector<NeedsMark> marks);
    const std::vector<NeedsMark> &marks() const { return m_marks; }

    double zoom() const { return m_zoom; }
    /// anchor: a point of the viewport that stays where it is.
    void setZoom(double zoom, const QPointF &anchor);
    void fit();
    /// Where a box is in the viewport.
    QRectF placeOf(BoxId box) const;

    QSize sizeHint() const override { return {640, 400}; }

Q_SIGNALS:
    void currentChanged(Refbox::BoxId box); ///< by the user
    void activated(Refbox::BoxId box);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    QPointF origin() const;
    QPointF toScene(const QPointF &point) const { return (point - origin()) / m_zoom; }
    double fitting() const;
    void fitAgain();
    NeedsLook look() const;
    void paintScene(QPainter &painter, const NeedsLook &look) const;
    void repaintAll();
    void updateScrollBars();
    void hover(BoxId box);
    void select(BoxId box);
    void showBox(BoxId box);
    BoxId neighbour(int key) const;
    bool zoomByKey(int key);

    std::shared_ptr<const NeedsScene> m_scene;
    std::vector<NeedsMark> m_marks;
    QPixmap m_ground; ///< all but what lights up; null: to be painted
    BoxId m_current = kNoId;
    BoxId m_hovered = kNoId;
    std::optional<NeedsReach> m_reach; ///< of the hovered box
    std::optional<QPoint> m_dragged;
    double m_zoom = 1;
    /// Fits the scene into the view whenever that changes, down to this zoom; none: the user has zoomed.
    std::optional<double> m_fitDownTo;
};

} // namespace Refbox
