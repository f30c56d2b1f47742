// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window before anybody has arranged it: it fits the screen, and its docks show what they are for.
#include "gui/mainwindow.h"
#include "gui/nodecells.h"

#include <QDockWidget>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestWindowFrame final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test-frame"_s);
    }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>(m_dir.path());
        m_window->askUnsaved = [] { return MainWindow::Unsaved::Discard; };
    }
    void cleanup() { m_window.reset(); }

    void fitsTheScreen()
    {
        const QSize available = m_window->screen()->availableSize();
        QVERIFY(available.width() < 1280); // or this tests nothing
        QVERIFY(m_window->width() <= available.width() && m_window->height() <= available.height());
    }

    void docksAreWideEnoughForTheirColumns()
    {
        open(1280, 800);
        QCOMPARE(dock("packageDock")->width(), 340);
        QVERIFY(dock("detailsDock")->width() >= 300);
        const auto *tree = m_window->findChild<QTreeView *>(u"packageTree"_s);
        QTRY_VERIFY(!tree->isColumnHidden(static_cast<int>(NodeColumn::Size)));
        QVERIFY(!tree->isColumnHidden(static_cast<int>(NodeColumn::Links)));
        QVERIFY(tree->columnWidth(0) >= 150);
    }

    void smallWindowsShareTheirRoom()
    {
        open(1024, 700);
        QCOMPARE(m_window->size(), QSize(1024, 700));
        QVERIFY2(dock("packageDock")->width() >= 260, QByteArray::number(dock("packageDock")->width()));
        const auto *tree = m_window->findChild<QTreeView *>(u"packageTree"_s);
        QTRY_VERIFY(!tree->isColumnHidden(static_cast<int>(NodeColumn::Size)));
        QVERIFY2(dock("detailsDock")->width() >= 230, QByteArray::number(dock("detailsDock")->width()));
    }

    // Whoever only looks at the welcome page at first has chosen no widths.
    void widthsAreForTheFirstProject()
    {
        m_window->resize(1280, 800);
        m_window->show();
        m_window->close();
        m_window = std::make_unique<MainWindow>(m_dir.path());
        m_window->askUnsaved = [] { return MainWindow::Unsaved::Discard; };
        open(1280, 800);
        QCOMPARE(dock("packageDock")->width(), 340);
    }

    void widthsThatTheUserChoseStay()
    {
        open(1280, 800);
        m_window->resizeDocks({dock("packageDock")}, {380}, Qt::Horizontal);
        QTRY_COMPARE(dock("packageDock")->width(), 380);
        m_window->close();
        m_window = std::make_unique<MainWindow>(m_dir.path());
        m_window->askUnsaved = [] { return MainWindow::Unsaved::Discard; };
        open(1280, 800);
        QCOMPARE(dock("packageDock")->width(), 380);
    }

private:
    void open(int width, int height)
    {
        m_window->resize(width, height);
        m_window->show();
        m_window->newFromTemplate(u"empty"_s);
        QTRY_VERIFY(m_window->plans().snapshot() != nullptr);
        QTest::qWait(0);
    }
    QDockWidget *dock(const char *name) const
    {
        return m_window->findChild<QDockWidget *>(QString::fromLatin1(name));
    }

    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWindowFrame)
#include "tst_windowframe.moc"
