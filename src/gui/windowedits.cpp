// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow: the dialogs that edit the project, each ending in one undoable step.
#include "assembly/exporter.h"
#include "gui/addsoftwaredialog.h"
#include "gui/document.h"
#include "gui/guidedialog.h"
#include "gui/icons.h"
#include "gui/imagesettingsdialog.h"
#include "gui/importdialog.h"
#include "gui/linkruledialog.h"
#include "gui/mainwindow.h"
#include "gui/packagepanel.h"
#include "gui/plannedfile.h"
#include "gui/preferencesdialog.h"
#include "gui/privatefiledialog.h"
#include "gui/vserverdialog.h"
#include "jobs/display.h"
#include "ui_mainwindow.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>

namespace Refbox {

using namespace Qt::StringLiterals;

void MainWindow::connectDialogs()
{
    ContentsPage &page = *m_ui->contentsPage;
    connect(&page, &ContentsPage::addSoftwareRequested, this, &MainWindow::addSoftware);
    connect(&page, &ContentsPage::editComponentRequested, this, &MainWindow::editComponent);
    connect(&page, &ContentsPage::newVServerRequested, this, &MainWindow::newVServer);
    connect(m_ui->linkMapPage, &LinkMapPage::newVServerRequested, this, &MainWindow::newVServer);
    connect(m_ui->sharingPage, &SharingPage::newVServerRequested, this, &MainWindow::newVServer);
    connect(&page, &ContentsPage::editVServerRequested, this, &MainWindow::editVServer);
    connect(&page, &ContentsPage::linkRuleRequested, this, &MainWindow::editLinkRule);
    connect(&page, &ContentsPage::privateFileRequested, this, &MainWindow::editPrivateFile);
    connect(m_ui->actionAddSoftware, &QAction::triggered, this, &MainWindow::addSoftware);
    connect(m_ui->actionNewVServer, &QAction::triggered, this, &MainWindow::newVServer);
    connect(m_ui->actionImportVServer, &QAction::triggered, this, [this] { importVServer({}); });
    connect(m_packagePanel, &PackagePanel::starBallRequested, this,
            [this](NodeId folder) { exportAs(OutputKind::Star, folder); });
    connect(m_ui->actionImageSettings, &QAction::triggered, this, &MainWindow::editImageSettings);
    connect(m_ui->actionPreferences, &QAction::triggered, this, &MainWindow::editPreferences);
    connect(m_ui->actionAddLink, &QAction::triggered, this,
            [this, &page] { editLinkRule(page.currentVServer(), -1, {}); });
    connect(m_ui->actionPrivateFile, &QAction::triggered, this,
            [this, &page] { editPrivateFile(page.currentVServer(), {}); });
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
    const std::vector<Component> needed = dialog.needed();
    m_document->edit(tr("Add component %1").arg(displayPath(component.name)), [&](Project &project) {
        project.components.insert(project.components.end(), needed.begin(), needed.end());
        project.components.push_back(component);
    });
}

void MainWindow::editPreferences()
{
    PreferencesDialog dialog(Preferences::load(), this);
    if (dialog.exec() == QDialog::Accepted)
        dialog.preferences().save();
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

void MainWindow::importVServer(const QString &source)
{
    if (!m_hasDocument)
        return;
    ImportDialog dialog(m_document->project(), m_document->folder(), source, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const VServer vserver = dialog.vserver();
    m_document->edit(tr("Import vserver %1").arg(displayPath(vserver.name)),
                     [&](Project &project) { project.vservers.push_back(vserver); });
    m_ui->contentsPage->setCurrentVServer(static_cast<int>(m_document->project().vservers.size()) - 1);
    m_ui->tabs->setCurrentWidget(m_ui->contentsPage);
}

// Software for the refbox, or a vserver that was carried away and comes back: only the user knows.
void MainWindow::askAboutDropped(const QString &path)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"dropMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"component"_s), tr("Add as &software of the refbox"), this,
                    [this, path] { addDropped({path}); });
    menu->addAction(icon(u"vserver"_s), tr("Import as a &vserver…"), this,
                    [this, path] { importVServer(path); });
    menu->popup(QCursor::pos());
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

void MainWindow::editLinkRule(int vserver, int rule, const std::string &from)
{
    const auto place = static_cast<std::size_t>(vserver);
    if (!m_hasDocument || vserver < 0 || place >= m_document->project().vservers.size())
        return;
    const std::vector<LinkRule> &links = m_document->project().vservers[place].links;
    const bool isNew = rule < 0 || static_cast<std::size_t>(rule) >= links.size();
    LinkRuleDialog dialog(m_shown ? m_shown->tree : nullptr, m_shown ? m_shown->refbox : kNoId, this);
    if (!isNew) {
        dialog.setRule(links[static_cast<std::size_t>(rule)]);
    } else if (!from.empty()) {
        LinkRule suggested;
        suggested.from = from;
        suggested.to = "/bin";
        dialog.suggestRule(suggested);
    }
    if (dialog.exec() != QDialog::Accepted)
        return;
    const LinkRule changed = dialog.rule();
    m_document->edit(isNew ? tr("Add a link rule for %1").arg(displayPath(changed.from))
                           : tr("Change link rule %1").arg(rule + 1),
                     [&](Project &project) {
                         auto &rules = project.vservers[place].links;
                         if (isNew)
                             rules.push_back(changed);
                         else
                             rules[static_cast<std::size_t>(rule)] = changed;
                     });
}

void MainWindow::editPrivateFile(int vserver, const std::string &path)
{
    const auto place = static_cast<std::size_t>(vserver);
    if (!m_hasDocument || vserver < 0 || place >= m_document->project().vservers.size())
        return;
    const VServer &edited = m_document->project().vservers[place];
    const auto known = edited.files.find(path);
    PrivateFileDialog dialog(edited, this);
    dialog.setPlanned([this, snapshot = m_shown, name = edited.name](const std::string &typed) {
        try {
            return snapshot ? plannedFile(*snapshot, name, typed) : std::nullopt;
        } catch (const Error &error) {
            showError(error);
            return std::optional<PlannedFile>();
        }
    });
    if (known != edited.files.end())
        dialog.setFile(known->first, known->second);
    else if (!path.empty())
        dialog.suggestPath(path);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const std::string newPath = dialog.path();
    const PrivateFile file = dialog.file();
    m_document->edit(tr("Edit private file %1").arg(displayPath(newPath)), [&](Project &project) {
        auto &changed = project.vservers[place].files;
        if (!path.empty())
            changed.erase(path);
        changed[newPath] = file;
    });
}

void MainWindow::editImageSettings()
{
    if (!m_hasDocument)
        return;
    ImageSettingsDialog dialog(m_document->project(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const ImageSettings settings = dialog.settings();
    m_document->edit(tr("Change the image's settings"), [&](Project &project) { project.image = settings; });
}

// What a script would run to see the same.
void MainWindow::copyCommand()
{
    const std::string path = shownPath();
    const QString command =
        QString::fromStdString((m_hasDocument ? "refbox-cli plan " : "refbox-cli inspect ") +
                               shellQuoted(path.empty() ? m_document->project().name + ".refbox.lua" : path));
    QGuiApplication::clipboard()->setText(command);
    m_ui->statusBar->showMessage(tr("Copied: %1").arg(command), 6000);
}

void MainWindow::showGuide()
{
    if (!m_shown)
        return;
    try {
        (new GuideDialog(*m_shown->tree, this))->show();
    } catch (const Error &error) {
        showError(error);
    }
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
