// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything about the selected node, read in the background.
#pragma once

#include "gui/nodedetails.h"

#include <QWidget>

#include <memory>

namespace Refbox {

namespace Ui {
class DetailsPanel;
}

class DetailsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget *parent = nullptr);
    ~DetailsPanel() override;

    /// kNoId shows the empty state.
    void setNode(const SnapshotPtr &snapshot, NodeId node);

Q_SIGNALS:
    void nodeSelected(Refbox::NodeId node);

private:
    void show(const NodeDetails &details);
    QString factsHtml(const NodeDetails &details) const;

    std::unique_ptr<Ui::DetailsPanel> m_ui;
    SnapshotPtr m_snapshot;
    std::shared_ptr<Progress> m_reading; ///< the newest; results of others are dropped
};

} // namespace Refbox
