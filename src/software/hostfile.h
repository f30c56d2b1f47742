// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small helpers around open files of this machine.
#pragma once

#include "tree/filetree.h"

#include <string>
#include <utility>

namespace Refbox {

/// Owns a descriptor.
class OpenFile final
{
public:
    OpenFile() = default;
    explicit OpenFile(int fd)
        : m_fd(fd)
    {
    }
    OpenFile(OpenFile &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    OpenFile &operator=(OpenFile &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~OpenFile() { close(); }

    /// For reading; never waits for a fifo's writer or takes a terminal. Check isOpen() and errno.
    static OpenFile forReading(const std::string &path);

    bool isOpen() const { return m_fd >= 0; }
    int fd() const { return m_fd; }
    void close();

private:
    int m_fd = -1;
};

FileType typeOfMode(std::uint32_t mode);

/// At most limit bytes from a regular file's start; empty where it cannot be read.
std::string hostFileHead(const std::string &path, std::size_t limit);

} // namespace Refbox
