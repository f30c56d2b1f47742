// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist.h"

#include "gui/icons.h"
#include "gui/notification.h"
#include "jobs/display.h"

#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace Refbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kWorthShowing = 1s;

bool isAtWork(JobState state)
{
    return state == JobState::Running || state == JobState::Stopping;
}

QString rateText(const Progress::Snapshot &snapshot)
{
    if (snapshot.rate < 1)
        return {};
    const auto rate = static_cast<std::uint64_t>(snapshot.rate);
    if (snapshot.unit == Progress::Unit::Bytes)
        return JobList::tr("%1/s").arg(formatSize(rate));
    if (snapshot.unit == Progress::Unit::Entries)
        return JobList::tr("%L1 entries/s").arg(rate);
    return {};
}

} // namespace

QString jobStateText(JobState state)
{
    switch (state) {
    case JobState::Running:
        return JobList::tr("Running");
    case JobState::Stopping:
        return JobList::tr("Stopping…");
    case JobState::Finished:
        return JobList::tr("Done");
    case JobState::Cancelled:
        return JobList::tr("Stopped");
    case JobState::Failed:
        return JobList::tr("Failed");
    }
    return {};
}

QString jobStateIcon(JobState state)
{
    switch (state) {
    case JobState::Running:
    case JobState::Stopping:
        return u"running"_s;
    case JobState::Finished:
        return u"done"_s;
    case JobState::Cancelled:
        return u"cancelled"_s;
    case JobState::Failed:
        return u"error"_s;
    }
    return {};
}

JobList::JobList(QObject *parent)
    : QAbstractTableModel(parent)
    , m_notifier([](const QString &title, const QString &body) {
        if (QGuiApplication::focusWindow() == nullptr)
            notifyDesktop(title, body);
    })
{
    m_timer.setInterval(200ms);
    connect(&m_timer, &QTimer::timeout, this, &JobList::refresh);
}

JobList::~JobList()
{
    stopAll();
    for (const Job &job : m_jobs) {
        if (job.watcher == nullptr)
            continue;
        job.watcher->disconnect(this);
        // Whatever they end in, Cancelled included: nobody is left to be told.
        outcomeOf([&] { job.watcher->waitForFinished(); });
    }
}

JobList::Outcome JobList::outcomeOf(const std::function<void()> &takeResult)
{
    try {
        takeResult();
        return {};
    } catch (const Cancelled &) {
        return {JobState::Cancelled, {}};
    } catch (const Error &error) {
        return {JobState::Failed, error};
    }
}

JobId JobList::add(JobSpec spec, std::shared_ptr<Progress> progress, QFutureWatcherBase *watcher)
{
    const JobId id = ++m_lastId;
    // Parts stand below their job, which may have been cleared; a job comes first.
    const int row = spec.partOf != 0 ? rowOf(spec.partOf) + 1 : 0;
    beginInsertRows({}, row, row);
    m_jobs.insert(m_jobs.begin() + row,
                  {id, std::move(spec), JobState::Running, std::move(progress), watcher, {}, false});
    endInsertRows();
    m_timer.start();
    Q_EMIT started(id);
    Job &job = m_jobs[static_cast<std::size_t>(rowOf(id))];
    if (!job.spec.isQuick && job.spec.partOf == 0)
        show(job);
    return id;
}

JobId JobList::follow(JobSpec spec, std::shared_ptr<Progress> progress, const QFuture<void> &work)
{
    auto *watcher = new QFutureWatcher<void>(this);
    const JobId id = add(std::move(spec), std::move(progress), watcher);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, id, watcher] {
        const Outcome outcome = outcomeOf([&] { watcher->future().waitForFinished(); });
        watcher->deleteLater();
        setEnded(id, outcome);
    });
    watcher->setFuture(work);
    return id;
}

void JobList::setEnded(JobId id, const Outcome &outcome)
{
    const int row = rowOf(id);
    Job &job = m_jobs[static_cast<std::size_t>(row)];
    job.state = outcome.state;
    job.watcher = nullptr;
    job.snapshot = job.progress->snapshot();
    if (outcome.error)
        job.progress->log(Progress::Severity::Error, outcome.error->toString());
    if (!isAnyAtWork())
        m_timer.stop();
    changed(row);
    notify(job);
    Q_EMIT ended(id, outcome.state);
}

void JobList::leaveQuick(JobId id, JobState state)
{
    const int row = rowOf(id);
    if (row < 0 || state == JobState::Failed || !isQuick(id))
        return;
    beginRemoveRows({}, row, row);
    m_jobs.erase(m_jobs.begin() + row);
    endRemoveRows();
}

void JobList::show(Job &job)
{
    if (!std::exchange(job.isShown, true))
        Q_EMIT worthShowing(job.id);
}

void JobList::notify(const Job &job)
{
    if (job.spec.notifyWhenLong && job.spec.partOf == 0 && job.snapshot.elapsed >= m_longJob &&
        job.state != JobState::Cancelled)
        m_notifier(job.spec.title, job.state == JobState::Finished
                                       ? tr("Done in %1.").arg(formatDuration(job.snapshot.elapsed))
                                       : tr("It failed. The window says why."));
}

