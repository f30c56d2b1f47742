// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/treemodel.h"

#include <QMimeData>

#include <algorithm>

namespace Refbox {

namespace {

// Rows are ints in Qt.
int rowLimit(std::size_t rows)
{
    return static_cast<int>(std::min<std::size_t>(rows, std::numeric_limits<int>::max()));
}

} // namespace

std::unique_ptr<QMimeData> draggedNodes(const FileTree &tree, std::span<const NodeId> nodes)
{
    QByteArray lines;
    for (const NodeId node : nodes)
        lines += QByteArray::fromStdString(tree.path(node)).toPercentEncoding("/") + '\n';
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(kNodesMimeType), lines);
    return data;
}

std::vector<std::string> draggedPaths(const QMimeData &data)
{
    std::vector<std::string> paths;
    const QList<QByteArray> lines = data.data(QLatin1String(kNodesMimeType)).split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty())
            paths.push_back(QByteArray::fromPercentEncoding(line).toStdString());
    }
    return paths;
}

TreeModel::TreeModel(RootRow rootRow, QObject *parent)
    : QAbstractItemModel(parent)
    , m_rootRow(rootRow)
{
}

void TreeModel::setSnapshot(SnapshotPtr snapshot, NodeId top)
{
    beginResetModel();
    m_snapshot = top == kNoId ? nullptr : std::move(snapshot);
    m_top = m_snapshot ? top : FileTree::root();
    endResetModel();
}

NodeId TreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<NodeId>(index.internalId()) : kNoId;
}

QModelIndex TreeModel::indexOf(NodeId node) const
{
    if (!m_snapshot || node >= m_snapshot->tree->nodeCount() || !m_snapshot->tree->isInside(node, m_top))
        return {};
    if (node == m_top)
        return m_rootRow == RootRow::Shown ? createIndex(0, 0, quintptr{node}) : QModelIndex();
    return createIndex(static_cast<int>(m_snapshot->tree->row(node)), 0, quintptr{node});
}

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid() && m_rootRow == RootRow::Shown)
        return createIndex(0, column, quintptr{m_top});
    const NodeId folder = parent.isValid() ? nodeOf(parent) : m_top;
    return createIndex(row, column,
                       quintptr{m_snapshot->tree->children(folder)[static_cast<std::size_t>(row)]});
}

QModelIndex TreeModel::parent(const QModelIndex &index) const
{
    const NodeId node = nodeOf(index);
    return node == kNoId || node == m_top ? QModelIndex() : indexOf(m_snapshot->tree->parent(node));
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    if (!m_snapshot || parent.column() > 0)
        return 0;
    if (!parent.isValid() && m_rootRow == RootRow::Shown)
        return 1;
    return rowLimit(m_snapshot->tree->children(parent.isValid() ? nodeOf(parent) : m_top).size());
}

int TreeModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(NodeColumn::Count);
}

bool TreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QVariant TreeModel::data(const QModelIndex &index, int role) const
{
    return index.isValid()
               ? nodeCell(*m_snapshot, nodeOf(index), static_cast<NodeColumn>(index.column()), role)
               : QVariant();
}

QVariant TreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? nodeHeader(static_cast<NodeColumn>(section), role) : QVariant();
}

Qt::ItemFlags TreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid())
        return onDrop && m_snapshot ? flags | Qt::ItemIsDropEnabled : flags;
    flags |= Qt::ItemIsDragEnabled;
    if (onDrop && m_snapshot->tree->inodeAt(nodeOf(index)).isDirectory())
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QStringList TreeModel::mimeTypes() const
{
    return {QLatin1String(kNodesMimeType)};
}

QMimeData *TreeModel::mimeData(const QModelIndexList &indexes) const
{
    std::vector<NodeId> nodes;
    for (const QModelIndex &index : indexes)
        nodes.push_back(nodeOf(index));
    std::sort(nodes.begin(), nodes.end()); // an index for each column
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return draggedNodes(*m_snapshot->tree, nodes).release();
}

bool TreeModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                             const QModelIndex &parent)
{
    if (action == Qt::IgnoreAction)
        return true;
    const std::vector<std::string> paths = draggedPaths(*data);
    return onDrop && m_snapshot && !paths.empty() && onDrop(paths, parent.isValid() ? nodeOf(parent) : m_top);
}

} // namespace Refbox
