// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plan of an EROFS image: where each inode and its blocks go. Holds 8 bytes an inode, 16 a directory, and
// what the attributes and the runs of files with holes take. Nothing is written here.
//
// The image is: superblock and inodes (with what stands behind them), shared attributes, blocks of
// directories and files in the order of their inodes. Inodes are planned in groups, so that threads can write
// them.
#pragma once

#include "formats/erofschunks.h"
#include "formats/erofsformat.h"
#include "formats/erofsxattrs.h"
#include "formats/filesystemidentity.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <span>
#include <vector>

namespace Refbox {

/// Inodes that lie in metadata blocks of their own.
struct ErofsGroup
{
    InodeId begin = 0;
    InodeId end = 0;
    std::uint32_t firstBlock = 0;
    std::uint32_t blocks = 0;
};
inline constexpr std::uint32_t kErofsGroupBlocks = 256; ///< at most, but for an inode that alone needs more

/// How one inode's bytes are laid out.
struct ErofsBody
{
    ErofsLayoutKind kind = ErofsLayoutKind::Plain;
    bool extended = false;
    std::uint32_t xattrBytes = 0;
    std::uint64_t size = 0;          ///< of a file, directory or link's target
    std::uint32_t tail = 0;          ///< bytes of it behind the inode
    std::uint32_t dataBlocks = 0;    ///< of it elsewhere
    std::uint8_t chunkBits = 0;      ///< Chunked: a chunk is 1 << bits blocks
    std::uint64_t chunks = 0;        ///< Chunked: entries of 4 bytes behind the inode
    std::span<const DataRun> runs{}; ///< Chunked: the blocks that are no hole

    std::uint32_t coreBytes() const { return extended ? kErofsExtendedSize : kErofsCompactSize; }
    std::uint64_t headBytes() const { return std::uint64_t{coreBytes()} + xattrBytes + tail + 4 * chunks; }
};

class ErofsLayout final
{
public:
    /// Throws Error for what EROFS cannot hold, naming the path.
    ErofsLayout(const FileTree &tree, const FilesystemIdentity &identity, Progress &progress);

    const FileTree &tree() const { return m_tree; }
    const FilesystemIdentity &identity() const { return m_identity; }
    const ErofsXattrs &xattrs() const { return m_xattrs; }

    std::uint32_t slotOf(InodeId inode) const { return m_slot[inode]; }
    ErofsBody bodyOf(InodeId inode) const;
    /// The fixed part as it goes down.
    ErofsInode inodeOf(InodeId inode, const ErofsBody &body) const;
    /// The first of an inode's data blocks in the image.
    std::uint32_t dataBlockOf(InodeId inode) const { return m_dataBegin + m_data[inode]; }

    const std::vector<ErofsGroup> &groups() const { return m_groups; }
    std::uint32_t xattrBlock() const { return m_xattrBegin; }
    std::uint32_t dataBegin() const { return m_dataBegin; }
    /// One past the last data block: the size of the image.
    std::uint32_t dataEnd() const { return m_dataBegin + m_data.back(); }
    /// The inode whose data blocks a block is among.
    InodeId dataAt(std::uint32_t block) const;
    bool hasChunks() const { return !m_sparse.empty(); }
    std::uint64_t contentBytes() const { return m_contentBytes; }

private:
    struct Directory
    {
        std::uint64_t size = 0;
        InodeId inode = 0;
    };
    struct SparseFile
    {
        InodeId inode = 0;
        std::uint8_t chunkBits = 0;
        std::uint32_t begin = 0;
        std::uint32_t count = 0;
        std::uint32_t blocks = 0;
    };
    void checkInode(InodeId inode) const;
    void planInode(InodeId inode);
    void planHoles(InodeId inode);
    void place();
    bool needsExtended(InodeId inode, std::uint64_t size) const;
    std::uint64_t sizeOf(InodeId inode) const;

    const FileTree &m_tree;
    FilesystemIdentity m_identity;
    ErofsXattrs m_xattrs;
    std::vector<Directory> m_directories;
    std::vector<SparseFile> m_sparse;
    std::vector<DataRun> m_runs;
    std::vector<std::uint32_t> m_slot;
    std::vector<std::uint32_t> m_data; ///< in blocks from m_dataBegin on; one more than there are inodes
    std::vector<ErofsGroup> m_groups;
    std::uint32_t m_xattrBegin = 0;
    std::uint32_t m_dataBegin = 0;
    std::uint64_t m_contentBytes = 0;
};

} // namespace Refbox
