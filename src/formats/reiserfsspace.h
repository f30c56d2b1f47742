// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where what is written here goes in a ReiserFS image of 4096-byte blocks: boot area, superblock, bitmap and
// journal, then the slots, which are all other blocks in ascending order. A further bitmap block is the first
// of each 32768 blocks. Pure.
#pragma once

#include "formats/imageoptions.h"

#include <cstdint>
#include <span>

namespace Refbox {

inline constexpr std::uint32_t kReiserFsBlock = 4096; ///< bytes of a block, as written here
inline constexpr std::uint32_t kReiserFsInBitmap = 8 * kReiserFsBlock;
inline constexpr std::uint32_t kReiserFsFirstBitmap = 17;
inline constexpr std::uint32_t kReiserFsJournalFirst = 18;
inline constexpr std::uint32_t kReiserFsJournalBlocks = 512; ///< the smallest; its header is behind them
inline constexpr std::uint32_t kReiserFsReserved = kReiserFsJournalFirst + kReiserFsJournalBlocks + 1;

/// The block of a slot.
std::uint64_t reiserFsBlockOf(std::uint64_t slot);
/// How many blocks from a slot's on, at most count, are neighbours.
std::uint64_t reiserFsRun(std::uint64_t slot, std::uint64_t count);
/// Slots of an image of so many blocks.
std::uint64_t reiserFsSlots(std::uint64_t blocks);

/// Blocks of the image that has so many slots in use. Throws Error where the options ask for what cannot be,
/// or for too small a size, with the bytes that are needed.
std::uint32_t reiserFsBlocks(std::uint64_t usedSlots, const ImageOptions &options);

/// The bitmap of blocks [32768·number, …) in an image of blocks blocks of which usedSlots slots are used.
void encodeReiserFsBitmap(std::uint32_t number, std::uint64_t usedSlots, std::uint32_t blocks,
                          std::span<char> block);

} // namespace Refbox
