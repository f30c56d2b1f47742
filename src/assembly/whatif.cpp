// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/whatif.h"

#include "jobs/text.h"
#include "software/libraries.h"
#include "software/needsgraph.h"
#include "software/scripts.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace Refbox {

namespace {

using Kind = DropEffect::Kind;
using Want = std::pair<Kind, std::string>; // a name, and what for

// What one file gets and lacks.
struct State
{
    std::map<Want, NodeId> lacks; // and who asks
    std::map<Want, NodeId> gets;  // and the file
};

// A root as it is, or without some names.
class RootView
{
public:
    RootView(const FileTree &tree, NodeId root, const std::shared_ptr<TreeElfCache> &cache,
             std::vector<bool> hidden)
        : m_tree(tree)
        , m_view(tree, root, cache, std::move(hidden))
        , m_resolver(m_view)
    {
    }

    // Of a name that is not hidden.
    const State &stateOf(NodeId node)
    {
        const auto [known, isNew] = m_states.try_emplace(m_tree.inodeOf(node));
        // A script that is its own interpreter finds the empty state that was just made.
        if (isNew) {
            State state;
            fill(state, node);
            m_states[m_tree.inodeOf(node)] = std::move(state);
        }
        return m_states[m_tree.inodeOf(node)];
    }

    bool leadsSomewhere(NodeId symlink) const { return m_view.node(m_view.pathOf(symlink)) != kNoId; }

private:
    void fill(State &state, NodeId node)
    {
        const std::string path = m_view.pathOf(node);
        const ViewFile *file = m_view.lookup(path);
        if (file == nullptr)
            return;
        const ElfReading &reading = m_view.elf(*file);
        if (reading.info)
            fillElf(state, node, path);
        else if (!reading.isElf())
            fillScript(state, node, path);
    }

    void fillElf(State &state, NodeId node, const std::string &path)
    {
        const Closure closure = m_resolver.closure(path);
        if (!closure.interpreter.empty()) {
            const Want want{Kind::Loader, closure.interpreter};
            if (closure.interpreterReal.empty())
                state.lacks.emplace(want, node);
            else
                state.gets.emplace(want, m_view.node(closure.interpreterReal));
        }
        for (const ResolvedLibrary &library : closure.libraries)
            state.gets.emplace(Want{Kind::Library, library.name}, m_view.node(library.realPath));
        for (const MissingLibrary &missing : closure.missing)
            state.lacks.emplace(Want{Kind::Library, missing.name}, m_view.node(missing.neededBy));
    }

    void fillScript(State &state, NodeId node, const std::string &path)
    {
        const auto needs = scriptNeeds(m_view, path);
        if (!needs)
            return;
        const auto need = [&](const std::string &name, const std::string &real) {
            const Want want{Kind::Interpreter, name};
            if (name.empty())
                return;
            if (real.empty()) {
                state.lacks.emplace(want, node);
                return;
            }
            const NodeId interpreter = m_view.node(real);
            state.gets.emplace(want, interpreter);
            const State ofInterpreter = stateOf(interpreter);
            state.lacks.insert(ofInterpreter.lacks.begin(), ofInterpreter.lacks.end());
            state.gets.insert(ofInterpreter.gets.begin(), ofInterpreter.gets.end());
        };
        need(needs->head.interpreter, needs->interpreterPath);
        need(needs->head.byEnv, needs->byEnvPath);
    }

    const FileTree &m_tree;
    TreeView m_view;
    LibraryResolver m_resolver;
    std::unordered_map<InodeId, State> m_states;
};

class RootComparison
{
public:
    RootComparison(const FileTree &tree, NodeId root, const std::vector<bool> &hidden,
                   const std::shared_ptr<TreeElfCache> &cache)
        : m_tree(tree)
        , m_hidden(hidden)
        , m_before(tree, root, cache, {})
        , m_after(tree, root, cache, hidden)
    {
        m_effects.root = root;
    }

    RootEffects run(Progress &progress)
    {
        for (NodeId node = m_effects.root; node < m_tree.subtreeEnd(m_effects.root); ++node) {
            progress.advance();
            progress.throwIfCancelled();
            if (m_hidden[node])
                m_effects.gone.push_back(node);
            else if (m_tree.inodeAt(node).isSymlink())
                compareLink(node);
            else if (mayHoldCode(m_tree, node))
                compareFile(node);
        }
        return std::move(m_effects);
    }

private:
    void compareLink(NodeId node)
    {
        if (m_before.leadsSomewhere(node) && !m_after.leadsSomewhere(node))
            m_effects.breaks.push_back(
                {node, Kind::Link, std::string(m_tree.symlinkTarget(m_tree.inodeOf(node))), node, kNoId, 1});
    }

    void compareFile(NodeId node)
    {
        const auto [known, isNew] = m_seen.try_emplace(m_tree.inodeOf(node), Place{});
        if (!isNew) {
            if (known->second.list != nullptr)
                ++(*known->second.list)[known->second.at].names;
            return;
        }
        const State before = m_before.stateOf(node);
        const State &after = m_after.stateOf(node);
        for (const auto &[want, asker] : after.lacks) {
            if (!before.lacks.contains(want)) {
                note(m_effects.breaks, known->second, {node, want.first, want.second, asker, kNoId, 1});
                return;
            }
        }
        for (const auto &[want, file] : before.gets) {
            const auto now = after.gets.find(want);
            const NodeId instead = now == after.gets.end() ? kNoId : now->second;
            if (instead == kNoId || m_tree.inodeOf(instead) != m_tree.inodeOf(file)) {
                note(m_effects.switches, known->second, {node, Kind::Switch, want.second, node, instead, 1});
                return;
            }
        }
    }

