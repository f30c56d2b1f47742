// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window's docks: builds show themselves while there are any, and searching shows where one searches.
#include "gui/dialogtools.h"
#include "gui/document.h"
#include "gui/joblist.h"
#include "gui/mainwindow.h"

#include <QAction>
#include <QDockWidget>
#include <QPlainTextEdit>
#include <QSemaphore>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestBuildsDock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test-builds"_s);
    }

    void init()
    {
        QSettings().clear();
        openWindow();
    }
    void cleanup() { m_window.reset(); }

    void showsThatSomethingIsBuilt()
    {
        openProject();
        QVERIFY(!builds()->isVisible());
        run({u"Build"_s});
        QVERIFY(builds()->isVisible());
        // What ended can still be read.
        QCOMPARE(m_window->jobs().endedCount(), 1);
        QVERIFY(builds()->isVisible());
        child<QPushButton>(*m_window, u"clearButton"_s)->click();
        QVERIFY(!builds()->isVisible());
    }

    void isLargeEnoughToRead()
    {
        m_window->resize(1280, 800);
        openProject();
        for (int i = 0; i < 3; ++i)
            run({u"Build"_s});
        QTRY_VERIFY2(builds()->height() >= 200, QByteArray::number(builds()->height()));
        const auto *view = child<QTreeView>(*m_window, u"jobsView"_s);
        QVERIFY(view->viewport()->rect().contains(view->visualRect(view->currentIndex())));
        const auto *log = child<QPlainTextEdit>(*m_window, u"logView"_s);
        QVERIFY2(log->viewport()->height() >= 5 * log->fontMetrics().lineSpacing(),
                 QByteArray::number(log->viewport()->height()));
    }

    // A large tree that is opened while a dialog holds the welcome page there.
    void goesWithTheLastQuickJob()
    {
        QSemaphore go;
        const JobId id = m_window->jobs().start<int>({.title = u"Open"_s, .isQuick = true},
                                                     [&](Progress &) { return go.acquire(), 1; }, {});
        QTRY_VERIFY(builds()->isVisible());
        go.release();
        QTRY_COMPARE(m_window->jobs().rowOf(id), -1);
        QVERIFY(!builds()->isVisible());
    }

    void staysAwayAtTheNextStart()
    {
        openProject();
        run({u"Build"_s});
        QVERIFY(builds()->isVisible());
        QVERIFY(m_window->close());
        openWindow();
        QVERIFY(!builds()->isVisible());
        openProject();
        QVERIFY(!builds()->isVisible());
    }

    void staysWhereItWasAskedFor()
    {
        openProject();
        builds()->toggleViewAction()->trigger();
        QVERIFY(builds()->isVisible());
        m_window->document().edit(u"x"_s, [](Project &project) { project.name = "other"; });
        QTRY_VERIFY(m_window->plans().isBusy());
        QTRY_VERIFY(!m_window->plans().isBusy());
        QTRY_COMPARE(m_window->jobs().rowCount(), 0);
        QVERIFY(builds()->isVisible());
    }

    void searchingShowsWhereOneSearches()
    {
        openProject();
        auto *package = child<QDockWidget>(*m_window, u"packageDock"_s);
        package->close();
        QVERIFY(!package->isVisible());
        child<QAction>(*m_window, u"actionFind"_s)->trigger();
        QVERIFY(package->isVisible());
        QTRY_VERIFY(child<QLineEdit>(*m_window, u"searchField"_s)->hasFocus());
    }

private:
    QDockWidget *builds() const { return child<QDockWidget>(*m_window, u"buildsDock"_s); }

    void openWindow()
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(m_dir.path());
        m_window->askUnsaved = [] { return MainWindow::Unsaved::Discard; };
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void openProject() const
    {
        m_window->newFromTemplate(u"empty"_s);
        QTRY_VERIFY(m_window->plans().snapshot() != nullptr);
        QTRY_VERIFY(!m_window->plans().isBusy());
    }

    void run(const JobSpec &spec) const
    {
        const JobId id = m_window->jobs().start<int>(spec, [](Progress &) { return 1; }, {});
        QTRY_COMPARE(m_window->jobs().state(id), JobState::Finished);
    }

    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestBuildsDock)
#include "tst_buildsdock.moc"
