// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The differences of a comparison as a table. Read-only.
#pragma once

#include "gui/treecomparison.h"

#include <QAbstractTableModel>

namespace Refbox {

class DifferencesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, Where, InA, InB, ColumnCount };

    explicit DifferencesModel(std::shared_ptr<const TreeComparison> comparison, QObject *parent = nullptr);

    const Difference &difference(int row) const
    {
        return m_comparison->differences[static_cast<std::size_t>(row)];
    }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const TreeComparison> m_comparison;
};

} // namespace Refbox
