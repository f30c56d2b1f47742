// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfscontent.h"

#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace Refbox {

namespace {

constexpr std::size_t kCacheBytes = 8 << 20;
constexpr std::size_t kMostCached = 64; // blocks
constexpr std::size_t kLeastCached = 8;
constexpr std::size_t kMostFiles = 16;

} // namespace

SquashFsContent::SquashFsContent(const std::string &path)
    : m_image(path)
    , m_inodes(m_image)
    , m_fragments(m_image, translated("formats", "The fragment table"),
                  m_image.super().fragments > 0 ? m_image.super().fragmentTable : m_image.end(),
                  m_image.super().fragments, kSquashFsFragmentSize)
    , m_mostCached(std::clamp(kCacheBytes / m_image.super().blockSize, kLeastCached, kMostCached))
{
}

std::shared_ptr<const SquashFsFileBlocks> SquashFsContent::blocksOf(std::uint64_t key) const
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto found =
            std::ranges::find(m_files, key, [](const auto &f) { return f->inode().reference; });
        if (found != m_files.end()) {
            m_files.splice(m_files.begin(), m_files, found);
            return m_files.front();
        }
    }
    auto blocks = std::make_shared<const SquashFsFileBlocks>(m_inodes, m_inodes.read(key));
    if (blocks->inode().type != SquashFsType::Regular)
        m_inodes.corrupt(key, translated("formats", "it is no regular file"));
    const std::scoped_lock lock(m_mutex);
    m_files.push_front(blocks);
    if (m_files.size() > kMostFiles)
        m_files.pop_back();
    return blocks;
}

std::shared_ptr<SquashFsContent::Unpacked> SquashFsContent::cached(std::uint64_t position) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::ranges::find(m_unpacked, position, [](const auto &u) { return u->position; });
    if (found != m_unpacked.end()) {
        m_unpacked.splice(m_unpacked.begin(), m_unpacked, found);
    } else {
        m_unpacked.push_front(std::make_shared<Unpacked>());
        m_unpacked.front()->position = position;
        if (m_unpacked.size() > m_mostCached)
            m_unpacked.pop_back();
    }
    return m_unpacked.front();
}

void SquashFsContent::read(std::uint64_t key, std::uint64_t offset, std::span<char> buffer) const
{
    const std::shared_ptr<const SquashFsFileBlocks> blocks = blocksOf(key);
    const SquashFsInode &inode = blocks->inode();
    if (offset > inode.size || buffer.size() > inode.size - offset)
        m_inodes.corrupt(key, translated("formats", "it is shorter than it was"));
    const std::uint64_t blockSize = m_image.super().blockSize;
    while (!buffer.empty()) {
        const std::uint64_t index = offset / blockSize;
        const std::uint64_t from = offset % blockSize;
        const std::uint64_t length = std::min(blockSize, inode.size - index * blockSize);
        const std::span<char> part = buffer.first(std::min<std::uint64_t>(length - from, buffer.size()));
        if (index < inode.blocks)
            readBlock(blocks->at(index), static_cast<std::uint32_t>(length), from, part);
        else
            readFragment(inode, from, part);
        buffer = buffer.subspan(part.size());
        offset += part.size();
    }
}

// Part of a block that has length bytes.
void SquashFsContent::readBlock(const SquashFsFileBlocks::Block &block, std::uint32_t length,
                                std::uint64_t from, std::span<char> part) const
{
    const std::uint32_t size = block.size & ~kSquashFsBlockStored;
    if (block.size == 0) {
        std::memset(part.data(), 0, part.size());
    } else if (block.size & kSquashFsBlockStored) {
        if (size != length)
            m_image.corrupt(translated("formats", "The block at %1").arg(block.position),
                            translated("formats", "its size is impossible"));
        m_image.read(block.position + from, part);
    } else if (part.size() == length && size <= m_image.super().blockSize) {
        if (m_image.unpack(block.position, size, part) != length)
            m_image.corrupt(translated("formats", "The block at %1").arg(block.position),
                            translated("formats", "its size is impossible"));
    } else {
        readPacked(block.position, size, length, from, part);
    }
}

