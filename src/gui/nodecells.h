// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What tables and trees show of one node, the same everywhere. GUI thread.
#pragma once

#include "gui/snapshot.h"

#include <QIcon>
#include <QVariant>

namespace Refbox {

enum class NodeColumn { Name, Size, Links, Origin, Owner, Mode, Count };

/// The node as a number, for views that share a selection.
inline constexpr int kNodeRole = Qt::UserRole;

QVariant nodeHeader(NodeColumn column, int role);
QVariant nodeCell(const Snapshot &snapshot, NodeId node, NodeColumn column, int role);

/// "/" for the package's root.
QString nodeName(const Snapshot &snapshot, NodeId node);

/// "drwxr-xr-x", as ls -l has it.
QString modeText(const Inode &inode);

/// "root root" for ids that everybody knows, else numbers: names of this machine mean nothing in the image.
QString ownerText(const Inode &inode);

} // namespace Refbox
