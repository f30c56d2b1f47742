// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bringing the data blocks of a tree's files into an EROFS image: small files through a buffer, together with
// what stands behind their inodes; large ones in pieces by copy_file_range(2).
#pragma once

#include "formats/erofslayout.h"
#include "formats/outputfile.h"
#include "formats/sourcefiles.h"

#include <vector>

namespace Refbox {

/// Blocks of one piece of a large file: larger ones make threads wait for each other at the image's lock.
inline constexpr std::uint32_t kErofsPieceBlocks = 64;

/// Whether a file's data blocks are copied apart from its inode.
inline bool isLargeErofsFile(const Inode &inode, const ErofsBody &body)
{
    return inode.isRegular() && body.dataBlocks >= kErofsPieceBlocks;
}

/// For one thread. Throws Error where a source is gone, changed since the copier was made, or is the file
/// that the image would replace.
class ErofsDataCopier final
{
public:
    ErofsDataCopier(const ErofsLayout &layout, const OutputFile &file, const EarlierImage *earlier,
                    const Progress &progress);

    /// A regular file: its tail, and all of its blocks where it is no large one.
    void copyFile(InodeId id, const ErofsBody &body, std::span<char> tail);
    /// What large files have among these blocks of the image, at most kErofsPieceBlocks. Returns how many.
    std::uint32_t copyPiece(std::uint32_t begin, std::uint32_t end);
    /// Room for one more block of the image; to be filled before the next call.
    std::span<char> blockAt(std::uint32_t block) { return room(block, 1); }
    /// Writes what is buffered.
    void flush();
    /// After the last call: the last source is checked here.
    void finish() { m_sources.finish(); }

private:
    std::span<char> room(std::uint32_t block, std::uint32_t blocks);
    void copyWhole(InodeId id, const ErofsBody &body, std::span<char> tail);
    void copyPart(InodeId id, const ErofsBody &body, std::uint32_t first, std::uint32_t blocks,
                  std::uint32_t block);
    void copyRun(InodeId id, std::uint64_t logical, std::uint32_t blocks, std::uint32_t block);

    const ErofsLayout &m_layout;
    const FileTree &m_tree;
    const OutputFile &m_file;
    const Progress &m_progress;
    SourceFiles m_sources;
    std::vector<char> m_buffer; ///< one block more than are kept, for tails that are read along
    std::uint32_t m_begin = 0;  ///< the first buffered block's place in the image
    std::uint32_t m_used = 0;   ///< blocks
};

} // namespace Refbox
