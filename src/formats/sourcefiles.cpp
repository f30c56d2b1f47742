// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sourcefiles.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <utility>
#include <vector>

#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::uint64_t kLargestRange = std::uint64_t{16} * 1024 * 1024; // so that a run can be stopped
constexpr std::uint64_t kCopyPiece = std::uint64_t{256} * 1024;

std::uint64_t roundedUp(std::uint64_t bytes, std::uint64_t unit)
{
    return (bytes + unit - 1) / unit * unit;
}

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

SourceFiles::SourceFiles(const FileTree &tree, const OutputFile &image, const EarlierImage *earlier,
                         std::uint32_t blockSize)
    : m_tree(tree)
    , m_image(image)
    , m_earlier(earlier)
    , m_blockSize(blockSize)
    , m_start(fileClock())
{
}

const ContentReader &SourceFiles::open(InodeId id)
{
    if (m_id != id) {
        closeReader();
        m_reader = isEarlier(id) ? std::make_unique<ContentReader>(m_earlier->tree(), m_earlier->twinOf(id),
                                                                   m_earlier->fd())
                                 : std::make_unique<ContentReader>(m_tree, id);
        m_id = id;
    }
    return *m_reader;
}

void SourceFiles::read(InodeId id, std::uint64_t offset, std::span<char> bytes)
{
    if (isEarlier(id))
        m_earlier->addRead(id);
    if (m_tree.inode(id).contentKind == ContentKind::None)
        std::ranges::fill(bytes, '\0');
    else if (m_tree.inode(id).contentKind == ContentKind::Inline)
        m_tree.inlineBytes(id).substr(offset).copy(bytes.data(), bytes.size());
    else
        open(id).read(offset, bytes);
}

bool SourceFiles::copyInKernel(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint64_t place)
{
    if (isEarlier(id)) {
        const auto source = m_earlier->placeOf(id, offset, length);
        // What does not begin a block there, a tail among inodes, is not followed by mere padding.
        if (!source || *source % m_blockSize != 0)
            return false;
        takeOver({*source, place, length});
        return true;
    }
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

// Neighbours in both images become one range, together with what fills up the blocks between them.
void SourceFiles::takeOver(const Range &range)
{
    const std::uint64_t end = m_pending.place + roundedUp(m_pending.length, m_blockSize);
    if (m_pending.length > 0 && m_pending.length < kLargestRange && range.place == end &&
        range.source - m_pending.source == range.place - m_pending.place) {
        m_pending.length = end - m_pending.place + range.length;
        return;
    }
    takeOverPending();
    m_pending = range;
}

void SourceFiles::takeOverPending()
{
    if (m_pending.length == 0)
        return;
    Range range = std::exchange(m_pending, {});
    range.length = roundedUp(range.length, m_blockSize);
    // File systems share whole blocks of theirs only: what stands before and behind is copied.
    const std::uint64_t head = std::min(range.length, roundedUp(range.source, kDiskBlock) - range.source);
    const std::uint64_t whole = (range.length - head) / kDiskBlock * kDiskBlock;
    const Range middle{range.source + head, range.place + head, whole};
    if (!m_shares || whole == 0 || middle.place % kDiskBlock != 0 || !share(middle)) {
        copy(range);
        return;
    }
    copy({range.source, range.place, head});
    copy({middle.source + whole, middle.place + whole, range.length - head - whole});
}

// False where the file system cannot.
bool SourceFiles::share(const Range &range)
{
    const file_clone_range clone{m_earlier->fd(), range.source, range.length, range.place};
    if (ioctl(m_image.fd(), FICLONERANGE, &clone) != 0) {
        if (errno == ENOSPC || errno == EDQUOT)
            throw m_image.error(errno);
        m_shares = false;
        return false;
    }
    m_earlier->addShared(range.length);
    return true;
}

void SourceFiles::copy(Range range)
{
    m_earlier->addCopied(range.length);
    if (m_kernelCopies && range.length >= kDiskBlock &&
        copyRange(m_earlier->fd(), range.source, range.length, range.place))
        return;
    std::vector<char> buffer(std::min(range.length, kCopyPiece));
    while (range.length > 0) {
        const ssize_t n =
            pread(m_earlier->fd(), buffer.data(), std::min<std::uint64_t>(range.length, buffer.size()),
                  static_cast<off_t>(range.source));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            throw m_image.error(n < 0 ? errno : EIO);
        const auto bytes = static_cast<std::size_t>(n);
        m_image.writeAt(range.place, std::span(buffer).first(bytes));
        range = {range.source + bytes, range.place + bytes, range.length - bytes};
    }
}

void SourceFiles::finish()
{
    takeOverPending();
    closeReader();
    if (m_earlier != nullptr)
        m_earlier->requireUntouched();
}

void SourceFiles::closeReader()
{
    if (!m_reader)
        return;
    if (isEarlier(m_id)) {
        m_id = kNoId;
        m_reader.reset();
        return;
    }
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
