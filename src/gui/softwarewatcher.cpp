// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/softwarewatcher.h"

#include "jobs/display.h"

#include <utility>

namespace Refbox {

std::shared_ptr<Progress> SoftwareWatcher::fetching(const Component &component, const Progress &job)
{
    const std::scoped_lock lock(m_mutex);
    Item &item = m_items[component.name];
    item.purposes = {SoftwarePurpose{component}};
    open(item, component.name, std::make_shared<Progress>(&job));
    item.progress->beginPhase(tr("Fetching packages"));
    enter(item, Stage::Fetching);
    return item.progress;
}

void SoftwareWatcher::fetched(const Component &component, const std::exception_ptr &failure)
{
    const std::scoped_lock lock(m_mutex);
    end(m_items.at(component.name), failure);
}

std::shared_ptr<Progress> SoftwareWatcher::fetching(const RecipeOrder &order,
                                                    std::vector<SoftwarePurpose> purposes,
                                                    const Progress &job)
{
    const std::scoped_lock lock(m_mutex);
    Item &item = m_items[workKey(order)];
    item.purposes = std::move(purposes);
    open(item, order.title(), std::make_shared<Progress>(&job));
    item.progress->beginPhase(tr("Fetching the source"));
    enter(item, Stage::Fetching);
    return item.progress;
}

void SoftwareWatcher::fetched(const RecipeOrder &order, const std::exception_ptr &failure)
{
    const std::scoped_lock lock(m_mutex);
    Item &item = m_items.at(workKey(order));
    if (failure) {
        end(item, failure);
        return;
    }
    item.progress->beginPhase(tr("Waiting"));
    enter(item, {});
}

std::shared_ptr<Progress> SoftwareWatcher::begun(const RecipeOrder &order)
{
    const std::scoped_lock lock(m_mutex);
    Item &item = m_items[workKey(order)];
    if (!item.promise)
        open(item, order.title(), std::make_shared<Progress>());
    enter(item, Stage::Building);
    return item.progress;
}

void SoftwareWatcher::ended(const RecipeOrder &order, const std::exception_ptr &failure)
{
    const std::scoped_lock lock(m_mutex);
    end(m_items.at(workKey(order)), failure);
}

void SoftwareWatcher::finish(bool isDone)
{
    const std::scoped_lock lock(m_mutex);
    for (auto &[key, item] : m_items)
        close(item, isDone ? nullptr : std::make_exception_ptr(Cancelled()));
}

void SoftwareWatcher::open(Item &item, const std::string &title, std::shared_ptr<Progress> progress)
{
    item.progress = std::move(progress);
    item.promise = std::make_shared<QPromise<void>>();
    item.promise->start();
    // The list keeps what it shows: this watcher is gone with its job.
    QMetaObject::invokeMethod(
        &m_jobs,
        [jobs = &m_jobs, job = m_job, title = displayPath(title), progress = item.progress,
         work = item.promise->future()] { jobs->follow({.title = title, .partOf = *job}, progress, work); },
        Qt::QueuedConnection);
}

// A component may need several recipes that are none of the project's: it is where the farthest of these is.
void SoftwareWatcher::enter(Item &item, std::optional<Stage> stage, const QString &reason)
{
    item.stage = stage;
    item.reason = reason;
    for (const SoftwarePurpose &purpose : item.purposes) {
        ComponentWork work{purpose.component, purpose.key};
        for (const auto &[key, other] : m_items) {
            for (const SoftwarePurpose &same : other.purposes) {
                // What it needs is no more than a part of it.
                const bool counts = same.component.name == purpose.component.name && other.stage &&
                                    (same.isOwn || other.stage != Stage::Ready);
                if (counts && (!work.stage || *other.stage > *work.stage)) {
                    work.stage = other.stage;
                    work.reason = other.reason;
                }
            }
        }
        QMetaObject::invokeMethod(
            &m_works, [works = &m_works, work] { works->set(work); }, Qt::QueuedConnection);
    }
}

void SoftwareWatcher::end(Item &item, const std::exception_ptr &failure)
{
    close(item, failure);
    if (!failure) {
        enter(item, Stage::Ready);
        return;
    }
    try {
        std::rethrow_exception(failure);
    } catch (const Cancelled &) {
        enter(item, {});
    } catch (const Error &error) {
        enter(item, Stage::Failed, error.toString());
    } catch (const std::exception &error) {
        enter(item, Stage::Failed, QString::fromUtf8(error.what()));
    }
}

void SoftwareWatcher::close(Item &item, const std::exception_ptr &failure)
{
    if (!item.promise)
        return;
    if (failure)
        item.promise->setException(failure);
    item.promise->finish();
    item.promise.reset();
}

} // namespace Refbox
