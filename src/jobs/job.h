// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Starting jobs: free functions over values plus a Progress, in thread pools of our own.
// A job ends in exactly one of finished (one result), cancelled (Cancelled thrown), failed (Error thrown).
// Attach continuations as .then().onFailed(…Cancelled…).onFailed(…Error…); see CONTRIBUTING.md.
#pragma once

#include "jobs/progress.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>
#include <memory>
#include <utility>

namespace Refbox {

/// The pool for jobs as a whole (planning, exporting, opening): never used for the parts of a job, so that
/// a job that waits for its parts cannot starve them.
QThreadPool *jobPool();

namespace Detail {
/// Inside a catch block: Error and Cancelled as they are, any other std::exception as an Error.
[[noreturn]] void rethrowAsError();
} // namespace Detail

/// Runs function(progress) on the job pool. Errors and Cancelled arrive unchanged in the future, any other
/// std::exception (no memory …) as an Error.
template <typename Function>
auto startJob(std::shared_ptr<Progress> progress, Function function)
    -> QFuture<decltype(function(std::declval<Progress &>()))>
{
    return QtConcurrent::run(jobPool(), [progress = std::move(progress), function = std::move(function)] {
        try {
            progress->throwIfCancelled();
            return function(*progress);
        } catch (const std::exception &) {
            Detail::rethrowAsError();
        }
    });
}

/// Runs work(worker) for worker = 0 … threads-1 on threads of its own (0 on the caller's) and waits for all.
/// The first exception stops nothing by itself (workers poll a shared flag or the Progress) and is rethrown
/// after all have ended. Workers must not wait for each other: where threads are short, some run one after
/// another.
void runParallel(unsigned threads, const std::function<void(unsigned)> &work);

/// Threads that are worth starting here: the cores this process may use.
unsigned usefulThreads();

} // namespace Refbox
