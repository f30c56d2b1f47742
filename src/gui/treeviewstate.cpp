// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/treeviewstate.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>
#include <array>
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

constexpr int kRoomForNames = 140; // pixels

// Names come first: of the columns that the user wants, the first ones are shown that leave room for them.
class ColumnFitter final : public QObject
{
public:
    explicit ColumnFitter(QTreeView &view)
        : QObject(&view)
        , m_view(view)
    {
        view.viewport()->installEventFilter(this);
    }

    void fit()
    {
        int room = m_view.viewport()->width() - kRoomForNames;
        const QList<QAction *> actions = m_view.header()->actions(); // one for each column but the first
        for (int column = 1; column <= actions.size(); ++column) {
            const int width = m_widths[static_cast<std::size_t>(column)];
            const bool isShown = actions[column - 1]->isChecked() && width <= room;
            if (actions[column - 1]->isChecked())
                room = isShown ? room - width : 0; // no less wanted one in place of one that is too wide
            m_view.setColumnHidden(column, !isShown);
        }
    }
    void setWidth(NodeColumn column, int width)
    {
        m_widths[static_cast<std::size_t>(column)] = width;
        m_view.header()->resizeSection(static_cast<int>(column), width);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    QTreeView &m_view;
    std::array<int, static_cast<std::size_t>(NodeColumn::Count)> m_widths{};
};

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
    auto *fitter = new ColumnFitter(view);
    fitter->setWidth(NodeColumn::Size, width(QStringLiteral("888.8 MB")));
    fitter->setWidth(NodeColumn::Links, width(QStringLiteral("Names")));
    fitter->setWidth(NodeColumn::Origin, width(QStringLiteral("gnu-coreutils")));
    fitter->setWidth(NodeColumn::Owner, width(QStringLiteral("root root")));
    fitter->setWidth(NodeColumn::Mode, width(QStringLiteral("drwxr-xr-x")));
    header.setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 1; column < model.columnCount(); ++column) {
        const auto nodeColumn = static_cast<NodeColumn>(column);
        const bool isHidden = std::find(hidden.begin(), hidden.end(), nodeColumn) != hidden.end();
        auto *action = new QAction(nodeHeader(nodeColumn, Qt::DisplayRole).toString(), &header);
        action->setCheckable(true);
        action->setChecked(!isHidden);
        QObject::connect(action, &QAction::toggled, fitter, [fitter] { fitter->fit(); });
        header.addAction(action);
    }
    fitter->fit();
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
