// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/treecommand.h"

#include "cli/source.h"
#include "jobs/display.h"
#include "tree/acl.h"

#include <QJsonArray>

#include <cstdio>
#include <ctime>
#include <map>

namespace Refbox {

namespace {

// "drwxr-xr-x", as ls -l shows it, with a '+' behind for an ACL.
std::string modeText(const FileTree &tree, InodeId id)
{
    const Inode &inode = tree.inode(id);
    static constexpr char kTypes[] = "-dlcbps";
    std::string text(1, kTypes[static_cast<std::size_t>(inode.type)]);
    for (int shift = 6; shift >= 0; shift -= 3) {
        const int bits = inode.permissions >> shift & 7;
        text += (bits & 4) != 0 ? 'r' : '-';
        text += (bits & 2) != 0 ? 'w' : '-';
        text += (bits & 1) != 0 ? 'x' : '-';
    }
    const auto special = [&](std::uint16_t bit, std::size_t at, char set, char setAlone) {
        if ((inode.permissions & bit) != 0)
            text[at] = text[at] == 'x' ? set : setAlone;
    };
    special(04000, 3, 's', 'S');
    special(02000, 6, 's', 'S');
    special(01000, 9, 't', 'T');
    text += tree.xattr(id, kAclAccess) || tree.xattr(id, kAclDefault) ? '+' : ' ';
    return text;
}

std::string timeText(const Inode &inode)
{
    const std::time_t seconds = inode.mtimeSeconds;
    std::tm utc{};
    char text[64] = "?";
    if (::gmtime_r(&seconds, &utc) != nullptr)
        std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &utc);
    return text;
}

std::string sizeText(const Inode &inode)
{
    return inode.isDevice() ? std::to_string(inode.deviceMajor()) + "," + std::to_string(inode.deviceMinor())
                            : std::to_string(inode.size);
}

std::string flagsText(std::uint8_t flags)
{
    std::string text;
    text += (flags & kImmutable) != 0 ? 'i' : '-';
    text += (flags & kAppendOnly) != 0 ? 'a' : '-';
    text += (flags & kNoDump) != 0 ? 'd' : '-';
    return text;
}

std::string xattrText(const XattrView &xattr)
{
    if (xattr.name == kAclAccess || xattr.name == kAclDefault) {
        const auto acl = aclFromXattr(xattr.value);
        return std::string(xattr.name) + "=" + (acl ? aclToText(*acl) : "malformed");
    }
    return displayBytes(xattr.name) + "=" + displayBytes(xattr.value);
}

void printLine(std::ostream &out, const FileTree &tree, NodeId node, bool xattrs)
{
    const InodeId id = tree.inodeOf(node);
    const Inode &inode = tree.inode(id);
    char columns[160];
    std::snprintf(columns, sizeof columns, "%s %s %4u %5u %5u %10s %s ", modeText(tree, id).c_str(),
                  flagsText(inode.flags).c_str(), tree.linkCount(id), inode.uid, inode.gid,
                  sizeText(inode).c_str(), timeText(inode).c_str());
    out << columns << displayBytes(tree.path(node));
    if (inode.isSymlink())
        out << " -> " << displayBytes(tree.symlinkTarget(id));
    out << '\n';
    if (xattrs) {
        for (const XattrView &xattr : tree.xattrsOf(id))
            out << "    " << xattrText(xattr) << '\n';
    }
}

QJsonObject entryToJson(const FileTree &tree, NodeId node)
{
    const InodeId id = tree.inodeOf(node);
    const Inode &inode = tree.inode(id);
    QJsonObject object{
        {QStringLiteral("path"), jsonText(tree.path(node))},
        {QStringLiteral("type"), QLatin1String(fileTypeName(inode.type))},
        {QStringLiteral("mode"), QStringLiteral("%1").arg(inode.permissions, 4, 8, QLatin1Char('0'))},
        {QStringLiteral("uid"), static_cast<qint64>(inode.uid)},
        {QStringLiteral("gid"), static_cast<qint64>(inode.gid)},
        {QStringLiteral("size"), static_cast<qint64>(inode.size)},
        {QStringLiteral("mtime"), static_cast<qint64>(inode.mtimeSeconds)},
        {QStringLiteral("mtimeNanoseconds"), static_cast<qint64>(inode.mtimeNanoseconds)},
        {QStringLiteral("inode"), static_cast<qint64>(id)},
        {QStringLiteral("links"), static_cast<qint64>(tree.linkCount(id))},
        {QStringLiteral("flags"), QString::fromStdString(flagsText(inode.flags))},
    };
    if (inode.origin != 0)
        object.insert(QStringLiteral("component"), jsonText(tree.origin(id)));
    if (inode.isSymlink())
        object.insert(QStringLiteral("target"), jsonText(tree.symlinkTarget(id)));
    if (inode.isDevice())
        object.insert(QStringLiteral("device"), QString::fromStdString(sizeText(inode)));
    if (inode.xattrs != 0) {
        QJsonArray xattrs;
        for (const XattrView &xattr : tree.xattrsOf(id))
            xattrs.append(QString::fromStdString(xattrText(xattr)));
        object.insert(QStringLiteral("xattrs"), xattrs);
    }
    return object;
}

} // namespace

TreeCommand::TreeCommand(Arguments &parent)
    : Command(parent, "tree", "List the entries of a project's plan, or of an image, archive or folder")
{
    m_arguments.add("PATH", m_path, "A project file, or any tree").required();
    m_arguments.add("BELOW", m_below, "Only what is below this path in it").showDefault();
    m_arguments.add("--depth", m_depth, "How many levels deep; all by default").notNegative();
    m_arguments.addFlag("--xattrs", m_xattrs, "Show extended attributes and ACLs");
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int TreeCommand::run(CommandContext &context)
{
    const TreeSource source = openSource(m_path, context.progress);
    const FileTree &tree = *source.tree;
    const NodeId top = requireNode(tree, m_below);
    QJsonArray entries;
    // Levels below top, by node: parents stand before their children.
    std::vector<int> levels(tree.subtreeEnd(top) - top, 0);
    for (NodeId node = top; node < top + levels.size(); ++node) {
        context.progress.throwIfCancelled();
        if (node != top)
            levels[node - top] = levels[tree.parent(node) - top] + 1;
        if (m_depth >= 0 && levels[node - top] > m_depth)
            continue;
        if (m_json)
            entries.append(entryToJson(tree, node));
        else
            printLine(context.out, tree, node, m_xattrs);
    }
    if (m_json)
        printJson(context.out, {{QStringLiteral("entries"), entries}});
    return kDone;
}

} // namespace Refbox
