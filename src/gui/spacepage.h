// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The Space tab: what takes the room in the selected folder. Computed in the background and only while the
// page is shown. GUI thread.
#pragma once

#include "gui/latestjob.h"
#include "gui/spacepicture.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Refbox {

class SpaceView;

namespace Ui {
class SpacePage;
}

class SpacePage final : public QWidget
{
    Q_OBJECT

public:
    explicit SpacePage(QWidget *parent = nullptr);
    ~SpacePage() override;

    /// Keeps the folder that is shown, by its path.
    void setSnapshot(const SnapshotPtr &snapshot);
    /// Shows a folder, or the one that a file is in, unless the page itself has just announced it.
    void selectNode(NodeId node);
    NodeId top() const { return m_top; }
    /// Nothing is being computed, and nothing has to be.
    bool isIdle() const { return !m_job.isRunning() && !m_stale; }

    /// Asks for a file and saves the picture there; for tests.
    std::function<void(const Picture &, const QString &)> savePicture;

Q_SIGNALS:
    void nodeSelected(Refbox::NodeId node);
    /// What is under the mouse.
    void told(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setTop(NodeId top);
    bool hasComponents() const;
    void goTo(NodeId folder);
    void goUp();
    void announce(NodeId node);
    void refresh();
    void showPicture(const std::shared_ptr<const SpacePicture> &picture);
    void showText(const QString &text);
    void fillPath();
    void addStep(NodeId node, const QString &name);
    SpaceLook look() const;
    SpaceView &view() const;

    std::unique_ptr<Ui::SpacePage> m_ui;
    SnapshotPtr m_snapshot;
    NodeId m_top = FileTree::root();
    NodeId m_announced = kNoId;                      ///< by this page, so that it comes back as a selection
    std::shared_ptr<const SubtreeWeights> m_weights; ///< of m_top; null: not known yet
    LatestJob m_job;
    bool m_stale = false;    ///< to be computed when shown
    int m_chosenColours = 0; ///< for trees of components; others would be grey all over
};

} // namespace Refbox
