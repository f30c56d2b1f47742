// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// libarchive's reader behind values and exceptions: its codes become Errors here and nowhere else. Only
// formats and filters are switched on that run inside this process and take nothing but the bytes given
// (mtree would open other files, lrzip and grzip would start programs). One thread.
#pragma once

#include "formats/bytesource.h"

#include <QString>

#include <exception>
#include <memory>
#include <optional>

struct archive;
struct archive_entry;

namespace Refbox {

class ArchiveHandle final
{
public:
    enum class Use {
        Entries, ///< the entries of an uncompressed archive
        Unpack,  ///< the bytes of a compressed stream, as one entry
    };
    /// where: for messages. Throws Error where the bytes are nothing that is known.
    ArchiveHandle(ByteSource &source, Use use, QString where);
    ~ArchiveHandle();

    struct Block
    {
        std::span<const char> bytes;
        std::uint64_t offset = 0;
    };

    /// The next entry's header, null at the end. A damage that leaves the entry usable goes to warning().
    archive_entry *nextEntry();
    const QString &warning() const { return m_warning; }
    /// The next piece of the entry's data, none at its end. Throws for anything wrong, checksums too.
    std::optional<Block> nextBlock();
    /// Once or more.
    void skipData();

    /// Bytes consumed so far: after nextEntry() of a tar archive, where the data begin.
    std::uint64_t position() const;
    int format() const;
    QString formatName() const;
    /// "zstd", "rpm, xz"; empty where nothing was compressed.
    QString filterNames() const;

private:
    struct Callbacks;
    [[noreturn]] void fail();

    ByteSource &m_source;
    std::unique_ptr<archive, int (*)(archive *)> m_archive;
    QString m_where;
    QString m_warning;
    bool m_skipped = false;
    std::exception_ptr m_fromSource; // no exception may pass through libarchive's frames
};

/// The data of the entry at hand, such as a member of a .deb that is itself an archive.
class MemberSource final : public ByteSource
{
public:
    explicit MemberSource(ArchiveHandle &handle)
        : m_handle(handle)
    {
    }
    std::span<const char> next() override;

private:
    ArchiveHandle &m_handle;
};

/// Unpacks any of libarchive's compressions in one pass.
class UnpackedSource final : public ByteSource
{
public:
    UnpackedSource(ByteSource &packed, QString where);
    std::span<const char> next() override;
    /// Empty where the bytes are not compressed: then this source yields them as they are.
    QString filterNames() const { return m_handle.filterNames(); }

private:
    ArchiveHandle m_handle;
    bool m_ended = false;
};

} // namespace Refbox
