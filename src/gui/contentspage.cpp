// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/contentspage.h"

#include "gui/document.h"
#include "gui/fonts.h"
#include "gui/icons.h"
#include "gui/listtable.h"
#include "gui/projectmodels.h"
#include "gui/sparecolumn.h"
#include "gui/treeviewstate.h"
#include "jobs/display.h"
#include "ui_contentspage.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSideGap = 8; // on both sides of the splitter between the two

void setUpTable(QTableView &table, QAbstractItemModel &model, std::initializer_list<int> stretched,
                bool numbered)
{
    table.setModel(&model);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setUpListTable(table, stretched);
    table.verticalHeader()->setVisible(numbered);
}

// Enter and Delete do to what is selected what the buttons do.
void setUpKeys(QTableView &table, QToolButton &edit, QToolButton &remove)
{
    const auto add = [&table](const QList<QKeySequence> &keys, QToolButton &button) {
        auto *action = new QAction(&table);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        table.addAction(action);
        QObject::connect(action, &QAction::triggered, &button, &QToolButton::click);
    };
    add({Qt::Key_Return, Qt::Key_Enter}, edit);
    add(QKeySequence::keyBindings(QKeySequence::Delete), remove);
}

void setBold(QLabel &label)
{
    QFont font = label.font();
    font.setWeight(QFont::DemiBold);
    label.setFont(font);
}

// A sentence in the middle of a tree that shows nothing.
QLabel &emptyLabel(QTreeView &tree, const QString &name)
{
    auto *label = new QLabel(tree.viewport());
    label->setObjectName(name);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMargin(16);
    label->setAttribute(Qt::WA_TransparentForMouseEvents); // what is dropped is the tree's
    auto *layout = new QVBoxLayout(tree.viewport());
    layout->addWidget(label);
    return *label;
}

} // namespace

ContentsPage::ContentsPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ContentsPage>())
    , m_refboxModel(new TreeModel(TreeModel::RootRow::Hidden, this))
    , m_vserverModel(new TreeModel(TreeModel::RootRow::Hidden, this))
    , m_componentsModel(new ComponentsModel(this))
    , m_rulesModel(new RulesModel(this))
    , m_filesModel(new FilesModel(this))
{
    m_ui->setupUi(this);
    m_ui->refboxIcon->setPixmap(icon(u"refbox"_s).pixmap(22));
    m_ui->vserverIcon->setPixmap(icon(u"vserver"_s).pixmap(22));
    for (QLabel *label : {m_ui->refboxTitle, m_ui->componentsTitle})
        setBold(*label);
    for (QLabel *label : {m_ui->refboxSummary, m_ui->vserverSummary, m_ui->rulesHint, m_ui->filesHint}) {
        label->setFont(hintFont(font()));
        label->setMinimumWidth(1); // the sides share the room evenly, whatever stands in it
    }
    setUpTrees();
    setUpTable(*m_ui->componentsTable, *m_componentsModel,
               {ComponentsModel::Prefix, ComponentsModel::SourceColumn}, false);
    new SpareColumn(*m_ui->componentsTable, ComponentsModel::SourceColumn); // the tool tips tell, too
    setUpTable(*m_ui->rulesTable, *m_rulesModel, {RulesModel::From, RulesModel::To}, true);
    new SpareColumn(*m_ui->rulesTable, RulesModel::Manner); // so do the icons
    setUpTable(*m_ui->filesTable, *m_filesModel, {FilesModel::Path}, false);
    setUpButtons();
    for (QLabel *label : {m_ui->rulesHint, m_ui->filesHint})
        label->setWordWrap(true);
    for (int side : {0, 1})
        m_ui->sides->setStretchFactor(side, 1);
    m_ui->sides->setSizes({1000, 1000});
    m_ui->refboxSplitter->setSizes({640, 360});
    m_ui->vserverSplitter->setSizes({640, 360});
    updateButtons();
}

ContentsPage::~ContentsPage() = default;

