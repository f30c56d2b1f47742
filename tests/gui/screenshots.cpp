// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-screenshots FOLDER [light|dark] [LANGUAGE [TREE]]: opens the example package in the real window,
// goes through every view and dialog, and saves a picture of each; then the views of a package of twelve
// vservers and, where one is given, of a stranger's folder, archive or image. packaging/screenshots.sh runs
// it.
#include "assembly/exporter.h"
#include "gui/buildspanel.h"
#include "gui/comparedialog.h"
#include "gui/componentworks.h"
#include "gui/document.h"
#include "gui/errordialog.h"
#include "gui/joblist.h"
#include "gui/mainwindow.h"
#include "gui/needspage.h"
#include "gui/needsview.h"
#include "gui/reportdialog.h"
#include "gui/resultdialog.h"
#include "gui/sharingpage.h"
#include "gui/smokedialog.h"
#include "gui/spacepage.h"
#include "gui/style.h"
#include "gui/treemodel.h"
#include "project/projectfile.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPromise>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QToolButton>
#include <QTranslator>
#include <QTreeView>
#include <QTreeWidget>

#include <clocale>
#include <cstdio>

using namespace Refbox;
using namespace Qt::StringLiterals;

namespace {

// As Breeze Dark has it, near enough.
QPalette darkPalette()
{
    QPalette palette(QColor(0x31, 0x36, 0x3b), QColor(0x2a, 0x2e, 0x32));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    palette.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x29));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
    palette.setColor(QPalette::HighlightedText, QColor(0x14, 0x16, 0x18));
    palette.setColor(QPalette::Link, QColor(0x56, 0xb4, 0xe9));
    palette.setColor(QPalette::ToolTipBase, QColor(0x31, 0x36, 0x3b));
    palette.setColor(QPalette::ToolTipText, QColor(0xfc, 0xfc, 0xfc));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText}) {
        palette.setColor(role, QColor(0xfc, 0xfc, 0xfc));
        palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x84, 0x88));
    }
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0x9e, 0xa2));
    return palette;
}

class Tour
{
public:
    Tour(QString folder, QString suffix, QString tree)
        : m_folder(std::move(folder))
        , m_suffix(std::move(suffix))
        , m_tree(std::move(tree))
        , m_window(m_scratch.filePath(u"autosave"_s))
    {
        m_window.askUnsaved = [] { return MainWindow::Unsaved::Discard; };
        m_window.resize(1360, 860);
        m_window.show();
        settle();
    }

    void run()
    {
        shoot(m_window, "welcome");
        m_window.newFromTemplate(u"nano-vserver"_s);
        waitFor([this] { return m_window.plans().snapshot() && !m_window.plans().isBusy(); });
        views();
        needs();
        dialogs();
        jobs();
        twelve();
        softwareStates();
        strangers();
        if (!m_tree.isEmpty())
            foreign();
        m_window.findChild<QAction *>(u"actionClose"_s)->trigger();
        settle();
        shoot(m_window, "welcome-recent");
    }

private:
    void settle(int milliseconds = 250) const { QTest::qWait(milliseconds); }

