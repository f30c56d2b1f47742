// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ContentsPage: what its buttons, menus and drops change.
#include "assembly/treeedit.h"
#include "gui/contentspage.h"
#include "gui/document.h"
#include "gui/edits.h"
#include "gui/icons.h"
#include "gui/plannedfile.h"
#include "gui/projectmodels.h"
#include "gui/treemodel.h"
#include "jobs/display.h"
#include "ui_contentspage.h"

#include <QAction>
#include <QMenu>
#include <QSet>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

void ContentsPage::connectComponentButtons()
{
    connect(m_ui->componentAdd, &QToolButton::clicked, this, &ContentsPage::addSoftwareRequested);
    const auto edit = [this] { Q_EMIT editComponentRequested(currentRow(*m_ui->componentsTable)); };
    connect(m_ui->componentEdit, &QToolButton::clicked, this, edit);
    connect(m_ui->componentsTable, &QTableView::doubleClicked, this, [this, edit] {
        if (m_editable)
            edit();
    });
    connect(m_ui->componentUp, &QToolButton::clicked, this, [this] { moveComponent(-1); });
    connect(m_ui->componentDown, &QToolButton::clicked, this, [this] { moveComponent(1); });
    connect(m_ui->componentRemove, &QToolButton::clicked, this, &ContentsPage::removeComponent);
}

void ContentsPage::connectVServerButtons()
{
    connect(m_ui->vserverAdd, &QToolButton::clicked, this, &ContentsPage::newVServerRequested);
    connect(m_ui->newVServerButton, &QPushButton::clicked, this, &ContentsPage::newVServerRequested);
    connect(m_ui->vserverEdit, &QToolButton::clicked, this,
            [this] { Q_EMIT editVServerRequested(currentVServer()); });
    connect(m_ui->vserverRemove, &QToolButton::clicked, this, &ContentsPage::removeVServer);
    connect(m_ui->vserverCombo, &QComboBox::currentIndexChanged, this, &ContentsPage::showVServer);
}

void ContentsPage::connectRuleButtons()
{
    connect(m_ui->ruleAdd, &QToolButton::clicked, this,
            [this] { Q_EMIT linkRuleRequested(currentVServer(), -1, {}); });
    const auto edit = [this] {
        Q_EMIT linkRuleRequested(currentVServer(), currentRow(*m_ui->rulesTable), {});
    };
    connect(m_ui->ruleEdit, &QToolButton::clicked, this, edit);
    connect(m_ui->rulesTable, &QTableView::doubleClicked, this, [this, edit] {
        if (m_editable)
            edit();
    });
    connect(m_ui->ruleUp, &QToolButton::clicked, this, [this] { moveRule(-1); });
    connect(m_ui->ruleDown, &QToolButton::clicked, this, [this] { moveRule(1); });
    connect(m_ui->ruleRemove, &QToolButton::clicked, this, &ContentsPage::removeRules);
}

void ContentsPage::connectFileButtons()
{
    connect(m_ui->fileAdd, &QToolButton::clicked, this,
            [this] { Q_EMIT privateFileRequested(currentVServer(), {}); });
    const auto edit = [this] {
        if (const int row = currentRow(*m_ui->filesTable); row >= 0 && m_editable)
            Q_EMIT privateFileRequested(currentVServer(), m_filesModel->path(row));
    };
    connect(m_ui->fileEdit, &QToolButton::clicked, this, edit);
    connect(m_ui->filesTable, &QTableView::doubleClicked, this, edit);
    connect(m_ui->fileRemove, &QToolButton::clicked, this, &ContentsPage::removeFile);

    const auto editNode = [this](const QModelIndex &index) {
        if (const NodeId node = m_vserverModel->nodeOf(index); privacy(node) != Privacy::Cannot)
            Q_EMIT privateFileRequested(currentVServer(), pathInVServer(node));
    };
    connect(m_ui->vserverTree, &QTreeView::doubleClicked, this, editNode);
    auto *enter = new QAction(m_ui->vserverTree);
    enter->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    enter->setShortcutContext(Qt::WidgetShortcut);
    m_ui->vserverTree->addAction(enter);
    connect(enter, &QAction::triggered, this,
            [this, editNode] { editNode(m_ui->vserverTree->currentIndex()); });
}

void ContentsPage::moveComponent(int by)
{
    const int row = currentRow(*m_ui->componentsTable);
    if (row < 0)
        return;
    const auto index = static_cast<std::size_t>(row);
    m_document->edit(tr("Move component %1").arg(displayPath(m_document->project().components[index].name)),
                     [&](Project &project) { moveEntry(project.components, index, by); });
    m_ui->componentsTable->selectRow(row + by);
}

void ContentsPage::moveRule(int by)
{
    const int row = currentRow(*m_ui->rulesTable);
    const int vserver = currentVServer();
    if (row < 0 || vserver < 0)
        return;
    m_document->edit(tr("Move link rule %1").arg(row + 1), [&](Project &project) {
        moveEntry(project.vservers[static_cast<std::size_t>(vserver)].links, static_cast<std::size_t>(row),
                  by);
    });
    m_ui->rulesTable->selectRow(row + by);
}

void ContentsPage::removeRules()
{
    QSet<int> rows;
    for (const QModelIndex &index : m_ui->rulesTable->selectionModel()->selectedRows())
        rows.insert(index.row());
    const int vserver = currentVServer();
    if (rows.isEmpty() || vserver < 0)
        return;
    m_document->edit(tr("Remove %n link rule(s)", nullptr, static_cast<int>(rows.size())),
                     [&](Project &project) {
                         auto &links = project.vservers[static_cast<std::size_t>(vserver)].links;
                         std::vector<LinkRule> kept;
                         for (std::size_t i = 0; i < links.size(); ++i) {
                             if (!rows.contains(static_cast<int>(i)))
                                 kept.push_back(links[i]);
                         }
                         links = std::move(kept);
                     });
}

