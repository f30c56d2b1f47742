// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/treeviewstate.h"

#include <QAction>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>
#include <string>
#include <vector>

namespace Refbox {

namespace {

// Only what is really open is walked, so that a million closed rows cost nothing.
void collectOpen(const QTreeView &view, const TreeModel &model, const QModelIndex &parent,
                 std::vector<std::string> &paths)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (!view.isExpanded(index))
            continue;
        paths.push_back(model.snapshot()->tree->path(model.nodeOf(index)));
        collectOpen(view, model, index, paths);
    }
}

} // namespace

void setUpNodeTree(QTreeView &view, TreeModel &model, std::initializer_list<NodeColumn> hidden)
{
    view.setModel(&model);
    QHeaderView &header = *view.header();
    view.setIndentation(16);
    header.setStretchLastSection(false);
    header.setSectionResizeMode(0, QHeaderView::Stretch);
    const QFontMetrics metrics(view.font());
    const auto width = [&](const QString &widest) { return metrics.horizontalAdvance(widest) + 20; };
    header.setMinimumSectionSize(40);
    header.resizeSection(static_cast<int>(NodeColumn::Size), width(QStringLiteral("888.8 MB")));
    header.resizeSection(static_cast<int>(NodeColumn::Links), width(QStringLiteral("Names")));
    header.resizeSection(static_cast<int>(NodeColumn::Origin), width(QStringLiteral("gnu-coreutils")));
    header.resizeSection(static_cast<int>(NodeColumn::Owner), width(QStringLiteral("root root")));
    header.resizeSection(static_cast<int>(NodeColumn::Mode), width(QStringLiteral("drwxr-xr-x")));
    header.setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 1; column < model.columnCount(); ++column) {
        const auto nodeColumn = static_cast<NodeColumn>(column);
        const bool isHidden = std::find(hidden.begin(), hidden.end(), nodeColumn) != hidden.end();
        view.setColumnHidden(column, isHidden);
        auto *action = new QAction(nodeHeader(nodeColumn, Qt::DisplayRole).toString(), &header);
        action->setCheckable(true);
        action->setChecked(!isHidden);
        QObject::connect(action, &QAction::toggled, &view,
                         [&view, column](bool shown) { view.setColumnHidden(column, !shown); });
        header.addAction(action);
    }
}

void replaceSnapshot(QTreeView &view, TreeModel &model, SnapshotPtr snapshot, NodeId top)
{
    std::vector<std::string> open;
    std::string current;
    if (model.snapshot()) {
        collectOpen(view, model, {}, open);
        if (const NodeId node = model.nodeOf(view.currentIndex()); node != kNoId)
            current = model.snapshot()->tree->path(node);
    }
    const bool isFirst = !model.snapshot();
    const int scroll = view.verticalScrollBar()->value();
    model.setSnapshot(snapshot, top);
    if (!model.snapshot())
        return;
    for (const std::string &path : open)
        view.setExpanded(model.indexOf(snapshot->tree->find(path)), true);
    if (isFirst && model.rowCount() == 1)
        view.expand(model.index(0, 0));
    if (!current.empty())
        view.setCurrentIndex(model.indexOf(snapshot->tree->find(current)));
    view.verticalScrollBar()->setValue(scroll);
}

bool selectInTree(QTreeView &view, const TreeModel &model, NodeId node)
{
    const QModelIndex index = model.indexOf(node);
    if (!index.isValid())
        return false;
    view.setCurrentIndex(index);
    view.scrollTo(index);
    return true;
}

} // namespace Refbox
