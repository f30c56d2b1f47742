// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/imagefile.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

QString cannotRead()
{
    return translated("formats", "Cannot read the image");
}

} // namespace

ImageFile::ImageFile(std::string path)
    : m_path(std::move(path))
    , m_fd(::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
{
    if (!m_fd.isOpen())
        throw Error::fromErrno(cannotRead(), m_path, errno);
    const off_t end = lseek(m_fd.get(), 0, SEEK_END);
    struct stat status
    {
    };
    if (end < 0 || fstat(m_fd.get(), &status) != 0 || !(S_ISREG(status.st_mode) || S_ISBLK(status.st_mode)))
        refuse(translated("formats", "It is no regular file."),
               translated("formats", "Give the path of an image file."));
    m_size = static_cast<std::uint64_t>(end);
}

std::size_t ImageFile::read(std::uint64_t offset, std::span<char> bytes) const
{
    std::size_t got = 0;
    while (got < bytes.size()) {
        const ssize_t n =
            pread(m_fd.get(), bytes.data() + got, bytes.size() - got, static_cast<off_t>(offset + got));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno != EINVAL) // of a place beyond what can be said, which an image may name
            throw Error::fromErrno(cannotRead(), m_path, errno);
        if (n <= 0)
            break;
        got += static_cast<std::size_t>(n);
    }
    return got;
}

void ImageFile::refuse(const QString &why, const QString &advice) const
{
    throw Error(cannotRead(), displayPath(m_path), why, advice);
}

} // namespace Refbox