void ContentsPage::removeComponent()
{
    const int row = currentRow(*m_ui->componentsTable);
    if (row < 0)
        return;
    const std::string name = m_document->project().components[static_cast<std::size_t>(row)].name;
    m_document->edit(tr("Remove component %1").arg(displayPath(name)),
                     [&](Project &project) { project.components.erase(project.components.begin() + row); });
}

void ContentsPage::removeVServer()
{
    const int index = currentVServer();
    if (index < 0)
        return;
    const std::string name = m_document->project().vservers[static_cast<std::size_t>(index)].name;
    m_document->edit(tr("Remove vserver %1").arg(displayPath(name)),
                     [&](Project &project) { project.vservers.erase(project.vservers.begin() + index); });
}

void ContentsPage::removeFile()
{
    const int row = currentRow(*m_ui->filesTable);
    const int vserver = currentVServer();
    if (row < 0 || vserver < 0)
        return;
    const std::string path = m_filesModel->path(row);
    m_document->edit(tr("Remove private file %1").arg(displayPath(path)), [&](Project &project) {
        project.vservers[static_cast<std::size_t>(vserver)].files.erase(path);
    });
}

// As the vserver sees it.
std::string ContentsPage::pathInVServer(NodeId node) const
{
    const std::string below =
        m_snapshot->tree->path(node).substr(m_snapshot->tree->path(m_vserverModel->top()).size());
    return below.empty() ? "/" : below;
}

bool ContentsPage::linkInto(const std::vector<std::string> &imagePaths, NodeId folder)
{
    const int vserver = currentVServer();
    if (vserver < 0 || !m_snapshot || m_snapshot->refbox == kNoId)
        return false;
    const std::string place = pathInVServer(folder);
    const std::vector<LinkRule> rules =
        rulesForPaths(imagePaths, m_snapshot->tree->path(m_snapshot->refbox), place);
    if (rules.empty())
        return false;
    const QString text =
        rules.size() == 1
            ? tr("Link %1 to %2").arg(displayPath(rules.front().from), displayPath(place))
            : tr("Link %n name(s) to %1", nullptr, static_cast<int>(rules.size())).arg(displayPath(place));
    m_document->edit(text, [&](Project &project) {
        auto &links = project.vservers[static_cast<std::size_t>(vserver)].links;
        links.insert(links.end(), rules.begin(), rules.end());
    });
    return true;
}

void ContentsPage::showRefboxMenu(const QPoint &place)
{
    const QModelIndex index = m_ui->refboxTree->indexAt(place);
    const int vserver = currentVServer();
    if (!index.isValid() || !m_editable || vserver < 0)
        return;
    const NodeId node = m_refboxModel->nodeOf(index);
    const FileTree &tree = *m_snapshot->tree;
    const std::string path = tree.path(node).substr(tree.path(m_snapshot->refbox).size());
    const std::string name = m_document->project().vservers[static_cast<std::size_t>(vserver)].name;
    QMenu menu;
    menu.addAction(icon(u"link"_s), tr("Link into %1…").arg(displayPath(name)), this,
                   [=, this] { Q_EMIT linkRuleRequested(vserver, -1, path); });
    if (tree.inodeAt(node).isDirectory())
        menu.addAction(icon(u"link"_s), tr("Link all inside into %1…").arg(displayPath(name)), this,
                       [=, this] { Q_EMIT linkRuleRequested(vserver, -1, path + "/*"); });
    menu.exec(m_ui->refboxTree->viewport()->mapToGlobal(place));
}

ContentsPage::Privacy ContentsPage::privacy(NodeId node) const
{
    const int index = currentVServer();
    if (node == kNoId || !m_editable || index < 0)
        return Privacy::Cannot;
    const VServer &vserver = m_document->project().vservers[static_cast<std::size_t>(index)];
    const std::string path = pathInVServer(node);
    if (vserver.files.contains(path))
        return Privacy::Is;
    try {
        return plannedFile(*m_snapshot, vserver.name, path) ? Privacy::Can : Privacy::Cannot;
    } catch (const Error &) {
        return Privacy::Can; // whoever wants to edit it is told why that cannot be
    }
}

void ContentsPage::showVServerMenu(const QPoint &place)
{
    const NodeId node = m_vserverModel->nodeOf(m_ui->vserverTree->indexAt(place));
    const int vserver = currentVServer();
    if (node == kNoId || !m_editable || vserver < 0)
        return;
    const std::string path = pathInVServer(node);
    QMenu menu;
    menu.setObjectName(u"vserverMenu"_s);
    if (const Privacy now = privacy(node); now != Privacy::Cannot)
        menu.addAction(icon(u"edit"_s),
                       now == Privacy::Is ? tr("Edit this private file…") : tr("Edit as private file…"), this,
                       [=, this] { Q_EMIT privateFileRequested(vserver, path); });
    const auto targets = m_snapshot->linkMap ? m_snapshot->linkMap->linksOf(node) : std::span<const Link>();
    if (!targets.empty() && targets.front().target != kNoId)
        menu.addAction(tr("Show where this comes from"), this, [this, target = targets.front().target] {
            selectNode(target);
            Q_EMIT nodeSelected(target);
        });
    if (!menu.isEmpty())
        menu.exec(m_ui->vserverTree->viewport()->mapToGlobal(place));
}

} // namespace Refbox
