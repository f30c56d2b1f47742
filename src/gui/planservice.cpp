// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/planservice.h"

#include "jobs/job.h"

#include <QFutureWatcher>

#include <chrono>

namespace Refbox {

using namespace std::chrono_literals;

PlanService::PlanService(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(60ms);
    connect(&m_timer, &QTimer::timeout, this, &PlanService::start);
}

PlanService::~PlanService()
{
    dropRunning();
}

void PlanService::request(Project project, std::string projectFolder)
{
    m_project = std::move(project);
    m_projectFolder = std::move(projectFolder);
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
    ++m_generation;
    m_running = false;
    if (m_progress)
        m_progress->cancel();
    m_progress.reset();
}

void PlanService::start()
{
    m_running = true;
    m_progress = std::make_shared<Progress>();
    const quint64 generation = m_generation;
    auto *watcher = new QFutureWatcher<SnapshotPtr>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, generation] {
        watcher->deleteLater();
        if (generation != m_generation)
            return; // another request came meanwhile
        m_running = false;
        try {
            m_snapshot = watcher->future().result();
            Q_EMIT snapshotChanged();
        } catch (const Cancelled &) {
        } catch (const Error &error) {
            Q_EMIT failed(error);
        }
        Q_EMIT busyChanged(isBusy());
    });
    watcher->setFuture(
        startJob(m_progress, [project = m_project, folder = m_projectFolder](Progress &progress) {
            return planSnapshot(project, folder, progress);
        }));
}

} // namespace Refbox
