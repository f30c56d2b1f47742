// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sourcefiles.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <cerrno>
#include <ctime>

#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

std::int64_t nanoseconds(const timespec &time)
{
    return std::int64_t{time.tv_sec} * 1000000000 + time.tv_nsec;
}

// Files get their times from this clock, or from one that lags a few milliseconds behind it.
std::int64_t fileClock()
{
    timespec time{};
    clock_gettime(CLOCK_REALTIME, &time);
    return nanoseconds(time);
}

} // namespace

SourceFiles::SourceFiles(const FileTree &tree, const OutputFile &image)
    : m_tree(tree)
    , m_image(image)
    , m_start(fileClock())
{
}

const ContentReader &SourceFiles::open(InodeId id)
{
    if (m_id != id) {
        finish();
        m_reader = std::make_unique<ContentReader>(m_tree, id);
        m_id = id;
    }
    return *m_reader;
}

void SourceFiles::read(InodeId id, std::uint64_t offset, std::span<char> bytes)
{
    if (m_tree.inode(id).contentKind == ContentKind::Inline)
        m_tree.inlineBytes(id).substr(offset).copy(bytes.data(), bytes.size());
    else
        open(id).read(offset, bytes);
}

bool SourceFiles::copyInKernel(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint64_t place)
{
    if (!m_kernelCopies || m_tree.inode(id).contentKind == ContentKind::Inline)
        return false;
    const ContentReader &reader = open(id);
    return reader.descriptor() >= 0 &&
           copyRange(reader.descriptor(), reader.descriptorOffset() + offset, length, place);
}

bool SourceFiles::copyRange(int from, std::uint64_t source, std::uint64_t length, std::uint64_t place)
{
    auto in = static_cast<loff_t>(source);
    auto out = static_cast<loff_t>(place);
    while (length > 0) {
        const ssize_t n = copy_file_range(from, &in, m_image.fd(), &out, length, 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
            throw m_image.error(errno);
        if (n <= 0) {
            m_kernelCopies = n == 0 || errno != EXDEV;
            return false;
        }
        length -= static_cast<std::uint64_t>(n);
    }
    return true;
}

void SourceFiles::finish()
{
    if (!m_reader)
        return;
    const auto path = [&] { return displayPath(m_tree.hostPath(m_id)); };
    const int fd = m_reader->hostDescriptor();
    struct stat status
    {
    };
    if (fd >= 0 && fstat(fd, &status) == 0) {
        const std::int64_t modified = nanoseconds(status.st_mtim);
        if (modified > m_start && modified <= fileClock())
            throw Error(
                translated("formats", "Cannot read the file"), path(),
                translated("formats", "It changed while it was read."),
                translated("formats", "Let nothing change the source files meanwhile, and try again."));
        if (m_image.replaces(fd))
            throw Error(translated("formats", "Cannot write the image"), path(),
                        translated("formats", "It is a source of the image itself."),
                        translated("formats", "Give the image another name."));
    }
    m_id = kNoId;
    m_reader.reset();
}

} // namespace Refbox
