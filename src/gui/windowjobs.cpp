// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow: builds, exports and what else runs side by side in the background.
#include "assembly/builder.h"
#include "gui/buildspanel.h"
#include "gui/comparedialog.h"
#include "gui/componentworks.h"
#include "gui/document.h"
#include "gui/exportdialog.h"
#include "gui/joblist.h"
#include "gui/mainwindow.h"
#include "gui/preferences.h"
#include "gui/resultdialog.h"
#include "gui/runtimedialog.h"
#include "gui/sidesdialog.h"
#include "gui/softwarejob.h"
#include "jobs/display.h"
#include "ui_mainwindow.h"

#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QStackedWidget>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBuildsHeight = 208;

std::string bytesOf(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

} // namespace

void MainWindow::connectJobs()
{
    connect(m_ui->actionBuild, &QAction::triggered, this, &MainWindow::build);
    connect(m_ui->actionExportImage, &QAction::triggered, this, [this] { exportAs(OutputKind::Image); });
    connect(m_ui->actionExportStar, &QAction::triggered, this, [this] { exportAs(OutputKind::Star); });
    connect(m_ui->actionExportFolder, &QAction::triggered, this, [this] { exportAs(OutputKind::Folder); });
    connect(m_ui->actionExportOci, &QAction::triggered, this, [this] { exportAs(OutputKind::Oci); });
    connect(m_ui->actionExportRuntimes, &QAction::triggered, this, &MainWindow::exportRuntimes);
    connect(m_ui->actionStop, &QAction::triggered, m_jobs, &JobList::stopAll);
    const auto update = [this] { m_ui->actionStop->setEnabled(m_jobs->runningCount() > 0); };
    connect(m_jobs, &JobList::started, this, update);
    connect(m_jobs, &JobList::worthShowing, this, [this](JobId id) {
        showBuilds();
        if (!m_jobs->isQuick(id) || m_jobs->runningCount() == 1) // else the user reads another one's log
            m_buildsPanel->selectJob(id);
    });
    connect(m_jobs, &JobList::ended, this, [this, update](JobId id) {
        update();
        if (id == m_openJob)
            m_openJob = 0;
        updateBusy();
    });
    connect(m_jobs, &QAbstractItemModel::rowsRemoved, this, &MainWindow::hideEmptyBuilds);
    // Behind the welcome page, what was saved of the docks comes back.
    connect(m_ui->pages, &QStackedWidget::currentChanged, this, &MainWindow::hideEmptyBuilds);
    connect(m_buildsDock->toggleViewAction(), &QAction::triggered, this,
            [this](bool shown) { m_wantsBuilds = shown; });
    update();
}

void MainWindow::showBuilds()
{
    if (m_buildsDock->isVisible())
        return;
    m_buildsDock->show();
    // Some jobs and some lines of a log.
    if (m_buildsDock->height() < kBuildsHeight)
        resizeDocks({m_buildsDock}, {kBuildsHeight}, Qt::Vertical);
}

// There is nothing in it to see, unless the user wants to see that.
void MainWindow::hideEmptyBuilds()
{
    if (m_jobs->rowCount() == 0 && !m_wantsBuilds)
        m_buildsDock->hide();
}

// After an edit, the plan that is shown is the one before it for a while.
bool MainWindow::isPlanCurrent() const
{
    return m_hasDocument && m_shown && m_shown->plan && !m_plans->isBusy() &&
           m_shown->plan->project == m_document->project();
}

void MainWindow::build()
{
    if (!mayWrite())
        return;
    const QString folder = chooseFolder(tr("Build into a folder"));
    if (!folder.isEmpty() && isPlanCurrent())
        startBuild(folder);
}

void MainWindow::startBuild(const QString &folder)
{
    BuildOptions options;
    options.folder = bytesOf(folder);
    m_jobs->start<BuildReport>(
        {tr("Build %1").arg(displayPath(m_shown->plan->project.name))},
        [plan = m_shown->plan, options](Progress &progress) {
            return buildPackage(*plan, options, progress);
        },
        [this](const BuildReport &report) { showReports(report.outputs); },
        [this](const Error &error) { showError(error); });
}

// In the background, and what was built is kept: the plan that follows finds it.
void MainWindow::startBuildingSoftware()
{
    const auto watcher = std::make_shared<SoftwareWatcher>(*m_jobs, *m_works);
    const JobId job = m_jobs->start<std::size_t>(
        {tr("Get the software of %1").arg(displayPath(m_shown->plan->project.name))},
        [plan = m_shown->plan, watcher, preferred = Preferences::load()](Progress &progress) {
            return getSoftware(*plan, preferred, *watcher, progress);
        },
        [this](std::size_t) {
            replan();
            m_ui->statusBar->showMessage(tr("The software is there: now build or export the package."), 8000);
        },
        [this](const Error &error) {
            replan(); // some of it may be built
            showError(error);
        });
    watcher->setJob(job);
}

void MainWindow::exportAs(OutputKind kind, NodeId subtree)
{
    if (m_hasDocument ? !mayWrite() : m_shown == nullptr)
        return;
    ExportContext context = m_hasDocument ? documentToExport() : openedToExport();
    context.subtree = subtree;
    const int vserver = m_ui->contentsPage->currentVServer();
    if (subtree == kNoId && kind == OutputKind::Star && vserver >= 0 &&
        static_cast<std::size_t>(vserver) < context.plan->vservers.size())
        context.subtree = context.plan->vservers[static_cast<std::size_t>(vserver)];
    ExportDialog dialog(kind, context, this);
    if (dialog.exec() == QDialog::Accepted)
        startExport(dialog.request());
}

