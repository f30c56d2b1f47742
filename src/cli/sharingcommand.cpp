// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/sharingcommand.h"

#include "cli/source.h"

namespace Refbox {

SharingCommand::SharingCommand(Arguments &parent)
    : Command(parent, "sharing", "Say how much of each component each vserver uses, and what it costs")
{
    m_source.addTo(m_arguments);
    m_arguments.add("--format", m_format, "text (the default), csv or json");
    m_arguments.add("--output", m_output, "Write into this file, not to the standard output");
    m_arguments.addFlag("--json", m_json, "Print JSON: the same as --format json");
}

SharingFormat SharingCommand::format() const
{
    if (m_json && !m_format.empty() && m_format != "json")
        throw wrongUsage(m_format, QStringLiteral("--json asks for another format."));
    const auto format = sharingFormatOf(m_json ? "json" : m_format.empty() ? "text" : m_format);
    if (!format)
        throw wrongUsage(m_format, QStringLiteral("The formats are text, csv and json."));
    return *format;
}

int SharingCommand::run(CommandContext &context)
{
    const SharingFormat how = format();
    const TreeSource source = openSource(m_source.path(), m_output, context.progress);
    const LinkMap map = m_source.linkMap(source, context.progress);
    const SharingMatrix matrix = sharingMatrix(map, &context.progress);
    if (m_output.empty())
        writeSharing(context.out, matrix, how);
    else
        saveSharing(m_output, matrix, how);
    return kDone;
}

} // namespace Refbox
