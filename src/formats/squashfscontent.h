// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bytes of the files of a SquashFS image, unpacked when they are read. What was unpacked last is kept, so
// that reading a file in small pieces, or many files that share a fragment, unpacks each block once.
#pragma once

#include "formats/squashfsinodereader.h"
#include "tree/filetree.h"
#include "tree/packedcontent.h"

#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace Refbox {

/// Where the blocks of one file are. Any thread, several at once.
class SquashFsFileBlocks final
{
public:
    /// Both must outlive it.
    SquashFsFileBlocks(const SquashFsInodeReader &inodes, SquashFsInode inode);

    struct Block
    {
        std::uint64_t position = 0; ///< in the image
        std::uint32_t size = 0;     ///< as in the list of sizes; 0: a hole
    };
    const SquashFsInode &inode() const { return m_inode; }
    Block at(std::uint64_t index) const;
    /// The first block from index on that is no hole; the number of blocks where none follows.
    std::uint64_t nextStored(std::uint64_t index) const;

private:
    void loadChunk(std::uint64_t chunk) const;
    Block find(std::uint64_t index) const;

    const SquashFsInodeReader &m_inodes;
    SquashFsInode m_inode;
    mutable std::mutex m_mutex;                  // guards all below
    mutable std::vector<std::uint64_t> m_starts; // of the chunks that are known so far
    mutable std::uint64_t m_chunk = 0;           // the one whose blocks are at hand
    mutable std::vector<Block> m_blocks;         // of it
};

class SquashFsContent final : public PackedContent
{
public:
    explicit SquashFsContent(const std::string &path);

    const SquashFsImage &image() const { return m_image; }
    const SquashFsInodeReader &inodes() const { return m_inodes; }
    const SquashFsLookup &fragments() const { return m_fragments; }
    /// Of a regular file; key: its inode's reference. Throws Error where it is none.
    std::shared_ptr<const SquashFsFileBlocks> blocksOf(std::uint64_t key) const;
    /// Throws Error where there are fewer.
    SquashFsFileBlocks::Block fragment(std::uint32_t number) const;
    /// Pieces of a file none of which is packed; nullopt where some are, or it has more blocks than budget,
    /// off which they are taken.
    std::optional<std::vector<Extent>> plainExtents(const SquashFsInode &inode, std::uint64_t &budget) const;

    // Keys are references of inodes.
    const std::string &hostPath() const override { return m_image.path(); }
    void read(std::uint64_t key, std::uint64_t offset, std::span<char> buffer) const override;
    std::uint64_t nextData(std::uint64_t key, std::uint64_t offset, std::uint64_t size) const override;

private:
    // A block that is or will be unpacked.
    struct Unpacked
    {
        std::uint64_t position = 0;
        std::mutex mutex; // held while it is unpacked
        bool done = false;
        std::vector<char> bytes;
    };
    std::shared_ptr<Unpacked> cached(std::uint64_t position) const;
    void readBlock(const SquashFsFileBlocks::Block &block, std::uint32_t length, std::uint64_t from,
                   std::span<char> part) const;
    void readPacked(std::uint64_t position, std::uint32_t size, std::uint32_t length, std::uint64_t from,
                    std::span<char> part) const;
    void readFragment(const SquashFsInode &inode, std::uint64_t from, std::span<char> part) const;

    SquashFsImage m_image;
    SquashFsInodeReader m_inodes;
    SquashFsLookup m_fragments;
    std::size_t m_mostCached;                                             // blocks
    mutable std::mutex m_mutex;                                           // guards all below
    mutable std::list<std::shared_ptr<const SquashFsFileBlocks>> m_files; // the last used first, as these
    mutable std::list<std::shared_ptr<Unpacked>> m_unpacked;
};

} // namespace Refbox
