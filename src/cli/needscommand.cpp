// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/needscommand.h"

#include "cli/source.h"

#include <limits>
#include <map>

namespace Refbox {

NeedsCommand::NeedsCommand(Arguments &parent)
    : Command(parent, "needs", "Say which libraries, loaders and interpreters files need")
{
    m_arguments.add("PATH", m_path, "A project file, image, archive or folder").required();
    m_arguments.add("FILE", m_files, "A program, script or library in it, or a folder: all programs below it")
        .required();
    m_arguments.add("--root", m_root, "The folder that these programs have as their root");
    m_arguments.addFlag("--dot", m_dot, "Print a graph in the DOT language");
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int NeedsCommand::run(CommandContext &context)
{
    if (m_json && m_dot)
        throw wrongUsage("--dot", QStringLiteral("It is another format than --json."));
    const TreeSource source = openSource(m_path, context.progress);
    const FileTree &tree = *source.tree;
    const NodeId given = m_root.empty() ? kNoId : requireNode(tree, m_root);
    const auto cache = std::make_shared<TreeElfCache>();
    std::map<NodeId, std::vector<NodeId>> filesByRoot;
    for (const std::string &file : m_files) {
        const NodeId node = requireNode(tree, file);
        const NodeId root = given == kNoId ? needsRootOf(tree, source.vservers, source.refbox, node) : given;
        if (!tree.isInside(node, root))
            throw wrongUsage(file, QStringLiteral("It is not inside the root."));
        const ProgramsBelow programs = programsBelow(
            tree, root, node, std::numeric_limits<std::size_t>::max(), cache, &context.progress);
        auto &files = filesByRoot[root];
        files.insert(files.end(), programs.files.begin(), programs.files.end());
    }
    std::vector<NeedsGraph> graphs;
    std::size_t missing = 0;
    for (const auto &[root, files] : filesByRoot) {
        graphs.push_back(needsGraph(tree, root, files, cache, &context.progress));
        missing += graphs.back().missingCount();
    }
    if (m_json) {
        QJsonArray roots;
        for (const NeedsGraph &graph : graphs)
            roots.append(needsToJson(tree, graph));
        printJson(context.out, {{QStringLiteral("roots"), roots}});
    } else if (m_dot) {
        printNeedsDot(context.out, tree, graphs);
    } else {
        for (const NeedsGraph &graph : graphs)
            printNeeds(context.out, tree, graph);
    }
    return missing == 0 ? kDone : kFailed;
}

} // namespace Refbox
