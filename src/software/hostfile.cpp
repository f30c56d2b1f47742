// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/hostfile.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

OpenFile OpenFile::forReading(const std::string &path)
{
    return OpenFile(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
}

void OpenFile::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

FileType typeOfMode(std::uint32_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFDIR:
        return FileType::Directory;
    case S_IFLNK:
        return FileType::Symlink;
    case S_IFCHR:
        return FileType::CharDevice;
    case S_IFBLK:
        return FileType::BlockDevice;
    case S_IFIFO:
        return FileType::Fifo;
    case S_IFSOCK:
        return FileType::Socket;
    default:
        return FileType::Regular;
    }
}

std::string hostFileHead(const std::string &path, std::size_t limit)
{
    std::string bytes;
    const OpenFile file = OpenFile::forReading(path);
    struct stat status;
    if (!file.isOpen() || ::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode))
        return bytes;
    bytes.resize(std::min<std::size_t>(limit, static_cast<std::size_t>(status.st_size)));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::read(file.fd(), bytes.data() + done, bytes.size() - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    bytes.resize(done);
    return bytes;
}

} // namespace Refbox