void ContentsPage::setUpTrees()
{
    setUpNodeTree(*m_ui->refboxTree, *m_refboxModel, {NodeColumn::Owner, NodeColumn::Mode});
    setUpNodeTree(*m_ui->vserverTree, *m_vserverModel, {NodeColumn::Owner, NodeColumn::Mode});
    m_ui->vserverTree->setDropIndicatorShown(true);
    m_refboxEmpty = &emptyLabel(*m_ui->refboxTree, u"refboxEmpty"_s);
    m_vserverEmpty = &emptyLabel(*m_ui->vserverTree, u"vserverEmpty"_s);
    connect(m_ui->refboxTree, &QWidget::customContextMenuRequested, this, &ContentsPage::showRefboxMenu);
    connect(m_ui->vserverTree, &QWidget::customContextMenuRequested, this, &ContentsPage::showVServerMenu);
    for (QTreeView *view : {m_ui->refboxTree, m_ui->vserverTree}) {
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this,
                [this, view](const QModelIndex &current) {
                    if (!m_selecting && current.isValid() && view->hasFocus())
                        Q_EMIT nodeSelected(static_cast<TreeModel *>(view->model())->nodeOf(current));
                });
        // Also what was current there before something on the other side was selected.
        connect(view, &QTreeView::clicked, this, [this, view](const QModelIndex &index) {
            Q_EMIT nodeSelected(static_cast<TreeModel *>(view->model())->nodeOf(index));
        });
    }
}

void ContentsPage::setUpButtons()
{
    const auto set = [](QToolButton *button, const QString &name, const QString &theme) {
        button->setIcon(icon(name, theme));
    };
    for (QToolButton *button : {m_ui->componentAdd, m_ui->vserverAdd, m_ui->ruleAdd, m_ui->fileAdd})
        set(button, u"add"_s, u"list-add"_s);
    for (QToolButton *button :
         {m_ui->componentRemove, m_ui->vserverRemove, m_ui->ruleRemove, m_ui->fileRemove})
        set(button, u"remove"_s, u"list-remove"_s);
    for (QToolButton *button : {m_ui->componentEdit, m_ui->vserverEdit, m_ui->ruleEdit, m_ui->fileEdit})
        set(button, u"edit"_s, u"document-edit"_s);
    for (QToolButton *button : {m_ui->componentUp, m_ui->ruleUp})
        set(button, u"up"_s, u"go-up"_s);
    for (QToolButton *button : {m_ui->componentDown, m_ui->ruleDown})
        set(button, u"down"_s, u"go-down"_s);
    connectComponentButtons();
    connectVServerButtons();
    connectRuleButtons();
    connectFileButtons();
    setUpKeys(*m_ui->componentsTable, *m_ui->componentEdit, *m_ui->componentRemove);
    setUpKeys(*m_ui->rulesTable, *m_ui->ruleEdit, *m_ui->ruleRemove);
    setUpKeys(*m_ui->filesTable, *m_ui->fileEdit, *m_ui->fileRemove);
    for (QTableView *table : {m_ui->componentsTable, m_ui->rulesTable, m_ui->filesTable})
        connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                &ContentsPage::updateButtons);
}

void ContentsPage::setDocument(Document &document)
{
    m_document = &document;
    // The lists show an edit at once; the trees and counts follow with the plan.
    connect(&document, &Document::projectChanged, this, &ContentsPage::refreshLists);
}

void ContentsPage::setWorks(const ComponentWorks &works)
{
    m_componentsModel->setWorks(works);
}

void ContentsPage::setSnapshot(const SnapshotPtr &snapshot, bool editable)
{
    m_snapshot = snapshot;
    m_editable = editable;
    m_vserverModel->onDrop = nullptr;
    if (editable)
        m_vserverModel->onDrop = [this](const std::vector<std::string> &paths, NodeId folder) {
            return linkInto(paths, folder);
        };
    refresh();
}