    struct Place
    {
        std::vector<DropEffect> *list = nullptr; // null: nothing becomes of it
        std::size_t at = 0;
    };

    static void note(std::vector<DropEffect> &list, Place &place, DropEffect effect)
    {
        place = {&list, list.size()};
        list.push_back(std::move(effect));
    }

    const FileTree &m_tree;
    const std::vector<bool> &m_hidden;
    RootView m_before;
    RootView m_after;
    RootEffects m_effects;
    std::unordered_map<InodeId, Place> m_seen;
};

// A vserver's own symbolic links into the refbox by the path from the image's root: they are right wherever
// the refbox is bound to its place, and lead nowhere inside the vserver before and after.
void addRefboxLinks(const LinkMap &links, const std::vector<bool> &hidden, RootEffects &effects)
{
    const FileTree &tree = links.tree();
    for (const Link &link : links.linksOf(effects.root)) {
        if (link.manner == Link::Manner::Symbolic && links.isInRefbox(link.target) && hidden[link.target] &&
            !hidden[link.from])
            effects.breaks.push_back({link.from, Kind::Link,
                                      std::string(tree.symlinkTarget(tree.inodeOf(link.from))), link.from,
                                      kNoId, 1});
    }
    std::stable_sort(effects.breaks.begin(), effects.breaks.end(),
                     [](const DropEffect &a, const DropEffect &b) { return a.node < b.node; });
}

std::vector<NodeId> rootsConcerned(const LinkMap *links, std::span<const NodeId> dropped,
                                   const std::vector<NodeId> &gone)
{
    if (links == nullptr)
        return {FileTree::root()};
    bool refbox = false;
    std::set<NodeId> vservers;
    for (const NodeId node : gone) {
        refbox = refbox || links->isInRefbox(node);
        vservers.insert(links->vserverOf(node));
    }
    // Symbolic links into the refbox hang on files that have no name in their vserver.
    for (const NodeId top : dropped) {
        for (const std::uint32_t user : links->usersOf(top)) {
            const Link &link = links->links()[user];
            if (link.manner == Link::Manner::Symbolic && links->isInRefbox(link.target))
                vservers.insert(links->vserverOf(link.from));
        }
    }
    vservers.erase(kNoId);
    std::vector<NodeId> roots(refbox ? 1 : 0, links->refbox());
    roots.insert(roots.end(), vservers.begin(), vservers.end());
    if (roots.empty())
        roots.push_back(FileTree::root());
    return roots;
}

} // namespace

const char *dropEffectName(DropEffect::Kind kind)
{
    static constexpr const char *kNames[] = {"library", "loader", "interpreter", "link", "switch"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::size_t WhatIf::breakCount() const
{
    std::size_t count = 0;
    for (const RootEffects &effects : roots)
        count += effects.breaks.size();
    return count;
}

std::size_t WhatIf::goneCount() const
{
    std::size_t count = 0;
    for (const RootEffects &effects : roots)
        count += effects.gone.size();
    return count;
}

std::vector<NodeId> namesThatGo(const FileTree &tree, const LinkMap *links, std::span<const NodeId> dropped,
                                std::span<const NodeId> kept)
{
    std::vector<NodeId> gone;
    for (const NodeId top : dropped) {
        for (NodeId node = top; node < tree.subtreeEnd(top); ++node)
            gone.push_back(node);
        if (links == nullptr)
            continue;
        for (const std::uint32_t user : links->usersOf(top)) {
            const Link &link = links->links()[user];
            if (link.manner == Link::Manner::Hard && links->isInRefbox(link.target) &&
                !std::ranges::binary_search(kept, link.from))
                gone.push_back(link.from);
        }
    }
    std::sort(gone.begin(), gone.end());
    gone.erase(std::unique(gone.begin(), gone.end()), gone.end());
    return gone;
}

WhatIf whatIfDropped(const FileTree &tree, const LinkMap *links, std::span<const NodeId> dropped,
                     std::span<const NodeId> kept, Progress &progress)
{
    const std::vector<NodeId> gone = namesThatGo(tree, links, dropped, kept);
    std::vector<bool> hidden(tree.nodeCount());
    for (const NodeId node : gone)
        hidden[node] = true;
    const std::vector<NodeId> roots = rootsConcerned(links, dropped, gone);
    std::uint64_t entries = 0;
    for (const NodeId root : roots)
        entries += tree.subtreeEnd(root) - root;
    progress.beginPhase(translated("assembly", "Looking for what would break"), entries,
                        Progress::Unit::Entries);
    const auto cache = std::make_shared<TreeElfCache>();
    WhatIf result;
    for (const NodeId root : roots) {
        result.roots.push_back(RootComparison(tree, root, hidden, cache).run(progress));
        if (links != nullptr && links->vserverOf(root) != kNoId)
            addRefboxLinks(*links, hidden, result.roots.back());
    }
    return result;
}

} // namespace Refbox
