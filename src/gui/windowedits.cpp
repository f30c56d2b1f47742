// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow: the dialogs that edit the project, each ending in one undoable step.
#include "assembly/exporter.h"
#include "gui/addsoftwaredialog.h"
#include "gui/document.h"
#include "gui/mainwindow.h"
#include "gui/vserverdialog.h"
#include "jobs/display.h"
#include "ui_mainwindow.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMessageBox>

namespace Refbox {

using namespace Qt::StringLiterals;

void MainWindow::connectDialogs()
{
    ContentsPage &page = *m_ui->contentsPage;
    connect(&page, &ContentsPage::addSoftwareRequested, this, &MainWindow::addSoftware);
    connect(&page, &ContentsPage::editComponentRequested, this, &MainWindow::editComponent);
    connect(&page, &ContentsPage::newVServerRequested, this, &MainWindow::newVServer);
    connect(&page, &ContentsPage::editVServerRequested, this, &MainWindow::editVServer);
    connect(m_ui->actionAddSoftware, &QAction::triggered, this, &MainWindow::addSoftware);
    connect(m_ui->actionNewVServer, &QAction::triggered, this, &MainWindow::newVServer);
}

void MainWindow::addDropped(const QStringList &paths)
{
    m_document->edit(tr("Add %n dropped component(s)", nullptr, static_cast<int>(paths.size())),
                     [&](Project &project) {
                         for (const QString &path : paths)
                             project.components.push_back(AddSoftwareDialog::componentForPath(
                                 QFile::encodeName(path).toStdString(), project, m_document->folder()));
                     });
}

void MainWindow::addSoftware()
{
    AddSoftwareDialog dialog(m_document->project(), m_document->folder(), this);
    if (!m_hasDocument || dialog.exec() != QDialog::Accepted)
        return;
    const Component component = dialog.component();
    m_document->edit(tr("Add component %1").arg(displayPath(component.name)),
                     [&](Project &project) { project.components.push_back(component); });
}

void MainWindow::editComponent(int index)
{
    const auto place = static_cast<std::size_t>(index);
    if (!m_hasDocument || index < 0 || place >= m_document->project().components.size())
        return;
    AddSoftwareDialog dialog(m_document->project(), m_document->folder(), this);
    dialog.setComponent(m_document->project().components[place]);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const Component component = dialog.component();
    m_document->edit(tr("Change component %1").arg(displayPath(component.name)),
                     [&](Project &project) { project.components[place] = component; });
}

void MainWindow::newVServer()
{
    if (!m_hasDocument)
        return;
    VServerDialog dialog(m_document->project(), m_shown ? m_shown->tree : nullptr,
                         m_shown ? m_shown->refbox : kNoId, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const VServer vserver = dialog.vserver();
    m_document->edit(tr("Add vserver %1").arg(displayPath(vserver.name)),
                     [&](Project &project) { project.vservers.push_back(vserver); });
    m_ui->contentsPage->setCurrentVServer(static_cast<int>(m_document->project().vservers.size()) - 1);
    m_ui->tabs->setCurrentWidget(m_ui->contentsPage);
}

void MainWindow::editVServer(int index)
{
    const auto place = static_cast<std::size_t>(index);
    if (!m_hasDocument || index < 0 || place >= m_document->project().vservers.size())
        return;
    VServerDialog dialog(m_document->project(), this);
    dialog.setVServer(m_document->project().vservers[place]);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const VServer vserver = dialog.vserver();
    m_document->edit(tr("Change vserver %1").arg(displayPath(vserver.name)),
                     [&](Project &project) { project.vservers[place] = vserver; });
}

// What a script would run to see the same.
void MainWindow::copyCommand()
{
    const std::string path = m_hasDocument ? m_document->path() : m_treePath;
    const QString command =
        QString::fromStdString((m_hasDocument ? "refbox-cli plan " : "refbox-cli inspect ") +
                               shellQuoted(path.empty() ? m_document->project().name + ".refbox.lua" : path));
    QGuiApplication::clipboard()->setText(command);
    m_ui->statusBar->showMessage(tr("Copied: %1").arg(command), 6000);
}

void MainWindow::showAbout()
{
    QMessageBox box(QMessageBox::NoIcon, tr("About Refbox"),
                    u"<h3>Refbox %1</h3>"_s.arg(QLatin1String(REFBOX_VERSION)), QMessageBox::Close, this);
    box.setIconPixmap(windowIcon().pixmap(64));
    box.setInformativeText(tr("Assembles nano-vserver packages: small virtual servers that share one box of "
                              "software, in one disk image.\n\nGPL-3.0-or-later"));
    box.exec();
}

} // namespace Refbox