void ContentsPage::refresh()
{
    m_selecting = true;
    replaceSnapshot(*m_ui->refboxTree, *m_refboxModel, m_snapshot, m_snapshot ? m_snapshot->refbox : kNoId);
    m_ui->refboxSummary->setText(m_snapshot && m_snapshot->refbox != kNoId
                                     ? formatSize(m_snapshot->bytes[m_snapshot->refbox])
                                     : QString());
    const bool hasRefbox = m_editable || (m_snapshot && m_snapshot->refbox != kNoId);
    m_ui->refboxSide->setVisible(hasRefbox);
    m_ui->vserverLayout->setContentsMargins(hasRefbox ? kSideGap : 0, 0, 0, 0);
    m_ui->componentsBox->setVisible(m_editable);
    m_ui->listsBox->setVisible(m_editable);
    refreshLists();
    m_selecting = false;
}

void ContentsPage::refreshVServers()
{
    QStringList names;
    if (m_editable && m_document != nullptr) {
        for (const VServer &vserver : m_document->project().vservers)
            names += displayPath(vserver.name);
    } else if (m_snapshot) {
        for (const NodeId node : m_snapshot->vservers)
            names += nodeName(*m_snapshot, node);
    }
    QStringList shown;
    for (int i = 0; i < m_ui->vserverCombo->count(); ++i)
        shown += m_ui->vserverCombo->itemText(i);
    if (names == shown)
        return;
    const QSignalBlocker blocker(m_ui->vserverCombo);
    const QString current = m_ui->vserverCombo->currentText();
    const int row = m_ui->vserverCombo->currentIndex();
    m_ui->vserverCombo->clear();
    m_ui->vserverCombo->addItems(names);
    const int found = static_cast<int>(names.indexOf(current));
    m_ui->vserverCombo->setCurrentIndex(
        found >= 0 ? found : std::clamp<int>(row, 0, static_cast<int>(names.size()) - 1));
}

void ContentsPage::refreshLists()
{
    refreshVServers();
    if (m_editable && m_document != nullptr)
        m_componentsModel->setProject(m_document->project(), m_snapshot);
    showVServer();
}

NodeId ContentsPage::vserverNode() const
{
    if (!m_snapshot || currentVServer() < 0)
        return kNoId;
    // By name: the plan may be of the project before the last edit.
    const std::string &name =
        m_editable && m_document != nullptr
            ? m_document->project().vservers[static_cast<std::size_t>(currentVServer())].name
            : std::string(
                  m_snapshot->tree->name(m_snapshot->vservers[static_cast<std::size_t>(currentVServer())]));
    for (const NodeId node : m_snapshot->vservers) {
        if (m_snapshot->tree->name(node) == name)
            return node;
    }
    return kNoId;
}

void ContentsPage::showVServer()
{
    const bool selecting = std::exchange(m_selecting, true);
    const int current = currentVServer();
    const bool isStranger = !m_editable && m_snapshot != nullptr;
    // A stranger's tree without vservers is shown as a whole.
    const NodeId node = isStranger && m_snapshot->vservers.empty() ? FileTree::root() : vserverNode();
    m_ui->vserverViews->setCurrentWidget(current < 0 && !isStranger ? m_ui->noVServerPage
                                                                    : m_ui->vserverPage);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->vserverIcon), static_cast<QWidget *>(m_ui->vserverCombo)})
        widget->setVisible(!isStranger || current >= 0);
    replaceSnapshot(*m_ui->vserverTree, *m_vserverModel, m_snapshot, node);
    QString summary;
    if (const SharingTotals *totals = node != kNoId ? m_snapshot->sharingOf(node) : nullptr)
        summary = tr("%1 of its own, %2 shared")
                      .arg(formatSize(totals->privateBytes), formatSize(totals->sharedBytes));
    m_ui->vserverSummary->setText(summary);
    m_ui->vserverSummary->setVisible(!isStranger || !summary.isEmpty());
    if (m_editable && m_document != nullptr && current >= 0) {
        const auto index = static_cast<std::size_t>(current);
        const VServer &vserver = m_document->project().vservers[index];
        std::vector<RuleReport> reports;
        if (m_snapshot && m_snapshot->plan && index < m_snapshot->plan->rules.size() &&
            m_snapshot->plan->project.vservers[index].links == vserver.links)
            reports = m_snapshot->plan->rules[index];
        if (std::exchange(m_listed, vserver.name) != vserver.name)
            clearLists(); // nothing is selected in those of another vserver
        m_rulesModel->setRules(vserver.links, std::move(reports));
        m_filesModel->setFiles(vserver.files);
    } else {
        clearLists();
    }
    updateButtons();
    sayWhatIsEmpty();
    m_selecting = selecting;
}

