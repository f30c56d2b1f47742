// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows each recipe that a job builds as a part of that job in a JobList.
#pragma once

#include "assembly/recipes.h"
#include "gui/joblist.h"

#include <QPromise>

#include <map>
#include <mutex>

namespace Refbox {

class SoftwareWatcher final : public RecipeWatcher
{
public:
    /// The list must outlive the build. Made in the GUI thread.
    explicit SoftwareWatcher(JobList &jobs)
        : m_jobs(jobs)
    {
    }

    /// The job whose parts they are: in the GUI thread, as soon as it is known.
    void setJob(JobId job) { *m_job = job; }

    std::shared_ptr<Progress> begun(const RecipeOrder &order) override;
    void ended(const RecipeOrder &order, const std::exception_ptr &failure) override;

private:
    JobList &m_jobs;
    std::shared_ptr<JobId> m_job = std::make_shared<JobId>(0); // GUI thread only
    std::mutex m_mutex;                                        // guards the promises
    std::map<const RecipeOrder *, std::shared_ptr<QPromise<void>>> m_promises;
};

} // namespace Refbox
