// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow: trying vservers out.
#include "assembly/exporter.h"
#include "gui/document.h"
#include "gui/joblist.h"
#include "gui/mainwindow.h"
#include "gui/packagepanel.h"
#include "gui/reportdialog.h"
#include "gui/smokedialog.h"
#include "gui/terminal.h"
#include "jobs/display.h"
#include "ui_mainwindow.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

// "refbox-cli smoke nano.refbox.lua /vsbox01"
QString commandText(const QString &verb, const std::string &path, const std::string &vserver)
{
    return u"refbox-cli "_s + verb + u' ' +
           QString::fromStdString(shellQuoted(path) + ' ' + shellQuoted(vserver));
}

} // namespace

void MainWindow::connectTrials()
{
    connect(m_ui->actionStartVServer, &QAction::triggered, this,
            [this] { startVServer(vserverOf(m_selected)); });
    connect(m_ui->actionSmokeTest, &QAction::triggered, this,
            [this] { startSmokeTest(vserverOf(m_selected)); });
    connect(m_ui->actionReport, &QAction::triggered, this, [this] { startReport(vserverOf(m_selected)); });
    m_packagePanel->addToMenu({m_ui->actionStartVServer, m_ui->actionSmokeTest, m_ui->actionReport});
    runInTerminal = startInTerminal;
    showCommand = [this](const QString &command) {
        auto *box = new QMessageBox(QMessageBox::Information, tr("No terminal was found"),
                                    tr("Neither TERMINAL names a terminal's program, nor is one of the usual "
                                       "ones installed. Run this command in a terminal of your own:"),
                                    QMessageBox::Close, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setInformativeText(command);
        box->setTextFormat(Qt::PlainText);
        box->setTextInteractionFlags(Qt::TextSelectableByMouse);
        QPushButton *copy = box->addButton(tr("&Copy the command"), QMessageBox::AcceptRole);
        box->setDefaultButton(copy);
        connect(copy, &QPushButton::clicked, box,
                [command] { QGuiApplication::clipboard()->setText(command); });
        box->show();
    };
    showSmoke = [this](const std::shared_ptr<const SmokeReport> &report, const std::string &vserver) {
        const std::string path = shownPath();
        auto *dialog =
            new SmokeDialog(report, path.empty() ? QString() : commandText(u"smoke"_s, path, vserver), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &SmokeDialog::programChosen, this, [this, path, vserver](const std::string &program) {
            if (m_shown && shownPath() == path)
                selectNode(m_shown->tree->find(vserver + program));
        });
        dialog->show();
    };
    showReport = [this](const std::shared_ptr<const VServerReport> &report, const std::string &vserver) {
        auto *dialog = new ReportDialog(report, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ReportDialog::pathChosen, this,
                [this, path = shownPath(), vserver](const std::string &chosen) {
                    if (m_shown && shownPath() == path)
                        selectNode(m_shown->tree->find(vserver + chosen));
                });
        dialog->show();
    };
}

void MainWindow::startReport(NodeId vserver)
{
    if (vserver == kNoId)
        return;
    const std::string inside = m_shown->tree->path(vserver);
    m_jobs->start<std::shared_ptr<const VServerReport>>(
        {.title = tr("Report on %1").arg(displayPath(m_shown->tree->name(vserver))), .writes = false},
        [snapshot = m_shown, vserver](Progress &progress) {
            VServerReportInput input{.tree = *snapshot->tree};
            input.vserver = vserver;
            input.refbox = snapshot->refbox;
            input.vservers = snapshot->vservers;
            input.plan = snapshot->plan.get();
            return std::make_shared<const VServerReport>(makeVServerReport(input, true, progress));
        },
        [this, inside](const std::shared_ptr<const VServerReport> &report) { showReport(report, inside); },
        [this](const Error &error) { showError(error); });
}

NodeId MainWindow::vserverOf(NodeId node) const
{
    if (!m_shown)
        return kNoId;
    const std::vector<NodeId> &vservers = m_shown->vservers;
    if (node != kNoId) {
        const auto found = std::ranges::find_if(
            vservers, [&](NodeId vserver) { return m_shown->tree->isInside(node, vserver); });
        if (found != vservers.end())
            return *found;
    }
    const int current = m_ui->contentsPage->currentVServer();
    if (current >= 0 && static_cast<std::size_t>(current) < vservers.size())
        return vservers[static_cast<std::size_t>(current)];
    return vservers.size() == 1 ? vservers.front() : kNoId;
}

// The terminal's program reads the project from its file.
void MainWindow::startVServer(NodeId vserver)
{
    if (vserver == kNoId)
        return;
    const std::string inside = m_shown->tree->path(vserver);
    if (m_hasDocument && (m_document->isModified() || m_document->path().empty())) {
        const Question question{
            .title = tr("The project is to be saved first"),
            .text = tr("The vserver is started from the project's file. Save the project now?"),
            .verb = tr("&Save and start"),
            .isRisky = false};
        if (ask(question) != Answer::Yes || !save())
            return;
    }
    const std::string path = shownPath();
    const QStringList command{refboxCliPath(), u"run"_s, QFile::decodeName(QByteArray::fromStdString(path)),
                              QFile::decodeName(QByteArray::fromStdString(inside))};
    if (runInTerminal(keptOpen(command, tr("Press Enter to close this window."))))
        m_ui->statusBar->showMessage(
            tr("%1 is started in a terminal, on a throw-away copy.").arg(displayPath(inside)), 8000);
    else
        showCommand(commandText(u"run"_s, path, inside));
}

void MainWindow::startSmokeTest(NodeId vserver)
{
    if (vserver == kNoId)
        return;
    const std::string inside = m_shown->tree->path(vserver);
    m_jobs->start<std::shared_ptr<const SmokeReport>>(
        {.title = tr("Smoke test of %1").arg(displayPath(m_shown->tree->name(vserver))), .writes = false},
        [snapshot = m_shown, vserver](Progress &progress) {
            return std::make_shared<const SmokeReport>(runSmokeTest(*snapshot->tree, vserver, {}, progress));
        },
        [this, inside](const std::shared_ptr<const SmokeReport> &report) { showSmoke(report, inside); },
        [this](const Error &error) { showError(error); });
}

} // namespace Refbox
