// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/foldermodel.h"

#include <algorithm>

namespace Refbox {

FolderModel::FolderModel(const SnapshotPtr &snapshot, Checks checks, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_tree(TreeModel::RootRow::Hidden)
    , m_checks(checks)
{
    m_tree.setSnapshot(snapshot);
    setSourceModel(&m_tree);
}

void FolderModel::setChecked(NodeId node, bool checked)
{
    setData(indexOf(node), checked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

QVariant FolderModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::CheckStateRole && m_checks == Checks::EachFolder)
        return m_checked.contains(nodeOf(index)) ? Qt::Checked : Qt::Unchecked;
    return QSortFilterProxyModel::data(index, role);
}

bool FolderModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || m_checks == Checks::None || !index.isValid())
        return false;
    if (value.toInt() == Qt::Checked)
        m_checked.insert(nodeOf(index));
    else
        m_checked.erase(nodeOf(index));
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags FolderModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QSortFilterProxyModel::flags(index) & ~Qt::ItemIsDragEnabled;
    return m_checks == Checks::EachFolder ? flags | Qt::ItemIsUserCheckable : flags;
}

// Without asking for every child: a million files may be beside the folders.
bool FolderModel::hasChildren(const QModelIndex &parent) const
{
    const FileTree &tree = *m_tree.snapshot()->tree;
    const auto children = tree.children(parent.isValid() ? nodeOf(parent) : m_tree.top());
    return std::any_of(children.begin(), children.end(),
                       [&](NodeId child) { return tree.inodeAt(child).isDirectory(); });
}

bool FolderModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return m_tree.snapshot()->tree->inodeAt(m_tree.nodeOf(m_tree.index(row, 0, parent))).isDirectory();
}

bool FolderModel::filterAcceptsColumn(int column, const QModelIndex &) const
{
    return column == static_cast<int>(NodeColumn::Name);
}

} // namespace Refbox
