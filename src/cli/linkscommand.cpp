// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/linkscommand.h"

#include "assembly/exporter.h"
#include "cli/source.h"
#include "jobs/display.h"
#include "tree/sides.h"

namespace Refbox {

namespace {

QString adviceOnSides(const FileTree &tree)
{
    const Sides sides = proposeSides(tree);
    if (sides.refbox == kNoId)
        return QStringLiteral("Name them: --refbox PATH --vserver PATH.");
    return QStringLiteral("Name them; these two share most: --refbox %1 --vserver %2.")
        .arg(displayPath(shellQuoted(tree.path(sides.refbox))),
             displayPath(shellQuoted(tree.path(sides.vservers.front()))));
}

} // namespace

LinksCommand::LinksCommand(CLI::App &parent)
    : Command(parent, "links", "List the links between vservers and refbox, of a project or any tree")
{
    m_app->add_option("PATH", m_path, "A project file, image, archive or folder")->required();
    m_app->add_option("--refbox", m_refbox, "The shared side, where it is not /refbox");
    m_app->add_option("--vserver", m_vservers, "A folder that shares with it; may be given several times");
    m_app->add_flag("--copies", m_copies, "Compare the bytes of private files with those of the refbox");
    m_app->add_flag("--summary", m_summary, "Only how much each vserver shares");
    m_app->add_option("--format", m_format, "text (the default), csv, json or dot");
    m_app->add_option("--output", m_output, "Write into this file, not to the standard output");
    m_app->add_flag("--json", m_json, "Print JSON: the same as --format json");
}

LinkFormat LinksCommand::format() const
{
    if (m_json && !m_format.empty() && m_format != "json")
        throw wrongUsage(m_format, QStringLiteral("--json asks for another format."));
    const auto format = linkFormatOf(m_json ? "json" : m_format.empty() ? "text" : m_format);
    if (!format)
        throw wrongUsage(m_format, QStringLiteral("The formats are text, csv, json and dot."));
    if (m_summary && (*format == LinkFormat::Csv || *format == LinkFormat::Dot))
        throw wrongUsage(m_format, QStringLiteral("A summary is text or json."));
    return *format;
}

LinkMap LinksCommand::linkMap(const TreeSource &source, Progress &progress) const
{
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
                    adviceOnSides(tree));
    LinkMapOptions options;
    options.findCopies = m_copies;
    return buildLinkMap(tree, vservers, refbox, options, &progress);
}

int LinksCommand::run(CommandContext &context)
{
    const LinkFormat how = format();
    const TreeSource source = openSource(m_path, context.progress);
    const LinkMap map = linkMap(source, context.progress);
    const LinkExportOptions options{m_summary, &context.progress};
    if (m_output.empty())
        writeLinks(context.out, map, how, options);
    else
        saveLinks(m_output, map, how, options);
    return kDone;
}

} // namespace Refbox
