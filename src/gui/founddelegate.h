// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A path as two lines: its name, which is what was looked for, and below it, quietly, its folder. Each is
// elided for itself, so that a deep folder leaves the name whole. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace Refbox {

class FoundDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static int rowHeight(const QWidget &view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Refbox
