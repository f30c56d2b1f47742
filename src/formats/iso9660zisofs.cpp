// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660zisofs.h"

#include "formats/iso9660format.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <zlib.h>

namespace Refbox {

namespace {

constexpr std::string_view kMagic("\x37\xE4\x53\x96\xC9\xDB\xD6\x07", 8);
constexpr std::size_t kHeader = 16;
constexpr std::size_t kPointer = 4;
constexpr std::uint32_t kSmallestShift = 15;
constexpr std::uint32_t kLargestShift = 17;

} // namespace

IsoZisofs::IsoZisofs(const std::string &path)
    : m_file(path)
{
}

std::uint64_t IsoZisofs::add(const Iso9660Image &image, const IsoExtent &stored, const IsoPacking &packing)
{
    const auto damaged = [&] {
        image.corrupt(stored.offset, translated("formats", "it does not begin as a compressed file"));
    };
    std::array<char, kHeader> header{};
    if (packing.blockShift < kSmallestShift || packing.blockShift > kLargestShift ||
        packing.headerBytes < kHeader || stored.bytes < packing.headerBytes)
        damaged();
    image.read(stored.offset, header);
    if (std::string_view(header.data(), kMagic.size()) != kMagic ||
        isoLittle32(header.data() + 8) != packing.size)
        damaged();
    const File file{stored, packing};
    if ((stored.bytes - packing.headerBytes) / kPointer < file.blocks() + 1)
        damaged();
    m_files.push_back(file);
    return m_files.size() - 1;
}

void IsoZisofs::read(std::uint64_t key, std::uint64_t offset, std::span<char> buffer) const
{
    const File &file = m_files.at(key);
    std::vector<char> block;
    while (!buffer.empty()) {
        const std::uint64_t index = offset / file.blockSize();
        const std::uint64_t start = index * file.blockSize();
        block.resize(std::min<std::uint64_t>(file.blockSize(), file.packing.size - start));
        readBlock(file, index, block);
        const std::size_t size = std::min<std::uint64_t>(buffer.size(), start + block.size() - offset);
        std::memcpy(buffer.data(), block.data() + (offset - start), size);
        buffer = buffer.subspan(size);
        offset += size;
    }
}

// A block without stored bytes is one of zeros.
std::uint64_t IsoZisofs::nextData(std::uint64_t key, std::uint64_t offset, std::uint64_t size) const
{
    constexpr std::uint64_t atOnce = 4096;
    const File &file = m_files.at(key);
    for (std::uint64_t block = offset / file.blockSize(); block < file.blocks();) {
        const std::uint64_t count = std::min(atOnce, file.blocks() - block);
        const std::vector<std::uint32_t> starts = pointers(file, block, count + 1);
        const auto data = std::ranges::adjacent_find(starts, std::ranges::not_equal_to());
        if (data != starts.end())
            return std::max(offset,
                            (block + static_cast<std::uint64_t>(data - starts.begin())) * file.blockSize());
        block += count;
    }
    return size;
}

std::vector<std::uint32_t> IsoZisofs::pointers(const File &file, std::uint64_t first,
                                               std::uint64_t count) const
{
    std::vector<char> bytes(count * kPointer);
    readExactly(file.stored.offset + file.packing.headerBytes + first * kPointer, bytes);
    std::vector<std::uint32_t> result(count);
    for (std::size_t i = 0; i < count; ++i)
        result[i] = isoLittle32(bytes.data() + i * kPointer);
    return result;
}

void IsoZisofs::readBlock(const File &file, std::uint64_t block, std::span<char> bytes) const
{
    const std::vector<std::uint32_t> ends = pointers(file, block, 2);
    if (ends[0] == ends[1]) {
        std::ranges::fill(bytes, '\0');
        return;
    }
    if (ends[1] < ends[0] || ends[1] > file.stored.bytes ||
        ends[1] - ends[0] > compressBound(file.blockSize()))
        corrupt(file);
    std::vector<char> packed(ends[1] - ends[0]);
    readExactly(file.stored.offset + ends[0], packed);
    uLongf size = bytes.size();
    const int result =
        uncompress(reinterpret_cast<Bytef *>(bytes.data()), &size,
                   reinterpret_cast<const Bytef *>(packed.data()), static_cast<uLong>(packed.size()));
    if (result != Z_OK || size != bytes.size())
        corrupt(file);
}

void IsoZisofs::readExactly(std::uint64_t offset, std::span<char> bytes) const
{
    if (m_file.read(offset, bytes) < bytes.size())
        m_file.refuse(translated("formats", "It became shorter while it was in use."),
                      translated("formats", "Let nothing change the image meanwhile, and try again."));
}

void IsoZisofs::corrupt(const File &file) const
{
    m_file.refuse(translated("formats", "The compressed file at byte %1 is damaged.").arg(file.stored.offset),
                  translated("formats", "Copy or download the image again."));
}

} // namespace Refbox
