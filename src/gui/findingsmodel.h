// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A snapshot's findings as a table: where, what, and what can be done. Read-only.
#pragma once

#include "assembly/fixes.h"
#include "gui/listmodel.h"
#include "gui/snapshot.h"

namespace Refbox {

class FindingsModel final : public ListModel
{
    Q_OBJECT

public:
    enum Column { What, Where, FixColumn, ColumnCount };

    using ListModel::ListModel;

    void setSnapshot(SnapshotPtr snapshot);
    const Finding &finding(int row) const { return m_rows[static_cast<std::size_t>(row)].finding; }
    const std::optional<Fix> &fix(int row) const { return m_rows[static_cast<std::size_t>(row)].fix; }
    /// The node that a finding is about; kNoId for the package as a whole.
    NodeId nodeOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        Finding finding;
        std::optional<Fix> fix;
    };

    SnapshotPtr m_snapshot;
    std::vector<Row> m_rows;
};

QString severityText(Finding::Severity severity);
QString severityIcon(Finding::Severity severity);

} // namespace Refbox
