// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/content.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::size_t kChunk = std::size_t{256} * 1024;

} // namespace

ContentReader::ContentReader(const FileTree &tree, InodeId inode)
    : m_tree(&tree)
    , m_inode(inode)
    , m_size(tree.inode(inode).size)
{
    const Inode &i = tree.inode(inode);
    if (i.contentKind == ContentKind::Packed)
        m_packed = &tree.packedContent(inode);
    if (i.contentKind == ContentKind::None || i.contentKind == ContentKind::Inline || m_packed)
        return;
    const std::string path = tree.hostPath(inode);
    m_fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (m_fd < 0)
        throw Error::fromErrno(translated("tree", "Cannot read the file"), path, errno);
    m_ownsDescriptor = true;
    findPlace();
    if (i.contentKind == ContentKind::HostFile && i.isWholeFile)
        requireWhole(path);
}

// A file that grew since the tree was made would be cut without anybody noticing. One that shrank tells when
// it is read.
void ContentReader::requireWhole(const std::string &path)
{
    struct stat status;
    if (::fstat(m_fd, &status) != 0 || !S_ISREG(status.st_mode) ||
        static_cast<std::uint64_t>(status.st_size) <= m_size)
        return;
    ::close(std::exchange(m_fd, -1));
    m_ownsDescriptor = false; // no destructor runs
    throw Error(translated("tree", "Cannot read the file"), displayPath(path),
                translated("tree", "It became longer while it was in use."),
                translated("tree", "Let nothing change the source files meanwhile, and try again."));
}

ContentReader::ContentReader(const FileTree &tree, InodeId inode, int hostDescriptor)
    : m_tree(&tree)
    , m_inode(inode)
    , m_fd(hostDescriptor)
    , m_size(tree.inode(inode).size)
{
    findPlace();
}

void ContentReader::findPlace()
{
    const Inode &i = m_tree->inode(m_inode);
    const auto extents = m_tree->extents(m_inode);
    if (i.contentKind != ContentKind::Extents) {
        m_contiguous = true;
        m_offset = i.contentKind == ContentKind::HostFile ? i.contentOffset : 0;
    } else if (extents.size() == 1 && extents[0].logical == 0 && extents[0].length >= m_size) {
        m_contiguous = true;
        m_offset = extents[0].physical;
    }
}

ContentReader::~ContentReader()
{
    if (m_ownsDescriptor)
        ::close(m_fd);
}

ContentReader::ContentReader(ContentReader &&other) noexcept
    : m_tree(other.m_tree)
    , m_packed(other.m_packed)
    , m_inode(other.m_inode)
    , m_fd(other.m_fd)
    , m_ownsDescriptor(std::exchange(other.m_ownsDescriptor, false))
    , m_contiguous(other.m_contiguous)
    , m_size(other.m_size)
    , m_offset(other.m_offset)
{
}

std::size_t ContentReader::read(std::uint64_t offset, std::span<char> buffer) const
{
    if (offset >= m_size)
        return 0;
    const std::size_t wanted = std::min<std::uint64_t>(buffer.size(), m_size - offset);
    buffer = buffer.first(wanted);
    if (m_contiguous)
        readExactly(m_offset + offset, buffer);
    else if (m_fd >= 0)
        return readExtents(offset, buffer);
    else if (m_packed)
        m_packed->read(m_tree->inode(m_inode).contentOffset, offset, buffer);
    else
        std::memcpy(buffer.data(), m_tree->inlineBytes(m_inode).data() + offset, wanted);
    return wanted;
}

std::size_t ContentReader::readExtents(std::uint64_t offset, std::span<char> buffer) const
{
    const std::uint64_t end = offset + buffer.size();
    const auto extents = m_tree->extents(m_inode);
    auto extent = std::partition_point(extents.begin(), extents.end(),
                                       [&](const Extent &e) { return e.logical + e.length <= offset; });
    const auto fillHole = [&](std::uint64_t from, std::uint64_t to) {
        std::memset(buffer.data() + (from - offset), 0, to - from);
    };
    std::uint64_t at = offset;
    for (; extent != extents.end() && extent->logical < end; ++extent) {
        const std::uint64_t from = std::max(at, extent->logical);
        const std::uint64_t to = std::min(end, extent->logical + extent->length);
        fillHole(at, from);
        readExactly(extent->physical + (from - extent->logical), buffer.subspan(from - offset, to - from));
        at = to;
    }
    fillHole(at, end);
    return buffer.size();
}

std::uint64_t ContentReader::nextData(std::uint64_t offset) const
{
    if (m_packed && offset < m_size)
        return m_packed->nextData(m_tree->inode(m_inode).contentOffset, offset, m_size);
    if (m_contiguous || m_fd < 0 || offset >= m_size)
        return std::min(offset, m_size);
    const auto extents = m_tree->extents(m_inode);
    const auto extent = std::partition_point(extents.begin(), extents.end(),
                                             [&](const Extent &e) { return e.logical + e.length <= offset; });
    return extent == extents.end() ? m_size : std::min(m_size, std::max(offset, extent->logical));
}

