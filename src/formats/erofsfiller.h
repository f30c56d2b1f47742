// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fills an image's file with everything that an EROFS layout says, but for the superblock.
#pragma once

#include "formats/erofsdata.h"
#include "formats/erofslayout.h"
#include "formats/outputfile.h"

#include <vector>

namespace Refbox {

/// Work is cut into numbered pieces that any thread may do in any order: first pieces of large files, then
/// groups of inodes with their small files, then shared attributes.
class ErofsFiller final
{
public:
    ErofsFiller(const ErofsLayout &layout, const OutputFile &file, const EarlierImage *earlier,
                Progress &progress);

    void run(unsigned threads);

private:
    struct Worker
    {
        explicit Worker(const ErofsFiller &filler);

        ErofsDataCopier data;
        std::vector<char> metadata;
    };
    std::uint64_t pieces() const;
    void perform(std::uint64_t piece, Worker &worker);
    void writeData(std::uint32_t piece, Worker &worker);
    void writeGroup(const ErofsGroup &group, Worker &worker);
    void writeInode(InodeId id, const ErofsBody &body, std::span<char> head, Worker &worker);
    void writeBody(InodeId id, const ErofsBody &body, std::span<char> tail, Worker &worker);
    void writeDirectory(InodeId id, const ErofsBody &body, std::span<char> tail, Worker &worker);
    void writeTarget(InodeId id, const ErofsBody &body, std::span<char> tail, Worker &worker);
    void writeLargeInode(const ErofsGroup &group, const ErofsBody &body, Worker &worker);
    void writeXattrs();

    const ErofsLayout &m_layout;
    const FileTree &m_tree;
    const OutputFile &m_file;
    const EarlierImage *m_earlier;
    Progress &m_progress;
    std::uint32_t m_dataPieces;
};

} // namespace Refbox
