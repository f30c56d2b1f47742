// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Follows a job that gets software: shows each recipe and each component of packages as a part of that job in
// a JobList, from the fetching on, and tells ComponentWorks what is done for which component.
#pragma once

#include "assembly/recipes.h"
#include "gui/componentworks.h"
#include "gui/joblist.h"

#include <QCoreApplication>
#include <QPromise>

#include <map>
#include <mutex>

namespace Refbox {

/// Why something is got.
struct SoftwarePurpose
{
    Component component;
    std::string key{}; ///< see ComponentWork
    bool isOwn = true; ///< else only something that the component needs
};

/// Made and given its job in the GUI thread; the rest is for the job's threads.
class SoftwareWatcher final : public RecipeWatcher
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::SoftwareWatcher)

public:
    /// Both must outlive the job.
    SoftwareWatcher(JobList &jobs, ComponentWorks &works)
        : m_jobs(jobs)
        , m_works(works)
    {
    }

    /// The job whose parts they are: in the GUI thread, as soon as it is known.
    void setJob(JobId job) { *m_job = job; }

    /// The packages of a component. Gives their own progress, which is cancelled when the job is.
    std::shared_ptr<Progress> fetching(const Component &component, const Progress &job);
    /// failure: null where they are there now.
    void fetched(const Component &component, const std::exception_ptr &failure);

    /// A recipe's source; its progress likewise.
    std::shared_ptr<Progress> fetching(const RecipeOrder &order, std::vector<SoftwarePurpose> purposes,
                                       const Progress &job);
    void fetched(const RecipeOrder &order, const std::exception_ptr &failure);

    std::shared_ptr<Progress> begun(const RecipeOrder &order) override;
    void ended(const RecipeOrder &order, const std::exception_ptr &failure) override;

    /// Ends the rows that still wait: stopped with a job that failed or was stopped, else found built
    /// meanwhile.
    void finish(bool isDone);

private:
    using Stage = ComponentWork::Stage;
    struct Item
    {
        std::vector<SoftwarePurpose> purposes;
        std::shared_ptr<Progress> progress;
        std::shared_ptr<QPromise<void>> promise; // null where there is no row, or it has ended
        std::optional<Stage> stage;
        QString reason;
    };

    void open(Item &item, const std::string &title, std::shared_ptr<Progress> progress);
    void enter(Item &item, std::optional<Stage> stage, const QString &reason = {});
    void end(Item &item, const std::exception_ptr &failure);
    static void close(Item &item, const std::exception_ptr &failure);

    JobList &m_jobs;
    ComponentWorks &m_works;
    std::shared_ptr<JobId> m_job = std::make_shared<JobId>(0); // GUI thread only
    std::mutex m_mutex;                                        // guards the items
    std::map<std::string, Item> m_items;                       // of recipes by workKey(), of packages by name
};

} // namespace Refbox
