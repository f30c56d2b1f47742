// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/nodecells.h"

#include "gui/icons.h"
#include "jobs/display.h"

#include <QCoreApplication>

#include <algorithm>

namespace Refbox {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::NodeCells)
};

QString idText(std::uint32_t id)
{
    return id == 0 ? u"root"_s : QString::number(id);
}

QString iconName(const Snapshot &snapshot, NodeId node)
{
    if (node == FileTree::root())
        return u"package"_s;
    if (node == snapshot.refbox)
        return u"refbox"_s;
    if (std::find(snapshot.vservers.begin(), snapshot.vservers.end(), node) != snapshot.vservers.end())
        return u"vserver"_s;
    switch (snapshot.tree->inodeAt(node).type) {
    case FileType::Directory:
        return u"folder"_s;
    case FileType::Symlink:
        return u"symlink"_s;
    case FileType::Regular:
        return snapshot.tree->names(snapshot.tree->inodeOf(node)).size() > 1 ? u"hardlink"_s : u"file"_s;
    default:
        return u"device"_s;
    }
}

QString sizeCell(const Snapshot &snapshot, NodeId node)
{
    const Inode &inode = snapshot.tree->inodeAt(node);
    if (inode.isDevice())
        return u"%1, %2"_s.arg(inode.deviceMajor()).arg(inode.deviceMinor());
    const bool isFilled = inode.isDirectory() && snapshot.bytes[node] > 0;
    return inode.isRegular() || isFilled ? formatSize(snapshot.bytes[node]) : QString();
}

QString linksCell(const Snapshot &snapshot, NodeId node)
{
    const InodeId inode = snapshot.tree->inodeOf(node);
    const std::size_t names = snapshot.tree->names(inode).size();
    return snapshot.tree->inode(inode).isDirectory() || names == 1 ? QString() : u"×%1"_s.arg(names);
}

QVariant toolTip(const Snapshot &snapshot, NodeId node, NodeColumn column)
{
    const Inode &inode = snapshot.tree->inodeAt(node);
    QString text = displayPath(snapshot.tree->path(node));
    if (inode.isSymlink())
        text += u" → "_s + displayPath(snapshot.tree->symlinkTarget(snapshot.tree->inodeOf(node)));
    else if (column == NodeColumn::Size && inode.isDirectory())
        text += u'\n' + Texts::tr("Hard links inside it are counted once.");
    return text;
}

QString cellText(const Snapshot &snapshot, NodeId node, NodeColumn column)
{
    const Inode &inode = snapshot.tree->inodeAt(node);
    switch (column) {
    case NodeColumn::Name:
        return nodeName(snapshot, node);
    case NodeColumn::Size:
        return sizeCell(snapshot, node);
    case NodeColumn::Links:
        return linksCell(snapshot, node);
    case NodeColumn::Origin:
        return displayPath(snapshot.tree->origin(snapshot.tree->inodeOf(node)));
    case NodeColumn::Owner:
        return ownerText(inode);
    default:
        return modeText(inode);
    }
}

} // namespace

QVariant nodeHeader(NodeColumn column, int role)
{
    if (role == Qt::TextAlignmentRole && (column == NodeColumn::Size || column == NodeColumn::Links))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case NodeColumn::Name:
        return Texts::tr("Name");
    case NodeColumn::Size:
        return Texts::tr("Size");
    case NodeColumn::Links:
        return Texts::tr("Names");
    case NodeColumn::Origin:
        return Texts::tr("From");
    case NodeColumn::Owner:
        return Texts::tr("Owner");
    default:
        return Texts::tr("Mode");
    }
}

QVariant nodeCell(const Snapshot &snapshot, NodeId node, NodeColumn column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(snapshot, node, column);
    case Qt::DecorationRole:
        return column == NodeColumn::Name ? QVariant(icon(iconName(snapshot, node))) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(snapshot, node, column);
    case Qt::TextAlignmentRole:
        return column == NodeColumn::Size || column == NodeColumn::Links
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant();
    case kNodeRole:
        return node;
    default:
        return {};
    }
}

QString nodeName(const Snapshot &snapshot, NodeId node)
{
    return node == FileTree::root() ? snapshot.title : displayPath(snapshot.tree->name(node));
}

QString modeText(const Inode &inode)
{
    static constexpr char kTypes[] = {'-', 'd', 'l', 'c', 'b', 'p', 's'};
    QString text(10, u'-');
    text[0] = QLatin1Char(kTypes[static_cast<int>(inode.type)]);
    for (int i = 0; i < 9; ++i) {
        if ((inode.permissions & (0400 >> i)) != 0)
            text[i + 1] = QLatin1Char("rwx"[i % 3]);
    }
    const auto special = [&](int bit, int place, char with, char without) {
        if ((inode.permissions & bit) != 0)
            text[place] = QLatin1Char(text[place] == u'x' ? with : without);
    };
    special(04000, 3, 's', 'S');
    special(02000, 6, 's', 'S');
    special(01000, 9, 't', 'T');
    return text;
}

QString ownerText(const Inode &inode)
{
    return idText(inode.uid) + u' ' + idText(inode.gid);
}

} // namespace Refbox
