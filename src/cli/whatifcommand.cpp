// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/whatifcommand.h"

#include "assembly/planner.h"
#include "assembly/whatif.h"
#include "cli/source.h"
#include "jobs/display.h"

namespace Refbox {

namespace {

std::string reason(const FileTree &tree, const DropEffect &effect)
{
    const std::string name = displayBytes(effect.name);
    switch (effect.kind) {
    case DropEffect::Kind::Link:
        return "symbolic link to " + name + " would lead nowhere";
    case DropEffect::Kind::Switch:
        return effect.instead == kNoId
                   ? "would do without " + name
                   : "would use " + displayBytes(tree.path(effect.instead)) + " as " + name;
    default:
        break;
    }
    std::string text = std::string("would lack the ") + dropEffectName(effect.kind) + ' ' + name;
    if (effect.askedBy != effect.node && effect.askedBy != kNoId)
        text += ", which " + displayBytes(tree.path(effect.askedBy)) + " needs";
    return text;
}

void printEffects(std::ostream &out, const FileTree &tree, const char *one, const char *many,
                  const std::vector<DropEffect> &effects)
{
    if (effects.empty())
        return;
    out << "  " << effects.size() << ' ' << (effects.size() == 1 ? one : many) << ":\n";
    for (const DropEffect &effect : effects) {
        out << "    " << displayBytes(tree.path(effect.node));
        if (effect.names > 1)
            out << " (" << effect.names << " names)";
        out << ": " << reason(tree, effect) << '\n';
    }
}

void printRoot(std::ostream &out, const FileTree &tree, const RootEffects &effects)
{
    out << displayBytes(tree.path(effects.root)) << '\n'
        << "  " << effects.gone.size() << (effects.gone.size() == 1 ? " name goes:\n" : " names go:\n");
    // A folder stands for what is below it.
    NodeId end = 0;
    for (const NodeId node : effects.gone) {
        if (node < end)
            continue;
        end = tree.subtreeEnd(node);
        out << "    " << displayBytes(tree.path(node)) << (tree.inodeAt(node).isDirectory() ? "/\n" : "\n");
    }
    printEffects(out, tree, "file breaks", "files break", effects.breaks);
    printEffects(out, tree, "file works on with another", "files work on with others", effects.switches);
    if (effects.breaks.empty())
        out << "  nothing breaks\n";
}

QJsonObject effectToJson(const FileTree &tree, const DropEffect &effect)
{
    QJsonObject object{{QStringLiteral("path"), jsonText(tree.path(effect.node))},
                       {QStringLiteral("kind"), QLatin1String(dropEffectName(effect.kind))},
                       {QStringLiteral("name"), jsonText(effect.name)},
                       {QStringLiteral("names"), static_cast<qint64>(effect.names)}};
    if (effect.kind != DropEffect::Kind::Switch && effect.askedBy != kNoId)
        object.insert(QStringLiteral("askedBy"), jsonText(tree.path(effect.askedBy)));
    if (effect.instead != kNoId)
        object.insert(QStringLiteral("instead"), jsonText(tree.path(effect.instead)));
    return object;
}

QJsonObject rootToJson(const FileTree &tree, const RootEffects &effects)
{
    const auto list = [&](const std::vector<DropEffect> &of) {
        QJsonArray array;
        for (const DropEffect &effect : of)
            array.append(effectToJson(tree, effect));
        return array;
    };
    QJsonArray gone;
    for (const NodeId node : effects.gone)
        gone.append(jsonText(tree.path(node)));
    return {{QStringLiteral("root"), jsonText(tree.path(effects.root))},
            {QStringLiteral("goes"), gone},
            {QStringLiteral("breaks"), list(effects.breaks)},
            {QStringLiteral("switches"), list(effects.switches)}};
}

} // namespace

WhatIfCommand::WhatIfCommand(Arguments &parent)
    : Command(parent, "whatif", "Say what would break if something were dropped; exit status 1 if anything")
{
    m_arguments.add("PATH", m_path, "A project file, image, archive or folder").required();
    m_arguments
        .add("--drop", m_dropped,
             "What is dropped: a file or folder of a vserver or the refbox; may be given several times")
        .required();
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int WhatIfCommand::run(CommandContext &context)
{
    const TreeSource source = openSource(m_path, context.progress);
    const FileTree &tree = *source.tree;
    std::vector<NodeId> dropped;
    for (const std::string &path : m_dropped) {
        dropped.push_back(requireNode(tree, path));
        if (dropped.back() == FileTree::root())
            throw wrongUsage(path, QStringLiteral("Without the whole tree nothing is left."));
    }
    std::optional<LinkMap> links;
    if (source.refbox != kNoId)
        links = buildLinkMap(tree, source.vservers, source.refbox, {}, &context.progress);
    const std::vector<NodeId> kept = source.plan ? importedNames(*source.plan) : std::vector<NodeId>();
    const WhatIf whatIf = whatIfDropped(tree, links ? &*links : nullptr, dropped, kept, context.progress);
    if (m_json) {
        QJsonArray roots;
        for (const RootEffects &effects : whatIf.roots)
            roots.append(rootToJson(tree, effects));
        printJson(context.out, {{QStringLiteral("roots"), roots}});
    } else {
        for (const RootEffects &effects : whatIf.roots)
            printRoot(context.out, tree, effects);
    }
    return whatIf.breakCount() == 0 ? kDone : kFailed;
}

} // namespace Refbox