    static void waitFor(const std::function<bool()> &condition)
    {
        QElapsedTimer timer;
        timer.start();
        while (!condition()) {
            if (timer.elapsed() > 120'000)
                qFatal("it does not come to pass");
            QTest::qWait(20);
        }
        QTest::qWait(250);
    }

    void shoot(QWidget &widget, const char *name) const
    {
        const QString path = m_folder + u'/' + QString::fromLatin1(name) + m_suffix + u".png"_s;
        if (!widget.grab().save(path))
            qFatal("cannot write %s", qUtf8Printable(path));
        std::printf("%s\n", qUtf8Printable(path));
    }

    template <typename Widget>
    Widget &part(const char *name) const
    {
        auto *found = m_window.findChild<Widget *>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("no widget %s", name);
        return *found;
    }

    // An action that opens a dialog and waits for its end: the picture is taken meanwhile.
    void shootDialog(const std::function<void()> &open, const char *name,
                     const std::function<void(QWidget &)> &prepare = {}) const
    {
        bool done = false;
        QTimer::singleShot(700, [&] {
            QWidget *dialog = QApplication::activeModalWidget();
            if (dialog == nullptr)
                qFatal("no dialog for %s", name);
            if (prepare) {
                prepare(*dialog);
                settle(600);
            }
            shoot(*dialog, name);
            dialog->close();
            done = true;
        });
        open(); // some wait for the dialog's end, some do not
        waitFor([&] { return done; });
    }
    void trigger(const char *action) const { part<QAction>(action).trigger(); }

    void selectPath(const char *path)
    {
        auto &tree = part<QTreeView>("packageTree");
        const auto *model = static_cast<TreeModel *>(tree.model());
        const NodeId node = m_window.plans().snapshot()->tree->find(path);
        if (node == kNoId)
            qFatal("no %s", path);
        tree.setCurrentIndex(model->indexOf(node));
        settle(400);
    }

    void views()
    {
        auto &tabs = part<QTabWidget>("tabs");
        tabs.setCurrentWidget(&part<QWidget>("spacePage"));
        waitFor([this] { return part<SpacePage>("spacePage").isIdle(); });
        shoot(m_window, "space");
        tabs.setCurrentWidget(&part<QWidget>("sharingPage"));
        waitFor([this] { return part<SharingPage>("sharingPage").isIdle(); });
        shoot(m_window, "sharing");
        selectPath("/refbox/bin/busybox");
        tabs.setCurrentWidget(&part<QWidget>("linkMapPage"));
        shoot(m_window, "linkmap");
        tabs.setCurrentWidget(&part<QWidget>("contentsPage"));
        shoot(m_window, "contents");
        selectPath("/vsbox01/etc/passwd");
        part<QTabWidget>("lists").setCurrentIndex(1);
        shoot(m_window, "private-files");
        part<QTabWidget>("lists").setCurrentIndex(0);
        tabs.setCurrentWidget(&part<QWidget>("findingsPage"));
        auto &findings = part<QTableView>("findingsTable");
        findings.setCurrentIndex(findings.model()->index(0, 0));
        settle(600); // the details lay themselves out anew
        shoot(m_window, "findings");
        tabs.setCurrentIndex(0);
        auto &search = part<QLineEdit>("searchField");
        QTest::keyClicks(&search, u"libc"_s);
        settle(500);
        shoot(m_window, "search");
        search.clear();
        settle();
    }

    void needs()
    {
        NeedsPage page;
        page.resize(1000, 640);
        page.setSnapshot(m_window.plans().snapshot());
        page.show();
        const auto select = [&](const char *path) {
            page.selectNode(m_window.plans().snapshot()->tree->find(path));
            waitFor([&] { return page.isIdle(); });
        };
        shoot(page, "needs-empty");
        select("/vsbox01/bin/bash");
        shoot(page, "needs");
        select("/vsbox01");
        shoot(page, "needs-vserver");
        auto &view = *page.findChild<NeedsView *>(u"view"_s);
        const auto boxOf = [&](const char *path) {
            const FileTree &tree = *m_window.plans().snapshot()->tree;
            return view.placeOf(view.scene()->boxOfInode(tree.inodeOf(tree.find(path)))).center().toPoint();
        };
        QTest::mouseMove(view.viewport(), boxOf("/vsbox01/lib/libacl.so.1"));
        settle();
        shoot(page, "needs-hover");
        QTest::mouseMove(view.viewport(), QPoint(2, 2));
        select("/vsbox01/bin");
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, boxOf("/vsbox01/lib/libacl.so.1"));
        page.findChild<QToolButton *>(u"whatIfButton"_s)->click();
        waitFor([&] { return page.isIdle(); });
        QTest::mouseMove(view.viewport(), QPoint(2, 2));
        shoot(page, "needs-breaks");
    }

