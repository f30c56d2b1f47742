// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsslots.h"

namespace Refbox {

ErofsSlots::ErofsSlots(std::uint32_t taken)
{
    m_groups.push_back({0, 0, 0, 1});
    m_blocks = 1;
    openBlock(0, kInBlock - taken);
}

void ErofsSlots::beginGroup(InodeId inode)
{
    m_groups.back().end = inode;
    m_groups.push_back({inode, inode, static_cast<std::uint32_t>(m_blocks), 0});
    for (std::vector<std::uint32_t> &blocks : m_open)
        blocks.clear();
}

void ErofsSlots::openBlock(std::uint32_t block, std::uint32_t freeSlots)
{
    if (freeSlots > 0)
        m_open[freeSlots].push_back(block);
}

std::uint64_t ErofsSlots::place(InodeId inode, std::uint64_t bytes)
{
    const std::uint64_t slots = (bytes + kErofsSlotSize - 1) / kErofsSlotSize;
    if (slots > kInBlock) {
        beginGroup(inode);
        const std::uint64_t first = m_blocks * kInBlock;
        m_groups.back().blocks = static_cast<std::uint32_t>((slots + kInBlock - 1) / kInBlock);
        m_blocks += m_groups.back().blocks;
        beginGroup(inode + 1);
        return first;
    }
    const auto needed = static_cast<std::uint32_t>(slots);
    for (std::uint32_t free = needed; free <= kInBlock; ++free) {
        if (m_open[free].empty())
            continue;
        const std::uint32_t block = m_open[free].back();
        m_open[free].pop_back();
        openBlock(block, free - needed);
        return (std::uint64_t{block} + 1) * kInBlock - free;
    }
    if (m_groups.back().blocks >= kErofsGroupBlocks)
        beginGroup(inode);
    const auto block = static_cast<std::uint32_t>(m_blocks++);
    ++m_groups.back().blocks;
    openBlock(block, kInBlock - needed);
    return std::uint64_t{block} * kInBlock;
}

std::vector<ErofsGroup> ErofsSlots::takeGroups(InodeId end)
{
    m_groups.back().end = end;
    std::erase_if(m_groups, [](const ErofsGroup &group) { return group.blocks == 0; });
    return std::move(m_groups);
}

} // namespace Refbox
