// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/planservice.h"

#include "jobs/display.h"

#include <chrono>
#include <utility>

namespace Refbox {

using namespace std::chrono_literals;

PlanService::PlanService(JobList &jobs, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(60ms);
    connect(&m_timer, &QTimer::timeout, this, &PlanService::start);
    connect(&m_jobs, &JobList::ended, this, [this](JobId id, JobState state) {
        if (id != m_job || state != JobState::Cancelled)
            return;
        m_job = 0;
        Q_EMIT stopped();
        Q_EMIT busyChanged(isBusy());
    });
}

void PlanService::request(Project project, PlanOptions options)
{
    m_project = std::move(project);
    m_options = std::move(options);
    dropRunning();
    m_timer.start();
    Q_EMIT busyChanged(true);
}

void PlanService::show(SnapshotPtr snapshot)
{
    m_timer.stop();
    dropRunning();
    m_snapshot = std::move(snapshot);
    Q_EMIT snapshotChanged();
    Q_EMIT busyChanged(false);
}

void PlanService::dropRunning()
{
    m_jobs.stop(std::exchange(m_job, 0));
}

void PlanService::start()
{
    dropRunning();
    // A dropped job may still end well; then it is not the newest one's any more.
    const auto id = std::make_shared<JobId>(0);
    const auto isNewest = [this, id] { return *id == m_job && std::exchange(m_job, 0) != 0; };
    *id = m_jobs.start<SnapshotPtr>(
        {.title = tr("Plan %1").arg(displayPath(m_project.name)),
         .notifyWhenLong = false,
         .writes = false,
         .isQuick = true},
        [project = m_project, options = m_options](Progress &progress) {
            return planSnapshot(project, options, progress);
        },
        [this, isNewest](const SnapshotPtr &snapshot) {
            if (!isNewest())
                return;
            m_snapshot = snapshot;
            Q_EMIT snapshotChanged();
            Q_EMIT busyChanged(isBusy());
        },
        [this, isNewest](const Error &error) {
            if (!isNewest())
                return;
            Q_EMIT failed(error);
            Q_EMIT busyChanged(isBusy());
        });
    m_job = *id;
}

} // namespace Refbox