void JobList::stop(JobId id)
{
    const int row = rowOf(id);
    if (row < 0 || m_jobs[static_cast<std::size_t>(row)].state != JobState::Running)
        return;
    Job &job = m_jobs[static_cast<std::size_t>(row)];
    job.progress->cancel();
    job.state = JobState::Stopping;
    changed(row);
}

void JobList::stopAll()
{
    for (const Job &job : m_jobs)
        stop(job.id);
}

int JobList::runningCount() const
{
    return static_cast<int>(std::ranges::count_if(
        m_jobs, [](const Job &job) { return isAtWork(job.state) && job.spec.partOf == 0; }));
}

int JobList::endedCount() const
{
    return static_cast<int>(std::ranges::count_if(
        m_jobs, [](const Job &job) { return !isAtWork(job.state) && job.spec.partOf == 0; }));
}

bool JobList::isAnyAtWork() const
{
    return std::ranges::any_of(m_jobs, [](const Job &job) { return isAtWork(job.state); });
}

int JobList::writingCount() const
{
    return static_cast<int>(std::count_if(m_jobs.begin(), m_jobs.end(), [](const Job &job) {
        return isAtWork(job.state) && job.spec.writes && job.spec.partOf == 0;
    }));
}

void JobList::clearEnded()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (isAtWork(m_jobs[static_cast<std::size_t>(row)].state))
            continue;
        beginRemoveRows({}, row, row);
        m_jobs.erase(m_jobs.begin() + row);
        endRemoveRows();
    }
}

JobId JobList::idAt(int row) const
{
    return m_jobs.at(static_cast<std::size_t>(row)).id;
}

int JobList::rowOf(JobId id) const
{
    const auto job = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const Job &j) { return j.id == id; });
    return job == m_jobs.end() ? -1 : static_cast<int>(job - m_jobs.begin());
}

const JobList::Job &JobList::job(JobId id) const
{
    return m_jobs.at(static_cast<std::size_t>(rowOf(id)));
}

JobState JobList::state(JobId id) const
{
    return job(id).state;
}

QString JobList::title(JobId id) const
{
    return job(id).spec.title;
}

bool JobList::isRunning(JobId id) const
{
    return isAtWork(job(id).state);
}

bool JobList::isQuick(JobId id) const
{
    return job(id).spec.isQuick;
}

bool JobList::isPart(JobId id) const
{
    return job(id).spec.partOf != 0;
}

std::vector<Progress::LogLine> JobList::logFrom(JobId id, std::size_t first) const
{
    return job(id).progress->logFrom(first);
}

void JobList::refresh()
{
    for (int row = 0; row < rowCount(); ++row) {
        Job &job = m_jobs[static_cast<std::size_t>(row)];
        if (!isAtWork(job.state))
            continue;
        job.snapshot = job.progress->snapshot();
        changed(row);
        if (job.snapshot.elapsed >= kWorthShowing && job.spec.notifyWhenLong && job.spec.partOf == 0)
            show(job);
    }
}

void JobList::changed(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int JobList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

int JobList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString JobList::cell(const Job &job, Column column) const
{
    const bool running = job.state == JobState::Running;
    switch (column) {
    case Title:
        return job.spec.title;
    case Phase:
        return running && !job.snapshot.phase.isEmpty() ? job.snapshot.phase : jobStateText(job.state);
    case Share:
        return running && job.snapshot.total > 0 ? tr("%1 %").arg(job.snapshot.tenThousandths() / 100)
                                                 : QString();
    case Rate:
        return running ? rateText(job.snapshot) : QString();
    case Time:
        return running && job.snapshot.remaining ? tr("%1 left").arg(formatDuration(*job.snapshot.remaining))
                                                 : formatDuration(job.snapshot.elapsed);
    default:
        return {};
    }
}

QVariant JobList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Job &job = m_jobs[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell(job, column);
    case Qt::ToolTipRole:
        return column == Title || column == Phase ? cell(job, column) : QVariant();
    case Qt::DecorationRole:
        return column == Title ? icon(jobStateIcon(job.state)) : QVariant();
    case Qt::AccessibleTextRole:
        return column == Title ? tr("%1: %2").arg(job.spec.title, jobStateText(job.state))
                               : cell(job, column);
    case Qt::TextAlignmentRole:
        return column >= Rate ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case IdRole:
        return job.id;
    case IsPartRole:
        return job.spec.partOf != 0;
    case StateRole:
        return static_cast<int>(job.state);
    case ShareRole:
        return job.snapshot.total > 0 ? job.snapshot.tenThousandths() : -1;
    default:
        return {};
    }
}

QVariant JobList::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Job");
    case Phase:
        return tr("What it does");
    case Share:
        return tr("Done");
    case Rate:
        return tr("Rate");
    case Time:
        return tr("Time");
    default:
        return {};
    }
}

} // namespace Refbox
