// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/softwarewatcher.h"

#include "jobs/display.h"

namespace Refbox {

std::shared_ptr<Progress> SoftwareWatcher::begun(const RecipeOrder &order)
{
    auto progress = std::make_shared<Progress>();
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    {
        const std::scoped_lock lock(m_mutex);
        m_promises[&order] = promise;
    }
    // The list keeps what it shows: this watcher is gone with its job.
    QMetaObject::invokeMethod(
        &m_jobs,
        [jobs = &m_jobs, job = m_job, title = displayPath(order.title()), progress,
         work = promise->future()] { jobs->follow({.title = title, .partOf = *job}, progress, work); },
        Qt::QueuedConnection);
    return progress;
}

void SoftwareWatcher::ended(const RecipeOrder &order, const std::exception_ptr &failure)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_promises.find(&order);
    if (failure)
        found->second->setException(failure);
    found->second->finish();
    m_promises.erase(found);
}

} // namespace Refbox
