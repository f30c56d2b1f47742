// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sparecolumn.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace Refbox {

SpareColumn::SpareColumn(QTableView &table, int column)
    : QObject(&table)
    , m_table(table)
    , m_column(column)
{
    table.viewport()->installEventFilter(this);
    const QAbstractItemModel *model = table.model();
    // Queued: the table, too, has to hear of it first.
    connect(model, &QAbstractItemModel::modelReset, this, &SpareColumn::update, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::rowsInserted, this, &SpareColumn::update, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &SpareColumn::update, Qt::QueuedConnection);
    connect(model, &QAbstractItemModel::dataChanged, this, &SpareColumn::update, Qt::QueuedConnection);
}

bool SpareColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        update();
    return QObject::eventFilter(watched, event);
}

void SpareColumn::update()
{
    int needed = 0;
    for (int column = 0; column < m_table.model()->columnCount(); ++column)
        needed += neededWidth(column);
    m_table.setColumnHidden(m_column, needed > m_table.viewport()->width());
}

// Of the rows that are shown, and of the header, which says nothing of hidden columns itself.
int SpareColumn::neededWidth(int column) const
{
    const QHeaderView &header = *m_table.horizontalHeader();
    const QString title = m_table.model()->headerData(column, Qt::Horizontal).toString();
    const int margins = 2 * header.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &header) + 4;
    const auto &view = static_cast<const QAbstractItemView &>(m_table);
    return std::max(view.sizeHintForColumn(column), header.fontMetrics().horizontalAdvance(title) + margins);
}

} // namespace Refbox
