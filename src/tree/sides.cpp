// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/sides.h"

#include "tree/symlinkresolver.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace Refbox {

namespace {

bool sharesWith(const FileTree &tree, NodeId subtree, NodeId refbox)
{
    for (NodeId node = subtree; node < tree.subtreeEnd(subtree); ++node) {
        const auto names = tree.names(tree.inodeOf(node));
        const auto first = std::lower_bound(names.begin(), names.end(), refbox);
        if (names.size() > 1 && first != names.end() && tree.isInside(*first, refbox))
            return true;
    }
    return false;
}

using Ways = std::pair<NodeId, NodeId>;
using WayCounts = std::map<Ways, std::uint64_t>;

// The folders below the deepest common one through which two names are reached; kNoId for a name that stands
// in the common folder itself.
Ways waysApart(const FileTree &tree, NodeId a, NodeId b)
{
    const auto climb = [&tree](NodeId from, NodeId other) {
        NodeId at = from;
        while (!tree.isInside(other, tree.parent(at)))
            at = tree.parent(at);
        return at == from ? kNoId : at;
    };
    return {climb(a, b), climb(b, a)};
}

bool areApart(const Ways &ways)
{
    return ways.first != kNoId && ways.second != kNoId;
}

WayCounts hardLinks(const FileTree &tree)
{
    WayCounts counts;
    for (InodeId inode = 0; inode < tree.inodeCount(); ++inode) {
        const auto names = tree.names(inode);
        Ways before{kNoId, kNoId};
        for (std::size_t i = 1; i < names.size(); ++i) {
            const Ways ways = waysApart(tree, names[i - 1], names[i]);
            if (areApart(ways) && ways != before)
                ++counts[ways];
            before = ways;
        }
    }
    return counts;
}

// From the first into the second.
WayCounts symbolicLinks(const FileTree &tree)
{
    WayCounts counts;
    SymlinkResolver resolver(tree, FileTree::root());
    for (NodeId node = 0; node < tree.nodeCount(); ++node) {
        const NodeId target = tree.inodeAt(node).isSymlink() ? resolver.target(node) : kNoId;
        // What leads to a folder around it shares nothing.
        if (target == kNoId || tree.isInside(node, target))
            continue;
        if (const Ways ways = waysApart(tree, node, target); areApart(ways))
            ++counts[ways];
    }
    return counts;
}

Ways mostOf(const WayCounts &counts)
{
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == counts.end() ? Ways(kNoId, kNoId) : most->first;
}

} // namespace

Sides proposeSides(const FileTree &tree)
{
    auto [user, refbox] = mostOf(hardLinks(tree));
    if (user == kNoId)
        std::tie(user, refbox) = mostOf(symbolicLinks(tree));
    else if (tree.subtreeEnd(user) - user < tree.subtreeEnd(refbox) - refbox)
        std::swap(user, refbox);
    return user == kNoId ? Sides() : Sides{refbox, {user}};
}

Sides guessSides(const FileTree &tree, std::span<const std::string> knownNames)
{
    Sides sides;
    const NodeId refbox = tree.find("/refbox");
    if (refbox != kNoId && tree.inodeAt(refbox).isDirectory())
        sides.refbox = refbox;
    const auto collect = [&](auto fits) {
        for (const NodeId node : tree.children(FileTree::root())) {
            if (node != sides.refbox && tree.inodeAt(node).isDirectory() && fits(node))
                sides.vservers.push_back(node);
        }
        return !sides.vservers.empty();
    };
    const auto isKnown = [&](NodeId node) {
        return std::find(knownNames.begin(), knownNames.end(), tree.name(node)) != knownNames.end();
    };
    if (collect(isKnown) || collect([&](NodeId node) { return tree.name(node).starts_with("vsbox"); }))
        return sides;
    if (sides.refbox != kNoId)
        collect([&](NodeId node) { return sharesWith(tree, node, sides.refbox); });
    return sides;
}

} // namespace Refbox
