// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/bytesource.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <zlib.h>

namespace Refbox {

namespace {

constexpr std::size_t kBufferSize = 128 * 1024;

QString cannotRead()
{
    return translated("formats", "Cannot read the archive");
}

} // namespace

std::int64_t ByteSource::seek(std::int64_t, int)
{
    return -1;
}

FileSource::FileSource(const std::vector<std::string> &parts, Progress &progress)
    : m_progress(progress)
    , m_buffer(kBufferSize)
{
    for (const std::string &path : parts) {
        FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
        struct stat info;
        if (!fd.isOpen() || ::fstat(fd.get(), &info) != 0)
            throw Error::fromErrno(cannotRead(), path, errno);
        if (!S_ISREG(info.st_mode))
            throw Error(cannotRead(), displayPath(path), translated("formats", "It is not a regular file."));
        m_parts.push_back({path, std::move(fd), m_size, {}});
        m_size += static_cast<std::uint64_t>(info.st_size);
    }
}

std::vector<FileSource::Part>::const_iterator FileSource::partAt(std::uint64_t position) const
{
    return std::prev(std::ranges::upper_bound(m_parts, position, {}, &Part::begin));
}

// At most to the end of a part.
ssize_t FileSource::readAt(std::uint64_t position, std::span<char> buffer) const
{
    const auto found = partAt(position);
    const auto after = std::next(found);
    const Part &part = *found;
    const std::uint64_t end = after == m_parts.end() ? UINT64_MAX : after->begin;
    const std::size_t size = std::min<std::uint64_t>(buffer.size(), end - position);
    ssize_t count;
    do
        count = ::pread(part.fd.get(), buffer.data(), size, static_cast<off_t>(position - part.begin));
    while (count < 0 && errno == EINTR);
    if (count < 0)
        throw Error::fromErrno(cannotRead(), part.path, errno);
    if (count == 0 && after != m_parts.end())
        throw Error(cannotRead(), displayPath(part.path),
                    translated("formats", "It became shorter while it was read."));
    return count;
}

std::span<const char> FileSource::next()
{
    m_progress.throwIfCancelled();
    const ssize_t count = readAt(m_position, m_buffer);
    const std::span<const char> bytes(m_buffer.data(), static_cast<std::size_t>(count));
    if (m_keepsChecksums)
        addToChecksum(m_position, bytes);
    m_position += bytes.size();
    if (m_position > m_reported) { // a zip archive is read back and forth
        m_progress.advance(m_position - m_reported);
        m_reported = m_position;
    }
    return bytes;
}

void FileSource::addToChecksum(std::uint64_t position, std::span<const char> bytes)
{
    const std::uint64_t end = position + bytes.size();
    if (position > m_hashed || end <= m_hashed)
        return;
    const auto part = m_parts.begin() + (partAt(position) - m_parts.cbegin());
    part->hash.add(bytes.subspan(m_hashed - position));
    m_hashed = end;
}

std::vector<Sha256> FileSource::checksums()
{
    if (m_hashed < m_size) {
        m_progress.beginPhase(translated("formats", "Verifying the checksum"), m_size - m_hashed,
                              Progress::Unit::Bytes);
        m_reported = m_hashed;
    }
    m_position = m_hashed;
    while (!next().empty()) {
    }
    std::vector<Sha256> checksums;
    for (const Part &part : m_parts)
        checksums.push_back(part.hash.result());
    return checksums;
}

std::int64_t FileSource::seek(std::int64_t offset, int whence)
{
    const std::int64_t base = whence == SEEK_SET   ? 0
                              : whence == SEEK_CUR ? static_cast<std::int64_t>(m_position)
                                                   : static_cast<std::int64_t>(m_size);
    std::int64_t target = 0;
    if (__builtin_add_overflow(base, offset, &target) || target < 0)
        return -1;
    m_position = static_cast<std::uint64_t>(target);
    return target;
}

std::string FileSource::head(std::size_t size) const
{
    std::string bytes(std::min<std::uint64_t>(size, m_size), '\0');
    for (std::size_t at = 0; at < bytes.size();) {
        const auto count = static_cast<std::size_t>(readAt(at, std::span(bytes).subspan(at)));
        if (count == 0)
            bytes.resize(at);
        at += count;
    }
    return bytes;
}

std::span<const char> TailSource::next()
{
    constexpr std::size_t kKept = 1024;
    if (m_last.size() >= kKept) {
        m_before.assign(m_last.end() - kKept, m_last.end());
    } else {
        m_before.append(m_last.data(), m_last.size());
        m_before.erase(0, m_before.size() - std::min(m_before.size(), kKept));
    }
    m_last = m_source.next();
    m_position += m_last.size();
    return m_last;
}

std::int64_t TailSource::seek(std::int64_t offset, int whence)
{
    const std::int64_t position = m_source.seek(offset, whence);
    if (position >= 0 && static_cast<std::uint64_t>(position) != m_position) {
        m_before.clear();
        m_last = {};
        m_position = static_cast<std::uint64_t>(position);
    }
    return position;
}

std::string TailSource::blockBefore(std::uint64_t position) const
{
    constexpr std::uint64_t size = 512;
    const std::uint64_t middle = m_position - m_last.size(); // where m_before ends and m_last begins
    if (position < middle - m_before.size() + size || position > m_position)
        return {};
    const std::uint64_t begin = position - size;
    const std::uint64_t kept = begin < middle ? std::min(middle - begin, size) : 0; // in m_before
    std::string block(size, '\0');
    if (kept > 0)
        m_before.copy(block.data(), kept, m_before.size() - (middle - begin));
    if (kept < size)
        std::copy_n(m_last.data() + (begin + kept - middle), size - kept, block.data() + kept);
    return block;
}

bool TailSource::hasZerosBefore(std::uint64_t position) const
{
    const std::string block = blockBefore(position);
    return !block.empty() && block.find_first_not_of('\0') == std::string::npos;
}

struct GzipSource::Stream
{
    z_stream z{};
    Stream()
    {
        if (::inflateInit2(&z, 16 + MAX_WBITS) != Z_OK)
            throw std::bad_alloc();
    }
    ~Stream() { ::inflateEnd(&z); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
};

GzipSource::GzipSource(ByteSource &packed, std::string where)
    : m_packed(packed)
    , m_where(std::move(where))
    , m_stream(std::make_unique<Stream>())
    , m_buffer(kBufferSize)
{
}

GzipSource::~GzipSource() = default;

// After a member: another one, zeros that fill up a tape's block, or (as gzip has it) garbage to ignore.
bool GzipSource::startMember()
{
    z_stream &z = m_stream->z;
    if (z.avail_in == 0) {
        const auto packed = m_packed.next();
        z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
        z.avail_in = static_cast<uInt>(packed.size());
    }
    if (z.avail_in == 0 || *z.next_in != 0x1F)
        return false;
    ::inflateReset(&z);
    m_inMember = true;
    return true;
}

std::span<const char> GzipSource::next()
{
    z_stream &z = m_stream->z;
    z.next_out = reinterpret_cast<Bytef *>(m_buffer.data());
    z.avail_out = static_cast<uInt>(m_buffer.size());
    while (z.avail_out > 0 && (m_inMember || startMember())) {
        if (z.avail_in == 0) {
            const auto packed = m_packed.next();
            if (packed.empty())
                throw Error(cannotRead(), displayPath(m_where),
                            translated("formats", "It is truncated (gzip)."),
                            translated("formats", "Get the file again."));
            z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
            z.avail_in = static_cast<uInt>(packed.size());
        }
        const int result = ::inflate(&z, Z_NO_FLUSH);
        if (result == Z_STREAM_END)
            m_inMember = false;
        else if (result != Z_OK && result != Z_BUF_ERROR)
            throw Error(cannotRead(), displayPath(m_where),
                        translated("formats", "Its gzip stream is damaged."),
                        translated("formats", "Get the file again."));
    }
    return {m_buffer.data(), m_buffer.size() - z.avail_out};
}

} // namespace Refbox
