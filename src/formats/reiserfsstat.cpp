// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsstat.h"

#include "formats/reiserfsspace.h"

#include <sys/stat.h>

namespace Refbox {

namespace {

using Body = ReiserFsObject::Body;

constexpr std::uint32_t kSector = 512; // what blocks are counted in
constexpr std::uint32_t kSectorsInBlock = kReiserFsBlock / kSector;

std::uint16_t flagsOf(const Inode &inode)
{
    std::uint16_t flags = 0;
    if (inode.flags & kImmutable)
        flags |= kReiserFsImmutable;
    if (inode.flags & kAppendOnly)
        flags |= kReiserFsAppendOnly;
    if (inode.flags & kNoDump)
        flags |= kReiserFsNoDump;
    return flags;
}

// 20 bits of minor number around 12 bits of major.
std::uint32_t deviceNumbers(const Inode &inode)
{
    const std::uint32_t minor = inode.deviceMinor();
    return (minor & 0xFF) | inode.deviceMajor() << 8 | (minor & ~0xFFU) << 12;
}

std::uint64_t directorySize(const ReiserFsPlan &plan, const ReiserFsObject &directory)
{
    constexpr std::uint64_t dots = 2;
    std::uint64_t size = dots * (kReiserFsEntryHead + reiserFsPadded(dots));
    std::string scratch;
    for (std::uint32_t i = 0; i < directory.count; ++i)
        size += kReiserFsEntryHead + reiserFsPadded(plan.nameOf(directory.first + i, scratch).size());
    return size;
}

std::uint32_t sectorsFor(std::uint64_t bytes)
{
    return static_cast<std::uint32_t>((bytes + kSector - 1) / kSector);
}

// Holes do not count.
std::uint32_t sectorsOf(const ReiserFsPlan &plan, std::uint32_t data)
{
    const auto &all = plan.data();
    const std::uint64_t end = data + 1 < all.size() ? all[data + 1].slot : plan.dataBlocks();
    return static_cast<std::uint32_t>((end - all[data].slot) * kSectorsInBlock);
}

} // namespace

ReiserFsStat reiserFsStatOf(const ReiserFsPlan &plan, const ReiserFsObject &object,
                            const ReiserFsCursor &cursor)
{
    ReiserFsStat stat;
    stat.links = plan.linkCount(object);
    stat.size = object.body == Body::None ? 0 : object.size;
    if (object.inode == kNoId) {
        stat.mode = object.body == Body::Directory ? S_IFDIR | 0700 : S_IFREG | 0700;
        stat.mtime = plan.identity().now;
    } else {
        const Inode &inode = plan.tree().inode(object.inode);
        stat.mode = static_cast<std::uint16_t>(inode.mode());
        stat.flags = flagsOf(inode);
        stat.uid = inode.uid;
        stat.gid = inode.gid;
        stat.mtime = clampReiserFsTime(inode.mtimeSeconds);
        if (inode.isDevice())
            stat.extra = deviceNumbers(inode);
    }
    switch (object.body) {
    case Body::None:
        break;
    case Body::Directory:
        stat.size = directorySize(plan, object);
        stat.blocks = sectorsFor(stat.size);
        break;
    case Body::Target:
        stat.blocks = sectorsFor(stat.size);
        break;
    case Body::Tail:
        stat.blocks = kSectorsInBlock;
        break;
    case Body::Blocks:
        stat.blocks = sectorsOf(plan, cursor.data);
    }
    return stat;
}

} // namespace Refbox
