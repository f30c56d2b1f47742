// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow: opening, saving, recent files.
#include "gui/document.h"
#include "gui/icons.h"
#include "gui/joblist.h"
#include "gui/mainwindow.h"
#include "gui/projectondisk.h"
#include "project/projectfile.h"
#include "project/templates.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QSettings>
#include <QTimer>

#include <optional>
#include <utility>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostRecent = 8;

std::string bytesOf(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

QString openingTitle(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    return MainWindow::tr("Open %1").arg(name.isEmpty() ? path : name); // "/" has no name
}

QString projectFilter()
{
    return MainWindow::tr("Refbox projects (*.refbox.lua *.lua)");
}

} // namespace

void MainWindow::newFromTemplate(const QString &name)
{
    if (!mayReplaceDocument())
        return;
    try {
        Project project = templateProject(name.toStdString());
        dropOpening();
        m_hasDocument = true;
        m_treePath.clear();
        m_plans->show(nullptr); // nothing of the old project may be taken for this one's
        m_document->setProject(std::move(project), {});
    } catch (const Error &error) {
        showError(error);
        return;
    }
    showPage(m_ui->tabs);
    updateTitle();
}

void MainWindow::openPath(const QString &path)
{
    if (!mayReplaceDocument())
        return;
    if (path.endsWith(u".lua"_s) && !QFileInfo(path).isDir())
        loadProjectFile(path);
    else
        loadTree(path);
}

void MainWindow::whenNoDialog(const std::function<void()> &then)
{
    if (QApplication::activeModalWidget() == nullptr)
        then();
    else
        QTimer::singleShot(200, this, [this, then] { whenNoDialog(then); });
}

// What was being opened is not wanted any more.
void MainWindow::dropOpening()
{
    ++m_openGeneration;
    m_jobs->stop(std::exchange(m_openJob, 0));
    updateBusy();
}

void MainWindow::loadProjectFile(const QString &path)
{
    dropOpening();
    const quint64 generation = m_openGeneration;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const auto take = [this, absolute, generation](const Project &project) {
        if (generation != m_openGeneration)
            return;
        m_hasDocument = true;
        m_treePath.clear();
        m_plans->show(nullptr); // nothing of the old project may be taken for this one's
        m_document->setProject(project, bytesOf(absolute));
        showPage(m_ui->tabs);
        addRecent(absolute);
        updateTitle();
    };
    m_openJob = m_jobs->start<Project>(
        {.title = openingTitle(path), .writes = false, .isQuick = true},
        [file = bytesOf(absolute)](Progress &) { return loadProject(file); },
        [this, take](const Project &project) { whenNoDialog([take, project] { take(project); }); },
        [this, generation](const Error &error) {
            if (generation == m_openGeneration)
                showError(error);
        });
    updateBusy();
}

void MainWindow::loadTree(const QString &path)
{
    dropOpening();
    const quint64 generation = m_openGeneration;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const std::optional<ChosenSides> chosen = bytesOf(absolute) == m_treePath ? m_chosenSides : std::nullopt;
    const auto take = [this, absolute, chosen, generation](const SnapshotPtr &snapshot) {
        if (generation != m_openGeneration)
            return;
        m_hasDocument = false;
        m_treePath = bytesOf(absolute);
        m_chosenSides = chosen;
        m_document->setProject({}, {});
        m_plans->show(snapshot);
        showPage(m_ui->tabs);
        addRecent(absolute);
        updateTitle();
    };
    m_openJob = m_jobs->start<SnapshotPtr>(
        {.title = openingTitle(path), .writes = false, .isQuick = true},
        [file = bytesOf(absolute), chosen](Progress &progress) {
            return openSnapshot(file, progress, chosen);
        },
        [this, take](const SnapshotPtr &snapshot) { whenNoDialog([take, snapshot] { take(snapshot); }); },
        [this, generation](const Error &error) {
            if (generation == m_openGeneration)
                showError(error);
        });
    updateBusy();
}

void MainWindow::open()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a project"), {}, projectFilter());
    if (!path.isEmpty())
        openPath(path);
}

void MainWindow::lookInside()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Look inside an image or archive"), {},
                                     tr("Images and archives (*.img *.iso *.tar *.tar.* *.tgz *.deb *.rpm "
                                        "*.apk *.zip *.cpio *.star);;All files (*)"));
    if (!path.isEmpty())
        openPath(path);
}

