// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/spool.h"

#include "jobs/error.h"
#include "jobs/text.h"

#include <cerrno>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::size_t kBufferSize = 256 * 1024;

int openUnnamed(const std::string &folder)
{
    const int fd = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
        return fd;
    // File systems without O_TMPFILE: a name for a moment.
    std::string name = folder + "/.refbox-spool.XXXXXX";
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0)
        ::unlink(name.c_str());
    return named;
}

} // namespace

struct Spool::File
{
    int fd = -1;
    std::string path;
    File()
    {
        std::vector<std::string> folders{"/var/tmp", "/tmp"};
        if (const char *chosen = std::getenv("TMPDIR"); chosen != nullptr && *chosen != '\0')
            folders.insert(folders.begin(), chosen);
        int firstError = 0;
        for (const std::string &folder : folders) {
            fd = openUnnamed(folder);
            if (fd >= 0) {
                path = "/proc/self/fd/" + std::to_string(fd);
                return;
            }
            firstError = firstError == 0 ? errno : firstError;
        }
        throw Error::fromErrno(translated("formats", "Cannot make a temporary file"), folders.front(),
                               firstError,
                               translated("formats", "Set TMPDIR to a folder that you may write to."));
    }
    ~File()
    {
        if (fd >= 0)
            ::close(fd);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
};

Spool::Spool()
    : m_file(std::make_shared<File>())
{
    m_pending.reserve(kBufferSize);
}

Spool::~Spool() = default;

void Spool::begin()
{
    m_begin = m_written;
}

void Spool::write(std::span<const char> bytes)
{
    if (m_pending.size() + bytes.size() > kBufferSize)
        flush();
    m_pending.append(bytes.data(), bytes.size());
    if (m_pending.size() >= kBufferSize)
        flush();
}

void Spool::flush()
{
    std::size_t done = 0;
    while (done < m_pending.size()) {
        const ssize_t count = ::pwrite(m_file->fd, m_pending.data() + done, m_pending.size() - done,
                                       static_cast<off_t>(m_written + done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw Error::fromErrno(translated("formats", "Cannot write a temporary file"), {}, errno,
                                   translated("formats", "Set TMPDIR to a folder with enough space."));
        done += static_cast<std::size_t>(count);
    }
    m_written += done;
    m_pending.clear();
}

BlobSink::Placed Spool::finish()
{
    flush();
    return {m_file->path, m_begin, m_written - m_begin, std::nullopt};
}

void Spool::abandon() noexcept
{
    m_pending.clear();
    m_written = m_begin; // the next blob overwrites it
}

std::shared_ptr<const void> Spool::resource() const
{
    return m_file;
}

} // namespace Refbox
