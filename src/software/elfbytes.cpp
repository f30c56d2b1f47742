// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/elfbytes.h"

#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

bool ElfBytes::read(std::uint64_t offset, std::span<char> buffer)
{
    if (!holds(offset, buffer.size()))
        return false;
    if (buffer.empty())
        return true;
    if (buffer.size() > m_window.size() / 2)
        return fetch(offset, buffer) == buffer.size();
    if (offset < m_windowStart || offset + buffer.size() > m_windowStart + m_windowSize) {
        m_windowStart = offset;
        m_windowSize = fetch(
            offset, std::span(m_window).first(std::min<std::uint64_t>(m_window.size(), m_size - offset)));
    }
    // Less than promised: the file became shorter meanwhile.
    if (m_windowStart + m_windowSize < offset + buffer.size())
        return false;
    std::memcpy(buffer.data(), m_window.data() + (offset - m_windowStart), buffer.size());
    return true;
}

bool ElfBytes::readString(std::uint64_t offset, std::size_t limit, std::string &out)
{
    out.clear();
    std::array<char, 64> piece;
    while (out.size() < limit && offset < m_size) {
        const auto length = static_cast<std::size_t>(
            std::min<std::uint64_t>({piece.size(), m_size - offset, limit - out.size()}));
        if (!read(offset, std::span(piece).first(length)))
            return false;
        const std::string_view bytes(piece.data(), length);
        const std::size_t end = bytes.find('\0');
        out += bytes.substr(0, end);
        if (end != std::string_view::npos)
            return true;
        offset += length;
    }
    return false;
}

namespace {

std::uint64_t sizeOf(int fd)
{
    struct stat status;
    if (::fstat(fd, &status) != 0)
        throw Error::fromErrno(translated("software", "Cannot examine an open file"), {}, errno);
    return status.st_size > 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

} // namespace

FileBytes::FileBytes(int fd)
    : ElfBytes(sizeOf(fd))
    , m_fd(fd)
{
}

std::size_t FileBytes::fetch(std::uint64_t offset, std::span<char> buffer)
{
    std::size_t done = 0;
    while (done < buffer.size()) {
        const ssize_t count =
            ::pread(m_fd, buffer.data() + done, buffer.size() - done, static_cast<off_t>(offset + done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw Error::fromErrno(translated("software", "Cannot read a file"), {}, errno);
        if (count == 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    return done;
}

std::size_t ContentBytes::fetch(std::uint64_t offset, std::span<char> buffer)
{
    return m_reader->read(offset, buffer);
}

std::size_t MemoryBytes::fetch(std::uint64_t offset, std::span<char> buffer)
{
    const std::size_t count = std::min<std::uint64_t>(buffer.size(), m_bytes.size() - offset);
    std::memcpy(buffer.data(), m_bytes.data() + offset, count);
    return count;
}

} // namespace Refbox
