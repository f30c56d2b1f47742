// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tree views of nodes that keep their open folders, selection and scroll place when another snapshot comes.
// GUI thread.
#pragma once

#include "gui/treemodel.h"

#include <QTreeView>

namespace Refbox {

/// Columns' widths and manners that all our trees share; the others can be shown by the header's context
/// menu.
void setUpNodeTree(QTreeView &view, TreeModel &model, std::initializer_list<NodeColumn> hidden);

/// Gives the model another snapshot; what was open and selected by path stays so.
void replaceSnapshot(QTreeView &view, TreeModel &model, SnapshotPtr snapshot, NodeId top);

/// Selects and shows a node, without opening more folders than needed. False where it is not in the tree.
bool selectInTree(QTreeView &view, const TreeModel &model, NodeId node);

} // namespace Refbox
