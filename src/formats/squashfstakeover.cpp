// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfstakeover.h"

#include <algorithm>

namespace Refbox {

SquashFsTakeover::SquashFsTakeover(const EarlierImage &earlier)
    : m_earlier(earlier)
    , m_ends(earlier.tree().inodeCount())
{
    const FileTree &there = earlier.tree();
    for (InodeId id = 0; id < there.inodeCount(); ++id) {
        if (there.inode(id).contentKind != ContentKind::Packed)
            continue;
        m_content = dynamic_cast<const SquashFsContent *>(&there.packedContent(id));
        if (!m_content)
            return;
        const SquashFsInode inode = m_content->inodes().read(there.inode(id).contentOffset);
        if (inode.fragment == kSquashFsNone || inode.fragment >= m_content->fragments().count())
            continue;
        m_ends[id] = {inode.fragment, inode.fragmentOffset};
        m_lengths.resize(std::max<std::size_t>(m_lengths.size(), std::size_t{inode.fragment} + 1));
        std::uint64_t &length = m_lengths[inode.fragment];
        length = std::max(length, inode.fragmentOffset + inode.size % m_content->image().super().blockSize);
    }
}

std::optional<SquashFsTakeover::Block> SquashFsTakeover::find(const SquashFsPiece &piece,
                                                              const SquashFsContents &contents) const
{
    if (!m_content || piece.kind == SquashFsPiece::Kind::Holes)
        return std::nullopt;
    const auto found =
        piece.kind == SquashFsPiece::Kind::Block ? findBlock(piece) : findFragment(piece, contents);
    if (!found || (found->size & ~kSquashFsBlockStored) > piece.length)
        return std::nullopt;
    return found;
}

std::optional<SquashFsTakeover::Block> SquashFsTakeover::findBlock(const SquashFsPiece &piece) const
{
    const InodeId twin = m_earlier.twinOf(piece.id);
    if (twin == kNoId || m_earlier.tree().inode(twin).contentKind != ContentKind::Packed)
        return std::nullopt;
    const auto blocks = m_content->blocksOf(m_earlier.tree().inode(twin).contentOffset);
    if (piece.block >= blocks->inode().blocks)
        return std::nullopt;
    return blocks->at(piece.block);
}

// The whole fragment: the same ends at the same places, and nothing behind them.
std::optional<SquashFsTakeover::Block> SquashFsTakeover::findFragment(const SquashFsPiece &piece,
                                                                      const SquashFsContents &contents) const
{
    std::uint32_t fragment = kSquashFsNone;
    for (InodeId id = piece.id; id <= piece.last; ++id) {
        const SquashFsPlace &place = contents.place(id);
        if (place.fragment != piece.fragment)
            continue;
        const InodeId twin = m_earlier.twinOf(id);
        if (twin == kNoId || m_ends[twin].offset != place.fragmentOffset)
            return std::nullopt;
        if (fragment == kSquashFsNone)
            fragment = m_ends[twin].fragment;
        if (fragment == kSquashFsNone || m_ends[twin].fragment != fragment)
            return std::nullopt;
    }
    if (fragment == kSquashFsNone || m_lengths[fragment] != piece.length)
        return std::nullopt;
    return m_content->fragment(fragment);
}

void SquashFsTakeover::read(const Block &block, std::span<char> bytes) const
{
    m_content->image().read(block.position, bytes);
}

} // namespace Refbox
