// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsspace.h"

#include "formats/imagewriting.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <cmath>

namespace Refbox {

namespace {

constexpr std::uint64_t kSlotsInFirst = kReiserFsInBitmap - kReiserFsReserved;
constexpr std::uint64_t kSlotsInOther = kReiserFsInBitmap - 1;
constexpr std::uint64_t kMostBlocks = std::uint64_t{0xFFFF} * kReiserFsInBitmap; // as many bitmaps as count

QString cannotPlan()
{
    return translated("formats", "Cannot plan the image");
}

// Free slots that an image of so many blocks shall have.
std::uint64_t freeSlots(std::uint64_t blocks, const ImageOptions &options)
{
    return options.freeBytes / kReiserFsBlock + (options.freeBytes % kReiserFsBlock != 0 ? 1 : 0) +
           static_cast<std::uint64_t>(std::ceil(static_cast<double>(blocks) * options.freePercent / 100));
}

std::uint64_t smallest(std::uint64_t usedSlots, const ImageOptions &options)
{
    const auto fits = [&](std::uint64_t blocks) {
        const std::uint64_t slots = reiserFsSlots(blocks);
        return slots >= usedSlots && slots - usedSlots >= freeSlots(blocks, options);
    };
    if (!fits(kMostBlocks))
        throw Error(
            cannotPlan(), {}, translated("formats", "It would be larger than 8 TB."),
            translated("formats", "Ask for less free space, or spread the tree over several images."));
    std::uint64_t tooSmall = kReiserFsReserved;
    std::uint64_t enough = kMostBlocks;
    while (enough > tooSmall + 1) {
        const std::uint64_t middle = (tooSmall + enough) / 2;
        (fits(middle) ? enough : tooSmall) = middle;
    }
    return enough;
}

} // namespace

std::uint64_t reiserFsBlockOf(std::uint64_t slot)
{
    if (slot < kSlotsInFirst)
        return kReiserFsReserved + slot;
    slot -= kSlotsInFirst;
    return (1 + slot / kSlotsInOther) * kReiserFsInBitmap + 1 + slot % kSlotsInOther;
}

std::uint64_t reiserFsRun(std::uint64_t slot, std::uint64_t count)
{
    return std::min(count, kReiserFsInBitmap - reiserFsBlockOf(slot) % kReiserFsInBitmap);
}

std::uint64_t reiserFsSlots(std::uint64_t blocks)
{
    const std::uint64_t bitmaps = (blocks + kReiserFsInBitmap - 1) / kReiserFsInBitmap;
    const std::uint64_t taken = kReiserFsReserved + std::max<std::uint64_t>(1, bitmaps) - 1;
    return blocks - std::min(blocks, taken);
}

std::uint32_t reiserFsBlocks(std::uint64_t usedSlots, const ImageOptions &options)
{
    if (!options.size)
        return static_cast<std::uint32_t>(smallest(usedSlots, options));
    std::uint64_t blocks = *options.size / kReiserFsBlock;
    if (blocks > kMostBlocks)
        throw Error(
            cannotPlan(), {},
            translated("formats", "%1 bytes are asked for; ReiserFS images here are at most 8 TB large.")
                .arg(*options.size),
            translated("formats", "Give a smaller size."));
    if (blocks % kReiserFsInBitmap == 1) // nothing but one more bitmap
        --blocks;
    const std::uint64_t needed = smallest(usedSlots, {});
    if (blocks >= needed)
        return static_cast<std::uint32_t>(blocks);
    refuseSmallImage(needed * kReiserFsBlock, *options.size);
}

void encodeReiserFsBitmap(std::uint32_t number, std::uint64_t usedSlots, std::uint32_t blocks,
                          std::span<char> block)
{
    const std::uint64_t first = std::uint64_t{number} * kReiserFsInBitmap;
    const auto inside = [&](std::uint64_t place) {
        return std::clamp<std::uint64_t>(place, first, first + kReiserFsInBitmap) - first;
    };
    std::ranges::fill(block, '\0');
    const auto mark = [&](std::uint64_t begin, std::uint64_t end) {
        for (; begin < end && begin % 8 != 0; ++begin)
            block[begin / 8] = static_cast<char>(block[begin / 8] | 1 << begin % 8);
        for (; begin + 8 <= end; begin += 8)
            block[begin / 8] = static_cast<char>(0xFF);
        for (; begin < end; ++begin)
            block[begin / 8] = static_cast<char>(block[begin / 8] | 1 << begin % 8);
    };
    mark(0, 1); // itself, or the boot area
    mark(0, inside(usedSlots == 0 ? kReiserFsReserved : reiserFsBlockOf(usedSlots - 1) + 1));
    mark(inside(blocks), kReiserFsInBitmap); // past the end
}

} // namespace Refbox