// Not while there is no plan yet: it may be about to fill them.
void ContentsPage::sayWhatIsEmpty()
{
    const bool isPlanned = m_editable && m_snapshot != nullptr;
    m_refboxEmpty->setVisible(isPlanned && m_refboxModel->rowCount() == 0);
    m_refboxEmpty->setText(
        m_componentsModel->rowCount() == 0
            ? tr("The refbox is empty so far. Add software below.")
            : tr("The refbox is empty so far: its components are still to be built or fetched."));
    m_vserverEmpty->setVisible(isPlanned && m_vserverModel->rowCount() == 0);
    m_vserverEmpty->setText(tr("This vserver is empty so far. Add a link rule below."));
}

void ContentsPage::clearLists()
{
    m_rulesModel->setRules({}, {});
    m_filesModel->setFiles({});
}

int ContentsPage::currentRow(const QTableView &table)
{
    const QModelIndex index = table.currentIndex();
    return index.isValid() && table.selectionModel()->hasSelection() ? index.row() : -1;
}

void ContentsPage::updateButtons()
{
    const int component = currentRow(*m_ui->componentsTable);
    const int rule = currentRow(*m_ui->rulesTable);
    const bool hasVServer = m_editable && currentVServer() >= 0;
    m_ui->componentAdd->setEnabled(m_editable);
    m_ui->newVServerButton->setEnabled(m_editable);
    m_ui->componentEdit->setEnabled(m_editable && component >= 0);
    m_ui->componentRemove->setEnabled(m_editable && component >= 0);
    m_ui->componentUp->setEnabled(m_editable && component > 0);
    m_ui->componentDown->setEnabled(m_editable && component >= 0 &&
                                    component + 1 < m_componentsModel->rowCount());
    m_ui->vserverAdd->setVisible(m_editable);
    m_ui->vserverEdit->setVisible(m_editable);
    m_ui->vserverRemove->setVisible(m_editable);
    m_ui->vserverEdit->setEnabled(hasVServer);
    m_ui->vserverRemove->setEnabled(hasVServer);
    m_ui->ruleAdd->setEnabled(hasVServer);
    m_ui->ruleEdit->setEnabled(hasVServer && rule >= 0);
    m_ui->ruleRemove->setEnabled(hasVServer && rule >= 0);
    m_ui->ruleUp->setEnabled(hasVServer && rule > 0);
    m_ui->ruleDown->setEnabled(hasVServer && rule >= 0 && rule + 1 < m_rulesModel->rowCount());
    const int file = currentRow(*m_ui->filesTable);
    m_ui->fileAdd->setEnabled(hasVServer);
    m_ui->fileEdit->setEnabled(hasVServer && file >= 0);
    m_ui->fileRemove->setEnabled(hasVServer && file >= 0);
}

int ContentsPage::currentVServer() const
{
    return m_ui->vserverCombo->currentIndex();
}

void ContentsPage::setCurrentVServer(int index)
{
    m_ui->vserverCombo->setCurrentIndex(index);
}

void ContentsPage::selectNode(NodeId node)
{
    const bool selecting = std::exchange(m_selecting, true);
    const bool isShared = selectInTree(*m_ui->refboxTree, *m_refboxModel, node);
    // The other side's highlight would pass for a second selection.
    (isShared ? m_ui->vserverTree : m_ui->refboxTree)->clearSelection();
    if (!isShared && m_snapshot) {
        for (std::size_t i = 0; i < m_snapshot->vservers.size(); ++i) {
            if (m_snapshot->tree->isInside(node, m_snapshot->vservers[i]))
                setCurrentVServer(static_cast<int>(i));
        }
        selectInTree(*m_ui->vserverTree, *m_vserverModel, node);
    }
    m_selecting = selecting;
}

} // namespace Refbox
