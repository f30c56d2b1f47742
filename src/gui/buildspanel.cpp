// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/buildspanel.h"

#include "gui/errordialog.h"
#include "gui/icons.h"
#include "gui/jobdelegate.h"
#include "gui/logtext.h"
#include "ui_buildspanel.h"

#include <QAction>
#include <QFileDialog>
#include <QHeaderView>
#include <QSaveFile>
#include <QScrollBar>
#include <QToolButton>

namespace Refbox {

using namespace Qt::StringLiterals;

BuildsPanel::BuildsPanel(JobList &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_ui(std::make_unique<Ui::BuildsPanel>())
{
    m_ui->setupUi(this);
    setUpView();
    setUpActions();
    connect(&jobs, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { addStopButtons(first, last); });
    connect(&jobs, &QAbstractItemModel::rowsRemoved, this, &BuildsPanel::updateSummary);
    connect(
        &jobs, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) { updateRows(first.row(), last.row()); });
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, [this] {
        search();
        // What was found stays selected while it fits what is typed.
        QTextCursor cursor = m_ui->logView->textCursor();
        cursor.setPosition(cursor.selectionStart());
        m_ui->logView->setTextCursor(cursor);
        findNext(false);
    });
    connect(m_ui->saveLogButton, &QPushButton::clicked, this, &BuildsPanel::askWhereToSaveLog);
    connect(m_ui->problemButton, &QPushButton::clicked, this, &BuildsPanel::goToProblem);
    addStopButtons(0, jobs.rowCount() - 1);
    search();
    updateSummary();
}

BuildsPanel::~BuildsPanel() = default;

void BuildsPanel::setUpView()
{
    QTreeView *view = m_ui->jobsView;
    view->setModel(&m_jobs);
    view->setItemDelegate(new JobDelegate(view));
    QHeaderView *header = view->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(16);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(JobList::Title, QHeaderView::Stretch);
    // Wide enough for what will come: columns that jump with each number are no pleasure to read.
    const auto width = [&](const QString &text) { return fontMetrics().horizontalAdvance(text) + 16; };
    header->resizeSection(JobList::Phase, width(tr("Reading the image back")));
    header->resizeSection(JobList::Share, width(u"100 %"_s) + 104);
    header->resizeSection(JobList::Rate, width(tr("%L1 entries/s").arg(88888)));
    header->resizeSection(JobList::Time, width(tr("%1 left").arg(u"8:88:88"_s)));
    header->resizeSection(JobList::Action, width(tr("Stop")) + 32);
    m_ui->splitter->setStretchFactor(0, 2);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->searchEdit->installEventFilter(new SearchKeys([this](bool backward) { findNext(backward); }, this));
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BuildsPanel::showLog);
    connect(view, &QTreeView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT jobActivated(m_jobs.idAt(index.row())); });
}

void BuildsPanel::setUpActions()
{
    m_stop = new QAction(icon(u"stop"_s), tr("&Stop"), this);
    m_stop->setShortcut(QKeySequence::Delete);
    m_clear = new QAction(tr("Cle&ar ended"), this);
    connect(m_stop, &QAction::triggered, this, [this] { m_jobs.stop(selectedJob()); });
    connect(m_clear, &QAction::triggered, &m_jobs, &JobList::clearEnded);
    connect(m_ui->clearButton, &QPushButton::clicked, m_clear, &QAction::trigger);
    m_stop->setShortcutContext(Qt::WidgetShortcut);
    m_ui->jobsView->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_ui->jobsView->addActions({m_stop, m_clear});
}

JobId BuildsPanel::selectedJob() const
{
    const QModelIndex current = m_ui->jobsView->currentIndex();
    return current.isValid() ? m_jobs.idAt(current.row()) : 0;
}

void BuildsPanel::selectJob(JobId id)
{
    const int row = m_jobs.rowOf(id);
    if (row < 0)
        return;
    m_ui->jobsView->setCurrentIndex(m_jobs.index(row, 0));
    m_ui->jobsView->scrollTo(m_jobs.index(row, 0)); // also where it was the current one, but out of view
}

void BuildsPanel::addStopButtons(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const JobId id = m_jobs.idAt(row);
        if (!m_jobs.isRunning(id))
            continue;
        auto *button = new QToolButton;
        button->setObjectName(u"stopButton%1"_s.arg(id));
        button->setText(tr("Stop"));
        button->setIcon(icon(u"stop"_s));
        button->setIconSize({16, 16});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(tr("Stop %1").arg(m_jobs.title(id)));
        connect(button, &QToolButton::clicked, this, [this, id] { m_jobs.stop(id); });
        m_ui->jobsView->setIndexWidget(m_jobs.index(row, JobList::Action), button);
    }
    // Whoever reads a log goes on reading it while parts of its job begin.
    if (first <= last && !m_jobs.isQuick(m_jobs.idAt(first)) && !m_jobs.isPart(m_jobs.idAt(first)))
        selectJob(m_jobs.idAt(first));
    updateSummary();
}

