// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finding slots for inodes so that few are left over. Pure.
#pragma once

#include "formats/erofslayout.h"

#include <array>
#include <vector>

namespace Refbox {

/// Places one inode after the other, each in the fullest block of its group where it fits.
class ErofsSlots final
{
public:
    static constexpr std::uint32_t kInBlock = kErofsBlockSize / kErofsSlotSize;

    /// The first slots, in the first block, are taken.
    explicit ErofsSlots(std::uint32_t taken);

    /// The first slot of so many bytes, inside one block where they fit into one; a group of its own
    /// otherwise. Inodes come in ascending order.
    std::uint64_t place(InodeId inode, std::uint64_t bytes);
    /// After the last place().
    std::vector<ErofsGroup> takeGroups(InodeId end);
    std::uint64_t blocks() const { return m_blocks; }

private:
    void beginGroup(InodeId inode);
    void openBlock(std::uint32_t block, std::uint32_t freeSlots);

    std::vector<ErofsGroup> m_groups;
    std::array<std::vector<std::uint32_t>, kInBlock + 1> m_open; ///< blocks of the last group by free slots
    std::uint64_t m_blocks = 0;
};

} // namespace Refbox
