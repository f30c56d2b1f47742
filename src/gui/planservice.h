// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps a snapshot of the document up to date, in the background: the newest request wins, older ones are
// cancelled and their results dropped. GUI thread.
#pragma once

#include "gui/joblist.h"
#include "gui/snapshot.h"

#include <QObject>
#include <QTimer>

namespace Refbox {

class PlanService final : public QObject
{
    Q_OBJECT

public:
    /// jobs must outlive the service.
    explicit PlanService(JobList &jobs, QObject *parent = nullptr);

    /// Plans soon; several requests in a row (typing, undo held down) become one.
    void request(Project project, PlanOptions options);
    /// Shows a stranger's tree from now on; a plan under way is dropped.
    void show(SnapshotPtr snapshot);
    bool isBusy() const { return m_job != 0 || m_timer.isActive(); }
    /// Null before the first plan.
    const SnapshotPtr &snapshot() const { return m_snapshot; }

Q_SIGNALS:
    void snapshotChanged();
    void failed(const Refbox::Error &error);
    void stopped(); ///< by the user: the snapshot is that of an earlier state
    void busyChanged(bool busy);

private:
    void start();
    void dropRunning();

    JobList &m_jobs;
    QTimer m_timer;
    Project m_project;
    PlanOptions m_options;
    SnapshotPtr m_snapshot;
    JobId m_job = 0; ///< that runs for the newest request; 0: none
};

} // namespace Refbox
