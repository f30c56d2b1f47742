// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/linkscommand.h"

#include "cli/source.h"

namespace Refbox {

LinksCommand::LinksCommand(Arguments &parent)
    : Command(parent, "links", "List the links between vservers and refbox, of a project or any tree")
{
    m_source.addTo(m_arguments);
    m_arguments.addFlag("--summary", m_summary, "Only how much each vserver shares");
    m_arguments.add("--format", m_format, "text (the default), csv, json or dot");
    m_arguments.add("--output", m_output, "Write into this file, not to the standard output");
    m_arguments.addFlag("--json", m_json, "Print JSON: the same as --format json");
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

int LinksCommand::run(CommandContext &context)
{
    const LinkFormat how = format();
    const TreeSource source = openSource(m_source.path(), m_output, context.progress);
    const LinkMap map = m_source.linkMap(source, context.progress);
    const LinkExportOptions options{m_summary, &context.progress};
    if (m_output.empty())
        writeLinks(context.out, map, how, options);
    else
        saveLinks(m_output, map, how, options);
    return kDone;
}

} // namespace Refbox
