// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole package as a tree, with search as you type over all of its names.
#pragma once

#include "gui/snapshot.h"
#include "tree/namesearch.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>

class QAbstractItemView;
class QAction;

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
    /// Above its own entries of the context menu.
    void addToMenu(const QList<QAction *> &actions);

    /// More than this are counted, but not listed.
    static constexpr std::size_t kMostFound = 10'000;

Q_SIGNALS:
    void nodeSelected(Refbox::NodeId node);
    void starBallRequested(Refbox::NodeId folder); ///< by the context menu

private:
    std::array<QAbstractItemView *, 2> views() const;
    void setUpMenu();
    void setUpFound();
    void updateMenu();
    NodeId currentNode() const;
    void search();
    void showFound(const QString &text, FoundNames found);

    std::unique_ptr<Ui::PackagePanel> m_ui;
    QAction *m_starBallAction;
    TreeModel *m_treeModel;
    FoundModel *m_foundModel;
    SnapshotPtr m_snapshot;
    QTimer m_searchTimer;
    std::shared_ptr<Progress> m_search; ///< the newest; results of others are dropped
    bool m_selecting = false;
};

} // namespace Refbox
