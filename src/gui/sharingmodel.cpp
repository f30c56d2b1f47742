// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sharingmodel.h"

#include <map>

namespace Refbox {

QVariant SharingCells::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(index).line();
    case Qt::ToolTipRole:
        return tip(index);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

void SharingModel::setTable(SharingTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

// What is selected stays selected: it is the same row in another place.
template <typename Change>
void SharingModel::reorder(Change change)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<const SharingRow *> rows;
    for (const QModelIndex &index : before)
        rows.push_back(&m_table.row(index.row()));
    change();
    std::map<const SharingRow *, int> places;
    for (int row = 0; row < m_table.rowCount(); ++row)
        places[&m_table.row(row)] = row;
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after += index(places[rows[static_cast<std::size_t>(i)]], before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void SharingModel::setShown(SharingShown shown)
{
    reorder([&] { m_table.setShown(shown); });
}

void SharingModel::sort(int column, Qt::SortOrder order)
{
    reorder([&] { m_table.sort(column, order == Qt::DescendingOrder); });
}

void SharingModel::setDark(bool dark)
{
    m_dark = dark;
    if (m_table.rowCount() > 0)
        Q_EMIT headerDataChanged(Qt::Vertical, 0, m_table.rowCount() - 1);
}

int SharingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_table.rowCount();
}

int SharingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_table.columnCount();
}

QVariant SharingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isRow = orientation == Qt::Vertical;
    switch (role) {
    case Qt::DisplayRole:
        return isRow ? m_table.rowTitle(section) : m_table.columnTitle(section);
    case Qt::ToolTipRole:
        return isRow ? m_table.rowTitle(section) : m_table.columnTip(section);
    case Qt::DecorationRole:
        return isRow ? QVariant(m_table.rowColour(section, m_dark)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((isRow ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::InitialSortOrderRole:
        return QVariant::fromValue(static_cast<int>(Qt::DescendingOrder)); // the largest first
    default:
        return {};
    }
}

SharingCellText SharingModel::text(const QModelIndex &index) const
{
    return m_table.cell(index.row(), index.column());
}

QColor SharingModel::colour(const QModelIndex &index) const
{
    return m_table.rowColour(index.row(), m_dark);
}

QString SharingModel::tip(const QModelIndex &index) const
{
    return m_table.cellTip(index.row(), index.column());
}

SharingTotalsModel::SharingTotalsModel(const SharingModel &above, QObject *parent)
    : SharingCells(parent)
    , m_above(above)
{
    connect(&above, &QAbstractItemModel::modelAboutToBeReset, this, &SharingTotalsModel::beginResetModel);
    connect(&above, &QAbstractItemModel::modelReset, this, &SharingTotalsModel::endResetModel);
    connect(&above, &QAbstractItemModel::layoutChanged, this, [this] {
        if (rowCount() > 0 && columnCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

int SharingTotalsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : table().totalCount();
}

int SharingTotalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : table().columnCount();
}

QVariant SharingTotalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal)
        return m_above.headerData(section, orientation, role);
    switch (role) {
    case Qt::DisplayRole:
        return table().totalTitle(section);
    case Qt::ToolTipRole:
        return table().totalTip(section);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

SharingCellText SharingTotalsModel::text(const QModelIndex &index) const
{
    return table().total(index.row(), index.column());
}

QString SharingTotalsModel::tip(const QModelIndex &index) const
{
    return table().totalCellTip(index.row(), index.column());
}

} // namespace Refbox
