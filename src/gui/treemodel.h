// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A snapshot's tree, or a part of it, for tree views; read-only. parent() and row() take constant time. Nodes
// can be dragged (as MIME type kNodesMimeType) and dropped on folders where dropping was allowed.
#pragma once

#include "gui/nodecells.h"

#include <QAbstractItemModel>

#include <functional>
#include <memory>
#include <span>

namespace Refbox {

/// Paths in the image, one a line, percent-encoded.
inline constexpr auto kNodesMimeType = "application/x-refbox-nodes";

/// For a drag of these nodes.
std::unique_ptr<QMimeData> draggedNodes(const FileTree &tree, std::span<const NodeId> nodes);

/// The paths that a drag carries; empty where it is none of ours.
std::vector<std::string> draggedPaths(const QMimeData &data);

class TreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class RootRow { Shown, Hidden };

    explicit TreeModel(RootRow rootRow, QObject *parent = nullptr);

    /// Shows the subtree top; a null snapshot shows nothing.
    void setSnapshot(SnapshotPtr snapshot, NodeId top = FileTree::root());
    const SnapshotPtr &snapshot() const { return m_snapshot; }
    NodeId top() const { return m_top; }

    /// kNoId for an invalid index.
    NodeId nodeOf(const QModelIndex &index) const;
    /// Invalid for nodes outside the shown part.
    QModelIndex indexOf(NodeId node) const;

    /// What to do with paths that are dropped on a folder; unset: nothing can be dropped.
    std::function<bool(const std::vector<std::string> &paths, NodeId folder)> onDrop;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::LinkAction | Qt::CopyAction; }
    Qt::DropActions supportedDropActions() const override { return Qt::LinkAction | Qt::CopyAction; }
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

private:
    RootRow m_rootRow;
    SnapshotPtr m_snapshot;
    NodeId m_top = FileTree::root();
};

} // namespace Refbox
