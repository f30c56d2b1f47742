// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Streams of bytes for readers: a file, and a compressed stream unpacked. One thread. All throw Error and
// Cancelled.
#pragma once

#include "formats/filedescriptor.h"
#include "jobs/progress.h"
#include "jobs/sha256.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

class ByteSource
{
public:
    virtual ~ByteSource() = default;
    /// The next bytes, valid until the next call; empty at the end.
    virtual std::span<const char> next() = 0;
    virtual bool canSeek() const { return false; }
    /// As lseek(2); only where canSeek().
    virtual std::int64_t seek(std::int64_t offset, int whence);

protected:
    ByteSource() = default;
    ByteSource(const ByteSource &) = default;
    ByteSource &operator=(const ByteSource &) = default;
};

/// A regular file, or several that stand for one; advances the progress as far as the reading has come.
class FileSource final : public ByteSource
{
public:
    FileSource(const std::vector<std::string> &parts, Progress &progress);

    std::span<const char> next() override;
    bool canSeek() const override { return true; }
    std::int64_t seek(std::int64_t offset, int whence) override;

    std::uint64_t size() const { return m_size; }
    /// The first bytes of the file, wherever the reading is.
    std::string head(std::size_t size) const;

    /// Before anything is read: the checksums of the parts will be wanted.
    void keepChecksums() { m_keepsChecksums = true; }
    /// Of each part. What was read in order is not read again: only what was skipped, and all after it.
    std::vector<Sha256> checksums();

private:
    struct Part
    {
        std::string path;
        FileDescriptor fd;
        std::uint64_t begin = 0; // in the whole
        Sha256Hash hash;
    };
    std::vector<Part>::const_iterator partAt(std::uint64_t position) const;
    ssize_t readAt(std::uint64_t position, std::span<char> buffer) const;
    void addToChecksum(std::uint64_t position, std::span<const char> bytes);

    Progress &m_progress;
    std::vector<Part> m_parts;
    std::uint64_t m_size = 0;
    std::uint64_t m_position = 0;
    std::uint64_t m_reported = 0;
    std::uint64_t m_hashed = 0; // so far, from the beginning
    bool m_keepsChecksums = false;
    std::vector<char> m_buffer;
};

/// Passes another source on and remembers the last bytes, to see afterwards what a reader ended at.
class TailSource final : public ByteSource
{
public:
    explicit TailSource(ByteSource &source)
        : m_source(source)
    {
    }
    std::span<const char> next() override;
    bool canSeek() const override { return m_source.canSeek(); }
    std::int64_t seek(std::int64_t offset, int whence) override;

    /// The 512 bytes before position, a block of a tar archive; empty where they were not passed on just now.
    std::string blockBefore(std::uint64_t position) const;
    /// Whether these are all zero.
    bool hasZerosBefore(std::uint64_t position) const;

private:
    ByteSource &m_source;
    std::string m_before;         // the end of the piece before
    std::span<const char> m_last; // still valid: nothing came after it
    std::uint64_t m_position = 0; // of m_last's end
};

/// A gzip stream of any number of members, unpacked and, unlike in libarchive, checked against its checksums.
class GzipSource final : public ByteSource
{
public:
    GzipSource(ByteSource &packed, std::string where);
    ~GzipSource() override;

    std::span<const char> next() override;

    static bool isGzip(std::string_view head) { return head.starts_with("\x1F\x8B\x08"); }

private:
    struct Stream;

    bool startMember();

    ByteSource &m_packed;
    std::string m_where;
    std::unique_ptr<Stream> m_stream;
    std::vector<char> m_buffer;
    bool m_inMember = true;
};

} // namespace Refbox
