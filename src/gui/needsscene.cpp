// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/needsscene.h"

#include "assembly/treeedit.h"
#include "gui/needsplacing.h"
#include "jobs/display.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace Refbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::NeedsScene)
};

QString kindText(NeedsNode::Kind kind)
{
    switch (kind) {
    case NeedsNode::Kind::Program:
        return Text::tr("program");
    case NeedsNode::Kind::Library:
        return Text::tr("library");
    case NeedsNode::Kind::Loader:
        return Text::tr("loader");
    case NeedsNode::Kind::Script:
        return Text::tr("script");
    case NeedsNode::Kind::Other:
        return Text::tr("file");
    case NeedsNode::Kind::Missing:
        return Text::tr("missing");
    }
    return {};
}

std::string nameOf(const NeedsScene &scene, std::uint32_t number)
{
    const NeedsNode &node = scene.graph->nodes[number];
    if (node.isMissing())
        return std::string(baseName(node.name));
    return node.node == FileTree::root() ? "/" : std::string(scene.tree->name(node.node));
}

// The folder, as the root's own programs see it.
std::string folderOf(const NeedsScene &scene, NodeId node)
{
    std::string path = scene.tree->path(scene.tree->parent(node));
    if (scene.graph->root != FileTree::root())
        path.erase(0, scene.tree->path(scene.graph->root).size());
    return path.empty() ? "/" : path;
}

void fillBox(const NeedsScene &scene, NeedsBox &box)
{
    const NeedsNode &first = scene.graph->nodes[box.members.front()];
    box.missing = first.isMissing();
    box.asked = first.asked;
    if (!box.missing)
        box.component = scene.tree->origin(scene.tree->inodeOf(first.node));
    if (!box.isStack()) {
        box.name = displayPath(nameOf(scene, box.members.front()));
        box.hint = box.missing ? kindText(first.kind)
                               : Text::tr("%1 · %2", "kind · folder")
                                     .arg(kindText(first.kind), displayPath(folderOf(scene, first.node)));
        return;
    }
    const auto count = static_cast<int>(box.members.size());
    box.name = first.kind == NeedsNode::Kind::Script ? Text::tr("%n script(s)", nullptr, count)
                                                     : Text::tr("%n program(s)", nullptr, count);
    QStringList names;
    for (const std::uint32_t member : box.members) {
        const NodeId node = scene.graph->nodes[member].node;
        if (scene.tree->origin(scene.tree->inodeOf(node)) != box.component)
            box.component.clear();
        if (names.size() < 12)
            names += displayPath(nameOf(scene, member));
    }
    box.hint = names.join(QStringLiteral(", "));
}

} // namespace

std::vector<std::vector<std::uint32_t>> stackAlike(const NeedsGraph &graph,
                                                   const std::set<std::uint32_t> &kept)
{
    std::vector<std::vector<std::uint32_t>> needs(graph.nodes.size());
    std::vector<bool> isNeeded(graph.nodes.size());
    for (const auto &[from, to] : graph.arcs()) {
        needs[from].push_back(to);
        isNeeded[to] = isNeeded[to] || from != to;
    }
    std::map<std::pair<NeedsNode::Kind, std::vector<std::uint32_t>>, std::vector<std::uint32_t>> alike;
    for (std::uint32_t node = 0; node < graph.nodes.size(); ++node) {
        const NeedsNode::Kind kind = graph.nodes[node].kind;
        const bool stackable = kind == NeedsNode::Kind::Program || kind == NeedsNode::Kind::Script;
        if (stackable && !isNeeded[node] && !kept.contains(node))
            alike[{kind, needs[node]}].push_back(node);
    }
    std::vector<const std::vector<std::uint32_t> *> stackOf(graph.nodes.size());
    for (const auto &[what, members] : alike) {
        for (const std::uint32_t member : members)
            stackOf[member] = members.size() >= kLeastStack ? &members : nullptr;
    }
    std::vector<std::vector<std::uint32_t>> stacks;
    for (std::uint32_t node = 0; node < graph.nodes.size(); ++node) {
        if (stackOf[node] == nullptr)
            stacks.push_back({node});
        else if (stackOf[node]->front() == node)
            stacks.push_back(*stackOf[node]);
    }
    return stacks;
}

