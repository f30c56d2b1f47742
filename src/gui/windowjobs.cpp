// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow: builds and exports, side by side in the background.
#include "assembly/builder.h"
#include "assembly/exporter.h"
#include "gui/buildspanel.h"
#include "gui/document.h"
#include "gui/joblist.h"
#include "gui/mainwindow.h"
#include "jobs/display.h"
#include "ui_mainwindow.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

std::string bytesOf(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

QString pathOf(const std::string &bytes)
{
    return QFile::decodeName(QByteArray::fromStdString(bytes));
}

} // namespace

void MainWindow::connectJobs()
{
    connect(m_ui->actionBuild, &QAction::triggered, this, &MainWindow::build);
    connect(m_ui->actionExportImage, &QAction::triggered, this, &MainWindow::exportImageFile);
    connect(m_ui->actionExportStar, &QAction::triggered, this, &MainWindow::exportStarBall);
    connect(m_ui->actionExportFolder, &QAction::triggered, this, &MainWindow::exportIntoFolder);
    connect(m_ui->actionStop, &QAction::triggered, m_jobs, &JobList::stopAll);
    const auto update = [this] { m_ui->actionStop->setEnabled(m_jobs->runningCount() > 0); };
    connect(m_jobs, &JobList::started, this, [this, update](JobId id) {
        update();
        m_buildsDock->show();
        m_buildsPanel->selectJob(id);
    });
    connect(m_jobs, &JobList::ended, this, update);
    update();
}

// Errors of the plan are asked about first: what is written would lack something.
bool MainWindow::mayWrite()
{
    if (!m_shown || !m_shown->plan)
        return false;
    const auto &findings = m_shown->plan->findings;
    const auto errors = std::count_if(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.severity == Finding::Severity::Error;
    });
    return errors == 0 || confirm(tr("The plan has errors"),
                                  tr("What is written now would lack something; the Findings tab tells what. "
                                     "Write it all the same?"));
}

QString MainWindow::suggestedPath(const QString &name) const
{
    return pathOf(m_document->folder()) + u'/' + name;
}

void MainWindow::build()
{
    if (!mayWrite())
        return;
    const QString folder =
        chooseTarget({Target::Folder, tr("Build into a folder"), suggestedPath(u"out"_s), {}});
    if (!folder.isEmpty())
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
        [this](const BuildReport &report) { showReports(report.outputs); }, showError);
}

void MainWindow::exportImageFile()
{
    if (!mayWrite())
        return;
    const QString target = chooseTarget({Target::File, tr("Export the image"),
                                         suggestedPath(pathOf(m_shown->plan->project.name) + u".img"_s),
                                         tr("Disk images (*.img)")});
    if (!target.isEmpty())
        startImageExport(target);
}

void MainWindow::startImageExport(const QString &target)
{
    const auto plan = m_shown->plan;
    const ImageExport options{plan->project.image, defaultLabel(plan->project)};
    m_jobs->start<ExportReport>(
        {tr("Export %1").arg(QFileInfo(target).fileName())},
        [plan, options, path = bytesOf(target)](Progress &progress) {
            refuseTargetInSources(path, plan->sources);
            return exportImage(*plan->tree, path, options, progress);
        },
        [this](const ExportReport &report) { showReports({report}); }, showError);
}

void MainWindow::exportStarBall()
{
    const int vserver = m_ui->contentsPage->currentVServer();
    if (!mayWrite() || vserver < 0 || static_cast<std::size_t>(vserver) >= m_shown->vservers.size())
        return;
    const NodeId node = m_shown->vservers[static_cast<std::size_t>(vserver)];
    const QString name = pathOf(std::string(m_shown->tree->name(node)));
    const QString target = chooseTarget({Target::File, tr("Export the star-ball of %1").arg(name),
                                         suggestedPath(name + u".tar.zst"_s),
                                         tr("Star-balls (*.tar *.tar.gz *.tar.xz *.tar.zst)")});
    if (!target.isEmpty())
        startStarExport(target, node);
}

void MainWindow::startStarExport(const QString &target, NodeId vserver)
{
    StarOptions options;
    options.compression = compressionFromName(bytesOf(target)).value_or(Compression::None);
    m_jobs->start<ExportReport>(
        {tr("Export %1").arg(QFileInfo(target).fileName())},
        [plan = m_shown->plan, options, vserver, path = bytesOf(target)](Progress &progress) {
            refuseTargetInSources(path, plan->sources);
            return exportStar(*plan->tree, vserver, path, options, true, progress);
        },
        [this](const ExportReport &report) { showReports({report}); }, showError);
}

void MainWindow::exportIntoFolder()
{
    if (!mayWrite())
        return;
    const QString target =
        chooseTarget({Target::Folder, tr("Export into an empty folder"), suggestedPath(u"tree"_s), {}});
    if (target.isEmpty())
        return;
    m_jobs->start<ExportReport>(
        {tr("Export %1").arg(QFileInfo(target).fileName())},
        [plan = m_shown->plan, path = bytesOf(target)](Progress &progress) {
            refuseTargetInSources(path, plan->sources);
            // Without root, owners and devices become remarks.
            return exportFolder(*plan->tree, FileTree::root(), path, true, progress);
        },
        [this](const ExportReport &report) { showReports({report}); }, showError);
}

void MainWindow::setUpJobDialogs()
{
    chooseTarget = [this](const Target &target) {
        return target.kind == Target::Folder
                   ? QFileDialog::getExistingDirectory(this, target.title,
                                                       QFileInfo(target.suggestion).path())
                   : QFileDialog::getSaveFileName(this, target.title, target.suggestion, target.filter);
    };
    confirm = [this](const QString &title, const QString &question) {
        return QMessageBox::warning(this, title, question, QMessageBox::Yes | QMessageBox::Cancel,
                                    QMessageBox::Cancel) == QMessageBox::Yes;
    };
    showReports = [this](const std::vector<ExportReport> &reports) {
        QStringList lines;
        for (const ExportReport &report : reports) {
            lines += u"<p><b>%1</b><br>%2%3</p>"_s.arg(
                displayPath(report.path).toHtmlEscaped(), formatSize(report.bytes),
                report.verified.value_or(false) ? u" · "_s + tr("read back and found equal") : QString());
            for (const std::string &remark : report.remarks)
                lines += u"<p>%1</p>"_s.arg(displayPath(remark).toHtmlEscaped());
            for (const std::string &command : report.commands)
                lines += u"<pre>%1</pre>"_s.arg(QString::fromStdString(command).toHtmlEscaped());
        }
        auto *box =
            new QMessageBox(QMessageBox::NoIcon, tr("Done"), lines.join(QString()), QMessageBox::Close, this);
        box->setTextFormat(Qt::RichText);
        box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setModal(false);
        box->show();
    };
}

} // namespace Refbox
