// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window: one document or one opened tree, its views in tabs and docks, all showing one snapshot and one
// selection.
#pragma once

#include "assembly/fixes.h"
#include "assembly/linkexport.h"
#include "assembly/smokerun.h"
#include "assembly/vserverreport.h"
#include "gui/exportrequest.h"
#include "gui/planservice.h"
#include "gui/question.h"
#include "gui/treecomparison.h"
#include "jobs/error.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

class QDockWidget;
class QFileSystemWatcher;
class QLabel;
class QToolButton;

namespace Refbox {

class Autosave;
class BuildsPanel;
class CapacityGauge;
class ComponentWorks;
class DetailsPanel;
class Document;
struct ExportContext;
class JobList;
class PackagePanel;
struct ProjectOnDisk;

namespace Ui {
class MainWindow;
}

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// autosaveFolder: see Autosave.
    explicit MainWindow(const QString &autosaveFolder, QWidget *parent = nullptr);
    ~MainWindow() override;

    Document &document() { return *m_document; }
    const PlanService &plans() const { return *m_plans; }

    /// A project file, or with any other name an image, archive or folder to look inside. In the background.
    void openPath(const QString &path);
    void newFromTemplate(const QString &name);
    /// Offers what a crashed session left.
    void offerRecovery();

    /// What a closing window does with unsaved changes.
    enum class Unsaved { Save, Discard, Cancel };
    /// Asks the user; tests answer instead.
    std::function<Unsaved()> askUnsaved;
    /// Asks whether to load the project's file again, which another program has changed.
    std::function<bool(const QString &path, bool losesEdits)> askReload;
    /// Shows an Error; tests note it.
    std::function<void(const Error &)> showError;
    /// Asks for a folder to write into; empty: none.
    std::function<QString(const QString &title)> chooseFolder;
    /// Asks before something is lost or takes long.
    std::function<Answer(const Question &)> ask;
    /// Shows what was made, without blocking.
    std::function<void(const std::vector<ExportReport> &)> showReports;
    std::function<void(const std::shared_ptr<const TreeComparison> &)> showComparison;
    std::function<void(const std::shared_ptr<const SmokeReport> &, const std::string &vserver)> showSmoke;
    std::function<void(const std::shared_ptr<const VServerReport> &, const std::string &vserver)> showReport;
    /// Runs a command in the desktop's terminal; false where there is none.
    std::function<bool(const QStringList &command)> runInTerminal;
    /// Shows a command to copy, which could not be run in a terminal.
    std::function<void(const QString &command)> showCommand;

    JobList &jobs() { return *m_jobs; }
    void startBuild(const QString &folder);
    /// Builds what the shown plan lacks of its recipes, then plans again.
    void startBuildingSoftware();
    void startExport(const ExportRequest &request);
    /// All links of what is shown, in the background.
    void startSavingLinks(const QString &path, LinkFormat format);
    /// Compares what is shown with a project, image, archive or folder, in the background.
    void startComparison(const QString &path);
    /// Runs a vserver of what is shown in a terminal, on a throw-away copy; the project is saved first.
    void startVServer(NodeId vserver);
    /// Starts each of its programs, in the background.
    void startSmokeTest(NodeId vserver);
    /// What it has, lacks and needs, in the background.
    void startReport(NodeId vserver);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void restoreWindow();
    void setUpDocks();
    void showPage(QWidget *page);
    void setUpStatusBar();
    void setUpActions();
    void setUpIcons();
    void setUpEditMenu();
    void setUpViewMenu();
    void connectDocument();
    void connectViews();
    void connectDialogs();
    void setUpQuestions();

    void connectJobs();
    void setUpJobDialogs();
    void showBuilds();
    void hideEmptyBuilds();
    void connectTrials();
    /// The one that a node is in; else the one that the Contents tab shows, else the only one, else kNoId.
    NodeId vserverOf(NodeId node) const;
    bool isPlanCurrent() const;
    bool mayWrite();
    bool mayWriteUnbuilt();
    void build();
    /// subtree: the part to suggest; kNoId: the vserver at hand.
    void exportAs(OutputKind kind, NodeId subtree = kNoId);
    void exportRuntimes();
    ExportContext documentToExport() const;
    ExportContext openedToExport() const;

    void open();
    void lookInside();
    void lookInsideFolder();
    void compareFile();
    void compareFolder();
    std::string shownPath() const;
    bool save();
    bool saveAs();
    bool saveTo(const QString &path);
    /// False where the user wants to keep what is open.
    bool mayReplaceDocument();
    void closeProject();
    void loadProjectFile(const QString &path);
    void loadTree(const QString &path);
    void chooseSides();
    void showSides(const Sides &sides, bool findCopies);
    /// Calls it once no dialog is open that works on what is open now.
    void whenNoDialog(const std::function<void()> &then);
    void dropOpening();
    void watchFile();
    void reloadProject();
    void takeReloaded(const std::string &path, const ProjectOnDisk &onDisk);
    bool mayOverwrite(const std::string &path);
    void updateBusy();
    void addRecent(const QString &path);
    void refreshRecent();

    void replan();
    void showSnapshot();
    void showProblem(const Error &error);
    void selectNode(NodeId node);
    void updateActions();
    void updateTitle();
    void updateStatus();
    void addDropped(const QStringList &paths);

    void addSoftware();
    void editComponent(int index);
    void newVServer();
    void importVServer(const QString &source);
    void askAboutDropped(const QString &path);
    void editVServer(int index);
    void editLinkRule(int vserver, int rule, const std::string &from);
    void editPrivateFile(int vserver, const std::string &path);
    void editImageSettings();
    void editPreferences();
    void copyCommand();
    void showGuide();
    void showAbout();

    std::unique_ptr<Ui::MainWindow> m_ui;
    Document *m_document;
    JobList *m_jobs;
    ComponentWorks *m_works; // its child: it outlives the jobs
    PlanService *m_plans;
    std::unique_ptr<Autosave> m_autosave;
    PackagePanel *m_packagePanel = nullptr;
    DetailsPanel *m_detailsPanel = nullptr;
    CapacityGauge *m_gauge = nullptr;
    BuildsPanel *m_buildsPanel = nullptr;
    QDockWidget *m_packageDock = nullptr;
    QDockWidget *m_detailsDock = nullptr;
    QDockWidget *m_buildsDock = nullptr;
    bool m_wantsBuilds = false; ///< the user has opened them, whatever is in them
    std::vector<QDockWidget *> m_docks;
    QByteArray m_dockState; ///< while the welcome page hides the docks
    bool m_docksHaveWidths = false;
    QLabel *m_sharingLabel = nullptr;
    QLabel *m_busyLabel = nullptr;
    QToolButton *m_findingsButton = nullptr;
    bool m_hasDocument = false;               ///< else a stranger's tree, or nothing, is shown
    std::string m_treePath;                   ///< of a stranger's tree
    std::optional<ChosenSides> m_chosenSides; ///< of that tree
    SnapshotPtr m_shown;                      ///< by all views
    NodeId m_selected = kNoId;                ///< in it
    quint64 m_openGeneration = 0;
    int m_openJob = 0; ///< of a tree
    quint64 m_saves = 0;
    QTimer m_reloadTimer;
    QFileSystemWatcher *m_fileWatcher; ///< of the document's file
};

} // namespace Refbox
