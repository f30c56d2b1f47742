// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sourcefiles.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <ctime>

#include <sys/stat.h>

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
