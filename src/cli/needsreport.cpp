// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/dottext.h"
#include "cli/needscommand.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <QJsonArray>

#include <algorithm>

namespace Refbox {

namespace {

std::string nodeText(const FileTree &tree, const NeedsNode &node)
{
    return displayBytes(node.isMissing() ? node.name : tree.path(node.node));
}

std::span<const NeedsEdge> edgesFrom(const NeedsGraph &graph, std::uint32_t node)
{
    const auto before = [](const NeedsEdge &edge, std::uint32_t from) { return edge.from < from; };
    const auto begin = std::lower_bound(graph.edges.begin(), graph.edges.end(), node, before);
    return {begin, std::lower_bound(begin, graph.edges.end(), node + 1, before)};
}

// Depth first with a stack of its own: scripts may call each other in a long chain.
class TreePrinter
{
public:
    TreePrinter(std::ostream &out, const FileTree &tree, const NeedsGraph &graph)
        : m_out(out)
        , m_tree(tree)
        , m_graph(graph)
        , m_shown(graph.nodes.size())
    {
    }

    void print(std::uint32_t top)
    {
        m_out << nodeText(m_tree, m_graph.nodes[top]);
        endLine(top);
        while (!m_open.empty()) {
            auto &edges = m_open.back();
            if (edges.empty()) {
                m_open.pop_back();
                continue;
            }
            const NeedsEdge &edge = edges.front();
            edges = edges.subspan(1);
            m_out << std::string(2 * m_open.size(), ' ') << needKindName(edge.kind) << ' '
                  << displayBytes(edge.name) << " -> ";
            if (!m_graph.nodes[edge.to].isMissing())
                m_out << nodeText(m_tree, m_graph.nodes[edge.to]);
            endLine(edge.to);
        }
    }

private:
    void endLine(std::uint32_t number)
    {
        const NeedsNode &node = m_graph.nodes[number];
        const auto edges = edgesFrom(m_graph, number);
        if (node.isMissing())
            m_out << (node.asked ? " (leads nowhere)" : "missing");
        else if (!node.problem.empty())
            m_out << " (" << translated("software", node.problem.c_str()).toStdString() << ')';
        else if (m_shown[number] && !edges.empty())
            m_out << " (see above)";
        m_out << '\n';
        if (!m_shown[number] && !edges.empty())
            m_open.push_back(edges);
        m_shown[number] = true;
    }

    std::ostream &m_out;
    const FileTree &m_tree;
    const NeedsGraph &m_graph;
    std::vector<bool> m_shown;
    std::vector<std::span<const NeedsEdge>> m_open;
};

} // namespace

void printNeeds(std::ostream &out, const FileTree &tree, const NeedsGraph &graph)
{
    TreePrinter printer(out, tree, graph);
    for (std::uint32_t node = 0; node < graph.nodes.size(); ++node) {
        if (graph.nodes[node].asked)
            printer.print(node);
    }
}

QJsonObject needsToJson(const FileTree &tree, const NeedsGraph &graph)
{
    QJsonArray files;
    QJsonArray missing;
    for (const NeedsNode &node : graph.nodes) {
        if (node.isMissing()) {
            missing.append(jsonText(node.name));
            continue;
        }
        QJsonObject file{{QStringLiteral("path"), jsonText(tree.path(node.node))},
                         {QStringLiteral("kind"), QLatin1String(needsKindName(node.kind))},
                         {QStringLiteral("asked"), node.asked}};
        if (!node.problem.empty())
            file.insert(QStringLiteral("problem"), translated("software", node.problem.c_str()));
        files.append(file);
    }
    QJsonArray needs;
    for (const NeedsEdge &edge : graph.edges) {
        QJsonObject need{{QStringLiteral("from"), jsonText(tree.path(graph.nodes[edge.from].node))},
                         {QStringLiteral("kind"), QLatin1String(needKindName(edge.kind))},
                         {QStringLiteral("name"), jsonText(edge.name)}};
        if (!graph.nodes[edge.to].isMissing())
            need.insert(QStringLiteral("to"), jsonText(tree.path(graph.nodes[edge.to].node)));
        needs.append(need);
    }
    return {{QStringLiteral("root"), jsonText(tree.path(graph.root))},
            {QStringLiteral("files"), files},
            {QStringLiteral("missing"), missing},
            {QStringLiteral("needs"), needs}};
}

void printNeedsDot(std::ostream &out, const FileTree &tree, std::span<const NeedsGraph> graphs)
{
    out << "digraph needs {\n"
           "  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
           "  edge [fontname=\"sans-serif\", fontsize=10];\n";
    for (std::size_t number = 0; number < graphs.size(); ++number) {
        const NeedsGraph &graph = graphs[number];
        const std::string prefix = "    r" + std::to_string(number) + 'n';
        out << "  subgraph cluster_" << number << " {\n"
            << "    label=" << dotPath(tree.path(graph.root)) << ";\n";
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            const NeedsNode &node = graph.nodes[i];
            out << prefix << i
                << " [label=" << dotQuoted(nodeText(tree, node) + (node.isMissing() ? "\nmissing" : ""))
                << (node.isMissing() ? ", color=\"#D55E00\", style=\"rounded,dashed\""
                    : node.asked     ? ", style=\"rounded,bold\""
                                     : "")
                << "];\n";
        }
        for (const NeedsEdge &edge : graph.edges)
            out << prefix << edge.from << " -> " << prefix.substr(4) << edge.to
                << " [label=" << dotPath(edge.name)
                << (graph.nodes[edge.to].isMissing() ? ", color=\"#D55E00\", style=dashed" : "") << "];\n";
        out << "  }\n";
    }
    out << "}\n";
}

} // namespace Refbox
