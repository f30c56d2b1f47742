// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/foundmodel.h"

#include "jobs/display.h"

namespace Refbox {

void FoundModel::setFound(SnapshotPtr snapshot, std::vector<NodeId> nodes)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_nodes = std::move(nodes);
    endResetModel();
}

NodeId FoundModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? m_nodes[static_cast<std::size_t>(index.row())] : kNoId;
}

int FoundModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_nodes.size());
}

int FoundModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(NodeColumn::Count);
}

QVariant FoundModel::data(const QModelIndex &index, int role) const
{
    const NodeId node = nodeOf(index);
    if (node == kNoId)
        return {};
    if (role == Qt::DisplayRole && index.column() == 0)
        return displayPath(m_snapshot->tree->path(node));
    return nodeCell(*m_snapshot, node, static_cast<NodeColumn>(index.column()), role);
}

QVariant FoundModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? nodeHeader(static_cast<NodeColumn>(section), role) : QVariant();
}

} // namespace Refbox
