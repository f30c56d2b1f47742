// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Blocks and fragments that an image which was written before has packed already, just as the next one needs
// them: copying them takes a small part of the time of packing.
#pragma once

#include "formats/earlierimage.h"
#include "formats/squashfscontent.h"
#include "formats/squashfsplan.h"

#include <optional>
#include <vector>

namespace Refbox {

class SquashFsTakeover final
{
public:
    using Block = SquashFsFileBlocks::Block;

    /// The image must outlive it. Throws Error where that is damaged.
    explicit SquashFsTakeover(const EarlierImage &earlier);

    /// Where the earlier image has a piece; none: it has not, or not with the same bytes before and after it
    /// in the block. The contents know the places of the piece's files. Any thread. Throws as above.
    std::optional<Block> find(const SquashFsPiece &piece, const SquashFsContents &contents) const;

    const EarlierImage &earlier() const { return m_earlier; }
    /// Throws Error where they are not all there.
    void read(const Block &block, std::span<char> bytes) const;

private:
    struct End // of a file, in a fragment
    {
        std::uint32_t fragment = kSquashFsNone;
        std::uint32_t offset = 0;
    };
    std::optional<Block> findBlock(const SquashFsPiece &piece) const;
    std::optional<Block> findFragment(const SquashFsPiece &piece, const SquashFsContents &contents) const;

    const EarlierImage &m_earlier;
    const SquashFsContent *m_content = nullptr; // null: no file has any blocks
    std::vector<End> m_ends;                    // by inode of the earlier image
    std::vector<std::uint64_t> m_lengths;       // of its fragments, unpacked
};

} // namespace Refbox
