// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A job of which only the newest counts: starting another cancels the one before, whose answer is dropped.
// GUI thread; nothing waits for what is cancelled.
#pragma once

#include "jobs/error.h"
#include "jobs/job.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <utility>

namespace Refbox {

class LatestJob final
{
public:
    LatestJob() = default;
    LatestJob(const LatestJob &) = delete;
    LatestJob &operator=(const LatestJob &) = delete;
    ~LatestJob() { stop(); }

    bool isRunning() const { return m_progress != nullptr; }

    void stop()
    {
        if (m_progress)
            m_progress->cancel();
        m_progress.reset();
    }

    /// function(Progress &) in another thread, then done(result) or failed(Error) here. owner: a part of the
    /// widget that owns this; when it is destroyed, nothing is called any more.
    template <typename Function, typename Done, typename Failed>
    void start(QObject *owner, Function function, Done done, Failed failed)
    {
        using Result = decltype(function(std::declval<Progress &>()));
        stop();
        m_progress = std::make_shared<Progress>();
        auto *watcher = new QFutureWatcher<Result>(owner);
        QObject::connect(
            watcher, &QFutureWatcherBase::finished, owner,
            [this, watcher, mine = m_progress, done = std::move(done), failed = std::move(failed)] {
                watcher->deleteLater();
                if (m_progress != mine)
                    return;
                m_progress.reset();
                try {
                    done(watcher->future().result());
                } catch (const Cancelled &) {
                } catch (const Error &error) {
                    failed(error);
                }
            });
        watcher->setFuture(startJob(m_progress, std::move(function)));
    }

private:
    std::shared_ptr<Progress> m_progress; // null: nothing runs
};

} // namespace Refbox
