// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a SquashFS image holds of the files' bytes: in which blocks and fragments they go, decided from sizes
// and known holes alone, and where these turned out to stand. Pure values; one thread at a time.
#pragma once

#include "formats/squashfsformat.h"
#include "tree/filetree.h"

#include <deque>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

/// A file's first block and its end in a fragment.
struct SquashFsPlace
{
    static constexpr std::uint64_t kNoList = 0xFFFFFFFFFFFFFFFF;

    std::uint64_t start = 0;      ///< of the first block in the image
    std::uint64_t list = kNoList; ///< of its blocks' sizes in SquashFsContents
    std::uint32_t fragment = kSquashFsNone;
    std::uint32_t fragmentOffset = 0;
};

/// Where everything stands, filled in the order of the image.
class SquashFsContents final
{
public:
    explicit SquashFsContents(std::size_t inodes)
        : m_places(inodes)
    {
    }

    SquashFsPlace &place(InodeId id) { return m_places[id]; }
    const SquashFsPlace &place(InodeId id) const { return m_places[id]; }

    /// The next blocks of a file, from position on: one of this size (as in the image's lists), or holes.
    void addBlock(InodeId id, std::uint64_t position, std::uint32_t size);
    void addHoles(InodeId id, std::uint64_t position, std::uint64_t count);
    void addFragment(std::uint64_t position, std::uint32_t size);

    /// Entries of the fragment table.
    const std::string &fragments() const { return m_fragments; }

    /// Goes through the sizes of a file's blocks: use(size, 1), or use(0, count) for holes.
    template <typename Use>
    void eachSize(InodeId id, std::uint64_t blocks, Use use) const
    {
        for (std::uint64_t at = m_places[id].list; blocks > 0;) {
            const std::uint32_t size = m_sizes[at++];
            const std::uint64_t count = size == 0 ? m_sizes[at++] : 1;
            use(size, count);
            blocks -= count;
        }
    }

private:
    void begin(InodeId id, std::uint64_t position);

    std::vector<SquashFsPlace> m_places;
    std::deque<std::uint32_t> m_sizes; // 0 is followed by how many holes there are
    std::string m_fragments;
};

/// One piece of work.
struct SquashFsPiece
{
    enum class Kind {
        Block,    ///< of length bytes, of one file
        Holes,    ///< so many of one file
        Fragment, ///< the ends of those of files id … last whose place says so
    };
    Kind kind = Kind::Block;
    InodeId id = 0;
    InodeId last = 0;
    std::uint32_t fragment = 0;
    std::uint32_t length = 0;
    std::uint64_t block = 0; ///< of the file
    std::uint64_t holes = 0;
};

class SquashFsPlan final
{
public:
    /// originals: for each inode the one that has its content, itself where that is no other. Both must
    /// outlive it.
    SquashFsPlan(const FileTree &tree, std::uint32_t blockSize, std::span<const InodeId> originals);

    /// The next piece in the order of the image, after which the places in contents know their fragments;
    /// false after the last one. A file's blocks follow each other without anything between.
    bool next(SquashFsContents &contents, SquashFsPiece &piece);

    /// Gives files of shared content their places, after all others have theirs.
    void shareContents(SquashFsContents &contents) const;

private:
    bool nextOfFile(SquashFsPiece &piece);
    bool closeFragment(SquashFsPiece &piece);

    const FileTree &m_tree;
    std::uint32_t m_blockSize;
    std::span<const InodeId> m_originals;
    InodeId m_id = 0;
    std::uint64_t m_block = 0; // next of the file
    InodeId m_firstEnd = 0;    // of the fragment that is being filled
    InodeId m_lastEnd = 0;
    std::uint32_t m_filled = 0; // bytes of it
    std::uint32_t m_fragment = 0;
};

/// Blocks of a file that stand in the image for themselves: all but the one whose end is in a fragment.
std::uint64_t squashFsBlockCount(const Inode &inode, std::uint32_t blockSize, bool hasFragment);

/// The first byte from offset on that is in no known hole; size where none follows. Opens nothing.
std::uint64_t nextStoredByte(const FileTree &tree, InodeId id, std::uint64_t offset);

} // namespace Refbox
