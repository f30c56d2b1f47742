// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A snapshot's findings as a table: where, what, and what can be done. Read-only.
#pragma once

#include "assembly/fixes.h"
#include "gui/snapshot.h"

#include <QAbstractTableModel>

namespace Refbox {

class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Where, FixColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSnapshot(SnapshotPtr snapshot);
    const Finding &finding(int row) const { return m_snapshot->findings[static_cast<std::size_t>(row)]; }
    const std::optional<Fix> &fix(int row) const { return m_fixes[static_cast<std::size_t>(row)]; }
    /// The node that a finding is about; kNoId for the package as a whole.
    NodeId nodeOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    SnapshotPtr m_snapshot;
    std::vector<std::optional<Fix>> m_fixes;
};

QString severityText(Finding::Severity severity);
QString severityIcon(Finding::Severity severity);

} // namespace Refbox
