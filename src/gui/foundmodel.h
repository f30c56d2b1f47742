// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Nodes that a search found, as a table with their paths; read-only.
#pragma once

#include "gui/nodecells.h"

#include <QAbstractTableModel>

namespace Refbox {

class FoundModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setFound(SnapshotPtr snapshot, std::vector<NodeId> nodes);
    NodeId nodeOf(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    SnapshotPtr m_snapshot;
    std::vector<NodeId> m_nodes;
};

} // namespace Refbox
