// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/needsjob.h"

#include "assembly/planner.h"
#include "jobs/display.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace Refbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::NeedsPage)
};

} // namespace

NeedsResult findNeeds(const SnapshotPtr &snapshot, NodeId selected, Progress &progress)
{
    const FileTree &tree = *snapshot->tree;
    const NodeId root = needsRootOf(tree, snapshot->vservers, snapshot->refbox, selected);
    const auto cache = std::make_shared<TreeElfCache>();
    const ProgramsBelow programs = programsBelow(tree, root, selected, kMostPrograms, cache, &progress);
    return {snapshot, selected,
            std::make_shared<const NeedsGraph>(needsGraph(tree, root, programs.files, cache, &progress)),
            programs.files.size(), programs.total};
}

std::shared_ptr<const WhatIf> findBreaks(const SnapshotPtr &snapshot, const std::vector<NodeId> &dropped,
                                         Progress &progress)
{
    const LinkMap *links = snapshot->linkMap ? &*snapshot->linkMap : nullptr;
    const std::vector<NodeId> kept = snapshot->plan ? importedNames(*snapshot->plan) : std::vector<NodeId>();
    return std::make_shared<const WhatIf>(whatIfDropped(*snapshot->tree, links, dropped, kept, progress));
}

std::vector<NeedsMark> marksOf(const NeedsScene &scene, const WhatIf &whatIf)
{
    std::vector<NeedsMark> marks(scene.boxes.size());
    const auto effects = std::find_if(whatIf.roots.begin(), whatIf.roots.end(), [&](const RootEffects &root) {
        return root.root == scene.graph->root;
    });
    if (effects == whatIf.roots.end())
        return marks;
    std::unordered_map<InodeId, NeedsMark::Kind> kinds;
    for (const NodeId node : effects->gone)
        kinds[scene.tree->inodeOf(node)] = NeedsMark::Kind::Dropped;
    for (const DropEffect &effect : effects->switches)
        kinds[scene.tree->inodeOf(effect.node)] = NeedsMark::Kind::Switches;
    for (const DropEffect &effect : effects->breaks)
        kinds[scene.tree->inodeOf(effect.node)] = NeedsMark::Kind::Breaks;
    for (std::uint32_t number = 0; number < scene.graph->nodes.size(); ++number) {
        const NeedsNode &node = scene.graph->nodes[number];
        const auto kind = node.isMissing() ? kinds.end() : kinds.find(scene.tree->inodeOf(node.node));
        if (kind == kinds.end())
            continue;
        NeedsMark &mark = marks[scene.boxOf[number]];
        // In a stack the worst counts, and how many there are of that.
        static constexpr int kRank[] = {0, 1, 3, 2};
        const auto rank = [](NeedsMark::Kind of) { return kRank[static_cast<std::size_t>(of)]; };
        if (rank(kind->second) > rank(mark.kind))
            mark = {kind->second, 0};
        mark.count += kind->second == mark.kind ? 1 : 0;
    }
    return marks;
}

QString effectText(const FileTree &tree, const DropEffect &effect)
{
    const QString name = displayPath(effect.name);
    QString text;
    switch (effect.kind) {
    case DropEffect::Kind::Link:
        return Text::tr("It is a symbolic link to %1, which would lead nowhere.").arg(name);
    case DropEffect::Kind::Switch:
        return effect.instead == kNoId
                   ? Text::tr("It would do without %1.").arg(name)
                   : Text::tr("It would use %1 as %2.").arg(displayPath(tree.path(effect.instead)), name);
    case DropEffect::Kind::Library:
        text = Text::tr("It would lack the library %1.").arg(name);
        break;
    case DropEffect::Kind::Loader:
        text = Text::tr("It would lack the loader %1.").arg(name);
        break;
    case DropEffect::Kind::Interpreter:
        text = Text::tr("It would lack the interpreter %1.").arg(name);
        break;
    }
    if (effect.askedBy != effect.node && effect.askedBy != kNoId)
        text += QLatin1Char(' ') + Text::tr("%1 needs that.").arg(displayPath(tree.path(effect.askedBy)));
    return text;
}

} // namespace Refbox
