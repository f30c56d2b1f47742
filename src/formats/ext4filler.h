// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fills the file of an empty ext4 file system with everything that a layout says, but for bitmaps and
// superblocks.
#pragma once

#include "formats/ext4data.h"
#include "formats/ext4inode.h"
#include "formats/ext4layout.h"
#include "formats/outputfile.h"

#include <span>
#include <vector>

namespace Refbox {

/// Work is cut into numbered pieces that any thread may do in any order.
class Ext4Filler final
{
public:
    Ext4Filler(ext2_filsys fs, const Ext4Layout &layout, const SlotMap &slots, const OutputFile &file,
               const EarlierImage *earlier, Progress &progress);

    void run(unsigned threads);

private:
    struct Piece
    {
        enum class Kind { Directories, Index, Xattrs, Journal, Inodes, Data } kind;
        std::uint64_t begin;
        std::uint64_t end;
    };
    struct Worker
    {
        explicit Worker(const Ext4Filler &filler);

        Ext4InodeEncoder inodes;
        Ext4DataCopier data;
        std::vector<char> buffer;
    };
    void cutDirectories();
    void cutInodes();
    void cutData();
    void perform(const Piece &piece, Worker &worker);
    void writeDirectories(std::uint64_t begin, std::uint64_t end, Worker &worker);
    void writeDirectory(const Ext4Layout::Directory &directory);
    void writeHashed(const Ext4Layout::Directory &directory);
    void writeLostFound();
    void writeIndex(InodeId id);
    void writeXattrs(std::uint64_t begin, std::uint64_t end, Worker &worker);
    void writeJournal();
    void writeInodes(std::uint64_t begin, std::uint64_t end, Worker &worker);
    void writeSlots(std::uint64_t slot, std::span<const char> bytes) const;

    ext2_filsys m_fs;
    const Ext4Layout &m_layout;
    const SlotMap &m_slots;
    const OutputFile &m_file;
    const EarlierImage *m_earlier;
    Progress &m_progress;
    const ExtShape &m_shape;
    const std::uint32_t m_chunkBlocks;
    std::vector<Piece> m_pieces;
};

} // namespace Refbox
