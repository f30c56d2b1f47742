// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/earlierimage.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>

#include <sys/stat.h>

namespace Refbox {

EarlierImage::EarlierImage(ImageFile file, FileTreePtr tree, std::vector<InodeId> twins)
    : m_file(std::move(file))
    , m_tree(std::move(tree))
    , m_twins(std::move(twins))
    , m_state(state())
{
}

std::optional<std::uint64_t> EarlierImage::placeOf(InodeId inode, std::uint64_t offset,
                                                   std::uint64_t length) const
{
    const InodeId twin = m_twins[inode];
    const Inode &there = m_tree->inode(twin);
    if (there.contentKind == ContentKind::HostFile)
        return there.contentOffset + offset;
    if (there.contentKind == ContentKind::Packed)
        return std::nullopt;
    const auto extents = m_tree->extents(twin);
    const auto extent = std::ranges::partition_point(
        extents, [offset](const Extent &e) { return e.logical + e.length <= offset; });
    if (extent == extents.end() || offset < extent->logical ||
        offset + length > extent->logical + extent->length)
        return std::nullopt;
    return extent->physical + (offset - extent->logical);
}

bool EarlierImage::isShared(InodeId inode) const
{
    const InodeId twin = m_twins[inode];
    if (twin == kNoId || m_copied > 0)
        return false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_read.contains(inode))
            return false;
    }
    const Inode &there = m_tree->inode(twin);
    if (there.contentKind == ContentKind::Packed)
        return false;
    if (there.contentKind == ContentKind::HostFile)
        return there.contentOffset % kDiskBlock == 0;
    return std::ranges::all_of(m_tree->extents(twin),
                               [](const Extent &e) { return e.physical % kDiskBlock == 0; });
}

void EarlierImage::addRead(InodeId inode) const
{
    const std::scoped_lock lock(m_mutex);
    m_read.insert(inode);
}

EarlierImage::State EarlierImage::state() const
{
    struct stat status
    {
    };
    if (fstat(m_file.fd(), &status) != 0)
        return {};
    return {status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

void EarlierImage::requireUntouched() const
{
    if (state() == m_state)
        return;
    throw Error(translated("formats", "Cannot write the image"), displayPath(m_file.path()),
                translated("formats", "Somebody wrote to the image that stands there meanwhile."),
                translated("formats", "Unmount it, and try again."));
}

} // namespace Refbox
