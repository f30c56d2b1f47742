// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include "jobs/text.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <new>
#include <thread>
#include <vector>

#include <sched.h>

namespace Refbox {

QThreadPool *jobPool()
{
    static QThreadPool *pool = [] {
        auto *p = new QThreadPool; // lives to the end of the process: jobs may outlast static destructors
        p->setMaxThreadCount(8);
        return p;
    }();
    return pool;
}

namespace Detail {

void rethrowAsError()
{
    try {
        throw;
    } catch (const Error &) {
        throw;
    } catch (const Cancelled &) {
        throw;
    } catch (const std::bad_alloc &) {
        throw Error(translated("jobs", "Cannot go on"), {}, translated("jobs", "There is not enough memory"),
                    translated("jobs", "Close other programs, or work on a smaller part."));
    } catch (const std::exception &e) {
        throw Error(translated("jobs", "Cannot go on"), {}, QString::fromUtf8(e.what()),
                    translated("jobs", "This is a mistake in Refbox: please report it."));
    }
}

} // namespace Detail

unsigned usefulThreads()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return static_cast<unsigned>(std::max(1, CPU_COUNT(&set)));
    return std::max(1U, std::thread::hardware_concurrency());
}

void runParallel(unsigned threads, const std::function<void(unsigned)> &work)
{
    std::exception_ptr first;
    std::mutex mutex;
    const auto guarded = [&](unsigned worker) {
        try {
            work(worker);
        } catch (...) {
            const std::scoped_lock lock(mutex);
            if (!first)
                first = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        unsigned started = 1;
        try {
            others.reserve(threads);
            for (; started < threads; ++started)
                others.emplace_back(guarded, started);
        } catch (const std::exception &) {
            // The system gives no more threads or memory for them: the rest is done here, one by one.
        }
        guarded(0);
        for (; started < threads; ++started)
            guarded(started);
    }
    if (first)
        std::rethrow_exception(first);
}

} // namespace Refbox
