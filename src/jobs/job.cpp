// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include <exception>
#include <thread>

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
        for (unsigned worker = 1; worker < threads; ++worker)
            others.emplace_back(guarded, worker);
        guarded(0);
    }
    if (first)
        std::rethrow_exception(first);
}

} // namespace Refbox
