// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the sharing matrix looks: its cells in the view, and all of it as a picture. GUI thread.
#pragma once

#include "gui/picture.h"
#include "gui/sharingtable.h"

#include <QFont>
#include <QHeaderView>
#include <QPalette>
#include <QStyledItemDelegate>

#include <vector>

namespace Refbox {

/// Of rows and totals, in pixels.
double sharingRowHeight(SharingShown shown, const QFont &font);

/// Sizes in pixels, for a font. Of very large tables only the first rows are measured.
struct SharingMetrics
{
    explicit SharingMetrics(const SharingTable &table, const QFont &font);

    double rowHeight = 0;
    double headerHeight = 0;
    double nameWidth = 0; ///< with the swatch
    std::vector<double> columnWidths;
    double width() const;
};

/// For SharingCells alone.
class SharingDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

/// Names of rows with their swatches on the left, or titles of columns above their numbers, with the mark of
/// the order; elided in the middle.
class SharingHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit SharingHeader(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};

/// What the bars mean.
std::vector<LegendEntry> sharingLegend(const SharingTable &table, const QPalette &palette);

/// The whole table, whatever part of it is seen; with title, subtitle and legend.
Picture sharingPicture(const SharingTable &table, const QString &package, const QFont &font);

/// Behind the title that the rows are sorted by.
QString sortMark(bool descending);

/// "7 components, 3 vservers".
QString sharingSummary(const SharingTable &table);

} // namespace Refbox