void ContentReader::readExactly(std::uint64_t position, std::span<char> buffer) const
{
    while (!buffer.empty()) {
        const ssize_t count = ::pread(m_fd, buffer.data(), buffer.size(), static_cast<off_t>(position));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            throw Error::fromErrno(translated("tree", "Cannot read the file"), m_tree->hostPath(m_inode),
                                   errno);
        if (count == 0)
            throw Error(translated("tree", "Cannot read the file"), displayPath(m_tree->hostPath(m_inode)),
                        translated("tree", "It became shorter while it was in use."),
                        translated("tree", "Let nothing change the source files meanwhile, and try again."));
        buffer = buffer.subspan(static_cast<std::size_t>(count));
        position += static_cast<std::uint64_t>(count);
    }
}

std::string readAll(const FileTree &tree, InodeId inode, std::uint64_t limit)
{
    const ContentReader reader(tree, inode);
    if (reader.size() > limit)
        throw Error(translated("tree", "Cannot read the file"), displayPath(tree.path(tree.names(inode)[0])),
                    translated("tree", "It is %1 long; at most %2 are read here.")
                        .arg(formatSize(reader.size()), formatSize(limit)));
    std::string bytes(reader.size(), '\0');
    reader.read(0, bytes);
    return bytes;
}

Sha256 contentHash(const FileTree &tree, InodeId inode, const Progress *progress)
{
    if (tree.inode(inode).contentKind == ContentKind::Blob)
        return tree.blobHash(inode);
    const ContentReader reader(tree, inode);
    Sha256Hash hash;
    std::vector<char> buffer(std::min<std::uint64_t>(kChunk, reader.size()));
    for (std::uint64_t offset = 0; offset < reader.size();) {
        if (progress != nullptr)
            progress->throwIfCancelled();
        const std::size_t count = reader.read(offset, buffer);
        hash.add(std::span(buffer).first(count));
        offset += count;
    }
    return hash.result();
}

namespace {

template <typename Value>
void append(std::string &key, std::span<const Value> values)
{
    key.append(reinterpret_cast<const char *>(values.data()), values.size_bytes());
}

} // namespace

std::string contentPlace(const FileTree &tree, InodeId inode)
{
    const Inode &i = tree.inode(inode);
    std::string key(1, static_cast<char>(i.contentKind));
    switch (i.contentKind) {
    case ContentKind::HostFile:
    case ContentKind::Packed:
        append(key, std::span(&i.contentOffset, 1));
        return key + tree.hostPath(inode);
    case ContentKind::Extents:
        append(key, tree.extents(inode));
        return key + '\0' + tree.hostPath(inode);
    case ContentKind::Blob: {
        const Sha256 hash = tree.blobHash(inode);
        append(key, std::span<const std::uint8_t>(hash));
        return key;
    }
    case ContentKind::Inline:
        return key.append(tree.inlineBytes(inode));
    case ContentKind::None:
        break;
    }
    return key;
}

namespace {

// Whether the contents are known to be the same bytes in the same place.
bool samePlace(const FileTree &a, InodeId inodeA, const FileTree &b, InodeId inodeB)
{
    const Inode &ia = a.inode(inodeA);
    const Inode &ib = b.inode(inodeB);
    if (ia.contentKind != ib.contentKind)
        return false;
    if (&a == &b && inodeA == inodeB)
        return true;
    switch (ia.contentKind) {
    case ContentKind::HostFile:
    case ContentKind::Packed:
        return ia.contentOffset == ib.contentOffset && a.hostPath(inodeA) == b.hostPath(inodeB);
    case ContentKind::Extents:
        return std::ranges::equal(a.extents(inodeA), b.extents(inodeB)) &&
               a.hostPath(inodeA) == b.hostPath(inodeB);
    case ContentKind::Blob:
        return a.blobHash(inodeA) == b.blobHash(inodeB);
    case ContentKind::Inline:
        return a.inlineBytes(inodeA) == b.inlineBytes(inodeB);
    case ContentKind::None:
        break;
    }
    return true;
}

} // namespace

bool sameContent(const FileTree &a, InodeId inodeA, const FileTree &b, InodeId inodeB,
                 const Progress *progress)
{
    const Inode &ia = a.inode(inodeA);
    const Inode &ib = b.inode(inodeB);
    if (ia.size != ib.size)
        return false;
    if (ia.size == 0 || samePlace(a, inodeA, b, inodeB))
        return true;
    if (ia.contentKind == ib.contentKind &&
        (ia.contentKind == ContentKind::Blob || ia.contentKind == ContentKind::Inline))
        return false;
    // Whose hash is known need not be read; an archive that is only verified has kept no bytes at all.
    if (ia.contentKind == ContentKind::Blob)
        return a.blobHash(inodeA) == contentHash(b, inodeB);
    if (ib.contentKind == ContentKind::Blob)
        return contentHash(a, inodeA) == b.blobHash(inodeB);
    const ContentReader readerA(a, inodeA);
    const ContentReader readerB(b, inodeB);
    const std::size_t chunk = std::min<std::uint64_t>(kChunk, ia.size);
    std::vector<char> bufferA(chunk);
    std::vector<char> bufferB(chunk);
    for (std::uint64_t offset = 0;;) {
        offset = std::min(readerA.nextData(offset), readerB.nextData(offset));
        if (offset >= ia.size)
            return true;
        if (progress != nullptr)
            progress->throwIfCancelled();
        const std::size_t count = readerA.read(offset, bufferA);
        readerB.read(offset, bufferB);
        if (std::memcmp(bufferA.data(), bufferB.data(), count) != 0)
            return false;
        offset += count;
    }
}

} // namespace Refbox
