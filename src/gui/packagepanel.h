// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole package as a tree, with search as you type over all of its names.
#pragma once

#include "gui/snapshot.h"
#include "tree/namesearch.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Refbox {

class FoundModel;
class TreeModel;

namespace Ui {
class PackagePanel;
}

class PackagePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PackagePanel(QWidget *parent = nullptr);
    ~PackagePanel() override;

    void setSnapshot(const SnapshotPtr &snapshot);
    void selectNode(NodeId node);
    void focusSearch();

    /// More than this are counted, but not listed.
    static constexpr std::size_t kMostFound = 10'000;

Q_SIGNALS:
    void nodeSelected(Refbox::NodeId node);
    /// A context menu is wanted for a node, which is selected.
    void menuRequested(Refbox::NodeId node, const QPoint &place);

private:
    void search();
    void showFound(const QString &text, FoundNames found);

    std::unique_ptr<Ui::PackagePanel> m_ui;
    TreeModel *m_treeModel;
    FoundModel *m_foundModel;
    SnapshotPtr m_snapshot;
    QTimer m_searchTimer;
    std::shared_ptr<Progress> m_search; ///< the newest; results of others are dropped
    bool m_selecting = false;
};

} // namespace Refbox
