// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow: what it asks before something is lost, lacks or takes long.
#include "gui/autosave.h"
#include "gui/document.h"
#include "gui/mainwindow.h"
#include "gui/projectondisk.h"
#include "jobs/display.h"
#include "ui_mainwindow.h"

#include <QMessageBox>

#include <algorithm>
#include <string_view>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNoticeTime = 30'000; // it covers the gauge meanwhile

bool has(const Findings &findings, std::string_view id)
{
    return std::ranges::find(findings, id, &Finding::id) != findings.end();
}

} // namespace

void MainWindow::setUpQuestions()
{
    ask = [this](const Question &question) { return Refbox::ask(question, this); };
    askUnsaved = [this] {
        const auto answer = QMessageBox::question(
            this, tr("Unsaved changes"), tr("Save the changes to %1?").arg(m_document->title()),
            QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
        return answer == QMessageBox::Save      ? Unsaved::Save
               : answer == QMessageBox::Discard ? Unsaved::Discard
                                                : Unsaved::Cancel;
    };
    askReload = [this](const QString &path, bool losesEdits) {
        const QString text =
            losesEdits ? tr("Another program has changed %1. Load it again and lose the changes made here?")
                       : tr("Another program has changed %1. Load it again?");
        return ask({.title = tr("The file has changed"),
                    .text = text.arg(path),
                    .verb = tr("&Load again"),
                    .noVerb = tr("&Keep what is here"),
                    .isRisky = losesEdits}) == Answer::Yes;
    };
}

bool MainWindow::mayReplaceDocument()
{
    if (!m_hasDocument || !m_document->isModified())
        return true;
    switch (askUnsaved()) {
    case Unsaved::Save:
        return save();
    case Unsaved::Discard:
        return true;
    default:
        return false;
    }
}

// Another program may have written there without our being told, on a network's file system say; or what it
// has written cannot be read, and somebody is at work on it.
bool MainWindow::mayOverwrite(const std::string &path)
{
    if (path != m_document->path())
        return true; // another name: whoever chose it was asked
    const ProjectOnDisk onDisk = projectOnDisk(path);
    if (onDisk.problem)
        return ask({.title = tr("The file is damaged"),
                    .text = tr("What stands in %1 now cannot be read as a project, and would be lost. "
                               "Overwrite it?")
                                .arg(displayPath(path)),
                    .verb = tr("&Overwrite"),
                    .details = onDisk.problem->toString()}) == Answer::Yes;
    return !onDisk.project || m_document->isAsSaved(*onDisk.project) ||
           ask({.title = tr("The file has changed"),
                .text = tr("Another program has changed %1. Overwrite it?").arg(displayPath(path)),
                .verb = tr("&Overwrite")}) == Answer::Yes;
}

void MainWindow::takeReloaded(const std::string &path, const ProjectOnDisk &onDisk)
{
    if (!m_hasDocument || m_document->path() != path)
        return;
    m_document->setFileLost(!onDisk.project);
    if (onDisk.problem) {
        // Perhaps half written: what is open here stays, and whoever edits the file sees what is wrong in it.
        m_ui->statusBar->showMessage(
            tr("The project's file cannot be read now: %1: %2. Saving it from here asks first.")
                .arg(onDisk.problem->where(), onDisk.problem->why()),
            kNoticeTime);
    } else if (!onDisk.project) {
        m_ui->statusBar->showMessage(tr("Another program has removed the project's file: save it again."),
                                     kNoticeTime);
    } else {
        m_ui->statusBar->clearMessage();
        if (m_document->isAsSaved(*onDisk.project))
            return;
        if (askReload(displayPath(path), m_document->hasEdits()))
            m_document->setProject(*onDisk.project, path);
        else
            m_document->keepOver(*onDisk.project);
    }
}

// Errors of the plan are asked about first: what is written would lack something.
bool MainWindow::mayWrite()
{
    if (!isPlanCurrent()) {
        if (!m_plans->isBusy())
            replan();
        m_ui->statusBar->showMessage(tr("The plan is being brought up to date: try again in a moment."),
                                     8000);
        return false;
    }
    const Findings &findings = m_shown->plan->findings;
    const bool isReady =
        !has(findings, "not-built") && !has(findings, "not-fetched") && !has(findings, "missing-source");
    if (!isReady && !mayWriteUnbuilt())
        return false;
    // Whoever goes on without the software was told that it will be lacking.
    const bool hasErrors = std::ranges::any_of(findings, [](const Finding &finding) {
        return finding.severity == Finding::Severity::Error && finding.id != "not-built" &&
               finding.id != "not-fetched";
    });
    return !hasErrors ||
           ask({.title = tr("The plan has errors"),
                .text = tr("What is written now would lack something; the Findings tab tells what. "
                           "Write it all the same?"),
                .verb = tr("&Write it")}) == Answer::Yes;
}

// Builds or fetches what lacks, and then there is nothing to write yet.
bool MainWindow::mayWriteUnbuilt()
{
    const QString without = tr("&Write without them");
    const Question build{.title = tr("Software is to be built first"),
                         .text = tr("Components of this package are built from their sources, which may "
                                    "take some minutes. Build them now?"),
                         .verb = tr("&Build now"),
                         .otherVerb = without,
                         .isRisky = false};
    const Question fetch{.title = tr("Packages are to be fetched first"),
                         .text = tr("Components of this package are packages of the distribution that were "
                                    "not fetched yet. Fetch them now?"),
                         .verb = tr("&Fetch now"),
                         .otherVerb = without,
                         .isRisky = false};
    const Question sources{.title = tr("Sources are to be fetched first"),
                           .text = tr("The cache has lost the sources of components of this package, and "
                                      "/baby/src would lack them. Fetch them now?"),
                           .verb = tr("&Fetch now"),
                           .otherVerb = without,
                           .isRisky = false};
    const Findings &findings = m_shown->plan->findings;
    const Answer answer = ask(has(findings, "not-built")     ? build
                              : has(findings, "not-fetched") ? fetch
                                                             : sources);
    if (answer == Answer::Yes)
        startBuildingSoftware();
    return answer == Answer::Other;
}

void MainWindow::offerRecovery()
{
    const std::vector<Recovered> leftovers = m_autosave->leftovers();
    for (const Recovered &recovered : leftovers) {
        const QString name =
            recovered.path.empty() ? displayPath(recovered.project.name) : displayPath(recovered.path);
        const Answer answer = ask(
            {.title = tr("Recover unsaved changes"),
             .text = tr("Refbox ended unexpectedly while %1 had unsaved changes. Recover them?").arg(name),
             .verb = tr("&Recover"),
             .otherVerb = tr("&Discard"),
             .noVerb = tr("Ask &later"),
             .isRisky = false});
        if (answer == Answer::No)
            return;
        if (answer == Answer::Other) {
            Autosave::discard(recovered);
            continue;
        }
        m_hasDocument = true;
        m_document->setUnsavedProject(recovered.project, recovered.path,
                                      projectOnDisk(recovered.path).project);
        showPage(m_ui->tabs);
        updateTitle();
        // Only another copy makes the old one superfluous.
        if (const std::optional<Error> problem = m_autosave->writeNow())
            showError(*problem);
        else
            Autosave::discard(recovered);
        return; // the others are offered at the next start
    }
}

} // namespace Refbox
