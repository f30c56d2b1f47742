// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsplan.h"

#include <algorithm>

namespace Refbox {

void SquashFsContents::begin(InodeId id, std::uint64_t position)
{
    SquashFsPlace &place = m_places[id];
    if (place.list != SquashFsPlace::kNoList)
        return;
    place.list = m_sizes.size();
    place.start = position;
}

void SquashFsContents::addBlock(InodeId id, std::uint64_t position, std::uint32_t size)
{
    begin(id, position);
    m_sizes.push_back(size);
    if (size == 0)
        m_sizes.push_back(1);
}

void SquashFsContents::addHoles(InodeId id, std::uint64_t position, std::uint64_t count)
{
    begin(id, position);
    while (count > 0) {
        const auto part = static_cast<std::uint32_t>(std::min<std::uint64_t>(count, UINT32_MAX));
        m_sizes.push_back(0);
        m_sizes.push_back(part);
        count -= part;
    }
}

void SquashFsContents::addFragment(std::uint64_t position, std::uint32_t size)
{
    appendLittle(m_fragments, position);
    appendLittle(m_fragments, size);
    appendLittle(m_fragments, std::uint32_t{0});
}

SquashFsPlan::SquashFsPlan(const FileTree &tree, std::uint32_t blockSize, std::span<const InodeId> originals)
    : m_tree(tree)
    , m_blockSize(blockSize)
    , m_originals(originals)
{
}

bool SquashFsPlan::next(SquashFsContents &contents, SquashFsPiece &piece)
{
    for (; m_id < m_tree.inodeCount(); ++m_id, m_block = 0) {
        const Inode &inode = m_tree.inode(m_id);
        if (!inode.isRegular() || inode.size == 0 || m_originals[m_id] != m_id)
            continue;
        if (nextOfFile(piece))
            return true;
        const auto end = static_cast<std::uint32_t>(inode.size % m_blockSize);
        if (m_block > inode.size / m_blockSize || end == 0)
            continue;
        if (end > m_blockSize - m_filled)
            return closeFragment(piece);
        if (m_filled == 0)
            m_firstEnd = m_id;
        m_lastEnd = m_id;
        SquashFsPlace &place = contents.place(m_id);
        place.fragment = m_fragment;
        place.fragmentOffset = m_filled;
        m_filled += end;
    }
    return m_filled > 0 && closeFragment(piece);
}

// False where all that is left of the file is an end for a fragment, or nothing. A hole that reaches to the
// end of the file needs no fragment.
bool SquashFsPlan::nextOfFile(SquashFsPiece &piece)
{
    const std::uint64_t size = m_tree.inode(m_id).size;
    const std::uint64_t offset = m_block * m_blockSize;
    if (offset >= size)
        return false;
    const std::uint64_t stored = nextStoredByte(m_tree, m_id, offset);
    const std::uint64_t past = stored >= size ? (size + m_blockSize - 1) / m_blockSize : stored / m_blockSize;
    if (past > m_block) {
        piece = {.kind = SquashFsPiece::Kind::Holes, .id = m_id, .holes = past - m_block};
        m_block = past;
        return true;
    }
    if (size - offset < m_blockSize)
        return false;
    piece = {.kind = SquashFsPiece::Kind::Block, .id = m_id, .length = m_blockSize, .block = m_block};
    ++m_block;
    return true;
}

bool SquashFsPlan::closeFragment(SquashFsPiece &piece)
{
    piece = {.kind = SquashFsPiece::Kind::Fragment,
             .id = m_firstEnd,
             .last = m_lastEnd,
             .fragment = m_fragment,
             .length = m_filled};
    ++m_fragment;
    m_filled = 0;
    return true;
}

void SquashFsPlan::shareContents(SquashFsContents &contents) const
{
    for (InodeId id = 0; id < m_originals.size(); ++id)
        if (m_originals[id] != id)
            contents.place(id) = contents.place(m_originals[id]);
}

std::uint64_t squashFsBlockCount(const Inode &inode, std::uint32_t blockSize, bool hasFragment)
{
    return inode.size / blockSize + (inode.size % blockSize != 0 && !hasFragment ? 1 : 0);
}

std::uint64_t nextStoredByte(const FileTree &tree, InodeId id, std::uint64_t offset)
{
    const Inode &inode = tree.inode(id);
    if (inode.contentKind == ContentKind::Packed)
        return tree.packedContent(id).nextData(inode.contentOffset, offset, inode.size);
    if (inode.contentKind != ContentKind::Extents)
        return offset;
    const auto extents = tree.extents(id);
    const auto extent = std::partition_point(extents.begin(), extents.end(),
                                             [&](const Extent &e) { return e.logical + e.length <= offset; });
    return extent == extents.end() ? inode.size : std::min(inode.size, std::max(offset, extent->logical));
}

} // namespace Refbox
