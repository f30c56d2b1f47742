// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsnodes.h"

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
    std::uint32_t used(std::uint64_t node) const
    {
        const auto count = static_cast<std::uint32_t>(firstChild(node + 1) - firstChild(node));
        return (count - 1) * kReiserFsKeySize + count * kReiserFsChildSize;
    }
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
    std::vector<std::uint64_t> firstLeaf(leaves.size() > 1 ? leaves.size() : 0); // of each child
    for (std::uint64_t i = 0; i < firstLeaf.size(); ++i)
        firstLeaf[i] = i;
    std::uint64_t childSlot = 0; // of the level below
    for (std::size_t l = 0; l < levels.size(); ++l) {
        const Level &level = levels[l];
        for (std::uint64_t node = 0; node < level.nodes; ++node, place += kReiserFsBlock) {
            const std::uint64_t first = level.firstChild(node);
            const auto count = static_cast<std::uint32_t>(level.firstChild(node + 1) - first);
            const std::uint32_t room = kReiserFsBlock - kReiserFsBlockHead;
            encodeReiserFsBlockHead(static_cast<std::uint32_t>(l + 2), count - 1, room - level.used(node),
                                    place);
            char *keys = place + kReiserFsBlockHead;
            char *children = keys + std::size_t{count - 1} * kReiserFsKeySize;
            for (std::uint32_t i = 0; i < count; ++i) {
                const std::uint64_t child = first + i;
                const std::uint32_t used = l == 0 ? leaves[child].used : levels[l - 1].used(child);
                encodeReiserFsChild(static_cast<std::uint32_t>(reiserFsBlockOf(childSlot + child)), used,
                                    children + std::size_t{i} * kReiserFsChildSize);
                if (i == 0)
                    continue;
                const ReiserFsFirstKey key = firstKeyOf(plan, leaves[firstLeaf[child]].begin);
                encodeReiserFsKey(key.key, key.version, keys + std::size_t{i - 1} * kReiserFsKeySize);
            }
        }
        childSlot += level.children;
        for (std::uint64_t node = 0; node < level.nodes; ++node)
            firstLeaf[node] = firstLeaf[level.firstChild(node)];
    }
    return nodes;
}

} // namespace Refbox
