// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/autosave.h"
#include "gui/componentworks.h"
#include "gui/detailspanel.h"
#include "gui/document.h"
#include "gui/errordialog.h"
#include "gui/guidedialog.h"
#include "gui/icons.h"
#include "gui/joblist.h"
#include "gui/packagepanel.h"
#include "ui_mainwindow.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QStyle>
#include <QToolButton>
#include <QUndoStack>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths += url.toLocalFile();
    }
    return paths;
}

} // namespace

MainWindow::MainWindow(const QString &autosaveFolder, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_document(new Document(this))
    , m_jobs(new JobList(this))
    , m_works(new ComponentWorks(m_jobs))
    , m_plans(new PlanService(*m_jobs, this))
    , m_autosave(std::make_unique<Autosave>(*m_document, autosaveFolder))
    , m_fileWatcher(new QFileSystemWatcher(this))
{
    m_ui->setupUi(this);
    setWindowIcon(QIcon(u":/icons/appicon.svg"_s));
    setAcceptDrops(true);
    setUpDocks();
    setUpStatusBar();
    setUpActions();
    connectDocument();
    connectViews();
    connectDialogs();
    setUpJobDialogs();
    setUpQuestions();
    connectJobs();
    connectTrials();
    restoreWindow();
    refreshRecent();
    closeProject();
}

MainWindow::~MainWindow() = default;

void MainWindow::setUpIcons()
{
    const struct
    {
        QAction *action;
        QString name;
        QString theme;
    } icons[] = {
        {m_ui->actionNew, u"new"_s, u"document-new"_s},
        {m_ui->actionOpen, u"open"_s, u"document-open"_s},
        {m_ui->actionSave, u"save"_s, u"document-save"_s},
        {m_ui->actionLookInside, u"search"_s, {}},
        {m_ui->actionAddSoftware, u"component"_s, {}},
        {m_ui->actionNewVServer, u"vserver"_s, {}},
        {m_ui->actionImportVServer, u"starball"_s, {}},
        {m_ui->actionAddLink, u"link"_s, {}},
        {m_ui->actionPrivateFile, u"file"_s, {}},
        {m_ui->actionImageSettings, u"settings"_s, u"configure"_s},
        {m_ui->actionBuild, u"build"_s, {}},
        {m_ui->actionStop, u"stop"_s, u"process-stop"_s},
        {m_ui->actionExportImage, u"image"_s, {}},
        {m_ui->actionExportStar, u"starball"_s, {}},
        {m_ui->actionExportFolder, u"folderexport"_s, {}},
        {m_ui->actionExportOci, u"vserver"_s, {}},
        {m_ui->actionStartVServer, u"terminal"_s, u"utilities-terminal"_s},
        {m_ui->actionSmokeTest, u"smoketest"_s, {}},
        {m_ui->actionReport, u"findings"_s, {}},
        {m_ui->actionFind, u"search"_s, u"edit-find"_s},
        {m_ui->actionCopyCommand, u"copytext"_s, u"edit-copy"_s},
    };
    for (const auto &[action, name, theme] : icons)
        action->setIcon(icon(name, theme));
}

void MainWindow::setUpEditMenu()
{
    QUndoStack &stack = m_document->undoStack();
    auto *undo = new QAction(tr("&Undo"), this);
    auto *redo = new QAction(tr("&Redo"), this);
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(undo, &QAction::triggered, &stack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, &stack, &QUndoStack::redo);
    connect(&stack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::undoTextChanged, undo, [undo](const QString &text) {
        undo->setText(text.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(text));
    });
    connect(&stack, &QUndoStack::redoTextChanged, redo, [redo](const QString &text) {
        redo->setText(text.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(text));
    });
    undo->setObjectName(u"actionUndo"_s);
    redo->setObjectName(u"actionRedo"_s);
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcut(QKeySequence::Redo);
    undo->setIcon(icon(u"undo"_s, u"edit-undo"_s));
    redo->setIcon(icon(u"redo"_s, u"edit-redo"_s));
    m_ui->menuEdit->insertActions(m_ui->menuEdit->actions().value(0), {undo, redo});
}

void MainWindow::setUpViewMenu()
{
    // As the desktop has it, until the user says otherwise.
    const bool desktopAnimates = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    connect(m_ui->actionAnimate, &QAction::toggled, m_ui->linkMapPage, &LinkMapPage::setAnimated);
    m_ui->actionAnimate->setChecked(QSettings().value("view/animated", desktopAnimates).toBool());
    m_ui->linkMapPage->setAnimated(m_ui->actionAnimate->isChecked());
    connect(m_ui->actionAnimate, &QAction::triggered, this,
            [](bool animated) { QSettings().setValue("view/animated", animated); });
}

void MainWindow::setUpActions()
{
    setUpIcons();
    setUpEditMenu();
    setUpViewMenu();
    // The tool bar has room for verbs only; the rest is told by its icons and tips.
    for (QAction *action : {m_ui->actionNew, m_ui->actionOpen, m_ui->actionSave, m_ui->actionStop}) {
        if (auto *button = qobject_cast<QToolButton *>(m_ui->toolBar->widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    connect(m_ui->actionNew, &QAction::triggered, this, &MainWindow::closeProject);
    connect(m_ui->actionOpen, &QAction::triggered, this, &MainWindow::open);
    connect(m_ui->actionLookInside, &QAction::triggered, this, &MainWindow::lookInside);
    connect(m_ui->actionLookInsideFolder, &QAction::triggered, this, &MainWindow::lookInsideFolder);
    connect(m_ui->actionCompareFile, &QAction::triggered, this, &MainWindow::compareFile);
    connect(m_ui->actionCompareFolder, &QAction::triggered, this, &MainWindow::compareFolder);
    connect(m_ui->actionSave, &QAction::triggered, this, &MainWindow::save);
    connect(m_ui->actionSaveAs, &QAction::triggered, this, [this] {
        if (m_hasDocument)
            saveAs();
        else
            exportAs(OutputKind::Image); // of another format
    });
    connect(m_ui->actionClose, &QAction::triggered, this, &MainWindow::closeProject);
    connect(m_ui->actionQuit, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->actionFind, &QAction::triggered, this, [this] {
        m_packageDock->show();
        m_packageDock->raise();
        m_packagePanel->focusSearch();
    });
    connect(m_ui->actionReplan, &QAction::triggered, this, &MainWindow::replan);
    connect(m_ui->actionCopyCommand, &QAction::triggered, this, &MainWindow::copyCommand);
    connect(m_ui->actionGuide, &QAction::triggered, this, &MainWindow::showGuide);
    connect(m_ui->actionAbout, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::connectDocument()
{
    connect(m_document, &Document::projectChanged, this, [this] {
        ++m_openGeneration; // an edit while another file is being opened wins: nothing may be lost
        if (m_hasDocument)
            replan();
        updateActions();
    });
    connect(m_document, &Document::replaced, this, &MainWindow::updateTitle);
    connect(m_document, &Document::replaced, this, &MainWindow::watchFile);
    // Editors replace a file in several steps: what counts is what stands there a little later.
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(300);
    connect(&m_reloadTimer, &QTimer::timeout, this, &MainWindow::reloadProject);
    for (const auto changed : {&QFileSystemWatcher::fileChanged, &QFileSystemWatcher::directoryChanged})
        connect(m_fileWatcher, changed, &m_reloadTimer, qOverload<>(&QTimer::start));
    connect(m_document, &Document::modifiedChanged, this, &MainWindow::updateTitle);
    connect(m_plans, &PlanService::snapshotChanged, this, &MainWindow::showSnapshot);
    connect(m_plans, &PlanService::failed, this, &MainWindow::showProblem);
    connect(m_plans, &PlanService::stopped, this,
            [this] { m_ui->statusBar->showMessage(tr("Planning was stopped: F5 plans again."), 10'000); });
    connect(m_plans, &PlanService::busyChanged, this, &MainWindow::updateBusy);
    connect(m_autosave.get(), &Autosave::failed, this, [this](const Error &error) {
        m_ui->statusBar->showMessage(tr("A crash would lose the changes, save them: %1").arg(error.why()));
    });
    showError = [this](const Error &error) { Refbox::showError(error, this); };
}

void MainWindow::connectViews()
{
    m_ui->contentsPage->setDocument(*m_document);
    m_ui->contentsPage->setWorks(*m_works);
    connect(m_packagePanel, &PackagePanel::nodeSelected, this, &MainWindow::selectNode);
    connect(m_detailsPanel, &DetailsPanel::nodeSelected, this, &MainWindow::selectNode);
    m_ui->linkMapPage->setDocument(*m_document);
    connect(m_ui->contentsPage, &ContentsPage::nodeSelected, this, &MainWindow::selectNode);
    connect(m_ui->linkMapPage, &LinkMapPage::nodeSelected, this, &MainWindow::selectNode);
    connect(m_ui->linkMapPage, &LinkMapPage::told, this,
            [this](const QString &text) { m_ui->statusBar->showMessage(text); });
    connect(m_ui->linkMapPage, &LinkMapPage::sidesRequested, this, &MainWindow::chooseSides);
    connect(m_ui->linkMapPage, &LinkMapPage::saveLinksRequested, this, &MainWindow::startSavingLinks);
    connect(m_ui->sharingPage, &SharingPage::nodeSelected, this, &MainWindow::selectNode);
    connect(m_ui->sharingPage, &SharingPage::sidesRequested, this, &MainWindow::chooseSides);
    connect(m_ui->sharingPage, &SharingPage::linksRequested, this, [this](const LinkFilter &links) {
        m_ui->linkMapPage->showOnly(links);
        m_ui->tabs->setCurrentWidget(m_ui->linkMapPage);
    });
    connect(m_ui->spacePage, &SpacePage::nodeSelected, this, &MainWindow::selectNode);
    connect(m_ui->spacePage, &SpacePage::told, this,
            [this](const QString &text) { m_ui->statusBar->showMessage(text); });
    connect(m_ui->needsPage, &NeedsPage::nodeSelected, this, &MainWindow::selectNode);
    connect(m_ui->findingsPage, &FindingsPage::nodeSelected, this, &MainWindow::selectNode);
    connect(m_ui->findingsPage, &FindingsPage::fixRequested, this,
            [this](const Fix &fix) { m_document->edit(fix.text, fix.apply); });
    connect(m_ui->welcomePage, &WelcomePage::templateChosen, this, &MainWindow::newFromTemplate);
    connect(m_ui->welcomePage, &WelcomePage::openRequested, this, &MainWindow::open);
    connect(m_ui->welcomePage, &WelcomePage::lookInsideRequested, this, &MainWindow::lookInside);
    connect(m_ui->welcomePage, &WelcomePage::lookInsideFolderRequested, this, &MainWindow::lookInsideFolder);
    connect(m_ui->welcomePage, &WelcomePage::recentChosen, this, &MainWindow::openPath);
}

void MainWindow::replan()
{
    if (m_hasDocument)
        m_plans->request(m_document->project(), {m_document->folder(), m_document->path()});
    else if (!m_treePath.empty())
        loadTree(QFile::decodeName(QByteArray::fromStdString(m_treePath)));
}

void MainWindow::showSnapshot()
{
    const SnapshotPtr &snapshot = m_plans->snapshot();
    // What was selected stays so by its path: node numbers mean another file in another tree.
    const SnapshotPtr before = std::exchange(m_shown, snapshot);
    m_selected = snapshot && before && m_selected != kNoId && m_selected < before->tree->nodeCount()
                     ? snapshot->tree->find(before->tree->path(m_selected))
                     : kNoId;
    if (m_hasDocument && snapshot && snapshot->plan)
        m_works->planned(snapshot->plan->project, m_jobs->runningCount() > 0);
    m_packagePanel->setSnapshot(snapshot);
    m_ui->contentsPage->setSnapshot(snapshot, m_hasDocument);
    m_ui->linkMapPage->setSnapshot(snapshot, m_hasDocument);
    m_ui->linkMapPage->selectNode(m_selected);
    m_ui->sharingPage->setSnapshot(snapshot, m_hasDocument);
    m_ui->spacePage->setSnapshot(snapshot);
    m_ui->needsPage->setSnapshot(snapshot);
    // What has no links to show does not open with an empty map.
    if (snapshot && !m_hasDocument && !snapshot->linkMap && (!before || before->title != snapshot->title))
        m_ui->tabs->setCurrentWidget(m_ui->contentsPage);
    m_ui->findingsPage->setSnapshot(snapshot);
    m_detailsPanel->setNode(snapshot, m_selected);
    updateStatus();
    updateActions();
}

void MainWindow::updateBusy()
{
    m_busyLabel->setText(m_openJob != 0      ? m_jobs->title(m_openJob) + u'…'
                         : m_plans->isBusy() ? tr("Planning…")
                                             : QString());
}

void MainWindow::showProblem(const Error &error)
{
    m_ui->statusBar->showMessage(tr("Cannot plan: %1").arg(error.why()), 10'000);
    showError(error);
}

void MainWindow::selectNode(NodeId node)
{
    if (node == m_selected || !m_shown || node >= m_shown->tree->nodeCount())
        return;
    m_selected = node;
    m_packagePanel->selectNode(node);
    m_ui->contentsPage->selectNode(node);
    m_ui->linkMapPage->selectNode(node);
    m_ui->spacePage->selectNode(node);
    m_ui->needsPage->selectNode(node);
    m_detailsPanel->setNode(m_shown, node);
    updateActions();
}

void MainWindow::updateActions()
{
    const bool hasVServer = m_hasDocument && !m_document->project().vservers.empty();
    const bool hasTree = m_shown != nullptr;
    for (QAction *action : {m_ui->actionSave, m_ui->actionAddSoftware, m_ui->actionNewVServer,
                            m_ui->actionImportVServer, m_ui->actionImageSettings})
        action->setEnabled(m_hasDocument);
    m_ui->actionSaveAs->setEnabled(m_hasDocument || hasTree);
    for (QAction *action : {m_ui->actionAddLink, m_ui->actionPrivateFile})
        action->setEnabled(hasVServer);
    m_ui->actionBuild->setEnabled(m_hasDocument && hasTree);
    for (QAction *action : {m_ui->actionExportImage, m_ui->actionExportFolder})
        action->setEnabled(hasTree);
    for (QAction *action : {m_ui->actionExportStar, m_ui->actionExportOci, m_ui->actionExportRuntimes})
        action->setEnabled(hasTree && (hasVServer || !m_hasDocument));
    for (QAction *action : {m_ui->actionStartVServer, m_ui->actionSmokeTest, m_ui->actionReport})
        action->setEnabled(vserverOf(m_selected) != kNoId);
    m_ui->menuCompare->setEnabled(hasTree);
    m_ui->actionGuide->setEnabled(hasTree && GuideDialog::hasGuide(*m_shown->tree));
    for (QAction *action : {m_ui->actionClose, m_ui->actionFind, m_ui->actionReplan, m_ui->actionCopyCommand})
        action->setEnabled(hasTree || m_hasDocument);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const int writing = m_jobs->writingCount();
    const Question question{.title = tr("Jobs are running"),
                            .text = tr("%n job(s) still run. Stop them and close? What they were writing is "
                                       "removed; files that were there before stay as they are.",
                                       nullptr, writing),
                            .verb = tr("&Stop and close"),
                            .noVerb = tr("&Keep running")};
    if ((writing > 0 && ask(question) != Answer::Yes) || !mayReplaceDocument()) {
        event->ignore();
        return;
    }
    m_jobs->stopAll();
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    if (m_docksHaveWidths) // else nobody has seen them yet
        settings.setValue("window/state", m_dockState.isEmpty() ? saveState() : m_dockState);
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = localFiles(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    const bool isProject = paths.size() == 1 && paths.first().endsWith(u".lua"_s);
    // Not from within the drop: the other program waits until it is over.
    QMetaObject::invokeMethod(
        this,
        [this, paths, isProject] {
            if (isProject || !m_hasDocument)
                openPath(paths.first());
            else if (paths.size() == 1)
                askAboutDropped(paths.first());
            else
                addDropped(paths);
        },
        Qt::QueuedConnection);
}

} // namespace Refbox
