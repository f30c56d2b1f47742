// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SpaceView: a treemap as a widget: what mouse and keys do to a SpacePicture. A click selects a file and
// opens a folder; arrow keys go from neighbour to neighbour, Return opens, Backspace goes up. GUI thread.
#pragma once

#include "gui/spacepicture.h"

#include <QWidget>

namespace Refbox {

class SpaceView final : public QWidget
{
    Q_OBJECT

public:
    explicit SpaceView(QWidget *parent = nullptr);

    /// Null: nothing.
    void setPicture(std::shared_ptr<const SpacePicture> picture);
    const std::shared_ptr<const SpacePicture> &picture() const { return m_picture; }
    void selectNode(NodeId node);

    QSize sizeHint() const override { return {800, 480}; }

Q_SIGNALS:
    void nodeSelected(Refbox::NodeId node);
    void folderOpened(Refbox::NodeId folder);
    void upRequested();
    /// What is under the mouse, in words; empty: nothing.
    void hovered(const QString &text);
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void hover(std::size_t item);
    void outline(QPainter &painter, std::size_t item, const QColor &colour, double width) const;
    void select(std::size_t item);
    void open(NodeId node);
    std::size_t selectedItem() const;
    std::size_t sibling(std::size_t item, int steps) const;

    std::shared_ptr<const SpacePicture> m_picture;
    NodeId m_selected = kNoId;
    std::size_t m_hovered = Treemap::kNone;
};

} // namespace Refbox