void MainWindow::lookInsideFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Look inside a folder"));
    if (!path.isEmpty())
        openPath(path);
}

std::string MainWindow::shownPath() const
{
    return m_hasDocument ? m_document->path() : m_treePath;
}

void MainWindow::compareFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Compare with an image, archive or project"), {},
        tr("Images, archives and projects (*.img *.iso *.tar *.tar.* *.tgz *.deb *.rpm *.apk *.zip *.cpio "
           "*.star *.lua);;All files (*)"));
    if (!path.isEmpty())
        startComparison(path);
}

void MainWindow::compareFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, tr("Compare with a folder"));
    if (!path.isEmpty())
        startComparison(path);
}

bool MainWindow::save()
{
    return m_document->path().empty()
               ? saveAs()
               : saveTo(QFile::decodeName(QByteArray::fromStdString(m_document->path())));
}

bool MainWindow::saveAs()
{
    const QString suggestion = QFile::decodeName(QByteArray::fromStdString(m_document->folder())) + u'/' +
                               QString::fromStdString(m_document->project().name) + u".refbox.lua"_s;
    QString path = QFileDialog::getSaveFileName(this, tr("Save the project"), suggestion, projectFilter());
    if (path.isEmpty())
        return false;
    if (!path.endsWith(u".lua"_s)) {
        path += u".refbox.lua"_s;
        // The dialog has asked about the name that was typed only.
        if (QFileInfo::exists(path) &&
            ask({.title = tr("Save the project"),
                 .text = tr("There is a %1 already. Replace it?").arg(QFileInfo(path).fileName()),
                 .verb = tr("&Replace")}) != Answer::Yes)
            return false;
    }
    return saveTo(path);
}

bool MainWindow::saveTo(const QString &path)
{
    const std::string absolute = bytesOf(QFileInfo(path).absoluteFilePath());
    if (!mayOverwrite(absolute))
        return false;
    try {
        m_document->save(absolute);
        ++m_saves;
        watchFile(); // the old file is gone, and its watch with it
    } catch (const Error &error) {
        showError(error);
        return false;
    }
    addRecent(path);
    m_ui->statusBar->showMessage(tr("Saved."), 4000);
    return true;
}

void MainWindow::watchFile()
{
    const QStringList watched = m_fileWatcher->files() + m_fileWatcher->directories();
    if (!watched.isEmpty())
        m_fileWatcher->removePaths(watched);
    if (!m_hasDocument || m_document->path().empty())
        return;
    // Where the file is missing, its folder tells when it comes back.
    const QString path = QFile::decodeName(QByteArray::fromStdString(m_document->path()));
    m_fileWatcher->addPath(QFile::exists(path) ? path : QFileInfo(path).path());
}

void MainWindow::reloadProject()
{
    watchFile();
    const std::string path = m_document->path();
    if (!m_hasDocument || path.empty())
        return;
    m_jobs->start<ProjectOnDisk>(
        {.title = tr("Open %1").arg(m_document->title()), .writes = false, .isQuick = true},
        [path](Progress &) { return projectOnDisk(path); },
        [this, path, saves = m_saves](const ProjectOnDisk &onDisk) {
            whenNoDialog([this, path, saves, onDisk] {
                if (saves == m_saves) // else it is known what stands there
                    takeReloaded(path, onDisk);
            });
        });
}

void MainWindow::closeProject()
{
    if (!mayReplaceDocument())
        return;
    dropOpening();
    m_hasDocument = false;
    m_treePath.clear();
    m_document->setProject({}, {});
    m_plans->show(nullptr);
    showPage(m_ui->welcomePage);
    updateTitle();
}

void MainWindow::addRecent(const QString &path)
{
    QSettings settings;
    QStringList recent = settings.value("recent").toStringList();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    settings.setValue("recent", recent.mid(0, kMostRecent));
    refreshRecent();
}

void MainWindow::refreshRecent()
{
    QStringList recent = QSettings().value("recent").toStringList();
    recent.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    m_ui->welcomePage->setRecentFiles(recent);
    m_ui->menuRecent->clear();
    m_ui->menuRecent->setEnabled(!recent.isEmpty());
    for (const QString &path : recent)
        m_ui->menuRecent->addAction(icon(u"package"_s), path, this, [this, path] { openPath(path); });
}

} // namespace Refbox
