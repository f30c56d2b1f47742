// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsnodes.h"

#include <span>

namespace Refbox {

namespace {

constexpr std::uint64_t kMostChildren =
    1 + (kReiserFsBlock - kReiserFsBlockHead - kReiserFsChildSize) / (kReiserFsKeySize + kReiserFsChildSize);

struct Level
{
    std::uint64_t nodes = 0;
    std::uint64_t children = 0;

    // Evenly spread, so that none has a single child and no key.
    std::uint64_t firstChild(std::uint64_t node) const { return node * children / nodes; }
};

struct Child
{
    std::uint64_t firstLeaf = 0; // of those below it
    std::uint32_t used = 0;      // bytes
};

std::vector<Level> levelsAbove(std::uint64_t leaves)
{
    std::vector<Level> levels;
    for (std::uint64_t children = leaves; children > 1;) {
        const std::uint64_t nodes = (children + kMostChildren - 1) / kMostChildren;
        levels.push_back({nodes, children});
        children = nodes;
    }
    return levels;
}

// Keys, each the first of the child behind it, then the children's places. Returns the bytes used.
std::uint32_t encodeNode(const ReiserFsPlan &plan, const std::vector<ReiserFsLeaf> &leaves,
                         std::uint32_t level, std::span<const Child> children, std::uint64_t slot,
                         char *place)
{
    const auto keys = static_cast<std::uint32_t>(children.size() - 1);
    const std::uint32_t used =
        keys * kReiserFsKeySize + static_cast<std::uint32_t>(children.size()) * kReiserFsChildSize;
    encodeReiserFsBlockHead(level, keys, kReiserFsBlock - kReiserFsBlockHead - used, place);
    place += kReiserFsBlockHead;
    for (const Child &child : children.subspan(1)) {
        const ReiserFsFirstKey key = firstKeyOf(plan, leaves[child.firstLeaf].begin);
        encodeReiserFsKey(key.key, key.version, place);
        place += kReiserFsKeySize;
    }
    for (const Child &child : children) {
        encodeReiserFsChild(static_cast<std::uint32_t>(reiserFsBlockOf(slot++)), child.used, place);
        place += kReiserFsChildSize;
    }
    return used;
}

} // namespace

std::uint64_t reiserFsNodeCount(std::uint64_t leaves)
{
    std::uint64_t count = 0;
    for (const Level &level : levelsAbove(leaves))
        count += level.nodes;
    return count;
}

std::uint32_t reiserFsLevels(std::uint64_t leaves)
{
    return 1 + static_cast<std::uint32_t>(levelsAbove(leaves).size());
}

std::vector<char> makeReiserFsNodes(const ReiserFsPlan &plan, const std::vector<ReiserFsLeaf> &leaves)
{
    const std::vector<Level> levels = levelsAbove(leaves.size());
    std::vector<char> nodes(reiserFsNodeCount(leaves.size()) * kReiserFsBlock);
    char *place = nodes.data();
    std::vector<Child> children; // of the level that is made
    for (std::size_t i = 0; !levels.empty() && i < leaves.size(); ++i)
        children.push_back({i, leaves[i].used});
    std::uint64_t slot = 0; // of the first child
    for (std::uint32_t l = 0; l < levels.size(); ++l) {
        const Level &level = levels[l];
        for (std::uint64_t node = 0; node < level.nodes; ++node, place += kReiserFsBlock) {
            const std::uint64_t first = level.firstChild(node);
            const auto mine = std::span(children).subspan(first, level.firstChild(node + 1) - first);
            const std::uint32_t used = encodeNode(plan, leaves, l + 2, mine, slot + first, place);
            children[node] = {mine.front().firstLeaf, used}; // where its own children are done with
        }
        slot += level.children;
        children.resize(level.nodes);
    }
    return nodes;
}

} // namespace Refbox
