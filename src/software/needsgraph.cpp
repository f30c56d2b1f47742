// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/needsgraph.h"

#include "software/libraries.h"
#include "software/scripts.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace Refbox {

namespace {

using NodeKind = NeedsNode::Kind;
using EdgeKind = NeedsEdge::Kind;

class GraphMaker
{
public:
    GraphMaker(const FileTree &tree, NodeId root, const std::shared_ptr<TreeElfCache> &cache)
        : m_tree(tree)
        , m_view(tree, root, cache)
        , m_resolver(m_view)
    {
        m_graph.root = root;
    }

    void ask(NodeId file)
    {
        const std::string path = m_view.pathOf(file);
        const NodeId real = m_view.node(path);
        const std::uint32_t number =
            real == kNoId ? missing(std::string(m_tree.symlinkTarget(m_tree.inodeOf(file)))) : present(real);
        m_graph.nodes[number].asked = true;
    }

    NeedsGraph make(Progress *progress)
    {
        // An interpreter that a script brings in has needs of its own, so the list grows while it is walked.
        for (std::uint32_t number = 0; number < m_programs.size(); ++number) {
            if (progress != nullptr) {
                progress->advance();
                progress->throwIfCancelled();
            }
            addNeeds(m_programs[number]);
            // Programs share most of their libraries: what they bring in twice must not pile up.
            if (m_graph.edges.size() > m_mostEdges) {
                dropDoubles();
                m_mostEdges = std::max(m_mostEdges, 2 * m_graph.edges.size());
            }
        }
        dropDoubles();
        return std::move(m_graph);
    }

private:
    void dropDoubles()
    {
        std::sort(m_graph.edges.begin(), m_graph.edges.end());
        m_graph.edges.erase(std::unique(m_graph.edges.begin(), m_graph.edges.end()), m_graph.edges.end());
    }

    // A file whose own needs are looked at: one that was asked for, or an interpreter.
    std::uint32_t present(NodeId node)
    {
        const std::uint32_t number = add(node);
        if (m_expanded.insert(number).second)
            m_programs.push_back(number);
        return number;
    }

    std::uint32_t add(NodeId node)
    {
        const auto [known, isNew] =
            m_byInode.try_emplace(m_tree.inodeOf(node), static_cast<std::uint32_t>(m_graph.nodes.size()));
        if (isNew)
            m_graph.nodes.push_back({node, NodeKind::Other, false, {}, {}});
        return known->second;
    }

    std::uint32_t addAt(const std::string &path, NodeKind kind)
    {
        const std::uint32_t number = add(m_view.node(path));
        NodeKind &known = m_graph.nodes[number].kind;
        if (known == NodeKind::Other || kind == NodeKind::Loader)
            known = kind;
        return number;
    }

    std::uint32_t missing(const std::string &name)
    {
        const auto [known, isNew] =
            m_missing.try_emplace(name, static_cast<std::uint32_t>(m_graph.nodes.size()));
        if (isNew)
            m_graph.nodes.push_back({kNoId, NodeKind::Missing, false, name, {}});
        return known->second;
    }

    void addNeeds(std::uint32_t number)
    {
        const std::string path = m_view.pathOf(m_graph.nodes[number].node);
        const ViewFile *file = m_view.lookup(path);
        const ElfReading &reading = m_view.elf(*file);
        m_graph.nodes[number].problem = reading.problem;
        if (reading.info)
            addElf(number, path, *reading.info);
        else if (!reading.isElf())
            addScript(number, path);
    }

    void addElf(std::uint32_t number, const std::string &path, const ElfInfo &info)
    {
        if (m_graph.nodes[number].kind == NodeKind::Other)
            m_graph.nodes[number].kind = info.isProgram() ? NodeKind::Program : NodeKind::Library;
        const Closure closure = m_resolver.closure(path);
        const auto loader = [&] {
            return closure.interpreterReal.empty() ? missing(closure.interpreter)
                                                   : addAt(closure.interpreterReal, NodeKind::Loader);
        };
        if (!closure.interpreter.empty())
            m_graph.edges.push_back({number, loader(), EdgeKind::Loader, closure.interpreter});
        std::vector<std::uint32_t> objects{number};
        for (const ResolvedLibrary &library : closure.libraries)
            objects.push_back(addAt(library.realPath, NodeKind::Library));
        for (const LibraryNeed &need : closure.needs) {
            // musl's loader is the C library too, also of a library that names no loader.
            if (need.library == LibraryNeed::kLoader && closure.interpreter.empty())
                continue;
            const std::uint32_t to = need.library == LibraryNeed::kMissing  ? missing(need.name)
                                     : need.library == LibraryNeed::kLoader ? loader()
                                                                            : objects[need.library];
            m_graph.edges.push_back({objects[need.needer], to, EdgeKind::Library, need.name});
        }
    }

