// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/buildspanel.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPromise>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QToolButton>
#include <QTreeView>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

int talkative(Progress &progress)
{
    progress.log(Progress::Severity::Info, u"alpha beta"_s);
    progress.log(Progress::Severity::Warning, u"Beta gamma"_s);
    progress.log(Progress::Severity::Info, u"delta"_s);
    return 1;
}

int endless(Progress &progress)
{
    progress.beginPhase(u"Waiting"_s, 100);
    for (;;) {
        progress.throwIfCancelled();
        QThread::msleep(1);
    }
}

class PaintCounter final : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    int count = 0;
};

} // namespace

class TestBuildsPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_jobs = std::make_unique<JobList>();
        m_panel = std::make_unique<BuildsPanel>(*m_jobs);
        m_panel->resize(1000, 240);
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_jobs.reset();
    }

    void sayWhatWillBeHere()
    {
        QVERIFY(find<QLabel>("emptyLabel")->isVisible());
        m_jobs->start<int>({u"Job"_s}, talkative, {});
        QVERIFY(!find<QLabel>("emptyLabel")->isVisible());
        QVERIFY(find<QTreeView>("jobsView")->isVisible());
        QTRY_COMPARE(m_jobs->runningCount(), 0);
        QTest::mouseClick(find<QPushButton>("clearButton"), Qt::LeftButton);
        QVERIFY(find<QLabel>("emptyLabel")->isVisible());
    }

    void aButtonStopsItsJob()
    {
        const JobId first = m_jobs->start<int>({u"First"_s}, endless, {});
        const JobId second = m_jobs->start<int>({u"Second"_s}, endless, {});
        QCOMPARE(m_panel->selectedJob(), second);
        auto *button = find<QToolButton>("stopButton1");
        QVERIFY(button && button->isVisible());
        QCOMPARE(button->accessibleName(), u"Stop First"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(m_jobs->state(first), JobState::Cancelled);
        QTRY_VERIFY(!find<QToolButton>("stopButton1"));
        QCOMPARE(m_jobs->state(second), JobState::Running);
        QCOMPARE(find<QLabel>("summaryLabel")->text(), u"1 running, 1 ended"_s);
    }

    void deleteStopsTheSelectedJob()
    {
        const JobId id = m_jobs->start<int>({u"Job"_s}, endless, {});
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        find<QTreeView>("jobsView")->setFocus();
        QTest::keyClick(find<QTreeView>("jobsView"), Qt::Key_Delete);
        QTRY_COMPARE(m_jobs->state(id), JobState::Cancelled);
    }

    void theLogOfTheSelectedJobGrows()
    {
        QSemaphore go;
        const JobId id = m_jobs->start<int>({u"Job"_s},
                                            [&](Progress &progress) {
                                                progress.log(Progress::Severity::Info, u"before"_s);
                                                go.acquire();
                                                progress.log(Progress::Severity::Warning, u"after"_s);
                                                return 1;
                                            },
                                            {});
        auto *log = find<QPlainTextEdit>("logView");
        QTRY_VERIFY(log->toPlainText().contains(u"before"_s));
        QVERIFY(!log->toPlainText().contains(u"after"_s));
        go.release();
        QTRY_VERIFY(log->toPlainText().endsWith(u"Warning: after"_s));
        const JobId other = m_jobs->start<int>({u"Other"_s}, talkative, {});
        QTRY_COMPARE(m_jobs->state(other), JobState::Finished);
        QVERIFY(!log->toPlainText().contains(u"before"_s));
        m_panel->selectJob(id);
        QVERIFY(log->toPlainText().contains(u"before"_s));
    }

    void theSelectedJobIsInView()
    {
        JobId id = 0;
        for (int i = 0; i < 20; ++i)
            id = m_jobs->start<int>({u"Job"_s}, [](Progress &) { return 1; }, {});
        QTRY_COMPARE(m_jobs->runningCount(), 0);
        auto *view = find<QTreeView>("jobsView");
        view->scrollToBottom();
        QVERIFY(!view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));
        m_panel->selectJob(id);
        QVERIFY(view->viewport()->rect().contains(view->visualRect(view->currentIndex())));
    }

    void anEmptyLogSaysThatItStaysSo()
    {
        QSemaphore go;
        const JobId id = m_jobs->start<int>({u"Job"_s}, [&](Progress &) { return go.acquire(), 1; }, {});
        auto *log = find<QPlainTextEdit>("logView");
        QTRY_COMPARE(log->placeholderText(), u"Nothing in the log so far."_s);
        PaintCounter counter;
        log->viewport()->installEventFilter(&counter);
        QTRY_VERIFY(counter.count > 0);
        counter.count = 0;
        go.release();
        QTRY_COMPARE(m_jobs->state(id), JobState::Finished);
        QCOMPARE(log->placeholderText(), u"Nothing in the log."_s);
        QTRY_VERIFY(counter.count > 0); // and it is seen
    }

    void theLogCanBeSearched()
    {
        const JobId id = m_jobs->start<int>({u"Job"_s}, talkative, {});
        QTRY_COMPARE(m_jobs->state(id), JobState::Finished);
        auto *log = find<QPlainTextEdit>("logView");
        auto *search = find<QLineEdit>("searchEdit");
        QTest::keyClicks(search, u"beta"_s);
        QCOMPARE(find<QLabel>("matchLabel")->text(), u"Found: 2"_s);
        QCOMPARE(log->extraSelections().size(), 2);
        QCOMPARE(log->textCursor().selectedText(), u"beta"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(log->textCursor().selectedText(), u"Beta"_s);
        QTest::keyClick(search, Qt::Key_Return); // begins again
        QCOMPARE(log->textCursor().selectedText(), u"beta"_s);
        QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(log->textCursor().selectedText(), u"Beta"_s);
        search->setText(u"omega"_s);
        QCOMPARE(find<QLabel>("matchLabel")->text(), u"Not found"_s);
    }

    void problemsAreGoneThroughOneByOne()
    {
        const JobId id = m_jobs->start<int>({u"Job"_s},
                                            [](Progress &progress) {
                                                progress.log(Progress::Severity::Info, u"two\nlines"_s);
                                                progress.log(Progress::Severity::Warning, u"first"_s);
                                                progress.log(Progress::Severity::Info, u"fine"_s);
                                                progress.log(Progress::Severity::Error, u"second"_s);
                                                return 1;
                                            },
                                            {});
        QTRY_COMPARE(m_jobs->state(id), JobState::Finished);
        auto *log = find<QPlainTextEdit>("logView");
        auto *button = find<QPushButton>("problemButton");
        QTRY_VERIFY(button->isEnabled());
        for (const QString &expected : {u"first"_s, u"second"_s, u"first"_s}) {
            QTest::mouseClick(button, Qt::LeftButton);
            QVERIFY2(log->textCursor().selectedText().endsWith(expected),
                     qPrintable(log->textCursor().selectedText()));
        }
        const JobId fine = m_jobs->start<int>({u"Other"_s}, [](Progress &) { return 1; }, {});
        QTRY_COMPARE(m_jobs->state(fine), JobState::Finished);
        QVERIFY(!button->isEnabled());
    }

    void partsDoNotTakeTheLogAway()
    {
        QSemaphore go;
        const JobId job = m_jobs->start<int>({u"Job"_s}, [&](Progress &) { return go.acquire(), 1; }, {});
        QPromise<void> work;
        work.start();
        auto progress = std::make_shared<Progress>();
        const JobId part = m_jobs->follow({.title = u"Part"_s, .partOf = job}, progress, work.future());
        QCOMPARE(m_panel->selectedJob(), job);
        QCOMPARE(m_jobs->rowOf(part), 1);
        QCOMPARE(m_jobs->runningCount(), 1);
        m_jobs->stop(part);
        QVERIFY(progress->isCancelled());
        work.setException(std::make_exception_ptr(Cancelled()));
        work.finish();
        QTRY_COMPARE(m_jobs->state(part), JobState::Cancelled);
        QCOMPARE(m_jobs->endedCount(), 0);
        go.release();
        QTRY_COMPARE(m_jobs->state(job), JobState::Finished);
    }

    void theLogCanBeSaved()
    {
        const JobId id = m_jobs->start<int>({u"Job"_s}, talkative, {});
        QTRY_COMPARE(m_jobs->state(id), JobState::Finished);
        QTemporaryDir folder;
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QTest::mouseClick(find<QPushButton>("saveLogButton"), Qt::LeftButton);
        auto *dialog = find<QFileDialog>("saveLogDialog");
        QVERIFY(dialog);
        dialog->setDirectory(folder.path());
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(u"job"_s);
        QMetaObject::invokeMethod(dialog, "accept");
        QFile file(folder.filePath(u"job.log"_s));
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(text.startsWith(u"Job\n"_s));
        QVERIFY(text.contains(u"Warning: Beta gamma"_s));
    }

    void aLogThatCannotBeSavedIsAnError()
    {
        m_jobs->start<int>({u"Job"_s}, talkative, {});
        QVERIFY_THROWS_EXCEPTION(Error, BuildsPanel::saveLog(u"/nonexistent/job.log"_s, m_panel->shownLog()));
    }

    void enterShowsWhatCameOfIt()
    {
        QSignalSpy activated(m_panel.get(), &BuildsPanel::jobActivated);
        const JobId id = m_jobs->start<int>({u"Job"_s}, talkative, {});
        find<QTreeView>("jobsView")->setFocus();
        QTest::keyClick(find<QTreeView>("jobsView"), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.at(0).at(0).toInt(), id);
    }

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1StringView(name));
    }

    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<BuildsPanel> m_panel;
};

QTEST_MAIN(TestBuildsPanel)
#include "tst_buildspanel.moc"
