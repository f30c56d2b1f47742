// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofschunks.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::uint8_t kMostBits = 18; // chunks of 1 GiB: systems of 32 bits count their bytes in one word
constexpr std::uint64_t kEntrySize = 4;

} // namespace

std::vector<DataRun> growToChunks(std::span<const DataRun> runs, std::uint64_t blocks, std::uint8_t bits)
{
    std::vector<DataRun> grown;
    std::uint64_t last = 0; // end of the last grown run
    for (const DataRun &run : runs) {
        const std::uint64_t begin = std::uint64_t{run.logical} >> bits << bits;
        const std::uint64_t past = std::uint64_t{run.logical} + run.count;
        const std::uint64_t end = std::min(blocks, (((past - 1) >> bits) + 1) << bits);
        if (!grown.empty() && begin <= last)
            grown.back().count = static_cast<std::uint32_t>(end - grown.back().logical);
        else
            grown.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)});
        last = end;
    }
    return grown;
}

// Each step starts from what the last one grew: never more runs than before.
ErofsChunks chooseErofsChunks(std::span<const DataRun> runs, std::uint64_t blocks)
{
    ErofsChunks best;
    std::uint64_t least = UINT64_MAX;
    std::vector<DataRun> grown(runs.begin(), runs.end());
    for (std::uint8_t bits = 0; bits <= kMostBits; ++bits) {
        grown = growToChunks(grown, blocks, bits);
        ErofsChunks chunks{bits, ((blocks - 1) >> bits) + 1, 0};
        for (const DataRun &run : grown)
            chunks.storedBlocks += run.count;
        const std::uint64_t bytes = chunks.entries * kEntrySize + chunks.storedBlocks * kErofsBlockSize;
        if (bytes < least) {
            least = bytes;
            best = chunks;
        }
        if (chunks.entries == 1)
            break;
    }
    return best;
}

} // namespace Refbox