NeedsScene makeNeedsScene(const FileTreePtr &tree, const std::shared_ptr<const NeedsGraph> &graph,
                          const std::set<std::uint32_t> &unfolded, const QFont &font)
{
    NeedsScene scene;
    scene.tree = tree;
    scene.graph = graph;
    scene.boxOf.resize(graph->nodes.size());
    for (auto &members : stackAlike(*graph, unfolded)) {
        for (const std::uint32_t member : members)
            scene.boxOf[member] = static_cast<BoxId>(scene.boxes.size());
        NeedsBox box;
        box.members = std::move(members);
        fillBox(scene, box);
        scene.boxes.push_back(std::move(box));
    }
    std::set<Arc> arcs;
    for (const auto &[from, to] : graph->arcs()) {
        if (from != to)
            arcs.emplace(scene.boxOf[from], scene.boxOf[to]);
    }
    scene.arcs.assign(arcs.begin(), arcs.end());
    placeBoxes(scene, font);
    return scene;
}

BoxId NeedsScene::boxAt(const QPointF &point) const
{
    for (BoxId box = 0; box < boxes.size(); ++box) {
        if (boxes[box].place.contains(point))
            return box;
    }
    return kNoId;
}

BoxId NeedsScene::boxOfInode(InodeId inode) const
{
    for (std::uint32_t node = 0; node < graph->nodes.size(); ++node) {
        if (!graph->nodes[node].isMissing() && tree->inodeOf(graph->nodes[node].node) == inode)
            return boxOf[node];
    }
    return kNoId;
}

bool NeedsReach::has(const NeedsLine &line) const
{
    return std::any_of(line.from.begin(), line.from.end(), [&](BoxId from) {
        return (above[from] && above[line.to]) || (below[from] && below[line.to]);
    });
}

NeedsReach reachOf(const NeedsScene &scene, BoxId start)
{
    const auto walk = [&](bool down) {
        std::vector<std::vector<BoxId>> next(scene.boxes.size());
        for (const auto &[from, to] : scene.arcs)
            next[down ? from : to].push_back(down ? to : from);
        std::vector<bool> seen(scene.boxes.size());
        std::vector<BoxId> open{start};
        seen[start] = true;
        while (!open.empty()) {
            const BoxId box = open.back();
            open.pop_back();
            for (const BoxId other : next[box]) {
                if (!seen[other])
                    open.push_back(other);
                seen[other] = true;
            }
        }
        return seen;
    };
    return {walk(false), walk(true)};
}

QString describeBox(const NeedsScene &scene, BoxId number)
{
    const NeedsBox &box = scene.boxes[number];
    const NeedsNode &first = scene.graph->nodes[box.members.front()];
    const NeedsReach reach = reachOf(scene, number);
    int users = -static_cast<int>(box.members.size());
    int needed = -1;
    for (BoxId other = 0; other < scene.boxes.size(); ++other) {
        users += reach.above[other] ? static_cast<int>(scene.boxes[other].members.size()) : 0;
        needed += reach.below[other] ? 1 : 0;
    }
    QStringList parts;
    if (box.isStack())
        parts << Text::tr("%1 that need the same: %2").arg(box.name, box.hint);
    else if (box.missing)
        parts << Text::tr("missing: %1").arg(displayPath(first.name));
    else
        parts << Text::tr("%1 %2", "kind, path")
                     .arg(kindText(first.kind), displayPath(scene.tree->path(first.node)));
    if (!first.problem.empty())
        parts << translated("software", first.problem.c_str());
    if (needed > 0)
        parts << Text::tr("needs %n file(s)", nullptr, needed);
    if (users > 0)
        parts << Text::tr("needed by %n file(s)", nullptr, users);
    return parts.join(QLatin1Char('\n'));
}

} // namespace Refbox
