// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A stranger's tree in the window: what shares is proposed, chosen, shown and saved.
#include "dialogtools.h"
#include "gui/foldermodel.h"
#include "gui/joblist.h"
#include "gui/linkmappage.h"
#include "gui/linkmapview.h"
#include "gui/mainwindow.h"
#include "gui/sidesdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <unistd.h>

using namespace Refbox;
using namespace Qt::StringLiterals;

class TestSides : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test-sides"_s);
        // Two names of one file, a copy of another, and one that stands alone.
        for (const QString &folder : {u"tree/first/bin"_s, u"tree/second"_s, u"tree/third"_s})
            QVERIFY(QDir(m_dir.path()).mkpath(folder));
        write(u"tree/first/bin/shared"_s, "shared");
        write(u"tree/first/bin/more"_s, "more bytes");
        write(u"tree/first/bin/alone"_s, "alone");
        write(u"tree/second/copy"_s, "shared");
        write(u"tree/third/other"_s, "Shared");
        for (const QString &name : {u"shared"_s, u"more"_s})
            QVERIFY(::link(path(u"tree/first/bin/"_s + name).toLocal8Bit().constData(),
                           path(u"tree/second/"_s + name).toLocal8Bit().constData()) == 0);
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>(path(u"autosave"_s));
        m_window->showError = [this](const Error &error) { m_errors += error.toString(); };
        m_errors.clear();
        m_window->show();
        m_window->openPath(path(u"tree"_s));
        QTRY_VERIFY(m_window->plans().snapshot() != nullptr);
    }

    void cleanup() { m_window.reset(); }

    void thePairThatSharesMostIsProposed()
    {
        const Snapshot &snapshot = *m_window->plans().snapshot();
        QVERIFY(!snapshot.linkMap);
        auto &page = *child<LinkMapPage>(*m_window, u"linkMapPage"_s);
        child<QTabWidget>(*m_window, u"tabs"_s)->setCurrentWidget(&page);
        const QString text = child<QLabel>(page, u"emptyLabel"_s)->text();
        QVERIFY2(text.contains(u"/first and /second"_s) || text.contains(u"/second and /first"_s),
                 qPrintable(text));

        inDialog([](SidesDialog &dialog) {
            QVERIFY(!child<QLabel>(dialog, u"hintLabel"_s)->isHidden());
            QVERIFY(dialog.sides().areKnown());
            child<QDialogButtonBox>(dialog, u"buttons"_s)->button(QDialogButtonBox::Ok)->click();
        });
        QTRY_VERIFY(m_window->plans().snapshot()->linkMap);
        const LinkMap &map = *m_window->plans().snapshot()->linkMap;
        QCOMPARE(hardLinks(map), 2);
        const LinkMapView &view = *child<LinkMapView>(page, u"mapView"_s);
        QVERIFY(view.isVisible());
        QCOMPARE(view.scene().map(), &map);
        QVERIFY(m_errors.isEmpty());
    }

    void othersAreChosen()
    {
        inDialog([this](SidesDialog &dialog) {
            const FileTree &tree = *m_window->plans().snapshot()->tree;
            auto &vservers = *child<QTreeView>(dialog, u"vserverView"_s);
            auto &refbox = *child<QTreeView>(dialog, u"refboxView"_s);
            auto &model = *static_cast<FolderModel *>(vservers.model());
            const auto *ok = child<QDialogButtonBox>(dialog, u"buttons"_s)->button(QDialogButtonBox::Ok);
            // Folders alone.
            QCOMPARE(model.rowCount(), 3);
            QCOMPARE(model.rowCount(model.indexOf(tree.find("/first"))), 1);
            for (const char *name : {"/first", "/first/bin", "/second", "/third"})
                model.setChecked(tree.find(name), false);
            QVERIFY(!ok->isEnabled());
            refbox.setCurrentIndex(static_cast<FolderModel *>(refbox.model())->indexOf(tree.find("/first")));
            // Inside the refbox: no.
            vservers.setFocus();
            vservers.setCurrentIndex(model.indexOf(tree.find("/first/bin")));
            QTest::keyClick(&vservers, Qt::Key_Space);
            QVERIFY(!ok->isEnabled());
            QVERIFY(!child<QLabel>(dialog, u"problemLabel"_s)->text().isEmpty());
            QTest::keyClick(&vservers, Qt::Key_Space);
            for (const char *name : {"/second", "/third"}) {
                vservers.setCurrentIndex(model.indexOf(tree.find(name)));
                QTest::keyClick(&vservers, Qt::Key_Space);
            }
            QVERIFY(ok->isEnabled());
            QCOMPARE(dialog.sides(),
                     (Sides{tree.find("/first"), {tree.find("/second"), tree.find("/third")}}));
            child<QCheckBox>(dialog, u"copiesBox"_s)->click();
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        QTRY_VERIFY(m_window->plans().snapshot()->linkMap);
        const LinkMap &map = *m_window->plans().snapshot()->linkMap;
        QCOMPARE(map.vservers().size(), std::size_t{2});
        QCOMPARE(hardLinks(map), 2);
        QCOMPARE(std::ranges::count(map.links(), Link::Manner::Copy, &Link::manner), 1);
        // They are what the dialog begins with from now on.
        const Sides chosen = m_window->plans().snapshot()->sides();
        inDialog([&](SidesDialog &dialog) { QCOMPARE(dialog.sides(), chosen); });
    }

    void theTreeIsCheckedWithTheChosenSides()
    {
        const auto has = [this](const std::string &id) {
            return std::ranges::count(m_window->plans().snapshot()->findings, id, &Finding::id) > 0;
        };
        QVERIFY(!has("identical-copies"));
        chooseFirstAndSecond(false);
        QVERIFY(has("identical-copies"));
    }

    void chosenSidesOutliveReadingTheTreeAgain()
    {
        chooseFirstAndSecond(true);
        const Snapshot *before = m_window->plans().snapshot().get();
        const auto copies = [this] {
            return std::ranges::count(m_window->plans().snapshot()->linkMap->links(), Link::Manner::Copy,
                                      &Link::manner);
        };
        QCOMPARE(copies(), 1);
        const auto paths = [this] {
            const Snapshot &snapshot = *m_window->plans().snapshot();
            return std::pair(snapshot.tree->path(snapshot.refbox),
                             snapshot.tree->path(snapshot.vservers.front()));
        };
        const auto chosen = paths();
        write(u"tree/second/new"_s, "new");
        child<QAction>(*m_window, u"actionReplan"_s)->trigger();
        QTRY_VERIFY(m_window->plans().snapshot().get() != before);
        QVERIFY(m_window->plans().snapshot()->tree->find("/second/new") != kNoId);
        QVERIFY(m_window->plans().snapshot()->linkMap);
        QCOMPARE(paths(), chosen);
        QCOMPARE(copies(), 1);
        QVERIFY(std::ranges::count(m_window->plans().snapshot()->findings, "identical-copies", &Finding::id) >
                0);

        // A side that is gone is not guessed: the tree is proposed anew.
        QVERIFY(QFile::rename(path(u"tree/second"_s), path(u"tree/moved"_s)));
        before = m_window->plans().snapshot().get();
        child<QAction>(*m_window, u"actionReplan"_s)->trigger();
        QTRY_VERIFY(m_window->plans().snapshot().get() != before);
        QVERIFY(!m_window->plans().snapshot()->linkMap);
        QVERIFY(m_window->plans().snapshot()->proposal.areKnown());
        QVERIFY(QFile::rename(path(u"tree/moved"_s), path(u"tree/second"_s)));
    }

    void allLinksAreSavedAsTables()
    {
        inDialog([](SidesDialog &dialog) { dialog.accept(); });
        QTRY_VERIFY(m_window->plans().snapshot()->linkMap);
        for (const auto format : {LinkFormat::Csv, LinkFormat::Json, LinkFormat::Dot}) {
            const QString file = path(u"links"_s);
            Q_EMIT child<LinkMapPage>(*m_window, u"linkMapPage"_s)->saveLinksRequested(file, format);
            QTRY_COMPARE(m_window->jobs().runningCount(), 0);
            std::ostringstream wanted;
            writeLinks(wanted, *m_window->plans().snapshot()->linkMap, format);
            QFile saved(file);
            QVERIFY(saved.open(QIODevice::ReadOnly));
            QCOMPARE(saved.readAll().toStdString(), wanted.str());
            QVERIFY(saved.remove());
        }
        Q_EMIT child<LinkMapPage>(*m_window, u"linkMapPage"_s)
            ->saveLinksRequested(path(u"nowhere/links.csv"_s), LinkFormat::Csv);
        QTRY_COMPARE(m_errors.size(), 1);
    }

    void theAnimationIsSwitchedOffForGood()
    {
        auto *action = child<QAction>(*m_window, u"actionAnimate"_s);
        if (!action->isChecked())
            action->trigger();
        action->trigger();
        QVERIFY(!action->isChecked());
        QVERIFY(!QSettings().value("view/animated").toBool());
        MainWindow again(path(u"autosave2"_s));
        QVERIFY(!child<QAction>(again, u"actionAnimate"_s)->isChecked());
        action->trigger();
    }

private:
    void chooseFirstAndSecond(bool findCopies)
    {
        inDialog([this, findCopies](SidesDialog &dialog) {
            const FileTree &tree = *m_window->plans().snapshot()->tree;
            auto &model = *static_cast<FolderModel *>(child<QTreeView>(dialog, u"vserverView"_s)->model());
            auto &refbox = *child<QTreeView>(dialog, u"refboxView"_s);
            model.setChecked(tree.find("/first"), false);
            model.setChecked(tree.find("/second"), true);
            refbox.setCurrentIndex(static_cast<FolderModel *>(refbox.model())->indexOf(tree.find("/first")));
            QCOMPARE(dialog.sides(), (Sides{tree.find("/first"), {tree.find("/second")}}));
            if (findCopies)
                child<QCheckBox>(dialog, u"copiesBox"_s)->click();
            dialog.accept();
        });
        QTRY_VERIFY(m_window->plans().snapshot()->linkMap);
    }

    QString path(const QString &name) const { return m_dir.filePath(name); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    static std::ptrdiff_t hardLinks(const LinkMap &map)
    {
        return std::ranges::count(map.links(), Link::Manner::Hard, &Link::manner);
    }

    // Asks for the sides as the page does, and answers the dialog meanwhile.
    void inDialog(const std::function<void(SidesDialog &)> &fill) const
    {
        bool filled = false;
        QTimer::singleShot(200, m_window.get(), [&] {
            auto *dialog = qobject_cast<SidesDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            fill(*dialog);
            dialog->close(); // where filling it has failed
            filled = true;
        });
        auto &page = *child<LinkMapPage>(*m_window, u"linkMapPage"_s);
        const bool hasMap = m_window->plans().snapshot()->linkMap.has_value();
        child<QPushButton>(page, hasMap ? u"sidesButton"_s : u"chooseButton"_s)->click();
        QTRY_VERIFY(filled);
    }

    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_errors;
};

QTEST_MAIN(TestSides)
#include "tst_sides.moc"
