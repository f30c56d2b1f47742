// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4sparse.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Refbox {

namespace {

// Smaller files are not worth a look at the host file.
constexpr std::uint64_t kSmallestSparse = 64 * 1024;

class Runs
{
public:
    Runs(std::uint64_t size, std::uint32_t blockSize)
        : m_size(size)
        , m_blockSize(blockSize)
    {
    }

    // Bytes [begin, end) are data; in ascending order.
    void add(std::uint64_t begin, std::uint64_t end)
    {
        end = std::min(end, m_size);
        if (begin >= end)
            return;
        const auto first = static_cast<std::uint32_t>(begin / m_blockSize);
        const auto past = static_cast<std::uint32_t>((end + m_blockSize - 1) / m_blockSize);
        if (!m_runs.empty()) {
            DataRun &last = m_runs.back();
            if (first <= last.logical + last.count) {
                last.count = std::max(last.logical + last.count, past) - last.logical;
                return;
            }
        }
        m_runs.push_back({first, past - first});
    }

    std::optional<std::vector<DataRun>> take()
    {
        const std::uint64_t blocks = (m_size + m_blockSize - 1) / m_blockSize;
        if (m_runs.size() == 1 && m_runs[0].logical == 0 && m_runs[0].count == blocks)
            return std::nullopt;
        m_runs.shrink_to_fit();
        return std::move(m_runs);
    }

private:
    std::uint64_t m_size;
    std::uint32_t m_blockSize;
    std::vector<DataRun> m_runs;
};

std::optional<std::vector<DataRun>> runsOfHostFile(const std::string &path, std::uint64_t offset,
                                                   std::uint64_t size, std::uint32_t blockSize)
{
    struct stat status
    {
    };
    if (stat(path.c_str(), &status) != 0 ||
        static_cast<std::uint64_t>(status.st_blocks) * 512 >= size + offset)
        return std::nullopt;
    const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return std::nullopt;
    Runs runs(size, blockSize);
    const auto end = static_cast<off_t>(offset + size);
    off_t data = lseek(fd, static_cast<off_t>(offset), SEEK_DATA);
    bool known = data >= 0 || errno == ENXIO;
    while (data >= 0 && data < end) {
        const off_t hole = lseek(fd, data, SEEK_HOLE);
        if (hole < 0) {
            known = false;
            break;
        }
        runs.add(static_cast<std::uint64_t>(data) - offset, static_cast<std::uint64_t>(hole) - offset);
        data = lseek(fd, hole, SEEK_DATA);
    }
    // A file that has become shorter is no hole: reading it must fail.
    if (static_cast<std::uint64_t>(status.st_size) < offset + size)
        known = false;
    close(fd);
    return known ? runs.take() : std::nullopt;
}

std::optional<std::vector<DataRun>> runsOfPacked(const FileTree &tree, InodeId id, std::uint32_t blockSize)
{
    const Inode &inode = tree.inode(id);
    const PackedContent &packed = tree.packedContent(id);
    Runs runs(inode.size, blockSize);
    for (std::uint64_t at = 0; at < inode.size;) {
        at = packed.nextData(inode.contentOffset, at, inode.size);
        const std::uint64_t end = std::min(inode.size, at + blockSize - at % blockSize);
        runs.add(at, end);
        at = end;
    }
    return runs.take();
}

} // namespace

std::optional<std::vector<DataRun>> dataRunsOf(const FileTree &tree, InodeId id, std::uint32_t blockSize)
{
    const Inode &inode = tree.inode(id);
    switch (inode.contentKind) {
    case ContentKind::Extents: {
        Runs runs(inode.size, blockSize);
        for (const Extent &extent : tree.extents(id))
            runs.add(extent.logical, extent.logical + extent.length);
        return runs.take();
    }
    case ContentKind::HostFile:
    case ContentKind::Blob:
        if (inode.size >= kSmallestSparse)
            return runsOfHostFile(tree.hostPath(id),
                                  inode.contentKind == ContentKind::Blob ? 0 : inode.contentOffset,
                                  inode.size, blockSize);
        return std::nullopt;
    case ContentKind::None: // a size without bytes is one hole
        return inode.size > 0 ? Runs(inode.size, blockSize).take() : std::nullopt;
    case ContentKind::Packed:
        return inode.size >= kSmallestSparse ? runsOfPacked(tree, id, blockSize) : std::nullopt;
    case ContentKind::Inline:
        break;
    }
    return std::nullopt;
}

} // namespace Refbox