void BuildsPanel::updateRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const JobId id = m_jobs.idAt(row);
        const QModelIndex action = m_jobs.index(row, JobList::Action);
        QWidget *button = m_ui->jobsView->indexWidget(action);
        if (button != nullptr && m_jobs.state(id) != JobState::Running) {
            // The keyboard must not be lost with the button.
            if (button->hasFocus())
                m_ui->jobsView->setFocus();
            m_ui->jobsView->setIndexWidget(action, nullptr);
        }
        if (id == m_shownJob)
            appendLog();
    }
    updateSummary();
}

void BuildsPanel::updateSummary()
{
    const int running = m_jobs.runningCount();
    const int ended = m_jobs.endedCount();
    m_ui->pages->setCurrentWidget(m_jobs.rowCount() == 0 ? m_ui->emptyPage : m_ui->jobsPage);
    m_ui->summaryLabel->setText(
        ended == 0     ? tr("%1 running").arg(running)
        : running == 0 ? tr("%1 ended").arg(ended)
                       : tr("%1, %2").arg(tr("%1 running").arg(running), tr("%1 ended").arg(ended)));
    m_ui->clearButton->setEnabled(ended > 0);
    m_clear->setEnabled(ended > 0);
    const JobId selected = selectedJob();
    m_stop->setEnabled(selected != 0 && m_jobs.state(selected) == JobState::Running);
}

void BuildsPanel::showLog()
{
    m_shownJob = selectedJob();
    m_shownLines = 0;
    m_problems.clear();
    m_ui->problemButton->setEnabled(false);
    m_ui->logView->clear();
    m_ui->saveLogButton->setEnabled(m_shownJob != 0);
    appendLog();
    updateSummary();
}

void BuildsPanel::appendLog()
{
    if (m_shownJob == 0)
        return;
    const auto lines = m_jobs.logFrom(m_shownJob, m_shownLines);
    m_ui->logView->setPlaceholderText(m_jobs.isRunning(m_shownJob) ? tr("Nothing in the log so far.")
                                                                   : tr("Nothing in the log."));
    m_ui->logView->viewport()->update(); // Qt does so only where one comes or goes
    if (lines.empty())
        return;
    const int before = m_shownLines == 0 ? 0 : m_ui->logView->blockCount();
    for (const int line : problemLines(lines))
        m_problems.push_back(before + line);
    m_ui->problemButton->setEnabled(!m_problems.empty());
    m_shownLines += lines.size();
    QScrollBar *bar = m_ui->logView->verticalScrollBar();
    const bool follow = bar->value() == bar->maximum();
    m_ui->logView->appendPlainText(logText(lines));
    if (follow)
        bar->setValue(bar->maximum());
    search();
}

void BuildsPanel::search()
{
    const int found = markFound(*m_ui->logView, m_ui->searchEdit->text());
    const bool searching = !m_ui->searchEdit->text().isEmpty();
    m_ui->matchLabel->setVisible(searching);
    m_ui->matchLabel->setText(!searching   ? QString()
                              : found == 0 ? tr("Not found")
                                           : tr("Found: %1").arg(found));
}

void BuildsPanel::findNext(bool backward)
{
    goToFound(*m_ui->logView, m_ui->searchEdit->text(), backward);
}

void BuildsPanel::goToProblem()
{
    goToNextLine(*m_ui->logView, m_problems);
}

QByteArray BuildsPanel::shownLog() const
{
    return (m_jobs.title(m_shownJob) + u'\n' + logText(m_jobs.logFrom(m_shownJob, 0)) + u'\n').toUtf8();
}

void BuildsPanel::saveLog(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        throw Error(tr("Cannot save the log"), path, file.errorString(), tr("Choose another place."));
}

void BuildsPanel::askWhereToSaveLog()
{
    auto *dialog = new QFileDialog(this, tr("Save log"), {}, tr("Logs (*.log);;All files (*)"));
    dialog->setObjectName(u"saveLogDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"log"_s);
    // The log as it is now: a quick job leaves the list while the dialog is open.
    connect(dialog, &QFileDialog::fileSelected, this, [this, log = shownLog()](const QString &path) {
        try {
            saveLog(path, log);
        } catch (const Error &error) {
            showError(error, this);
        }
    });
    dialog->open();
}

} // namespace Refbox
