// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An EROFS image opened for reading, with bounds on everything that it may lie about. One thread, but for
// what says otherwise.
#pragma once

#include "formats/erofsformat.h"
#include "formats/imagefile.h"
#include "tree/filetree.h"

#include <QString>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

/// An inode's fixed part, and where it stands.
struct ErofsRawInode
{
    std::uint64_t number = 0;
    std::uint64_t place = 0; ///< in bytes of the image
    ErofsInode fields;

    std::uint64_t xattrPlace() const { return place + fields.coreBytes(); }
    /// Behind the attributes: a tail, or where the rest of the file is.
    std::uint64_t bodyPlace() const { return xattrPlace() + fields.xattrBytes(); }
    bool isKind(unsigned mode) const { return (fields.mode & 0170000U) == mode; }
    bool isCompressed() const
    {
        return fields.layout == static_cast<std::uint8_t>(ErofsLayoutKind::CompressedFull) ||
               fields.layout == static_cast<std::uint8_t>(ErofsLayoutKind::CompressedCompact);
    }
};

class ErofsImage final
{
public:
    /// Throws Error where the file is no image, damaged, or has unknown features.
    explicit ErofsImage(const std::string &path);

    const std::string &path() const { return m_file.path(); }
    const ErofsSuperblock &super() const { return m_super; }
    std::uint32_t blockSize() const { return 1U << m_super.blockBits; }
    std::uint64_t fileSize() const { return m_file.size(); }

    ErofsRawInode inode(std::uint64_t number);

    /// Where a file's bytes are in the image, ascending and joined; holes left out. Not of compressed ones.
    /// To be asked once for each inode: the tables that are read for them are bounded together.
    std::vector<Extent> extentsOf(const ErofsRawInode &inode);
    /// All bytes of a directory or link, of at most limit.
    std::string contentOf(const ErofsRawInode &inode, std::uint64_t limit);
    /// inode: whose bytes they are, for errors.
    void read(std::uint64_t inode, std::uint64_t offset, std::span<char> bytes);
    /// The same for much at once, and on any thread.
    void readDirectly(std::uint64_t inode, std::uint64_t offset, std::span<char> bytes) const;

    [[noreturn]] void corrupt(std::uint64_t inode, const QString &why) const;
    [[noreturn]] void refuse(const QString &why, const QString &advice) const;

private:
    // Metadata is read by the line, for inodes are smaller than what a read costs.
    struct Line
    {
        std::uint64_t begin = UINT64_MAX;
        std::vector<char> bytes;
    };
    void checkSuperblock();
    void checkFeatures() const;
    void checkChecksum();
    void checkKind(const ErofsRawInode &inode) const;
    const Line &lineAt(std::uint64_t inode, std::uint64_t begin);
    void addExtent(const ErofsRawInode &inode, std::vector<Extent> &extents, const Extent &extent) const;
    std::vector<Extent> flatExtents(const ErofsRawInode &inode) const;
    std::vector<Extent> chunkExtents(const ErofsRawInode &inode);

    ImageFile m_file;
    ErofsSuperblock m_super;
    std::uint64_t m_tableBytes = 0; ///< of chunks, read so far
    std::array<Line, 64> m_lines;
};

} // namespace Refbox
