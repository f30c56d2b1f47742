// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An open SquashFS image of which nothing is believed: its superblock, its blocks and its tables, by place.
// Any thread, several at once.
#pragma once

#include "formats/imagefile.h"
#include "formats/squashfscompression.h"
#include "formats/squashfsformat.h"

#include <QString>

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

class SquashFsImage final
{
public:
    /// Throws Error for what is no SquashFS 4.0 image, or uses what is not known here.
    explicit SquashFsImage(const std::string &path);

    /// Absolute.
    const std::string &path() const { return m_file.path(); }
    const SquashFsSuperblock &super() const { return m_super; }
    std::uint64_t end() const { return m_super.bytesUsed; }

    /// Throws Error where they are not all there.
    void read(std::uint64_t offset, std::span<char> bytes) const;
    /// Unpacks size bytes at offset into room; returns how many these are. Throws Error.
    std::size_t unpack(std::uint64_t offset, std::size_t size, std::span<char> room) const;
    /// The metadata block whose two bytes stand there.
    std::string metadataBlock(std::uint64_t offset) const;

    /// place: "The inode at 12:34".
    [[noreturn]] void corrupt(const QString &place, const QString &why) const;
    [[noreturn]] void refuse(const QString &why, const QString &advice) const;

private:
    void checkSuperblock() const;
    void checkTables() const;

    ImageFile m_file;
    SquashFsSuperblock m_super;
    mutable std::mutex m_mutex; // guards the unpackers that nobody uses at present
    mutable std::vector<std::unique_ptr<SquashFsUnpacker>> m_unpackers;
};

/// A table whose parts are named by references. Positions count its unpacked bytes.
class SquashFsTable final
{
public:
    /// Its blocks stand from begin on, at most to end. name: "inode table". The image must outlive it.
    SquashFsTable(const SquashFsImage &image, QString name, std::uint64_t begin, std::uint64_t end);

    /// Of a reference. Throws Error where no block begins there.
    std::uint64_t positionOf(std::uint64_t reference) const;
    /// Throws Error where they are not all there.
    void read(std::uint64_t position, std::span<char> bytes) const;
    /// As many as are there.
    std::size_t readSome(std::uint64_t position, std::span<char> bytes) const;
    /// It has no more bytes than this.
    std::uint64_t limit() const { return m_blocks.size() * kSquashFsMetadataSize; }

private:
    std::shared_ptr<const std::string> block(std::size_t index) const;

    const SquashFsImage &m_image;
    QString m_name;
    std::uint64_t m_begin;
    std::vector<std::uint32_t> m_blocks; // places in the table; references reach no farther
    mutable std::mutex m_mutex;          // guards the cache
    struct Cached
    {
        std::size_t index = 0;
        std::shared_ptr<const std::string> bytes;
    };
    mutable std::vector<Cached> m_cache; // block n is in n % size
};

/// A table whose entries are found by their number.
class SquashFsLookup final
{
public:
    /// start: of the list of its blocks' places. The image must outlive it.
    SquashFsLookup(const SquashFsImage &image, QString name, std::uint64_t start, std::uint64_t count,
                   std::size_t entrySize);

    std::uint64_t count() const { return m_count; }
    /// Throws Error where there is no such entry.
    std::string entry(std::uint64_t number) const;
    /// Where its first block stands; where its list of places does if it has none.
    std::uint64_t begin() const { return m_blocks.empty() ? m_start : m_blocks.front(); }

private:
    const SquashFsImage &m_image;
    QString m_name;
    std::uint64_t m_start;
    std::uint64_t m_count;
    std::size_t m_entrySize;
    std::vector<std::uint64_t> m_blocks; // places in the image
    mutable std::mutex m_mutex;          // guards all below
    mutable std::size_t m_index = 0;     // of the block that is unpacked
    mutable std::string m_bytes;
};

} // namespace Refbox
