// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/linkmapsource.h"

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

void LinkMapSource::addTo(Arguments &arguments)
{
    arguments.add("PATH", m_path, "A project file, image, archive or folder").required();
    arguments.add("--refbox", m_refbox, "The shared side, where it is not /refbox");
    arguments.add("--vserver", m_vservers, "A folder that shares with it; may be given several times");
    arguments.addFlag("--copies", m_copies, "Compare the bytes of private files with those of the refbox");
}

LinkMap LinkMapSource::linkMap(const TreeSource &source, Progress &progress) const
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

} // namespace Refbox
