// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include <QtTest>

#include <atomic>
#include <new>
#include <set>
#include <stdexcept>

using namespace Refbox;

namespace {

// How a job ended, as a watcher with continuations sees it.
struct Ending
{
    int finished = 0;
    int cancelled = 0;
    int failed = 0;
    int result = 0;
    QString error;
};

template <typename Function>
Ending endingOf(std::shared_ptr<Progress> progress, Function function)
{
    Ending ending;
    QFuture<void> all = startJob(std::move(progress), std::move(function))
                            .then([&](int result) {
                                ++ending.finished;
                                ending.result = result;
                            })
                            .onFailed([&](const Cancelled &) { ++ending.cancelled; })
                            .onFailed([&](const Error &error) {
                                ++ending.failed;
                                ending.error = error.toString();
                            });
    all.waitForFinished();
    return ending;
}

} // namespace

class TestJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finished();
    void cancelledAtOnce();
    void cancelledWhileRunning();
    void failed();
    void otherExceptionsFailToo();
    void futureThrowsTheError();
    void jobsWithoutResult();
    void parallelRunsEachOnce();
    void parallelRethrowsAfterAllEnded();
    void parallelInsideJobs();
    void threadsAreWorthStarting();
};

void TestJob::finished()
{
    const auto progress = std::make_shared<Progress>();
    const Ending ending = endingOf(progress, [](Progress &p) {
        p.beginPhase(QStringLiteral("Working"), 1);
        p.advance();
        return 42;
    });
    QCOMPARE(ending.finished, 1);
    QCOMPARE(ending.cancelled + ending.failed, 0);
    QCOMPARE(ending.result, 42);
    QCOMPARE(progress->snapshot().done, 1U);
}

void TestJob::cancelledAtOnce()
{
    const auto progress = std::make_shared<Progress>();
    progress->cancel();
    std::atomic<bool> ran{false};
    const Ending ending = endingOf(progress, [&](Progress &) {
        ran = true;
        return 1;
    });
    QVERIFY(!ran);
    QCOMPARE(ending.cancelled, 1);
    QCOMPARE(ending.finished + ending.failed, 0);
}

void TestJob::cancelledWhileRunning()
{
    const auto progress = std::make_shared<Progress>();
    const Ending ending = endingOf(progress, [&](Progress &p) {
        p.cancel(); // as a watcher would
        p.throwIfCancelled();
        return 1;
    });
    QCOMPARE(ending.cancelled, 1);
    QCOMPARE(ending.finished + ending.failed, 0);
}

void TestJob::failed()
{
    const Ending ending = endingOf(std::make_shared<Progress>(), [](Progress &) -> int {
        Error error(QStringLiteral("Cannot"), QStringLiteral("/x"), QStringLiteral("why"),
                    QStringLiteral("Do."));
        error.addContext(QStringLiteral("while testing"));
        throw error;
    });
    QCOMPARE(ending.failed, 1);
    QCOMPARE(ending.finished + ending.cancelled, 0);
    QCOMPARE(ending.error, QStringLiteral("Cannot: /x: why.\n  while testing\nDo."));
}

void TestJob::otherExceptionsFailToo()
{
    const Ending memory =
        endingOf(std::make_shared<Progress>(), [](Progress &) -> int { throw std::bad_alloc(); });
    QCOMPARE(memory.failed, 1);
    QVERIFY(memory.error.contains(QStringLiteral("memory")));
    const Ending other =
        endingOf(std::make_shared<Progress>(), [](Progress &) -> int { throw std::out_of_range("place 7"); });
    QCOMPARE(other.failed, 1);
    QVERIFY(other.error.contains(QStringLiteral("place 7")));
}

void TestJob::futureThrowsTheError()
{
    auto future = startJob(std::make_shared<Progress>(),
                           [](Progress &) -> int { throw Error(QStringLiteral("Cannot"), {}, {}); });
    QVERIFY_THROWS_EXCEPTION(Error, future.result());
    auto cancelled = startJob(std::make_shared<Progress>(), [](Progress &) -> int { throw Cancelled(); });
    QVERIFY_THROWS_EXCEPTION(Cancelled, cancelled.result());
}

void TestJob::jobsWithoutResult()
{
    std::atomic<int> ran{0};
    QFuture<void> future = startJob(std::make_shared<Progress>(), [&](Progress &) { ++ran; });
    future.waitForFinished();
    QCOMPARE(ran.load(), 1);
}

void TestJob::parallelRunsEachOnce()
{
    for (const unsigned threads : {1U, 2U, 7U, 32U}) {
        std::mutex mutex;
        std::multiset<unsigned> workers;
        runParallel(threads, [&](unsigned worker) {
            const std::scoped_lock lock(mutex);
            workers.insert(worker);
        });
        QCOMPARE(workers.size(), std::size_t(threads));
        for (unsigned worker = 0; worker < threads; ++worker)
            QCOMPARE(workers.count(worker), 1U);
    }
}

void TestJob::parallelRethrowsAfterAllEnded()
{
    std::atomic<int> ended{0};
    const auto work = [&](unsigned worker) {
        if (worker % 2 == 0)
            throw Error(QStringLiteral("Cannot"), {}, {});
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        ++ended;
    };
    QVERIFY_THROWS_EXCEPTION(Error, runParallel(6, work));
    QCOMPARE(ended.load(), 3);
    QVERIFY_THROWS_EXCEPTION(Cancelled, runParallel(2, [](unsigned) { throw Cancelled(); }));
}

void TestJob::parallelInsideJobs()
{
    // More jobs than the pool has threads, each waiting for parts of its own: nothing may starve.
    std::atomic<int> parts{0};
    std::vector<QFuture<void>> jobs;
    for (int i = 0; i < 20; ++i)
        jobs.push_back(startJob(std::make_shared<Progress>(),
                                [&](Progress &) { runParallel(3, [&](unsigned) { ++parts; }); }));
    for (auto &job : jobs)
        job.waitForFinished();
    QCOMPARE(parts.load(), 60);
}

void TestJob::threadsAreWorthStarting()
{
    QVERIFY(usefulThreads() >= 1);
    QVERIFY(usefulThreads() <= 4096);
}

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
