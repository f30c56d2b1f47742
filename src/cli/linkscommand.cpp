// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/linkscommand.h"

#include "cli/source.h"
#include "jobs/display.h"
#include "tree/linkmap.h"

namespace Refbox {

namespace {

QJsonObject linkToJson(const FileTree &tree, const Link &link)
{
    QJsonObject object{{QStringLiteral("from"), jsonText(tree.path(link.from))},
                       {QStringLiteral("manner"), QLatin1String(linkMannerName(link.manner))}};
    if (link.target != kNoId)
        object.insert(QStringLiteral("target"), jsonText(tree.path(link.target)));
    return object;
}

QJsonObject totalsToJson(const FileTree &tree, NodeId vserver, const SharingTotals &totals)
{
    const auto number = [](std::uint64_t value) { return static_cast<qint64>(value); };
    return {{QStringLiteral("vserver"), jsonText(tree.path(vserver))},
            {QStringLiteral("sharedBytes"), number(totals.sharedBytes)},
            {QStringLiteral("sharedFiles"), number(totals.sharedFiles)},
            {QStringLiteral("privateBytes"), number(totals.privateBytes)},
            {QStringLiteral("privateFiles"), number(totals.privateFiles)},
            {QStringLiteral("aloneBytes"), number(totals.aloneBytes())},
            {QStringLiteral("addedBytes"), number(totals.addedBytes)}};
}

void printTotals(std::ostream &out, const FileTree &tree, NodeId vserver, const SharingTotals &totals)
{
    const auto size = [](std::uint64_t bytes) { return formatSize(bytes).toStdString(); };
    out << displayBytes(tree.path(vserver)) << ": shares " << size(totals.sharedBytes) << " in "
        << totals.sharedFiles << " files, has " << size(totals.privateBytes) << " of its own in "
        << totals.privateFiles << ", alone it would be " << size(totals.aloneBytes()) << '\n';
}

} // namespace

LinksCommand::LinksCommand(CLI::App &parent)
    : Command(parent, "links", "List the links between vservers and refbox, of a project or any tree")
{
    m_app->add_option("PATH", m_path, "A project file, image, archive or folder")->required();
    m_app->add_option("--refbox", m_refbox, "The shared side, where it is not /refbox");
    m_app->add_option("--vserver", m_vservers, "A folder that shares with it; may be given several times");
    m_app->add_flag("--summary", m_summary, "Only how much each vserver shares");
    m_app->add_flag("--json", m_json, "Print JSON");
}

int LinksCommand::run(CommandContext &context)
{
    const TreeSource source = openSource(m_path, context.progress);
    const FileTree &tree = *source.tree;
    const NodeId refbox = m_refbox.empty() ? source.refbox : requireNode(tree, m_refbox);
    std::vector<NodeId> vservers;
    for (const std::string &vserver : m_vservers)
        vservers.push_back(requireNode(tree, vserver));
    if (vservers.empty())
        vservers = source.vservers;
    if (refbox == kNoId || vservers.empty())
        throw Error(QStringLiteral("Cannot tell the refbox from the vservers"), displayPath(m_path),
                    QStringLiteral("The tree has no folder /refbox with vservers beside it."),
                    QStringLiteral("Name them: --refbox PATH --vserver PATH."));
    const LinkMap map = buildLinkMap(tree, vservers, refbox, {}, &context.progress);
    if (m_json) {
        QJsonArray links;
        if (!m_summary) {
            for (const Link &link : map.links())
                links.append(linkToJson(tree, link));
        }
        QJsonArray totals;
        for (const NodeId vserver : map.vservers())
            totals.append(totalsToJson(tree, vserver, map.totals(vserver)));
        printJson(context.out, {{QStringLiteral("links"), links}, {QStringLiteral("vservers"), totals}});
        return kDone;
    }
    if (!m_summary) {
        for (const Link &link : map.links()) {
            context.out << linkMannerName(link.manner) << ": " << displayBytes(tree.path(link.from));
            if (link.target != kNoId)
                context.out << " -> " << displayBytes(tree.path(link.target));
            context.out << '\n';
        }
    }
    for (const NodeId vserver : map.vservers())
        printTotals(context.out, tree, vserver, map.totals(vserver));
    return kDone;
}

} // namespace Refbox
