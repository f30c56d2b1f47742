// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsimage.h"

#include "jobs/text.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::size_t kHead = sizeof(std::uint16_t);
constexpr std::size_t kMostCached = 1024; // 8 MiB

// Walks from head to head; what comes after one that makes no sense is not reached, and so not found.
std::vector<std::uint32_t> walkBlocks(const SquashFsImage &image, std::uint64_t begin, std::uint64_t end)
{
    constexpr std::size_t windowSize = 1 << 18;
    std::vector<std::uint32_t> blocks;
    std::string window;
    std::uint64_t windowAt = begin;
    for (std::uint64_t at = begin; at + kHead < end && at - begin <= UINT32_MAX;) {
        if (at + kHead > windowAt + window.size()) {
            windowAt = at;
            window.resize(std::min<std::uint64_t>(windowSize, end - at));
            image.read(at, window);
        }
        const std::size_t size = littleAt<std::uint16_t>(window, at - windowAt) & ~kSquashFsMetadataStored;
        if (size == 0 || size > kSquashFsMetadataSize || size > end - at - kHead)
            break;
        blocks.push_back(static_cast<std::uint32_t>(at - begin));
        at += kHead + size;
    }
    return blocks;
}

} // namespace

SquashFsTable::SquashFsTable(const SquashFsImage &image, QString name, std::uint64_t begin, std::uint64_t end)
    : m_image(image)
    , m_name(std::move(name))
    , m_begin(begin)
    , m_blocks(walkBlocks(image, begin, end))
    , m_cache(std::clamp<std::size_t>(m_blocks.size(), 1, kMostCached))
{
}

std::uint64_t SquashFsTable::positionOf(std::uint64_t reference) const
{
    const auto found = std::ranges::lower_bound(m_blocks, squashFsReferenceBlock(reference));
    const std::uint32_t offset = squashFsReferenceOffset(reference);
    if (found == m_blocks.end() || *found != squashFsReferenceBlock(reference) ||
        offset > kSquashFsMetadataSize)
        m_image.corrupt(m_name, translated("formats", "nothing stands at %1:%2 of it")
                                    .arg(squashFsReferenceBlock(reference))
                                    .arg(offset));
    return static_cast<std::uint64_t>(found - m_blocks.begin()) * kSquashFsMetadataSize + offset;
}

void SquashFsTable::read(std::uint64_t position, std::span<char> bytes) const
{
    if (readSome(position, bytes) != bytes.size())
        m_image.corrupt(m_name, translated("formats", "it ends early"));
}

std::size_t SquashFsTable::readSome(std::uint64_t position, std::span<char> bytes) const
{
    std::size_t done = 0;
    while (done < bytes.size() && position < limit()) {
        const std::size_t index = position / kSquashFsMetadataSize;
        const std::size_t offset = position % kSquashFsMetadataSize;
        const std::shared_ptr<const std::string> all = block(index);
        if (offset >= all->size())
            break;
        const std::size_t count = all->copy(bytes.data() + done, bytes.size() - done, offset);
        done += count;
        position += count;
    }
    return done;
}

std::shared_ptr<const std::string> SquashFsTable::block(std::size_t index) const
{
    Cached &cached = m_cache[index % m_cache.size()];
    {
        const std::scoped_lock lock(m_mutex);
        if (cached.bytes && cached.index == index)
            return cached.bytes;
    }
    auto bytes = std::make_shared<const std::string>(m_image.metadataBlock(m_begin + m_blocks[index]));
    if (bytes->size() != kSquashFsMetadataSize && index + 1 != m_blocks.size())
        m_image.corrupt(m_name, translated("formats", "its block %1 is too short").arg(index));
    const std::scoped_lock lock(m_mutex);
    cached = {index, bytes};
    return bytes;
}

SquashFsLookup::SquashFsLookup(const SquashFsImage &image, QString name, std::uint64_t start,
                               std::uint64_t count, std::size_t entrySize)
    : m_image(image)
    , m_name(std::move(name))
    , m_start(start)
    , m_count(count)
    , m_entrySize(entrySize)
{
    const std::uint64_t blocks = (count * entrySize + kSquashFsMetadataSize - 1) / kSquashFsMetadataSize;
    if (start > image.end() || blocks * sizeof(std::uint64_t) > image.end() - start)
        image.corrupt(m_name, translated("formats", "it reaches beyond the end of the image"));
    std::string places(blocks * sizeof(std::uint64_t), '\0');
    image.read(start, places);
    for (std::size_t at = 0; at < places.size(); at += sizeof(std::uint64_t)) {
        m_blocks.push_back(littleAt<std::uint64_t>(places, at));
        if (m_blocks.back() >= start)
            image.corrupt(m_name, translated("formats", "the places of its blocks are impossible"));
    }
    m_index = m_blocks.size();
}

std::string SquashFsLookup::entry(std::uint64_t number) const
{
    if (number >= m_count)
        m_image.corrupt(m_name, translated("formats", "it has no entry %1").arg(number));
    const std::size_t index = number * m_entrySize / kSquashFsMetadataSize;
    const std::size_t offset = number * m_entrySize % kSquashFsMetadataSize;
    const std::scoped_lock lock(m_mutex);
    if (m_index != index) {
        m_index = m_blocks.size();
        m_bytes = m_image.metadataBlock(m_blocks[index]);
        m_index = index;
    }
    if (offset + m_entrySize > m_bytes.size())
        m_image.corrupt(m_name, translated("formats", "it ends early"));
    return m_bytes.substr(offset, m_entrySize);
}

} // namespace Refbox
