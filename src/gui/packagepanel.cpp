// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/packagepanel.h"

#include "gui/founddelegate.h"
#include "gui/foundmodel.h"
#include "gui/icons.h"
#include "gui/listtable.h"
#include "gui/treeviewstate.h"
#include "jobs/display.h"
#include "jobs/job.h"
#include "ui_packagepanel.h"

#include <QAction>
#include <QFutureWatcher>
#include <QHeaderView>
#include <QLocale>

#include <chrono>

namespace Refbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

PackagePanel::PackagePanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PackagePanel>())
    , m_starBallAction(new QAction(this))
    , m_treeModel(new TreeModel(TreeModel::RootRow::Shown, this))
    , m_foundModel(new FoundModel(this))
{
    m_ui->setupUi(this);
    setUpNodeTree(*m_ui->packageTree, *m_treeModel, {NodeColumn::Owner, NodeColumn::Mode});
    setMinimumWidth(180); // names of some length, deep in folders
    setUpFound();
    connect(m_ui->packageTree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (!m_selecting && current.isValid())
                    Q_EMIT nodeSelected(m_treeModel->nodeOf(current));
            });
    connect(m_ui->foundTable->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    Q_EMIT nodeSelected(m_foundModel->nodeOf(current));
            });
    setUpMenu();
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(40ms);
    connect(&m_searchTimer, &QTimer::timeout, this, &PackagePanel::search);
    connect(m_ui->searchField, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
}

void PackagePanel::setUpFound()
{
    QTableView &table = *m_ui->foundTable;
    table.setModel(m_foundModel);
    setUpListTable(table, {0});
    auto *delegate = new FoundDelegate(&table);
    table.setItemDelegateForColumn(0, delegate);
    table.verticalHeader()->setDefaultSectionSize(delegate->rowHeight(table));
    for (int column = 2; column < m_foundModel->columnCount(); ++column)
        table.setColumnHidden(column, true);
}

PackagePanel::~PackagePanel()
{
    if (m_search)
        m_search->cancel();
}

void PackagePanel::addToMenu(const QList<QAction *> &actions)
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    for (QAbstractItemView *view : views()) {
        view->insertActions(m_starBallAction, actions);
        view->insertAction(m_starBallAction, separator);
    }
}

std::array<QAbstractItemView *, 2> PackagePanel::views() const
{
    return {m_ui->packageTree, m_ui->foundTable};
}

void PackagePanel::setUpMenu()
{
    m_starBallAction->setObjectName(u"starBallAction"_s);
    m_starBallAction->setIcon(icon(u"starball"_s));
    m_starBallAction->setText(tr("Export star-ball of this folder…"));
    for (QAbstractItemView *view : views()) {
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
        view->addAction(m_starBallAction);
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
                &PackagePanel::updateMenu);
    }
    connect(m_starBallAction, &QAction::triggered, this, [this] { Q_EMIT starBallRequested(currentNode()); });
    updateMenu();
}

NodeId PackagePanel::currentNode() const
{
    const bool isFound = m_ui->views->currentWidget() == m_ui->foundPage;
    const QModelIndex current =
        isFound ? m_ui->foundTable->currentIndex() : m_ui->packageTree->currentIndex();
    if (!m_snapshot || !current.isValid())
        return kNoId;
    return isFound ? m_foundModel->nodeOf(current) : m_treeModel->nodeOf(current);
}

void PackagePanel::updateMenu()
{
    const NodeId node = currentNode();
    m_starBallAction->setEnabled(node != kNoId && m_snapshot->tree->inodeAt(node).isDirectory());
}

void PackagePanel::setSnapshot(const SnapshotPtr &snapshot)
{
    m_selecting = true;
    m_snapshot = snapshot;
    replaceSnapshot(*m_ui->packageTree, *m_treeModel, snapshot, FileTree::root());
    m_foundModel->setFound(nullptr, {});
    m_selecting = false;
    search();
    updateMenu();
}

void PackagePanel::selectNode(NodeId node)
{
    const bool selecting = std::exchange(m_selecting, true);
    selectInTree(*m_ui->packageTree, *m_treeModel, node);
    m_selecting = selecting;
}

void PackagePanel::focusSearch()
{
    m_ui->searchField->setFocus(Qt::ShortcutFocusReason);
    m_ui->searchField->selectAll();
}

void PackagePanel::search()
{
    if (m_search)
        m_search->cancel();
    m_search.reset();
    const QString text = m_ui->searchField->text();
    if (text.isEmpty() || !m_snapshot) {
        m_ui->views->setCurrentWidget(m_ui->treePage);
        selectNode(m_treeModel->nodeOf(m_ui->packageTree->currentIndex()));
        return;
    }
    m_search = std::make_shared<Progress>();
    auto *watcher = new QFutureWatcher<FoundNames>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, text, search = m_search] {
        watcher->deleteLater();
        if (search == m_search)
            showFound(text, watcher->future().result());
    });
    watcher->setFuture(startJob(m_search, [snapshot = m_snapshot, text](Progress &progress) {
        return findNames(*snapshot->tree, text.toStdString(), kMostFound, progress);
    }));
}

void PackagePanel::showFound(const QString &text, FoundNames found)
{
    const std::uint64_t total = found.total;
    const std::size_t listed = found.nodes.size();
    m_foundModel->setFound(m_snapshot, std::move(found.nodes));
    m_ui->views->setCurrentWidget(m_ui->foundPage);
    const QLocale locale;
    updateMenu();
    m_ui->foundLabel->setText(
        total == 0       ? tr("No name contains “%1”.").arg(text)
        : total > listed ? tr("%1 names, the first %2 listed")
                               .arg(locale.toString(qulonglong{total}), locale.toString(qulonglong{listed}))
                         : tr("%n name(s)", nullptr, static_cast<int>(total)));
}

} // namespace Refbox