    // As SoftwareWatcher shows it.
    void buildingSoftware()
    {
        JobList &jobs = m_window.jobs();
        const JobId job = jobs.start<int>({u"Get the software of classic"_s},
                                          [](Progress &progress) {
                                              progress.beginPhase(u"Building software"_s, 60);
                                              progress.advance(17);
                                              while (!progress.isCancelled())
                                                  QThread::msleep(10);
                                              return 0;
                                          },
                                          {});
        static std::vector<QPromise<void>> promises(3); // they end with the program
        const QStringList titles{u"attr 2.5.2"_s, u"coreutils 9.7"_s, u"bash 5.2.37"_s};
        for (int i = 0; i < titles.size(); ++i) {
            auto progress = std::make_shared<Progress>();
            promises[static_cast<std::size_t>(i)].start();
            const JobId part = jobs.follow({.title = titles[i], .partOf = job}, progress,
                                           promises[static_cast<std::size_t>(i)].future());
            progress->forecast(std::chrono::seconds(i == 1 ? 95 : 30));
            progress->beginPhase(u"step compile"_s);
            if (i == 0) {
                promises[0].finish();
                continue;
            }
            progress->log(Progress::Severity::Info, u"+ make -j2"_s);
            progress->log(Progress::Severity::Info, u"  CC       src/ls.o"_s);
            progress->log(Progress::Severity::Warning,
                          u"src/ls.c:1203:7: warning: unused variable 'quoted' [-Wunused-variable]"_s);
            progress->log(Progress::Severity::Info, u"  CC       src/cp.o"_s);
            if (i == 1)
                m_window.findChild<BuildsPanel *>()->selectJob(part);
        }
        settle(3000);
        shoot(m_window, "builds-software");
        promises[1].finish();
        promises[2].finish();
    }

