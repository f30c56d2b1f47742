// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The whole window on real input: projects planned, edited, undone, saved, built and looked into.
#include "formats/imageformat.h"
#include "formats/opentree.h"
#include "gui/comparedialog.h"
#include "gui/dialogtools.h"
#include "gui/document.h"
#include "gui/exportdialog.h"
#include "gui/importdialog.h"
#include "gui/joblist.h"
#include "gui/mainwindow.h"
#include "gui/sharingpage.h"
#include "gui/treemodel.h"
#include "project/projectfile.h"

#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>
#include <QTreeView>
#include <QUndoStack>

#include <algorithm>
#include <atomic>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

// A folder as component, so that the test asks nothing of this machine's software.
constexpr auto kProject =
    "return {\n  refbox = 1,\n  name = 'test',\n"
    "  components = { { name = 'tools', prefix = '/', source = { folder = 'tools' } } },\n"
    "  vservers = {\n    -- The one vserver.\n    { name = 'vs1', skeleton = 'minimal', links = {\n"
    "      { from = '/bin/*', to = '/bin' }, { from = '/absent', to = '/x' } } },\n  },\n}\n";

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"refbox-test"_s);
        QCoreApplication::setApplicationName(u"refbox-test"_s);
        QVERIFY(QDir().mkpath(path("tools/bin")));
        QVERIFY(QDir().mkpath(path("tools/share")));
        QVERIFY(writeFile(path("tools/bin/one"), "one\n"));
        QVERIFY(writeFile(path("tools/bin/two"), "two\n"));
        QVERIFY(writeFile(path("tools/share/text"), "some text\n"));
    }

    void init()
    {
        QVERIFY(writeFile(path("p.refbox.lua"), kProject));
        m_window = std::make_unique<MainWindow>(path("autosave"));
        m_window->askUnsaved = [] { return MainWindow::Unsaved::Discard; };
        m_errors.clear();
        m_window->showError = [this](const Error &error) { m_errors += error.toString(); };
        m_window->show();
    }

    void cleanup() { m_window.reset(); }

    void theFirstStartOffersTemplates()
    {
        QVERIFY(widget<QPushButton>("nanoButton")->isVisible());
        QVERIFY(widget<QPushButton>("lookFolderButton")->isVisible());
        QVERIFY(!widget<QTreeView>("packageTree")->isVisible());
        QVERIFY(!action("actionExportImage")->isEnabled());
        QTest::mouseClick(widget<QPushButton>("emptyButton"), Qt::LeftButton);
        QTRY_VERIFY(m_window->plans().snapshot() != nullptr);
        QVERIFY(widget<QTreeView>("packageTree")->isVisible());
        QVERIFY(widget<QPushButton>("mapNewVServerButton")->isVisible()); // the empty view's first step
    }

    void aProjectIsPlannedAndShown()
    {
        openProject();
        const SnapshotPtr snapshot = m_window->plans().snapshot();
        QVERIFY(snapshot->tree->find("/vs1/bin/one") != kNoId);
        QCOMPARE(widget<QComboBox>("vserverCombo")->currentText(), u"vs1"_s);
        const auto *rules = widget<QTableView>("rulesTable")->model();
        QCOMPARE(rules->rowCount(), 2);
        QCOMPARE(rules->index(0, 3).data().toString(), u"2"_s); // what the rule catches
        QVERIFY(widget<QToolButton>("findingsButton")->text().contains(u"warning"_s));
        QVERIFY(!m_window->isWindowModified());
        QVERIFY(m_errors.isEmpty());
    }

    void longNamesMakeTheWindowNoWider()
    {
        openProject();
        const int before = m_window->minimumSizeHint().width();
        m_window->document().edit(u"x"_s, [](Project &project) {
            for (const char letter : {'a', 'b', 'c'}) {
                VServer next = project.vservers.front();
                next.name = std::string(60, letter);
                project.vservers.insert(project.vservers.begin(), next);
            }
        });
        const auto *label = widget<QLabel>("sharingLabel");
        QTRY_VERIFY(label->text().contains(QString(60, u'a')));
        QVERIFY(label->sizeHint().width() > 500);
        QVERIFY2(m_window->minimumSizeHint().width() <= before,
                 QByteArray::number(m_window->minimumSizeHint().width()));
        QTest::qWait(50); // it is painted
        QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), label->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(widget<QLabel>("sharingLabel"), &help);
        QCOMPARE(QToolTip::text(), label->text());
    }

    void theGuideIsShown()
    {
        QVERIFY(!action("actionGuide")->isEnabled());
        openProject();
        QTRY_VERIFY(action("actionGuide")->isEnabled());
        action("actionGuide")->trigger();
        auto *guide = m_window->findChild<QDialog *>(u"Refbox__GuideDialog"_s);
        QVERIFY(guide != nullptr && guide->isVisible());
        const QString text = child<QTextBrowser>(*guide, u"textBrowser"_s)->toPlainText();
        QVERIFY(text.contains(u"How to mount it"_s) && text.contains(u"/refbox"_s));
        child<QDialogButtonBox>(*guide, u"buttonBox"_s)->button(QDialogButtonBox::Close)->click();
        QTRY_VERIFY(m_window->findChild<QDialog *>(u"Refbox__GuideDialog"_s) == nullptr);
    }

    void selectionIsSharedByAllViews()
    {
        openProject();
        const NodeId node = m_window->plans().snapshot()->tree->find("/refbox/bin/one");
        auto *tree = widget<QTreeView>("packageTree");
        const auto *model = static_cast<TreeModel *>(tree->model());
        tree->setCurrentIndex(model->indexOf(node));
        const auto *side = widget<QTreeView>("refboxTree");
        QCOMPARE(static_cast<TreeModel *>(side->model())->nodeOf(side->currentIndex()), node);
    }

    void aCellOfTheMatrixShowsItsLinks()
    {
        openProject();
        auto *tabs = widget<QTabWidget>("tabs");
        auto *page = widget<SharingPage>("sharingPage");
        tabs->setCurrentWidget(page);
        QTRY_VERIFY(page->isIdle());
        auto *table = widget<QTableView>("matrixTable");
        QCOMPARE(table->model()->rowCount(), 1);
        const QPoint place = table->visualRect(table->model()->index(0, 0)).center();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
        const auto *tree = widget<QTreeView>("packageTree");
        QCOMPARE(static_cast<TreeModel *>(tree->model())->nodeOf(tree->currentIndex()),
                 page->table().row(0).folder);
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(tabs->currentWidget(), widget<QWidget>("linkMapPage"));
        QVERIFY(widget<QLabel>("focusLabel")->isVisible());
    }

    void searchFindsWhileTyping()
    {
        openProject();
        QTest::keyClicks(widget<QLineEdit>("searchField"), u"ONE"_s);
        auto *table = widget<QTableView>("foundTable");
        QTRY_VERIFY(table->isVisible());
        QTRY_COMPARE(table->model()->rowCount(), 2); // in the refbox and in the vserver
        widget<QLineEdit>("searchField")->clear();
        QTRY_VERIFY(widget<QTreeView>("packageTree")->isVisible());
    }

    void aDropMakesALinkThatUndoTakesBack()
    {
        openProject();
        const SnapshotPtr before = m_window->plans().snapshot();
        auto *view = widget<QTreeView>("vserverTree");
        auto *model = static_cast<TreeModel *>(view->model());
        const auto *refbox = static_cast<TreeModel *>(widget<QTreeView>("refboxTree")->model());
        const std::unique_ptr<QMimeData> data(
            refbox->mimeData({refbox->indexOf(before->tree->find("/refbox/share/text"))}));
        QVERIFY(model->dropMimeData(data.get(), Qt::LinkAction, -1, -1,
                                    model->indexOf(before->tree->find("/vs1/etc"))));
        QCOMPARE(m_window->document().project().vservers[0].links.size(), std::size_t{3});
        QVERIFY(m_window->isWindowModified());
        QTRY_VERIFY(m_window->plans().snapshot() != before);
        QTRY_VERIFY(m_window->plans().snapshot()->tree->find("/vs1/etc/text") != kNoId);
        QVERIFY(action("actionUndo")->text().contains(u"/share/text"_s));
        action("actionUndo")->trigger();
        QCOMPARE(m_window->document().project().vservers[0].links.size(), std::size_t{2});
        QVERIFY(!m_window->isWindowModified());
    }

    // The main job by point and click, on this machine's own software.
    void fromTheTemplateToTheExportedFiles()
    {
        QTest::mouseClick(widget<QPushButton>("emptyButton"), Qt::LeftButton);
        QTRY_VERIFY(m_window->plans().snapshot() != nullptr);
        inDialog("actionAddSoftware", [](QWidget &dialog) {
            child<QTabWidget>(dialog, u"sourceTabs"_s)
                ->setCurrentWidget(child<QWidget>(dialog, u"hostPage"_s));
            auto *list = child<QTreeView>(dialog, u"installedView"_s);
            QTRY_VERIFY(list->model()->rowCount() > 0);
            typeInto(*child<QWidget>(dialog, u"chooser"_s), u"searchEdit"_s, u"env"_s);
            QTest::mouseClick(child<QPushButton>(dialog, u"addButton"_s), Qt::LeftButton);
            QTest::mouseClick(defaultButton(dialog), Qt::LeftButton);
        });
        QCOMPARE(m_window->document().project().components.size(), std::size_t{1});
        inDialog("actionNewVServer",
                 [](QWidget &dialog) { QTest::mouseClick(defaultButton(dialog), Qt::LeftButton); });
        QTRY_VERIFY(planned("/vsbox01"));
        QTRY_VERIFY(!m_window->plans().isBusy());

        const FileTreePtr tree = m_window->plans().snapshot()->tree;
        std::string program;
        for (NodeId node = tree->find("/refbox"); node < tree->subtreeEnd(tree->find("/refbox")); ++node) {
            if (tree->name(node) == "env" && !tree->inodeAt(node).isDirectory())
                program = tree->path(node);
        }
        QVERIFY2(!program.empty(), "env is not in the refbox");
        widget<QTabWidget>("tabs")->setCurrentWidget(widget<QWidget>("contentsPage"));
        auto *vserver = widget<QTreeView>("vserverTree");
        const auto *refbox = static_cast<TreeModel *>(widget<QTreeView>("refboxTree")->model());
        const std::unique_ptr<QMimeData> data(refbox->mimeData({refbox->indexOf(tree->find(program))}));
        dropOn(*vserver, static_cast<TreeModel *>(vserver->model())->indexOf(tree->find("/vsbox01/home")),
               *data);
        QTRY_VERIFY(planned("/vsbox01/home/env"));
        action("actionUndo")->trigger();
        QTRY_VERIFY(!planned("/vsbox01/home/env"));
        action("actionRedo")->trigger();
        QTRY_VERIFY(planned("/vsbox01/home/env"));

        std::vector<ExportReport> made;
        m_window->showReports = [&](const std::vector<ExportReport> &reports) { made = reports; };
        m_window->chooseFolder = [&](const QString &) { return path("clicked"); };
        QTRY_VERIFY(action("actionBuild")->isEnabled());
        action("actionBuild")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), std::size_t{2}, 60'000);
        std::vector<ExportReport> built = std::move(made);
        made.clear();
        inDialog("actionExportImage", [&](QWidget &dialog) {
            typeInto(dialog, u"targetEdit"_s, path("exported.img"));
            auto *button = child<QPushButton>(dialog, u"exportButton"_s);
            QTRY_VERIFY(button->isEnabled());
            QTest::mouseClick(button, Qt::LeftButton);
        });
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), std::size_t{1}, 60'000);
        QCOMPARE(QString::fromStdString(made[0].path), path("exported.img"));
        QCOMPARE(made[0].verified, std::optional(true));
        made.insert(made.end(), built.begin(), built.end());
        QVERIFY2(m_errors.isEmpty(), m_errors.join(u'\n').toUtf8());
        Progress progress;
        for (const ExportReport &report : made) {
            const FileTreePtr opened = openTree(report.path, progress).tree;
            const bool isImage = report.path.ends_with(".img");
            const NodeId linked = opened->find(isImage ? "/vsbox01/home/env" : "/home/env");
            QVERIFY2(linked != kNoId, report.path.c_str());
            if (isImage)
                QCOMPARE(opened->inodeOf(linked), opened->inodeOf(opened->find(program)));
        }
    }

    void aFindingIsMendedByOneClick()
    {
        openProject();
        auto *table = widget<QTableView>("findingsTable");
        int row = 0;
        while (row < table->model()->rowCount() && table->model()->index(row, 2).data().toString().isEmpty())
            ++row;
        QVERIFY(row < table->model()->rowCount());
        widget<QToolButton>("findingsButton")->click();
        table->setCurrentIndex(table->model()->index(row, 0));
        QTRY_VERIFY(widget<QPushButton>("fixButton")->isEnabled());
        QTest::mouseClick(widget<QPushButton>("fixButton"), Qt::LeftButton);
        QCOMPARE(m_window->document().project().vservers[0].links.size(), std::size_t{1});
    }

    void savingKeepsCommentsOfTheFile()
    {
        openProject();
        m_window->document().edit(u"Rename"_s, [](Project &project) { project.vservers[0].name = "other"; });
        action("actionSave")->trigger();
        QVERIFY(!m_window->isWindowModified());
        QFile file(path("p.refbox.lua"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("-- The one vserver."), text.constData());
        QVERIFY(text.contains("other"));
    }

    void savedElsewhereItIsPlannedFromThere()
    {
        openProject();
        const auto isSource = [this](const QString &file) {
            const auto &sources = m_window->plans().snapshot()->plan->sources;
            return std::find(sources.begin(), sources.end(), file.toStdString()) != sources.end();
        };
        QVERIFY(isSource(path("p.refbox.lua"))); // no output may take its place
        QVERIFY(QDir().mkpath(path("elsewhere")));
        m_window->document().save(path("elsewhere/q.refbox.lua").toStdString());
        QTRY_VERIFY(isSource(path("elsewhere/q.refbox.lua")));
        QVERIFY(planned("/vs1/bin/one")); // the component is named by a relative path
        QVERIFY(!m_window->isWindowModified());
        QVERIFY(m_errors.isEmpty());
    }

    void unsavedChangesAreAskedAbout()
    {
        openProject();
        m_window->document().edit(u"Rename"_s, [](Project &project) { project.name = "other"; });
        int asked = 0;
        m_window->askUnsaved = [&asked] {
            ++asked;
            return MainWindow::Unsaved::Cancel;
        };
        QVERIFY(!m_window->close());
        QCOMPARE(asked, 1);
        QVERIFY(m_window->isVisible());
        m_window->askUnsaved = [] { return MainWindow::Unsaved::Discard; };
    }

    void aBrokenProjectIsToldAbout()
    {
        QVERIFY(writeFile(path("broken.refbox.lua"), "return os.execute('x')\n"));
        m_window->openPath(path("broken.refbox.lua"));
        QTRY_COMPARE(m_errors.size(), 1);
        QVERIFY2(m_errors[0].contains(u"broken.refbox.lua:1:"_s), m_errors[0].toUtf8());
        QVERIFY(widget<QPushButton>("nanoButton")->isVisible()); // nothing was opened
    }

    void buildsRunInTheBackground()
    {
        openProject();
        std::vector<ExportReport> made;
        m_window->showReports = [&](const std::vector<ExportReport> &reports) { made = reports; };
        m_window->startBuild(path("out"));
        QVERIFY(action("actionStop")->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), std::size_t{2}, 60'000);
        QVERIFY(QFile::exists(path("out/test.img")));
        QVERIFY(QFile::exists(path("out/vs1.tar.zst")));
        QVERIFY(made[0].verified.value_or(false));
        QVERIFY(!action("actionStop")->isEnabled());

        // What was built can be looked into.
        m_window->openPath(path("out/test.img"));
        QTRY_VERIFY(m_window->windowTitle().contains(u"ext4"_s));
        QVERIFY(m_window->plans().snapshot()->plan == nullptr);
        QVERIFY(m_window->plans().snapshot()->linkMap.has_value());
        QVERIFY(!action("actionAddSoftware")->isEnabled());
        QVERIFY(m_errors.isEmpty());

        // And saved in another form.
        made.clear();
        QTimer::singleShot(200, m_window.get(), [&] {
            auto *dialog = qobject_cast<ExportDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            auto *formats = dialog->findChild<QComboBox *>(u"filesystemCombo"_s);
            formats->setCurrentIndex(formats->findData(u"erofs"_s));
            dialog->findChild<QLineEdit *>(u"targetEdit"_s)->setText(path("out/converted.img"));
            dialog->findChild<QPushButton *>(u"exportButton"_s)->click();
        });
        QVERIFY(action("actionSaveAs")->isEnabled());
        action("actionSaveAs")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), std::size_t{1}, 60'000);
        QVERIFY(made[0].verified.value_or(false));
        QCOMPARE(recogniseImage(path("out/converted.img").toStdString()), ImageFormat::Erofs);
    }

    void aFolderIsCarriedOutAndBackIn()
    {
        openProject();
        auto *tree = widget<QTreeView>("packageTree");
        const auto *model = static_cast<TreeModel *>(tree->model());
        const auto select = [&](const char *where) {
            tree->setCurrentIndex(model->indexOf(m_window->plans().snapshot()->tree->find(where)));
        };
        select("/refbox/bin/one");
        QVERIFY(!action("starBallAction")->isEnabled());
        select("/vs1");
        QVERIFY(tree->actions().contains(action("starBallAction")) && action("starBallAction")->isEnabled());
        std::vector<ExportReport> made;
        m_window->ask = [](const Question &) { return Answer::Yes; };
        m_window->showReports = [&](const std::vector<ExportReport> &reports) { made = reports; };
        inDialog("starBallAction", [&](QWidget &dialog) {
            QCOMPARE(dialog.findChild<QComboBox *>(u"partCombo"_s)->currentText(), u"vs1"_s);
            dialog.findChild<QLineEdit *>(u"targetEdit"_s)->setText(path("carried.tar.zst"));
            dialog.findChild<QPushButton *>(u"exportButton"_s)->click();
        });
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), std::size_t{1}, 60'000);

        // No dialog of its own answers while it is filled: see inDialog().
        QTimer::singleShot(200, m_window.get(), [&] {
            auto *dialog = qobject_cast<ImportDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            dialog->findChild<QLineEdit *>(u"sourceEdit"_s)->setText(path("carried.tar.zst"));
            auto *import = dialog->findChild<QPushButton *>(u"importButton"_s);
            auto *poll = new QTimer(dialog);
            connect(poll, &QTimer::timeout, dialog, [import] {
                if (import->isEnabled())
                    import->click();
            });
            poll->start(20);
        });
        action("actionImportVServer")->trigger();
        QCOMPARE(m_window->document().project().vservers.size(), std::size_t{2});
        QCOMPARE(m_window->document().project().vservers.back().import->path, std::string("carried.tar.zst"));
        QTRY_VERIFY(planned("/carried/bin/one"));
        const FileTreePtr planned = m_window->plans().snapshot()->tree;
        QCOMPARE(planned->inodeOf(planned->find("/carried/bin/one")),
                 planned->inodeOf(planned->find("/refbox/bin/one")));
        m_window->document().undoStack().undo();
        QCOMPARE(m_window->document().project().vservers.size(), std::size_t{1});
        QVERIFY(m_errors.isEmpty());
    }

    void aDroppedArchiveIsAskedAbout()
    {
        openProject();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path("tools"))});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &drop);
        QMenu *menu = nullptr;
        QTRY_VERIFY((menu = m_window->findChild<QMenu *>(u"dropMenu"_s)) != nullptr && menu->isVisible());
        QCOMPARE(menu->actions().size(), 2);
        menu->actions().first()->trigger();
        menu->close();
        QTRY_COMPARE(m_window->document().project().components.size(), std::size_t{2});
    }

    void aFileThatAnotherProgramChangesIsNoticed()
    {
        openProject();
        int asked = 0;
        bool lossy = false;
        bool answer = true;
        m_window->askReload = [&](const QString &, bool losesEdits) {
            ++asked;
            lossy = losesEdits;
            return answer;
        };
        // The window's own saving is no news.
        m_window->document().edit(u"x"_s, [](Project &project) { project.name = "mine"; });
        action("actionSave")->trigger();
        QTest::qWait(600);
        QCOMPARE(asked, 0);

        QVERIFY(writeFile(path("p.refbox.lua"), QByteArray(kProject).replace("'test'", "'theirs'")));
        QTRY_COMPARE(asked, 1);
        QVERIFY(!lossy);
        QTRY_COMPARE(m_window->document().project().name, std::string("theirs"));
        QVERIFY(!m_window->isWindowModified());

        // With edits of one's own that stay, saving is still due.
        answer = false;
        m_window->document().edit(u"x"_s, [](Project &project) { project.name = "mine"; });
        QVERIFY(writeFile(path("p.refbox.lua"), QByteArray(kProject).replace("'test'", "'others'")));
        QTRY_COMPARE(asked, 2);
        QVERIFY(lossy);
        m_window->document().undoStack().undo();
        QCOMPARE(m_window->document().project().name, std::string("theirs"));
        QVERIFY(m_window->isWindowModified());

        QVERIFY(QFile::remove(path("p.refbox.lua")));
        QTest::qWait(600);
        QCOMPARE(asked, 2);
        QCOMPARE(m_window->document().project().name, std::string("theirs"));
        QVERIFY(m_window->isWindowModified());
        action("actionSave")->trigger();
        QVERIFY(!m_window->isWindowModified() && QFile::exists(path("p.refbox.lua")));
    }

    // What arrives from the background, and what another program does to the file, waits for a dialog's end:
    // the dialog is about what stands there now.
    void nothingIsReplacedUnderADialog()
    {
        openProject();
        int asked = 0;
        m_window->askReload = [&](const QString &, bool) { return ++asked > 0; };
        QVERIFY(writeFile(path("other.refbox.lua"), QByteArray(kProject).replace("'test'", "'other'")));
        QVERIFY(QDir().mkpath(path("opened/refbox")));
        QDialog dialog(m_window.get());
        dialog.open();
        QTRY_COMPARE(QApplication::activeModalWidget(), &dialog);

        QVERIFY(writeFile(path("p.refbox.lua"), QByteArray(kProject).replace("'test'", "'theirs'")));
        QTest::qWait(800); // several times as long as it takes without a dialog
        QCOMPARE(asked, 0);
        dialog.close();
        QTRY_COMPARE(m_window->document().project().name, std::string("theirs"));
        QCOMPARE(asked, 1);

        dialog.open();
        m_window->openPath(path("other.refbox.lua"));
        QTest::qWait(800);
        QCOMPARE(m_window->document().project().name, std::string("theirs"));
        dialog.close();
        QTRY_COMPARE(m_window->document().project().name, std::string("other"));

        dialog.open();
        m_window->openPath(path("opened"));
        QTest::qWait(800);
        QCOMPARE(m_window->document().project().name, std::string("other"));
        dialog.close();
        QTRY_VERIFY(m_window->plans().snapshot() && !m_window->plans().snapshot()->plan);
        QCOMPARE(m_window->plans().snapshot()->title, u"opened"_s);
    }

    void savingAsksBeforeItOverwrites()
    {
        openProject();
        m_window->document().edit(u"x"_s, [](Project &project) { project.name = "mine"; });
        // The question comes before the watch could tell.
        QVERIFY(writeFile(path("p.refbox.lua"), QByteArray(kProject).replace("'test'", "'theirs'")));
        QStringList questions;
        Answer answer = Answer::No;
        m_window->ask = [&](const Question &question) {
            questions += question.title;
            return answer;
        };
        m_window->askReload = [](const QString &, bool) { return false; };
        action("actionSave")->trigger();
        QCOMPARE(questions.size(), 1);
        QCOMPARE(loadProject(path("p.refbox.lua").toStdString()).name, std::string("theirs"));
        QVERIFY(m_window->isWindowModified());
        answer = Answer::Yes;
        action("actionSave")->trigger();
        QCOMPARE(questions.size(), 2);
        QCOMPARE(loadProject(path("p.refbox.lua").toStdString()).name, std::string("mine"));
        QVERIFY(!m_window->isWindowModified());
    }

    void aDamagedFileThatIsMendedIsNoLoss()
    {
        openProject();
        int asked = 0;
        bool lossy = false;
        m_window->askReload = [&](const QString &, bool losesEdits) {
            ++asked;
            lossy = losesEdits;
            return true;
        };
        QVERIFY(QFile::remove(path("p.refbox.lua")));
        QTRY_VERIFY(m_window->isWindowModified());
        // The same again: all is as it was.
        QVERIFY(writeFile(path("p.refbox.lua"), kProject));
        QTRY_VERIFY(!m_window->isWindowModified());
        QCOMPARE(asked, 0);
        QVERIFY(writeFile(path("p.refbox.lua"), "return {"));
        QTRY_VERIFY(m_window->isWindowModified());
        QVERIFY(writeFile(path("p.refbox.lua"), QByteArray(kProject).replace("'test'", "'theirs'")));
        QTRY_COMPARE(asked, 1);
        QVERIFY(!lossy);
        QTRY_COMPARE(m_window->document().project().name, std::string("theirs"));
    }

    void nothingOutdatedIsWritten()
    {
        openProject();
        int folders = 0;
        m_window->chooseFolder = [&](const QString &) {
            ++folders;
            return QString();
        };
        m_window->document().edit(u"x"_s, [](Project &project) { project.name = "edited"; });
        action("actionBuild")->trigger();
        QCOMPARE(folders, 0); // the plan of the state before is still shown
        QTRY_VERIFY(!m_window->plans().isBusy());
        action("actionBuild")->trigger();
        QCOMPARE(folders, 1);
        // Another project that is opened shows nothing of this one while it is planned.
        m_window->openPath(path("p.refbox.lua"));
        QTRY_VERIFY(m_window->plans().snapshot() == nullptr);
        QTRY_VERIFY(planned("/vs1/bin/one"));
    }

    void closingAsksWhileJobsWrite()
    {
        openProject();
        std::atomic<bool> end{false};
        QStringList questions;
        Answer answer = Answer::No;
        m_window->ask = [&](const Question &question) {
            questions += question.title;
            return answer;
        };
        const JobId id = m_window->jobs().start<int>({u"Something long"_s},
                                                     [&end](Progress &progress) {
                                                         while (!end)
                                                             progress.throwIfCancelled();
                                                         return 0;
                                                     },
                                                     {});
        QVERIFY(!m_window->close());
        QCOMPARE(questions.size(), 1);
        QVERIFY(m_window->jobs().isRunning(id));
        answer = Answer::Yes;
        QVERIFY(m_window->close());
        QTRY_COMPARE(m_window->jobs().state(id), JobState::Cancelled);
        QVERIFY(m_window->close()); // nothing runs any more: nothing to ask
        QCOMPARE(questions.size(), 2);
    }

    void comparesWithWhatWasBuilt()
    {
        openProject();
        std::vector<ExportReport> made;
        m_window->showReports = [&](const std::vector<ExportReport> &reports) { made = reports; };
        m_window->startBuild(path("compared"));
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), std::size_t{2}, 60'000);
        std::shared_ptr<const TreeComparison> comparison;
        m_window->showComparison = [&](const auto &result) { comparison = result; };
        m_window->startComparison(path("compared/test.img"));
        QTRY_VERIFY(comparison != nullptr);
        QCOMPARE(comparison->differences.size(), std::size_t{0});
        QVERIFY(comparison->command().startsWith(u"refbox-cli compare "_s));

        // One more file on this side, another content of a name on both.
        m_window->document().edit(u"x"_s, [](Project &project) {
            project.vservers[0].files["/etc/more"].content = "more";
            project.components[0].prefix = "/opt";
        });
        QTRY_VERIFY(m_window->plans().snapshot()->tree->find("/vs1/etc/more") != kNoId);
        comparison.reset();
        m_window->startComparison(path("compared/test.img"));
        QTRY_VERIFY(comparison != nullptr);
        QVERIFY(comparison->count(Difference::Kind::OnlyInA) >= 2);
        QVERIFY(comparison->count(Difference::Kind::OnlyInB) >= 1);

        CompareDialog dialog(comparison);
        std::string chosen;
        connect(&dialog, &CompareDialog::pathChosen, [&](const std::string &where) { chosen = where; });
        dialog.show();
        auto *table = dialog.findChild<QTableView *>(u"table"_s);
        auto *kinds = dialog.findChild<QComboBox *>(u"kindCombo"_s);
        QCOMPARE(table->model()->rowCount(), static_cast<int>(comparison->differences.size()));
        kinds->setCurrentIndex(kinds->findData(static_cast<int>(Difference::Kind::OnlyInB)));
        QCOMPARE(table->model()->rowCount(), static_cast<int>(comparison->count(Difference::Kind::OnlyInB)));
        kinds->setCurrentIndex(0);
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"searchEdit"_s), u"ETC/MORE"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        QVERIFY(chosen.empty()); // by the filter
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        table->setFocus();
        table->setCurrentIndex({});
        table->setCurrentIndex(table->model()->index(0, 0));
        QCOMPARE(chosen, std::string("/vs1/etc/more"));
    }

    void aStoppedExportLeavesNothing()
    {
        openProject();
        ExportRequest request = defaultRequest(OutputKind::Image, m_window->plans().snapshot()->plan);
        request.target = path("stopped.img").toStdString();
        m_window->startExport(request);
        action("actionStop")->trigger();
        QTRY_COMPARE(m_window->jobs().runningCount(), 0);
        const QStringList left =
            QDir(m_dir.path()).entryList({u"*stopped*"_s}, QDir::AllEntries | QDir::Hidden);
        if (m_window->jobs().state(m_window->jobs().idAt(0)) == JobState::Cancelled)
            QVERIFY2(left.isEmpty(), left.join(u' ').toUtf8());
        else
            QCOMPARE(left, QStringList{u"stopped.img"_s}); // it was quicker than the click
    }

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }

    template <typename Widget>
    Widget *widget(const char *name) const
    {
        auto *found = m_window->findChild<Widget *>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("no widget %s", name);
        return found;
    }

    QAction *action(const char *name) const
    {
        auto *found = m_window->findChild<QAction *>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("no action %s", name);
        return found;
    }

    bool planned(const char *file) const
    {
        const SnapshotPtr snapshot = m_window->plans().snapshot();
        return snapshot && snapshot->tree->find(file) != kNoId;
    }

    // Triggers an action that waits for its dialog's end, and answers the dialog meanwhile.
    // As the mouse would; a real drag waits for a real pointer.
    static void dropOn(QTreeView &view, const QModelIndex &index, const QMimeData &data)
    {
        view.scrollTo(index);
        const QPoint place = view.visualRect(index).center();
        QDragEnterEvent enter(place, Qt::LinkAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view.viewport(), &enter);
        QDragMoveEvent move(place, Qt::LinkAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view.viewport(), &move);
        QVERIFY(enter.isAccepted() && move.isAccepted());
        QDropEvent drop(place, Qt::LinkAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view.viewport(), &drop);
        QVERIFY(drop.isAccepted());
    }

    void inDialog(const char *name, const std::function<void(QWidget &)> &fill) const
    {
        bool filled = false;
        QTimer::singleShot(200, m_window.get(), [&] {
            QWidget *dialog = QApplication::activeModalWidget();
            QVERIFY(dialog != nullptr);
            fill(*dialog);
            dialog->close(); // where filling it has failed
            filled = true;
        });
        action(name)->trigger();
        QTRY_VERIFY(filled);
    }

    void openProject()
    {
        m_window->openPath(path("p.refbox.lua"));
        QTRY_VERIFY(m_window->plans().snapshot() != nullptr);
        QTRY_VERIFY(!m_window->plans().isBusy());
    }

    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;
    QStringList m_errors;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
