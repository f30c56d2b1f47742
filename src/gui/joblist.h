// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The jobs of the window, those that run and those that have ended, as a read-only table, newest first.
// Starts them, watches them, stops them. GUI thread; the jobs run in jobPool().
#pragma once

#include "jobs/job.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Refbox {

using JobId = int;

struct JobSpec
{
    QString title;              ///< "Export nano.img"
    bool notifyWhenLong = true; ///< tell the desktop when it ends after kLongJob, unless a window is active
    bool writes = true;         ///< users want to be asked before it is stopped
    /// Usually over at once (planning, opening): shown on its own only where it is not and notifyWhenLong is
    /// set, and it leaves the list unless it failed.
    bool isQuick = false;
    /// Of another job, below which it stands; not counted, and nobody is told of its end.
    JobId partOf = 0;
};

enum class JobState { Running, Stopping, Finished, Cancelled, Failed };

/// "Running", "Stopping…", "Done", "Stopped", "Failed".
QString jobStateText(JobState state);
/// Of a drawing for icon().
QString jobStateIcon(JobState state);

class JobList final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Action is empty: room for a button.
    enum Column { Title, Phase, Share, Rate, Time, Action, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole,
        StateRole, ///< JobState as int
        ShareRole, ///< 0…10,000, -1: unknown
        IsPartRole
    };
    /// title, body.
    using Notifier = std::function<void(const QString &, const QString &)>;
    static constexpr std::chrono::milliseconds kLongJob{10'000};

    explicit JobList(QObject *parent = nullptr);
    /// Cancels what runs and waits for it; no callback is called any more.
    ~JobList() override;

    /// Runs function(Progress &), which gives a Result and may throw Error and Cancelled, in the background.
    /// Exactly one of these follows in this thread: done(result), failed(error), or nothing for a job that
    /// was stopped; ended() is emitted before it. A job that completes although it was asked to stop has
    /// finished.
    template <typename Result, typename Function>
    JobId start(JobSpec spec, Function function, std::function<void(const Result &)> done,
                std::function<void(const Error &)> failed = {})
    {
        auto progress = std::make_shared<Progress>();
        auto *watcher = new QFutureWatcher<Result>(this);
        const JobId id = add(std::move(spec), progress, watcher);
        connect(watcher, &QFutureWatcherBase::finished, this,
                [this, id, watcher, done = std::move(done), failed = std::move(failed)] {
                    std::optional<Result> result;
                    const Outcome outcome = outcomeOf([&] { result = watcher->future().takeResult(); });
                    watcher->deleteLater();
                    setEnded(id, outcome);
                    leaveQuick(id, outcome.state);
                    if (result && done)
                        done(*result);
                    else if (outcome.error && failed)
                        failed(*outcome.error);
                });
        watcher->setFuture(startJob(std::move(progress), std::move(function)));
        return id;
    }

    /// Shows work that another job does: its own progress, and a future that ends when it does, as its
    /// outcome says. Stopping the other job must end it; it can be stopped alone.
    JobId follow(JobSpec spec, std::shared_ptr<Progress> progress, const QFuture<void> &work);

    /// Answers at once; the job ends soon after. Nothing happens to a job that has ended.
    void stop(JobId id);
    void stopAll();
    int runningCount() const;
    /// Of those that write something: what a user wants to be asked about.
    int writingCount() const;
    /// Takes the ended jobs out of the list.
    void clearEnded();
    int endedCount() const;

    JobId idAt(int row) const;
    /// -1 for one that was cleared.
    int rowOf(JobId id) const;
    JobState state(JobId id) const;
    QString title(JobId id) const;
    bool isRunning(JobId id) const;
    bool isQuick(JobId id) const;
    bool isPart(JobId id) const;
    /// The job's log from line first on; what went wrong at its end.
    std::vector<Progress::LogLine> logFrom(JobId id, std::size_t first) const;

    /// What tells the desktop; by default notifyDesktop() where no window of the program is active.
    void setNotifier(Notifier notifier) { m_notifier = std::move(notifier); }
    /// In place of kLongJob.
    void setLongJob(std::chrono::milliseconds duration) { m_longJob = duration; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void started(Refbox::JobId id);
    /// It writes, or it takes longer than one wants to wait without being told.
    void worthShowing(Refbox::JobId id);
    void ended(Refbox::JobId id, Refbox::JobState state);

private:
    struct Job
    {
        JobId id = 0;
        JobSpec spec;
        JobState state = JobState::Running;
        std::shared_ptr<Progress> progress;
        QFutureWatcherBase *watcher = nullptr; // null when ended
        Progress::Snapshot snapshot;           // of the last refresh
        bool isShown = false;                  // worthShowing() was emitted
    };
    struct Outcome
    {
        JobState state = JobState::Finished;
        std::optional<Error> error;
    };

    static Outcome outcomeOf(const std::function<void()> &takeResult);
    JobId add(JobSpec spec, std::shared_ptr<Progress> progress, QFutureWatcherBase *watcher);
    void setEnded(JobId id, const Outcome &outcome);
    void leaveQuick(JobId id, JobState state);
    void show(Job &job);
    void notify(const Job &job);
    bool isAnyAtWork() const;
    void refresh();
    void changed(int row);
    const Job &job(JobId id) const;
    QString cell(const Job &job, Column column) const;

    std::vector<Job> m_jobs; // newest first
    JobId m_lastId = 0;
    QTimer m_timer{this}; // runs only while jobs do
    Notifier m_notifier;
    std::chrono::milliseconds m_longJob = kLongJob;
};

} // namespace Refbox