    void addScript(std::uint32_t number, const std::string &path)
    {
        const auto needs = scriptNeeds(m_view, path);
        if (!needs)
            return;
        m_graph.nodes[number].kind = NodeKind::Script;
        const auto need = [&](const std::string &name, const std::string &real) {
            const std::uint32_t to = real.empty() ? missing(name) : present(m_view.node(real));
            m_graph.edges.push_back({number, to, EdgeKind::Interpreter, name});
        };
        need(needs->head.interpreter, needs->interpreterPath);
        if (!needs->head.byEnv.empty())
            need(needs->head.byEnv, needs->byEnvPath);
    }

    const FileTree &m_tree;
    TreeView m_view;
    LibraryResolver m_resolver;
    NeedsGraph m_graph;
    std::size_t m_mostEdges = 4096;
    std::vector<std::uint32_t> m_programs;
    std::unordered_set<std::uint32_t> m_expanded;
    std::unordered_map<InodeId, std::uint32_t> m_byInode;
    std::unordered_map<std::string, std::uint32_t> m_missing;
};

std::vector<bool> reached(const NeedsGraph &graph, std::uint32_t start, bool down)
{
    std::vector<std::vector<std::uint32_t>> next(graph.nodes.size());
    for (const NeedsEdge &edge : graph.edges)
        next[down ? edge.from : edge.to].push_back(down ? edge.to : edge.from);
    std::vector<bool> seen(graph.nodes.size());
    seen[start] = true;
    std::vector<std::uint32_t> open{start};
    while (!open.empty()) {
        const std::uint32_t node = open.back();
        open.pop_back();
        for (const std::uint32_t other : next[node]) {
            if (!seen[other])
                open.push_back(other);
            seen[other] = true;
        }
    }
    return seen;
}

} // namespace

const char *needsKindName(NeedsNode::Kind kind)
{
    static constexpr const char *kNames[] = {"program", "library", "loader", "script", "file", "missing"};
    return kNames[static_cast<std::size_t>(kind)];
}

const char *needKindName(NeedsEdge::Kind kind)
{
    static constexpr const char *kNames[] = {"library", "loader", "interpreter"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::size_t NeedsGraph::missingCount() const
{
    return static_cast<std::size_t>(
        std::count_if(nodes.begin(), nodes.end(), [](const NeedsNode &node) { return node.isMissing(); }));
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> NeedsGraph::arcs() const
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
    for (const NeedsEdge &edge : edges) {
        if (arcs.empty() || arcs.back() != std::pair(edge.from, edge.to))
            arcs.emplace_back(edge.from, edge.to);
    }
    return arcs;
}

NeedsGraph needsGraph(const FileTree &tree, NodeId root, std::span<const NodeId> files,
                      const std::shared_ptr<TreeElfCache> &cache, Progress *progress)
{
    GraphMaker maker(tree, root, cache);
    for (const NodeId file : files)
        maker.ask(file);
    return maker.make(progress);
}

std::vector<bool> neededBy(const NeedsGraph &graph, std::uint32_t node)
{
    return reached(graph, node, true);
}

std::vector<bool> needing(const NeedsGraph &graph, std::uint32_t node)
{
    return reached(graph, node, false);
}

bool mayHoldCode(const FileTree &tree, NodeId node)
{
    const Inode &inode = tree.inodeAt(node);
    return inode.isRegular() && inode.size >= 4 &&
           ((inode.permissions & 0111) != 0 || tree.name(node).find(".so") != std::string_view::npos);
}

ProgramsBelow programsBelow(const FileTree &tree, NodeId root, NodeId folder, std::size_t limit,
                            const std::shared_ptr<TreeElfCache> &cache, Progress *progress)
{
    if (!tree.inodeAt(folder).isDirectory())
        return {{folder}, 1};
    TreeView view(tree, root, cache);
    ProgramsBelow programs;
    ProgramsBelow libraries;
    std::unordered_set<InodeId> seen;
    for (NodeId node = folder; node < tree.subtreeEnd(folder); ++node) {
        if (progress != nullptr)
            progress->throwIfCancelled();
        if (!mayHoldCode(tree, node) || !seen.insert(tree.inodeOf(node)).second)
            continue;
        const ViewFile *file = view.lookup(view.pathOf(node));
        const ElfReading &reading = view.elf(*file);
        const bool isProgram = reading.info ? reading.info->isProgram()
                                            : !reading.isElf() && readScriptHead(view.head(*file, 256));
        if (!isProgram && !reading.info)
            continue;
        ProgramsBelow &list = isProgram ? programs : libraries;
        if (list.files.size() < limit)
            list.files.push_back(node);
        ++list.total;
    }
    return programs.total > 0 ? programs : libraries;
}

NodeId needsRootOf(const FileTree &tree, std::span<const NodeId> vservers, NodeId refbox, NodeId node)
{
    for (const NodeId vserver : vservers) {
        if (tree.isInside(node, vserver))
            return vserver;
    }
    return refbox != kNoId && tree.isInside(node, refbox) ? refbox : FileTree::root();
}

} // namespace Refbox
