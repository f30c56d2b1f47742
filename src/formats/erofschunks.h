// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files with holes in chunks of one size. Pure.
#pragma once

#include "formats/ext4extents.h"

#include <cstdint>
#include <span>
#include <vector>

namespace Refbox {

inline constexpr std::uint32_t kErofsBlockSize = 4096; ///< that images are written with

struct ErofsChunks
{
    std::uint8_t bits = 0;          ///< a chunk is 1 << bits blocks
    std::uint64_t entries = 0;      ///< chunks, holes included
    std::uint64_t storedBlocks = 0; ///< of the chunks that are no hole
};
/// The chunk size for which the file takes the fewest bytes, table included. Runs in ascending order, and
/// blocks of the whole file, at least 1.
ErofsChunks chooseErofsChunks(std::span<const DataRun> runs, std::uint64_t blocks);

/// The runs grown to whole chunks and joined; the last chunk ends with the file.
std::vector<DataRun> growToChunks(std::span<const DataRun> runs, std::uint64_t blocks, std::uint8_t bits);

} // namespace Refbox
