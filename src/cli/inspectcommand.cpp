// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inspectcommand.h"

#include "cli/source.h"
#include "jobs/display.h"

#include <array>
#include <set>

namespace Refbox {

namespace {

struct Summary
{
    std::array<std::uint32_t, 7> types{}; ///< inodes by FileType
    std::uint32_t linkedFiles = 0;        ///< with more than one name
    std::uint32_t withXattrs = 0;
    std::uint32_t immutable = 0;
};

Summary summarise(const FileTree &tree)
{
    Summary summary;
    for (InodeId id = 0; id < tree.inodeCount(); ++id) {
        const Inode &inode = tree.inode(id);
        ++summary.types[static_cast<std::size_t>(inode.type)];
        summary.linkedFiles += !inode.isDirectory() && tree.names(id).size() > 1 ? 1 : 0;
        summary.withXattrs += inode.xattrs != 0 ? 1 : 0;
        summary.immutable += (inode.flags & kImmutable) != 0 ? 1 : 0;
    }
    return summary;
}

std::uint64_t bytesOf(const FileTree &tree, NodeId root)
{
    std::set<InodeId> seen;
    std::uint64_t bytes = 0;
    for (NodeId node = root, end = tree.subtreeEnd(root); node < end; ++node) {
        if (tree.inodeAt(node).isRegular() && seen.insert(tree.inodeOf(node)).second)
            bytes += tree.inodeAt(node).size;
    }
    return bytes;
}

} // namespace

InspectCommand::InspectCommand(Arguments &parent)
    : Command(parent, "inspect", "Say what an image, archive, folder or project holds")
{
    m_arguments.add("PATH", m_path, "An image, archive, folder or project file").required();
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int InspectCommand::run(CommandContext &context)
{
    const TreeSource source = openSource(m_path, context.progress);
    const FileTree &tree = *source.tree;
    const Summary summary = summarise(tree);
    if (m_json) {
        QJsonObject types;
        for (std::size_t type = 0; type < summary.types.size(); ++type)
            types.insert(QLatin1String(fileTypeName(static_cast<FileType>(type))),
                         static_cast<qint64>(summary.types[type]));
        QJsonArray vservers;
        for (const NodeId vserver : source.vservers)
            vservers.append(jsonText(tree.name(vserver)));
        QJsonArray remarks;
        for (const std::string &remark : source.remarks)
            remarks.append(jsonText(remark));
        printJson(context.out, {{QStringLiteral("format"), QString::fromStdString(source.format)},
                                {QStringLiteral("names"), static_cast<qint64>(tree.nodeCount())},
                                {QStringLiteral("inodes"), static_cast<qint64>(tree.inodeCount())},
                                {QStringLiteral("contentBytes"), static_cast<qint64>(tree.contentBytes())},
                                {QStringLiteral("types"), types},
                                {QStringLiteral("linkedFiles"), static_cast<qint64>(summary.linkedFiles)},
                                {QStringLiteral("withXattrs"), static_cast<qint64>(summary.withXattrs)},
                                {QStringLiteral("immutable"), static_cast<qint64>(summary.immutable)},
                                {QStringLiteral("vservers"), vservers},
                                {QStringLiteral("remarks"), remarks}});
        return kDone;
    }
    context.out << displayBytes(m_path) << ": " << source.format << '\n'
                << "  " << tree.nodeCount() << " names of " << tree.inodeCount() << " files, "
                << formatSize(tree.contentBytes()).toStdString() << '\n';
    for (std::size_t type = 0; type < summary.types.size(); ++type) {
        if (summary.types[type] > 0)
            context.out << "  " << summary.types[type] << ' ' << fileTypeName(static_cast<FileType>(type))
                        << '\n';
    }
    context.out << "  " << summary.linkedFiles << " files with several names, " << summary.withXattrs
                << " with extended attributes, " << summary.immutable << " immutable\n";
    for (const NodeId child : tree.children(FileTree::root()))
        context.out << "  /" << displayBytes(tree.name(child)) << "  "
                    << formatSize(bytesOf(tree, child)).toStdString() << '\n';
    for (const std::string &remark : source.remarks)
        context.out << "  remark: " << displayBytes(remark) << '\n';
    return kDone;
}

} // namespace Refbox