// Through the cache. length: what it must have, at least.
void SquashFsContent::readPacked(std::uint64_t position, std::uint32_t size, std::uint32_t length,
                                 std::uint64_t from, std::span<char> part) const
{
    const auto impossible = [&] {
        m_image.corrupt(translated("formats", "The block at %1").arg(position),
                        translated("formats", "its size is impossible"));
    };
    if (size > m_image.super().blockSize)
        impossible();
    const std::shared_ptr<Unpacked> block = cached(position);
    const std::scoped_lock lock(block->mutex);
    if (!block->done) {
        block->bytes.resize(m_image.super().blockSize);
        block->bytes.resize(m_image.unpack(position, size, block->bytes));
        block->done = true;
    }
    if (block->bytes.size() < length)
        impossible();
    std::memcpy(part.data(), block->bytes.data() + from, part.size());
}

SquashFsFileBlocks::Block SquashFsContent::fragment(std::uint32_t number) const
{
    const std::string entry = m_fragments.entry(number);
    return {littleAt<std::uint64_t>(entry, 0), littleAt<std::uint32_t>(entry, sizeof(std::uint64_t))};
}

void SquashFsContent::readFragment(const SquashFsInode &inode, std::uint64_t from, std::span<char> part) const
{
    const SquashFsFileBlocks::Block found = fragment(inode.fragment);
    const std::uint32_t size = found.size & ~kSquashFsBlockStored;
    const auto needed =
        static_cast<std::uint32_t>(inode.fragmentOffset + inode.size % m_image.super().blockSize);
    if (!(found.size & kSquashFsBlockStored))
        return readPacked(found.position, size, needed, inode.fragmentOffset + from, part);
    if (size < needed)
        m_image.corrupt(translated("formats", "The block at %1").arg(found.position),
                        translated("formats", "its size is impossible"));
    m_image.read(found.position + inode.fragmentOffset + from, part);
}

std::uint64_t SquashFsContent::nextData(std::uint64_t key, std::uint64_t offset, std::uint64_t size) const
{
    const std::shared_ptr<const SquashFsFileBlocks> blocks = blocksOf(key);
    const std::uint64_t blockSize = m_image.super().blockSize;
    const std::uint64_t index = blocks->nextStored(offset / blockSize);
    const bool inFragment = index >= blocks->inode().blocks && blocks->inode().fragment != kSquashFsNone;
    if (index >= blocks->inode().blocks && !inFragment)
        return size;
    return std::min(size, std::max(offset, index * blockSize));
}

std::optional<std::vector<Extent>> SquashFsContent::plainExtents(const SquashFsInode &inode,
                                                                 std::uint64_t &budget) const
{
    if (inode.blocks > budget)
        return std::nullopt;
    budget -= inode.blocks;
    const std::uint64_t blockSize = m_image.super().blockSize;
    const SquashFsFileBlocks blocks(m_inodes, inode);
    std::vector<Extent> extents;
    const auto add = [&](const Extent &next) {
        if (next.physical > m_image.end() || next.length > m_image.end() - next.physical)
            m_inodes.corrupt(inode.reference, translated("formats", "its bytes lie outside the image"));
        Extent *last = extents.empty() ? nullptr : &extents.back();
        if (last && last->logical + last->length == next.logical &&
            last->physical + last->length == next.physical)
            last->length += next.length;
        else
            extents.push_back(next);
    };
    for (std::uint64_t i = 0; i < inode.blocks; ++i) {
        const SquashFsFileBlocks::Block block = blocks.at(i);
        const std::uint64_t length = std::min(blockSize, inode.size - i * blockSize);
        if (block.size == 0)
            continue;
        if (block.size != (length | kSquashFsBlockStored))
            return std::nullopt;
        add({i * blockSize, block.position, length});
    }
    if (inode.fragment != kSquashFsNone) {
        const SquashFsFileBlocks::Block found = fragment(inode.fragment);
        const std::uint64_t end = inode.size % blockSize;
        if (!(found.size & kSquashFsBlockStored) ||
            inode.fragmentOffset + end > (found.size & ~kSquashFsBlockStored))
            return std::nullopt;
        add({inode.size - end, found.position + inode.fragmentOffset, end});
    }
    return extents;
}

} // namespace Refbox
