// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/progress.h"

#include <QtTest>

#include <limits>
#include <thread>

using namespace Refbox;

class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atTheStart();
    void phases();
    void neverWholeBeforeFinish();
    void hugeTotals();
    void noForecastAtOnce();
    void forecast();
    void aForecastFromBefore();
    void log();
    void logIsBounded();
    void cancelling();
    void aPartIsCancelledWithItsJob();
    void manyThreads();
};

void TestProgress::aPartIsCancelledWithItsJob()
{
    Progress job;
    Progress part(&job);
    part.beginPhase(QStringLiteral("unpacking"), 10);
    part.advance(3);
    QVERIFY(job.snapshot().phase.isEmpty());
    QCOMPARE(job.snapshot().done, std::uint64_t{0});
    QVERIFY(!part.isCancelled());
    Progress other(&job);
    other.cancel();
    QVERIFY(!job.isCancelled() && !part.isCancelled());
    const Progress both(&job, &other);
    QVERIFY(both.isCancelled());
    job.cancel();
    QVERIFY(part.isCancelled());
    QVERIFY_THROWS_EXCEPTION(Cancelled, part.throwIfCancelled());
}

void TestProgress::atTheStart()
{
    const Progress progress;
    const auto snapshot = progress.snapshot();
    QVERIFY(snapshot.phase.isEmpty() && !snapshot.finished && !snapshot.remaining);
    QCOMPARE(snapshot.tenThousandths(), 0);
    QVERIFY(!progress.isCancelled());
}

void TestProgress::phases()
{
    Progress progress;
    progress.beginPhase(QStringLiteral("Reading"), 10, Progress::Unit::Bytes);
    progress.advance(5);
    QCOMPARE(progress.snapshot().phase, QStringLiteral("Reading"));
    QCOMPARE(progress.snapshot().unit, Progress::Unit::Bytes);
    QCOMPARE(progress.snapshot().tenThousandths(), 5000);
    progress.beginPhase(QStringLiteral("Counting"));
    progress.advance();
    QCOMPARE(progress.snapshot().done, 1U);
    QCOMPARE(progress.snapshot().total, 0U);
    QCOMPARE(progress.snapshot().tenThousandths(), 0);
}

void TestProgress::neverWholeBeforeFinish()
{
    Progress progress;
    progress.beginPhase(QStringLiteral("Writing"), 10);
    progress.advance(25); // more than was promised
    QCOMPARE(progress.snapshot().done, 10U);
    QCOMPARE(progress.snapshot().tenThousandths(), 9999);
    progress.finish();
    QCOMPARE(progress.snapshot().tenThousandths(), 10000);
    QVERIFY(progress.snapshot().finished);
}

void TestProgress::hugeTotals()
{
    Progress progress;
    progress.beginPhase(QStringLiteral("Writing"), std::numeric_limits<std::uint64_t>::max());
    progress.advance(std::numeric_limits<std::uint64_t>::max() / 2);
    QCOMPARE(progress.snapshot().tenThousandths(), 5000);
}

void TestProgress::noForecastAtOnce()
{
    Progress progress;
    progress.beginPhase(QStringLiteral("Writing"), 100);
    progress.advance(50);
    QVERIFY(!progress.snapshot().remaining);
}

void TestProgress::aForecastFromBefore()
{
    Progress progress;
    progress.forecast(std::chrono::hours(1));
    progress.beginPhase(QStringLiteral("step compile"));
    auto snapshot = progress.snapshot();
    QCOMPARE(snapshot.phase, QStringLiteral("step compile"));
    QVERIFY(snapshot.remaining && *snapshot.remaining > std::chrono::minutes(59));
    QCOMPARE(snapshot.tenThousandths(), 0);
    // Longer than it was to take: it nears its end, and nobody knows when that will be.
    progress.forecast(std::chrono::milliseconds(1));
    QTRY_VERIFY(!progress.snapshot().remaining);
    QVERIFY(progress.snapshot().tenThousandths() < 10'000);
    progress.forecast({});
    snapshot = progress.snapshot();
    QVERIFY(!snapshot.remaining && snapshot.total == 0);
}

void TestProgress::forecast()
{
    Progress steady;
    Progress endless;
    steady.beginPhase(QStringLiteral("Writing"), 100);
    endless.beginPhase(QStringLiteral("Writing"), std::numeric_limits<std::uint64_t>::max());
    steady.advance(50);
    endless.advance(1);
    QTRY_VERIFY_WITH_TIMEOUT(steady.snapshot().remaining, 10'000);
    const auto snapshot = steady.snapshot();
    QVERIFY(snapshot.elapsed >= std::chrono::seconds(2));
    // Half is done: what is left takes as long as what was.
    QVERIFY(std::chrono::abs(*snapshot.remaining - snapshot.elapsed) < std::chrono::seconds(1));
    QVERIFY(!endless.snapshot().remaining); // ten thousand million years
    steady.finish();
    QVERIFY(!steady.snapshot().remaining);
}

void TestProgress::log()
{
    Progress progress;
    progress.log(Progress::Severity::Info, QStringLiteral("one"));
    progress.log(Progress::Severity::Error, QStringLiteral("two"));
    QCOMPARE(progress.logFrom(0).size(), 2U);
    QCOMPARE(progress.logFrom(1).at(0).text, QStringLiteral("two"));
    QCOMPARE(progress.logFrom(1).at(0).severity, Progress::Severity::Error);
    QVERIFY(progress.logFrom(2).empty());
    QVERIFY(progress.logFrom(99).empty());
}

void TestProgress::logIsBounded()
{
    Progress progress;
    for (std::size_t i = 0; i < Progress::kLongestLog * 2; ++i)
        progress.log(Progress::Severity::Info, QStringLiteral("flood"));
    const auto lines = progress.logFrom(0);
    QCOMPARE(lines.size(), Progress::kLongestLog + 1);
    QCOMPARE(lines.back().severity, Progress::Severity::Warning);
    progress.log(Progress::Severity::Error, QStringLiteral("still told"));
    QCOMPARE(progress.logFrom(lines.size()).at(0).text, QStringLiteral("still told"));
    for (std::size_t i = 0; i < Progress::kLongestLog * 3; ++i)
        progress.log(Progress::Severity::Error, QStringLiteral("flood"));
    QCOMPARE(progress.logFrom(0).size(), Progress::kLongestLog * 2);
}

void TestProgress::cancelling()
{
    Progress progress;
    progress.throwIfCancelled();
    progress.cancel();
    QVERIFY(progress.isCancelled());
    QVERIFY_THROWS_EXCEPTION(Cancelled, progress.throwIfCancelled());
    QVERIFY_THROWS_EXCEPTION(Cancelled, progress.beginPhase(QStringLiteral("Next")));
}

void TestProgress::manyThreads()
{
    Progress progress;
    progress.beginPhase(QStringLiteral("Counting"), 40'000);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 10'000; ++i) {
                    progress.advance();
                    if (i % 1000 == 0) {
                        progress.log(Progress::Severity::Info, QString::number(i));
                        progress.snapshot();
                    }
                }
            });
    }
    QCOMPARE(progress.snapshot().done, 40'000U);
    QCOMPARE(progress.logFrom(0).size(), 40U);
}

QTEST_GUILESS_MAIN(TestProgress)
#include "tst_progress.moc"