void MainWindow::exportRuntimes()
{
    if (m_hasDocument ? !mayWrite() : m_shown == nullptr)
        return;
    ExportContext context = m_hasDocument ? documentToExport() : openedToExport();
    const int vserver = m_ui->contentsPage->currentVServer();
    if (vserver >= 0 && static_cast<std::size_t>(vserver) < context.plan->vservers.size())
        context.subtree = context.plan->vservers[static_cast<std::size_t>(vserver)];
    RuntimeDialog dialog(context, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_jobs->start<ExportReport>(
        {.title = tr("Export runtime configurations")},
        [request = dialog.request()](Progress &) {
            return exportRuntime(request.kinds, request.config, request.folder, request.replace);
        },
        [this](const ExportReport &report) { showReports({report}); },
        [this](const Error &error) { showError(error); });
}

ExportContext MainWindow::documentToExport() const
{
    return {.plan = m_shown->plan,
            .projectPath = m_document->path(),
            .folder = m_document->folder(),
            .isEdited = m_document->isModified()};
}

// Beside what was opened, where one may write there.
ExportContext MainWindow::openedToExport() const
{
    const QString folder = QFileInfo(QFile::decodeName(QByteArray::fromStdString(m_treePath))).path();
    return {.plan = planOfOpened(m_shown->tree, m_shown->sides(), m_treePath),
            .projectPath = {},
            .folder = bytesOf(QFileInfo(folder).isWritable() ? folder : QDir::homePath()),
            .from = m_treePath};
}

void MainWindow::startExport(const ExportRequest &request)
{
    m_jobs->start<ExportReport>(
        {exportTitle(request)}, [request](Progress &progress) { return runExport(request, progress); },
        [this](const ExportReport &report) { showReports({report}); },
        [this](const Error &error) { showError(error); });
}

void MainWindow::startSavingLinks(const QString &path, LinkFormat format)
{
    if (!m_shown || !m_shown->linkMap)
        return;
    m_jobs->start<bool>(
        {.title = tr("Save %1").arg(QFileInfo(path).fileName())},
        [snapshot = m_shown, file = bytesOf(path), format](Progress &progress) {
            saveLinks(file, *snapshot->linkMap, format, {.progress = &progress});
            return true;
        },
        [this, path](bool) { m_ui->statusBar->showMessage(tr("Saved %1.").arg(path), 8000); },
        [this](const Error &error) { showError(error); });
}

void MainWindow::chooseSides()
{
    if (!m_shown || m_hasDocument)
        return;
    SidesDialog dialog(m_shown, this);
    if (dialog.exec() == QDialog::Accepted)
        showSides(dialog.sides(), dialog.findCopies());
}

void MainWindow::showSides(const Sides &sides, bool findCopies)
{
    dropOpening();
    const auto isNewest = [this, generation = m_openGeneration] { return generation == m_openGeneration; };
    m_openJob = m_jobs->start<SnapshotPtr>(
        {.title = tr("Read the links of %1").arg(m_shown->title), .writes = false, .isQuick = true},
        [snapshot = m_shown, sides, findCopies](Progress &progress) {
            return withSides(*snapshot, sides, findCopies, progress);
        },
        [this, isNewest, findCopies](const SnapshotPtr &snapshot) {
            whenNoDialog([this, isNewest, findCopies, snapshot] {
                if (!isNewest())
                    return;
                m_chosenSides = chosenSides(*snapshot->tree, snapshot->sides(), findCopies);
                m_plans->show(snapshot);
            });
        },
        [this, isNewest](const Error &error) {
            if (isNewest())
                showError(error);
        });
    updateBusy();
}

void MainWindow::startComparison(const QString &path)
{
    if (!m_shown)
        return;
    m_jobs->start<std::shared_ptr<const TreeComparison>>(
        {.title = tr("Compare %1 with %2").arg(m_shown->title, QFileInfo(path).fileName()), .writes = false},
        [snapshot = m_shown, shown = shownPath(), other = bytesOf(QFileInfo(path).absoluteFilePath())](
            Progress &progress) { return compareWith(snapshot, shown, other, progress); },
        [this](const std::shared_ptr<const TreeComparison> &comparison) { showComparison(comparison); },
        [this](const Error &error) { showError(error); });
}

void MainWindow::setUpJobDialogs()
{
    showComparison = [this](const std::shared_ptr<const TreeComparison> &comparison) {
        auto *dialog = new CompareDialog(comparison, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &CompareDialog::pathChosen, this,
                [this, shown = shownPath()](const std::string &chosen) {
                    if (m_shown && shownPath() == shown)
                        selectNode(m_shown->tree->find(chosen));
                });
        dialog->show();
    };
    chooseFolder = [this](const QString &title) {
        return QFileDialog::getExistingDirectory(
            this, title, QFile::decodeName(QByteArray::fromStdString(m_document->folder())));
    };
    showReports = [this](const std::vector<ExportReport> &reports) {
        auto *dialog = new ResultDialog(reports, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    };
}

} // namespace Refbox
