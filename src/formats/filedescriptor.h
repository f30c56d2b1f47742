// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A file descriptor that closes itself, and opening below a folder without following symbolic links.
#pragma once

#include <string_view>
#include <utility>

#include <unistd.h>

namespace Refbox {

class FileDescriptor final
{
public:
    explicit FileDescriptor(int fd = -1)
        : m_fd(fd)
    {
    }
    ~FileDescriptor() { reset(); }
    FileDescriptor(FileDescriptor &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    FileDescriptor &operator=(FileDescriptor &&other) noexcept
    {
        if (this != &other) {
            reset();
            m_fd = std::exchange(other.m_fd, -1);
        }
        return *this;
    }

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    int release() { return std::exchange(m_fd, -1); }
    void reset()
    {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = -1;
    }

private:
    int m_fd;
};

/// Opens a path of any length below a folder's descriptor ("" is the folder itself). A symbolic link anywhere
/// in it is an error (ELOOP), as is "..". Not open with errno set where it fails.
FileDescriptor openBelow(int folder, std::string_view path, int flags);

} // namespace Refbox
