// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow: its frame, that is size, docks, pages, title and status bar.
#include "gui/buildspanel.h"
#include "gui/capacitygauge.h"
#include "gui/detailspanel.h"
#include "gui/document.h"
#include "gui/elidedlabel.h"
#include "gui/icons.h"
#include "gui/mainwindow.h"
#include "gui/nodecells.h"
#include "gui/packagepanel.h"
#include "jobs/display.h"
#include "ui_mainwindow.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kFirstSize(1280, 800);
constexpr QSize kFrame(16, 48); // what desktops put around a window, roughly
// Of a window of the first size; smaller ones share what they have.
constexpr int kPackageWidth = 340;
constexpr int kDetailsWidth = 308;

} // namespace

// As it was left; at the first start as large as its views like it, where the screen has room for that.
void MainWindow::restoreWindow()
{
    const QSize available = screen()->availableSize();
    resize(kFirstSize.boundedTo(available - kFrame));
    const QSettings settings;
    restoreGeometry(settings.value("window/geometry").toByteArray());
    m_docksHaveWidths = restoreState(settings.value("window/state").toByteArray());
}

void MainWindow::setUpDocks()
{
    const auto dock = [this](const QString &title, const QString &name, QWidget *content,
                             Qt::DockWidgetArea area) {
        auto *widget = new QDockWidget(title, this);
        widget->setObjectName(name);
        widget->setWidget(content);
        addDockWidget(area, widget);
        m_ui->menuView->addAction(widget->toggleViewAction());
        m_docks.push_back(widget);
        return widget;
    };
    m_packagePanel = new PackagePanel;
    m_detailsPanel = new DetailsPanel;
    m_packageDock = dock(tr("Package"), u"packageDock"_s, m_packagePanel, Qt::LeftDockWidgetArea);
    m_detailsDock = dock(tr("Details"), u"detailsDock"_s, m_detailsPanel, Qt::RightDockWidgetArea);
    m_buildsPanel = new BuildsPanel(*m_jobs);
    m_buildsDock = dock(tr("Builds"), u"buildsDock"_s, m_buildsPanel, Qt::BottomDockWidgetArea);
    m_buildsDock->hide(); // until there is something to show
}

// The welcome page stands alone; behind it waits what the user had open.
void MainWindow::showPage(QWidget *page)
{
    const bool isWelcome = page == m_ui->welcomePage;
    const bool wasWelcome = m_ui->pages->currentWidget() == m_ui->welcomePage && !m_dockState.isEmpty();
    if (isWelcome && !wasWelcome) {
        m_dockState = saveState();
        for (QDockWidget *dock : m_docks)
            dock->hide();
    } else if (!isWelcome && wasWelcome) {
        restoreState(m_dockState);
        m_dockState.clear();
    }
    m_ui->pages->setCurrentWidget(page);
    // It is wider than the views, and a page that is not shown asks for no room.
    m_ui->welcomePage->setSizePolicy(isWelcome ? QSizePolicy::Preferred : QSizePolicy::Ignored,
                                     QSizePolicy::Preferred);
    // Only docks that are shown take a width, and at the first start the welcome page has hidden them.
    if (!isWelcome && !std::exchange(m_docksHaveWidths, true)) {
        for (QWidget *changed : {static_cast<QWidget *>(m_ui->pages), m_ui->centralWidget})
            changed->updateGeometry(); // now: the room that the welcome page needs no more is for the docks
        const int room = std::min(width(), kFirstSize.width());
        const auto share = [room](int wanted) { return wanted * room / kFirstSize.width(); };
        resizeDocks({m_packageDock, m_detailsDock}, {share(kPackageWidth), share(kDetailsWidth)},
                    Qt::Horizontal);
    }
}

void MainWindow::setUpStatusBar()
{
    m_gauge = new CapacityGauge;
    m_gauge->setObjectName(u"capacityGauge"_s);
    m_sharingLabel = new ElidedLabel;
    m_sharingLabel->setObjectName(u"sharingLabel"_s);
    m_busyLabel = new ElidedLabel;
    m_busyLabel->setObjectName(u"busyLabel"_s);
    m_findingsButton = new QToolButton;
    m_findingsButton->setObjectName(u"findingsButton"_s);
    m_findingsButton->setAutoRaise(true);
    m_findingsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_findingsButton, &QToolButton::clicked, this,
            [this] { m_ui->tabs->setCurrentWidget(m_ui->findingsPage); });
    connect(m_gauge, &CapacityGauge::clicked, m_ui->actionImageSettings, &QAction::trigger);
    m_ui->statusBar->setContentsMargins(8, 0, 8, 0);
    m_ui->statusBar->addWidget(m_gauge);
    m_ui->statusBar->addWidget(m_sharingLabel);
    m_ui->statusBar->addPermanentWidget(m_busyLabel);
    m_ui->statusBar->addPermanentWidget(m_findingsButton);
}

void MainWindow::updateTitle()
{
    if (m_hasDocument) {
        setWindowTitle(u"%1[*] — Refbox"_s.arg(m_document->title()));
        setWindowModified(m_document->isModified());
    } else {
        setWindowModified(false);
        setWindowTitle(m_shown ? u"%1 (%2) — Refbox"_s.arg(m_shown->title, m_shown->format) : u"Refbox"_s);
    }
}

void MainWindow::updateStatus()
{
    const bool isShown = m_shown != nullptr;
    for (QWidget *widget : {static_cast<QWidget *>(m_gauge), static_cast<QWidget *>(m_sharingLabel),
                            static_cast<QWidget *>(m_findingsButton)})
        widget->setVisible(isShown);
    if (!isShown)
        return;
    m_gauge->setVisible(m_hasDocument);
    if (m_shown->plan)
        m_gauge->setUsage(m_shown->imageBytes, m_shown->plan->project.image.capacity);
    QStringList parts;
    if (m_shown->linkMap) {
        parts += tr("shared %1").arg(formatSize(m_shown->sharing.sharedBytes));
        parts += tr("private %1").arg(formatSize(m_shown->sharing.privateBytes));
        for (std::size_t i = 0; i < m_shown->vservers.size() && i < 3; ++i) {
            const NodeId node = m_shown->vservers[i];
            parts += tr("%1 alone would be %2")
                         .arg(nodeName(*m_shown, node), formatSize(m_shown->vserverSharing[i].aloneBytes()));
        }
    }
    m_sharingLabel->setText(parts.join(u" · "_s));
    const std::size_t errors = m_shown->count(Finding::Severity::Error);
    const std::size_t warnings = m_shown->count(Finding::Severity::Warning);
    m_findingsButton->setIcon(icon(errors > 0 ? u"error"_s : warnings > 0 ? u"warning"_s : u"findings"_s));
    m_findingsButton->setText(FindingsPage::summary(*m_shown));
    const auto serious = static_cast<int>(errors + warnings);
    m_ui->tabs->setTabText(m_ui->tabs->indexOf(m_ui->findingsPage),
                           serious == 0 ? tr("F&indings") : tr("F&indings (%1)").arg(serious));
}

} // namespace Refbox
