// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/programchooser.h"

#include "gui/icons.h"
#include "gui/programmodels.h"
#include "jobs/job.h"
#include "project/names.h"
#include "software/hostprograms.h"
#include "software/installedprograms.h"
#include "ui_programchooser.h"

#include <QFutureWatcher>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

ProgramChooser::ProgramChooser(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProgramChooser>())
    , m_installed(new ProgramsModel(this))
    , m_chosen(new ChosenProgramsModel(this))
{
    m_ui->setupUi(this);
    m_ui->searchEdit->addAction(icon(u"search"_s, u"edit-find"_s), QLineEdit::LeadingPosition);
    m_ui->addButton->setIcon(icon(u"add"_s, u"list-add"_s));
    m_ui->removeButton->setIcon(icon(u"remove"_s, u"list-remove"_s));
    setUpLists();
    connectAll();
    updateState();
}

ProgramChooser::~ProgramChooser()
{
    if (m_scan)
        m_scan->cancel();
}

void ProgramChooser::setUpLists()
{
    m_ui->installedView->setModel(m_installed);
    QHeaderView *header = m_ui->installedView->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ProgramsModel::Name, QHeaderView::Stretch);
    const QFontMetrics metrics = fontMetrics();
    header->resizeSection(ProgramsModel::Folder, metrics.horizontalAdvance(u"/usr/local/sbin"_s) + 16);
    header->resizeSection(ProgramsModel::Size, metrics.horizontalAdvance(u"999.9 MB"_s) + 24);

    m_ui->chosenView->setModel(m_chosen);
    header = m_ui->chosenView->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(ChosenProgramsModel::Optional, QHeaderView::ResizeToContents);
}

void ProgramChooser::connectAll()
{
    m_ui->searchEdit->installEventFilter(this);
    m_ui->installedView->installEventFilter(this);
    m_ui->chosenView->installEventFilter(this);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &ProgramChooser::search);
    connect(m_ui->addButton, &QPushButton::clicked, this, &ProgramChooser::addSelected);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ProgramChooser::removeSelected);
    connect(m_ui->installedView, &QTreeView::doubleClicked, this, &ProgramChooser::addSelected);
    for (const QTreeView *view : {m_ui->installedView, m_ui->chosenView})
        connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                &ProgramChooser::updateState);
    const auto announce = [this] {
        updateState();
        Q_EMIT changed();
    };
    connect(m_chosen, &QAbstractItemModel::dataChanged, this, announce);
    connect(m_chosen, &QAbstractItemModel::rowsInserted, this, announce);
    connect(m_chosen, &QAbstractItemModel::rowsRemoved, this, announce);
    connect(m_chosen, &QAbstractItemModel::modelReset, this, announce);
}

void ProgramChooser::setPrograms(const std::vector<HostProgram> &programs)
{
    m_chosen->setPrograms(programs);
}

std::vector<HostProgram> ProgramChooser::programs() const
{
    return m_chosen->programs();
}

void ProgramChooser::add(const HostProgram &program)
{
    m_chosen->add(program);
    m_ui->chosenView->scrollToBottom();
}

QString ProgramChooser::objection() const
{
    return m_chosen->rowCount() == 0 ? tr("Choose at least one program.") : m_chosen->objection();
}

void ProgramChooser::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_scan)
        startScan();
}

void ProgramChooser::startScan()
{
    m_scan = std::make_shared<Progress>();
    // A watcher goes with its parent; continuations of a future would outlive it.
    using Programs = std::vector<InstalledProgram>;
    auto *watcher = new QFutureWatcher<Programs>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_isScanned = true;
        try {
            takeScan(watcher->future().result());
        } catch (const Cancelled &) {
        } catch (const Error &error) {
            m_ui->searchHint->setObjection(error.toString());
        }
    });
    watcher->setFuture(startJob(m_scan, installedPrograms));
    updateState();
}

void ProgramChooser::takeScan(std::vector<InstalledProgram> programs)
{
    m_installed->setPrograms(std::move(programs));
    search();
}

void ProgramChooser::search()
{
    m_installed->setFilter(m_ui->searchEdit->text());
    if (!m_ui->searchEdit->text().isEmpty() && m_installed->rowCount() > 0)
        m_ui->installedView->setCurrentIndex(m_installed->index(0, 0));
    updateState();
}

void ProgramChooser::addSelected()
{
    const QModelIndexList rows = m_ui->installedView->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const InstalledProgram &program = m_installed->program(row.row());
        // The name travels to other machines; a path does only where the name would find another program.
        add({.program = program.isFirst ? program.name : program.path});
    }
    const QString typed = m_ui->searchEdit->text().trimmed();
    if (m_isScanned && rows.isEmpty() && m_installed->rowCount() == 0 && !typed.isEmpty())
        add({.program = typed.toStdString(), .optional = !HostPrograms::find(typed.toStdString())});
    m_ui->searchEdit->selectAll();
}

void ProgramChooser::removeSelected()
{
    QModelIndexList rows = m_ui->chosenView->selectionModel()->selectedRows();
    std::ranges::sort(rows, [](const QModelIndex &a, const QModelIndex &b) { return a.row() > b.row(); });
    for (const QModelIndex &row : std::as_const(rows))
        m_chosen->removeRow(row.row());
}

void ProgramChooser::updateState()
{
    const QString typed = m_ui->searchEdit->text().trimmed();
    const bool isUnknown = m_isScanned && m_installed->rowCount() == 0 && !typed.isEmpty();
    m_ui->addButton->setEnabled(m_ui->installedView->selectionModel()->hasSelection() ||
                                (isUnknown && !objectionToProgram(typed.toStdString())));
    m_ui->removeButton->setEnabled(m_ui->chosenView->selectionModel()->hasSelection());
    m_ui->searchHint->setHint(countText());
    m_ui->chosenHint->setObjection(m_chosen->objection());
    m_ui->chosenHint->setHint(m_chosen->rowCount() == 0 ? tr("Nothing yet: select programs and take them.")
                                                        : tr("The libraries that they need come along."));
}

QString ProgramChooser::countText() const
{
    if (!m_isScanned)
        return tr("Looking through this machine …");
    const int found = m_installed->rowCount();
    if (found == 0 && m_installed->total() > 0)
        return tr("Not on this machine. It can be taken as optional all the same.");
    if (found < m_installed->total())
        return tr("%L1 of %L2 programs").arg(found).arg(m_installed->total());
    return tr("%L1 programs").arg(found);
}

// Enter takes what is selected instead of closing the dialog; the arrows go from the search field to the
// list.
bool ProgramChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && watched != m_ui->chosenView && m_ui->addButton->isEnabled()) {
        addSelected();
        return true;
    }
    if (key->key() == Qt::Key_Down && watched == m_ui->searchEdit && m_installed->rowCount() > 0) {
        m_ui->installedView->setFocus();
        return true;
    }
    if (key->key() == Qt::Key_Delete && watched == m_ui->chosenView) {
        removeSelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Refbox