    void dialogs()
    {
        const auto page = [](QWidget &dialog, const QString &name) {
            dialog.findChild<QTabWidget *>(u"sourceTabs"_s)
                ->setCurrentWidget(dialog.findChild<QWidget *>(name));
        };
        shootDialog([this] { trigger("actionAddSoftware"); }, "add-software",
                    [](QWidget &dialog) {
                        auto *list = dialog.findChild<QListView *>(u"recipesView"_s);
                        for (int row = 0; row < list->model()->rowCount(); ++row) {
                            if (list->model()->index(row, 0).data().toString() == u"coreutils"_s)
                                list->setCurrentIndex(list->model()->index(row, 0));
                        }
                        QTest::qWait(800);
                    });
        shootDialog([this] { trigger("actionAddSoftware"); }, "add-software-machine",
                    [page](QWidget &dialog) {
                        page(dialog, u"hostPage"_s);
                        auto *chooser = dialog.findChild<QWidget *>(u"chooser"_s);
                        QTest::keyClicks(chooser->findChild<QLineEdit *>(u"searchEdit"_s), u"zip"_s);
                        QTest::qWait(400);
                        chooser->findChild<QPushButton *>(u"addButton"_s)->click();
                    });
        shootDialog(
            [this] { trigger("actionAddSoftware"); }, "add-software-packages",
            [page](QWidget &dialog) {
                page(dialog, u"packagesPage"_s);
                dialog.findChild<QPlainTextEdit *>(u"packagesEdit"_s)->setPlainText(u"openssh-server\ngit"_s);
                dialog.findChild<QPlainTextEdit *>(u"withoutEdit"_s)->setPlainText(u"perl"_s);
            });
        shootDialog([this] { trigger("actionNewVServer"); }, "new-vserver");
        const QTemporaryDir carried;
        const QString starBall = carried.filePath(u"carried.tar"_s);
        const SnapshotPtr snapshot = m_window.plans().snapshot();
        Progress progress;
        exportStar(*snapshot->tree, snapshot->vservers.front(), starBall.toStdString(), {}, false, progress);
        shootDialog([this] { trigger("actionImportVServer"); }, "import-vserver",
                    [starBall](QWidget &dialog) {
                        dialog.findChild<QLineEdit *>(u"sourceEdit"_s)->setText(starBall);
                        auto *import = dialog.findChild<QPushButton *>(u"importButton"_s);
                        waitFor([import] { return import->isEnabled(); });
                        dialog.findChild<QTreeWidget *>(u"previewTree"_s)->expandAll();
                    });
        shootDialog([this] { trigger("actionAddLink"); }, "link-rule",
                    [](QWidget &dialog) {
                        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"fromEdit"_s),
                                         u"/opt/gnu/coreutils/bin/*"_s);
                        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"toEdit"_s), u"/usr/local/bin"_s);
                    });
        shootDialog([this] { trigger("actionPrivateFile"); }, "private-file",
                    [](QWidget &dialog) {
                        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"pathEdit"_s), u"/etc/motd"_s);
                        dialog.findChild<QPlainTextEdit *>(u"contentEdit"_s)
                            ->setPlainText(
                                u"Welcome to vsbox01.\n\nIts software is shared: look into /refbox.\n"_s);
                    });
        shootDialog([this] { trigger("actionImageSettings"); }, "image-settings");
        shootDialog([this] { trigger("actionImageSettings"); }, "image-settings-details",
                    [](QWidget &dialog) {
                        dialog.findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1);
                        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"featuresEdit"_s), u"^64bit"_s);
                    });
        shootDialog([this] { trigger("actionPreferences"); }, "preferences");
        m_window.ask = [](const Question &) { return Answer::Yes; };
        shootDialog([this] { trigger("actionExportImage"); }, "export-image");
        shootDialog([this] { trigger("actionExportStar"); }, "export-star",
                    [](QWidget &dialog) { dialog.findChild<QCheckBox *>(u"splitBox"_s)->setChecked(true); });
        shootDialog([this] { trigger("actionExportFolder"); }, "export-folder");
        shootDialog([this] { trigger("actionExportOci"); }, "export-oci");
        shootDialog([this] { trigger("actionExportRuntimes"); }, "export-runtimes");
        trigger("actionGuide");
        settle(600);
        auto &guide = part<QDialog>("Refbox__GuideDialog");
        shoot(guide, "guide");
        guide.close();
        shootDialog([this] { trigger("actionAbout"); }, "about");
        shootDialog(
            [this] {
                m_window.showError(Error(u"Cannot write the file"_s, u"/media/backup/nano-vserver.img"_s,
                                         u"No space left on device"_s,
                                         u"Free some space there, or choose another place."_s));
            },
            "error");
    }

    void jobs()
    {
        const QString folder = m_scratch.filePath(u"out"_s);
        bool made = false;
        const auto show = m_window.showReports;
        m_window.showReports = [&](const std::vector<ExportReport> &reports) {
            made = true;
            show(reports);
        };
        m_window.startBuild(folder);
        waitFor([&] { return made; });
        QWidget *result = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && qobject_cast<ResultDialog *>(widget) != nullptr)
                result = widget;
        }
        if (result == nullptr)
            qFatal("no result");
        shoot(*result, "result");
        result->close();
        // Two more that go on while the picture is taken.
        for (const int share : {37, 72}) {
            m_window.jobs().start<int>(
                {u"Export vsbox0%1.tar.zst"_s.arg(share / 36)},
                [share](Progress &progress) {
                    progress.beginPhase(u"Writing the archive"_s, 100'000'000, Progress::Unit::Bytes);
                    for (int i = 0; i < share; ++i) {
                        progress.advance(1'000'000);
                        QThread::msleep(10);
                    }
                    progress.log(Progress::Severity::Info, u"Packed with Zstandard on two threads."_s);
                    while (true) {
                        progress.throwIfCancelled();
                        QThread::msleep(10);
                    }
                    return 0;
                },
                {});
        }
        settle(1800);
        shoot(m_window, "builds");
        buildingSoftware();
        trigger("actionStop");
        waitFor([this] { return m_window.jobs().runningCount() == 0; });
        part<QDockWidget>("buildsDock").hide();
        compare(folder);
        smoke();
        report();
    }

    void report()
    {
        std::shared_ptr<const VServerReport> made;
        m_window.showReport = [&](const auto &result, const std::string &) { made = result; };
        trigger("actionReport");
        waitFor([&] { return made != nullptr; });
        ReportDialog dialog(made, &m_window);
        dialog.show();
        settle(300);
        shoot(dialog, "report");
        dialog.findChild<QTabWidget *>(u"tabs"_s)->setCurrentIndex(1);
        settle(300);
        shoot(dialog, "report-software");
    }

    void smoke()
    {
        std::shared_ptr<const SmokeReport> report;
        m_window.showSmoke = [&](const auto &result, const std::string &) { report = result; };
        trigger("actionSmokeTest");
        waitFor([&] { return report != nullptr; });
        const auto shootSmoke = [&](const char *name) {
            SmokeDialog dialog(report, u"refbox-cli smoke nano.refbox.lua /vsbox01"_s, &m_window);
            dialog.show();
            settle(400);
            shoot(dialog, name);
        };
        shootSmoke("smoke");
        auto broken = std::make_shared<SmokeReport>(*report);
        SmokeOutcome &lacking = broken->outcomes[12];
        lacking.state = SmokeState::Fails;
        lacking.status = 127;
        lacking.reason = u"It lacks a shared library."_s;
        lacking.said =
            lacking.program.path + ": error while loading shared libraries: libacl.so.1: cannot open";
        report = broken;
        shootSmoke("smoke-failing");
    }

    void compare(const QString &folder)
    {
        std::shared_ptr<const TreeComparison> comparison;
        m_window.showComparison = [&](const auto &result) { comparison = result; };
        const auto shootComparison = [&](const char *name) {
            comparison.reset();
            m_window.startComparison(folder + u"/nano-vserver.img"_s);
            waitFor([&] { return comparison != nullptr; });
            CompareDialog dialog(comparison, &m_window);
            dialog.show();
            settle(400);
            shoot(dialog, name);
        };
        shootComparison("compare-equal");
        m_window.document().edit(u"Change"_s, [](Project &project) {
            project.vservers[0].links.pop_back();
            project.vservers[0].files["/etc/hostname"].content = "another\n";
            project.vservers[0].files["/etc/motd"].content = "Welcome.\n";
        });
        waitFor([this] { return !m_window.plans().isBusy(); });
        shootComparison("compare");
    }

    // The map, the matrix and the space of what is open.
    void shootViews(const char *map, const char *matrix, const char *space)
    {
        auto &tabs = part<QTabWidget>("tabs");
        const std::pair<const char *, const char *> pages[] = {
            {"linkMapPage", map}, {"sharingPage", matrix}, {"spacePage", space}};
        for (const auto &[page, name] : pages) {
            tabs.setCurrentWidget(&part<QWidget>(page));
            settle(400);
            // What is not shown computes nothing.
            waitFor([this, page = std::string_view(page)] {
                return (page != "spacePage" || part<SpacePage>("spacePage").isIdle()) &&
                       (page != "sharingPage" || part<SharingPage>("sharingPage").isIdle());
            });
            shoot(m_window, name);
        }
    }

    // Vservers for many purposes: each takes fewer of the rules than the one before, and has a file of its
    // own.
    void twelve()
    {
        m_window.newFromTemplate(u"nano-vserver"_s);
        m_window.document().edit(u"Many"_s, [](Project &project) {
            const VServer first = project.vservers.front();
            for (int i = 2; i <= 12; ++i) {
                VServer next = first;
                next.name = "vsbox" + std::string(i < 10 ? "0" : "") + std::to_string(i);
                next.links.resize(1 + (first.links.size() * static_cast<std::size_t>(13 - i)) / 12);
                next.files["/srv/notes"].content = std::string(static_cast<std::size_t>(i) * 20'000, 'n');
                project.vservers.push_back(std::move(next));
            }
        });
        waitFor([this] {
            const SnapshotPtr plan = m_window.plans().snapshot();
            return plan && plan->vservers.size() == 12 && !m_window.plans().isBusy();
        });
        shootViews("linkmap-twelve", "sharing-twelve", "space-twelve");
    }

    // Components that are still to be built, and what is done for some of them.
    void softwareStates()
    {
        m_window.newFromTemplate(u"nano-vserver-from-source"_s);
        waitFor([this] { return m_window.plans().snapshot() && !m_window.plans().isBusy(); });
        using Stage = ComponentWork::Stage;
        const auto &components = m_window.document().project().components;
        auto &works = *m_window.findChild<ComponentWorks *>();
        works.set({components.at(0), "k", Stage::Failed, u"bash 5.2.37, step configure: no compiler"_s});
        works.set({components.at(1), "k", Stage::Building});
        works.set({components.at(2), "k", Stage::Fetching});
        part<QTabWidget>("tabs").setCurrentWidget(&part<QWidget>("contentsPage"));
        settle(400);
        shoot(m_window, "contents-software");
    }

    void foreign()
    {
        const SnapshotPtr before = m_window.plans().snapshot();
        m_window.openPath(m_tree);
        waitFor([&] { return m_window.plans().snapshot() != before && m_window.plans().snapshot(); });
        shootViews("linkmap-foreign", "sharing-foreign", "space-foreign");
        auto &tabs = part<QTabWidget>("tabs");
        tabs.setCurrentWidget(&part<QWidget>("findingsPage"));
        settle();
        shoot(m_window, "findings-foreign");
    }

    void strangers()
    {
        m_window.openPath(m_scratch.filePath(u"out/vsbox01.tar.zst"_s));
        waitFor([this] { return m_window.plans().snapshot() && !m_window.plans().snapshot()->plan; });
        shoot(m_window, "look-inside");
        // Its own bin beside its own lib, for want of another that shares.
        part<QTabWidget>("tabs").setCurrentWidget(&part<QWidget>("linkMapPage"));
        settle();
        shoot(m_window, "linkmap-stranger");
        shootDialog([this] { part<QPushButton>("chooseButton").click(); }, "sides");
        shootDialog([this] { trigger("actionSaveAs"); }, "save-opened",
                    [](QWidget &dialog) {
                        auto *formats = dialog.findChild<QComboBox *>(u"filesystemCombo"_s);
                        formats->setCurrentIndex(formats->findData(u"squashfs"_s));
                    });
    }

    QString m_folder;
    QString m_suffix;
    QString m_tree;
    QTemporaryDir m_scratch;
    MainWindow m_window;
};

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"refbox-screenshots"_s);
    QApplication::setApplicationName(u"refbox-screenshots"_s);
    QApplication::setApplicationDisplayName(u"Refbox"_s);
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::setlocale(LC_NUMERIC, "C");
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments[1]))
        qFatal("usage: refbox-screenshots FOLDER [light|dark] [LANGUAGE [TREE]]");
    const bool dark = arguments.value(2) == u"dark"_s;
    const QString language = arguments.value(3, u"en"_s);
    if (dark)
        QApplication::setPalette(darkPalette());
    installStyle();
    QTranslator plurals;
    QTranslator translator;
    QTranslator ofQt;
    if (!plurals.load(u":/i18n/refbox_en.qm"_s) || !translator.load(u":/i18n/refbox_%1.qm"_s.arg(language)))
        qFatal("no translation to %s", qUtf8Printable(language));
    QApplication::installTranslator(&plurals);
    QApplication::installTranslator(&translator);
    if (ofQt.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&ofQt);
    Tour(arguments[1], (language == u"en"_s ? QString() : u'-' + language) + (dark ? u"-dark"_s : QString()),
         arguments.value(4))
        .run();
    return 0;
}
