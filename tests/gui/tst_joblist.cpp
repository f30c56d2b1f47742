// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/joblist.h"
#include "gui/notification.h"

#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Refbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Runs until it is stopped.
int endless(Progress &progress)
{
    progress.beginPhase(u"Waiting"_s, 1000, Progress::Unit::Bytes);
    for (;;) {
        progress.throwIfCancelled();
        progress.advance(1);
        QThread::msleep(1);
    }
}

QString text(const JobList &jobs, int row, int column)
{
    return jobs.index(row, column).data().toString();
}

} // namespace

class TestJobList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_jobs = std::make_unique<JobList>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_jobs.get());
    }
    void cleanup()
    {
        m_tester.reset();
        m_jobs.reset();
    }

    // Desktops look for the icon and the menu entry by the name that is installed.
    void theDesktopIsToldWhoSpeaks()
    {
        QGuiApplication::setDesktopFileName(u"internal.refbox.refbox"_s);
        const QVariantList arguments = notification(u"Export"_s, u"a < b"_s).arguments();
        QCOMPARE(arguments.value(2).toString(), u"internal.refbox.refbox"_s);
        QCOMPARE(arguments.value(6).toMap().value(u"desktop-entry"_s).toString(),
                 u"internal.refbox.refbox"_s);
        QCOMPARE(arguments.value(4).toString(), u"a &lt; b"_s);
    }

    void aResultArrivesInThisThread()
    {
        QSignalSpy ended(m_jobs.get(), &JobList::ended);
        std::optional<int> result;
        QThread *thread = nullptr;
        const JobId id = m_jobs->start<int>(
            {u"Count"_s},
            [](Progress &progress) {
                progress.log(Progress::Severity::Info, u"one"_s);
                return 42;
            },
            [&](const int &value) {
                result = value;
                thread = QThread::currentThread();
            });
        QCOMPARE(m_jobs->runningCount(), 1);
        QTRY_VERIFY(result);
        QCOMPARE(*result, 42);
        QCOMPARE(thread, QThread::currentThread());
        QCOMPARE(ended.count(), 1);
        QCOMPARE(m_jobs->state(id), JobState::Finished);
        QCOMPARE(m_jobs->runningCount(), 0);
        QCOMPARE(text(*m_jobs, 0, JobList::Phase), u"Done"_s);
        QCOMPARE(m_jobs->logFrom(id, 0).at(0).text, u"one"_s);
    }

    void anErrorArrivesWholeAndInTheLog()
    {
        std::optional<Error> error;
        const JobId id = m_jobs->start<int>(
            {u"Fail"_s}, [](Progress &) -> int { throw Error(u"Cannot"_s, u"/x"_s, u"No"_s, u"Do"_s); },
            [](const int &) { QFAIL("a failed job has no result"); }, [&](const Error &e) { error = e; });
        QTRY_VERIFY(error);
        QCOMPARE(error->where(), u"/x"_s);
        QCOMPARE(m_jobs->state(id), JobState::Failed);
        QVERIFY(m_jobs->logFrom(id, 0).at(0).text.contains(u"/x"_s));
    }

    void stopAnswersAtOnceAndEndsSoon()
    {
        QSignalSpy ended(m_jobs.get(), &JobList::ended);
        const JobId id = m_jobs->start<int>(
            {u"Wait"_s}, endless, [](const int &) { QFAIL("stopped"); },
            [](const Error &) { QFAIL("stopping is no failure"); });
        QTRY_COMPARE(text(*m_jobs, 0, JobList::Phase), u"Waiting"_s);
        QVERIFY(m_jobs->index(0, 0).data(JobList::ShareRole).toInt() >= 0);
        m_jobs->stop(id);
        QCOMPARE(m_jobs->state(id), JobState::Stopping);
        QCOMPARE(text(*m_jobs, 0, JobList::Phase), u"Stopping…"_s);
        QTRY_COMPARE(m_jobs->state(id), JobState::Cancelled);
        QCOMPARE(ended.count(), 1);
    }

    void severalRunSideBySide()
    {
        QSemaphore bothRun;
        const auto meet = [&](Progress &) {
            bothRun.release();
            return bothRun.tryAcquire(2, 10'000) ? (bothRun.release(2), 1) : 0;
        };
        int met = 0;
        m_jobs->start<int>({u"A"_s}, meet, [&](const int &value) { met += value; });
        m_jobs->start<int>({u"B"_s}, meet, [&](const int &value) { met += value; });
        QCOMPARE(text(*m_jobs, 0, JobList::Title), u"B"_s); // the newest comes first
        QTRY_COMPARE(met, 2);
    }

    void refreshesOnlyWhileJobsRun()
    {
        QSignalSpy changed(m_jobs.get(), &JobList::dataChanged);
        const JobId id = m_jobs->start<int>({u"Wait"_s}, endless, {});
        QTRY_VERIFY(changed.count() > 1);
        m_jobs->stop(id);
        QTRY_COMPARE(m_jobs->runningCount(), 0);
        QVERIFY(!m_jobs->findChild<QTimer *>()->isActive());
    }

    void endedJobsStayUntilCleared()
    {
        const JobId running = m_jobs->start<int>({u"Wait"_s}, endless, {});
        const JobId done = m_jobs->start<int>({u"Short"_s}, [](Progress &) { return 1; }, {});
        QTRY_COMPARE(m_jobs->state(done), JobState::Finished);
        QCOMPARE(m_jobs->endedCount(), 1);
        m_jobs->clearEnded();
        QCOMPARE(m_jobs->rowCount(), 1);
        QCOMPARE(m_jobs->rowOf(running), 0);
        QCOMPARE(m_jobs->rowOf(done), -1);
    }

    void destructionStopsAndWaits()
    {
        std::atomic<bool> left{false};
        bool called = false;
        QSemaphore started;
        m_jobs->start<int>(
            {u"Wait"_s},
            [&](Progress &progress) -> int {
                started.release();
                while (!progress.isCancelled())
                    QThread::msleep(1);
                left = true;
                throw Cancelled();
            },
            [&](const int &) { called = true; });
        QVERIFY(started.tryAcquire(1, 10'000));
        m_tester.reset();
        m_jobs.reset();
        QVERIFY(left);
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void onlyLongJobsNotify()
    {
        QStringList told;
        m_jobs->setNotifier([&](const QString &title, const QString &) { told += title; });
        const auto quick = [](Progress &) { return 1; };
        m_jobs->start<int>({u"Short"_s}, quick, {});
        QTRY_COMPARE(m_jobs->runningCount(), 0);
        m_jobs->setLongJob(0ms);
        m_jobs->start<int>({u"Quiet"_s, false}, quick, {});
        m_jobs->start<int>({u"Long"_s}, quick, {});
        QTRY_COMPARE(m_jobs->runningCount(), 0);
        QCOMPARE(told, QStringList{u"Long"_s});
    }

private:
    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestJobList)
#include "tst_joblist.moc"
