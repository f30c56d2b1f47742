// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The folders alone of a snapshot's tree, by their names; with check boxes on request. GUI thread.
#pragma once

#include "gui/treemodel.h"

#include <QSortFilterProxyModel>

#include <set>

namespace Refbox {

class FolderModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Checks { None, EachFolder };

    FolderModel(const SnapshotPtr &snapshot, Checks checks, QObject *parent = nullptr);

    NodeId nodeOf(const QModelIndex &index) const { return m_tree.nodeOf(mapToSource(index)); }
    QModelIndex indexOf(NodeId node) const { return mapFromSource(m_tree.indexOf(node)); }

    const std::set<NodeId> &checked() const { return m_checked; }
    void setChecked(NodeId node, bool checked);

    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool filterAcceptsColumn(int column, const QModelIndex &parent) const override;

private:
    TreeModel m_tree;
    Checks m_checks;
    std::set<NodeId> m_checked;
};

} // namespace Refbox
