// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/differencesmodel.h"

#include "gui/icons.h"
#include "jobs/display.h"

namespace Refbox {

using namespace Qt::StringLiterals;

DifferencesModel::DifferencesModel(std::shared_ptr<const TreeComparison> comparison, QObject *parent)
    : QAbstractTableModel(parent)
    , m_comparison(std::move(comparison))
{
}

int DifferencesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_comparison->differences.size());
}

int DifferencesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Difference &row = difference(index.row());
    if (role == Qt::DecorationRole && index.column() == Kind)
        return row.kind == Difference::Kind::OnlyInA   ? icon(u"remove"_s, u"list-remove"_s)
               : row.kind == Difference::Kind::OnlyInB ? icon(u"add"_s, u"list-add"_s)
                                                       : icon(u"edit"_s, u"document-edit"_s);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Kind:
        return differenceText(row.kind);
    case Where:
        return displayPath(row.path);
    case InA:
        return displayPath(row.a);
    default:
        return displayPath(row.b);
    }
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Kind:
        return tr("What differs");
    case Where:
        return tr("Where");
    case InA:
        return tr("In A");
    default:
        return tr("In B");
    }
}

} // namespace Refbox
