// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The needs of what is selected: its libraries, loaders and interpreters as a graph, and what would break
// without it. Computed in the background and only while the page is shown. GUI thread.
#pragma once

#include "gui/latestjob.h"
#include "gui/needsjob.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace Refbox {

namespace Ui {
class NeedsPage;
}

class NeedsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit NeedsPage(QWidget *parent = nullptr);
    /// What still runs is cancelled; nothing waits for it.
    ~NeedsPage() override;

    /// Keeps the selection by its path.
    void setSnapshot(const SnapshotPtr &snapshot);
    /// kNoId: nothing. A node that this page itself has just announced leaves its picture as it is.
    void selectNode(NodeId node);
    /// Nothing is being computed, and nothing has to be.
    bool isIdle() const { return !m_needsJob.isRunning() && !m_breaksJob.isRunning() && !m_stale; }
    /// What Save picture saves.
    Picture picture() const;

    /// Asks for a file and saves the picture there; for tests.
    std::function<void(const Picture &, const QString &)> savePicture;

Q_SIGNALS:
    void nodeSelected(Refbox::NodeId node);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int kNodeRole = Qt::UserRole; // of the list of what breaks

    void refresh();
    void showNeeds(const NeedsResult &result);
    void makeScene();
    void showText(const QString &text);
    void showTitle();
    void updateLegend();
    void boxSelected(BoxId box);
    void boxActivated(BoxId box);
    std::vector<NodeId> dropped() const;
    void askForBreaks();
    void showBreaks(const std::shared_ptr<const WhatIf> &whatIf);
    void fillBreaks(const WhatIf &whatIf);
    void announce(NodeId node);
    void save();
    QString nothingText() const;
    NodeId inSnapshot(NodeId node) const;

    std::unique_ptr<Ui::NeedsPage> m_ui;
    SnapshotPtr m_snapshot;
    NodeId m_selected = kNoId;
    NodeId m_announced = kNoId; ///< by this page, so that it comes back as a selection
    bool m_stale = false;       ///< to be computed when shown
    LatestJob m_needsJob;
    LatestJob m_breaksJob;
    NeedsResult m_result;
    std::set<std::uint32_t> m_unfolded; ///< nodes of its graph
    std::shared_ptr<const WhatIf> m_whatIf;
};

} // namespace Refbox
