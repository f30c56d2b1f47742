// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsinode.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <unordered_set>

namespace Refbox {

namespace {

// Linux takes 3 off for "." and "..", which are not in the list.
constexpr std::uint32_t kDots = 3;
constexpr std::uint64_t kLargestInode = 64; // but for what follows the fields
constexpr std::size_t kIndexSize = 12;      // without the name

} // namespace

SquashFsOwners::SquashFsOwners(const FileTree &tree)
{
    std::unordered_set<std::uint32_t> seen;
    for (InodeId id = 0; id < tree.inodeCount(); ++id) {
        const Inode &inode = tree.inode(id);
        for (const std::uint32_t owner : {inode.uid, inode.gid})
            if (seen.insert(owner).second)
                m_ids.push_back(owner);
        if (m_ids.size() > kSquashFsMostIds)
            throw Error(translated("formats", "SquashFS cannot hold the owner"),
                        displayPath(tree.path(tree.names(id)[0])),
                        translated("formats", "There are more than %1 users and groups in the tree.")
                            .arg(kSquashFsMostIds),
                        translated("formats", "Give files to fewer users and groups, or leave files out."));
    }
    std::ranges::sort(m_ids);
}

std::uint16_t SquashFsOwners::indexOf(std::uint32_t id) const
{
    return static_cast<std::uint16_t>(std::ranges::lower_bound(m_ids, id) - m_ids.begin());
}

std::string SquashFsOwners::entries() const
{
    std::string bytes;
    for (const std::uint32_t id : m_ids)
        appendLittle(bytes, id);
    return bytes;
}

std::int64_t clampSquashFsTime(std::int64_t seconds)
{
    return std::clamp<std::int64_t>(seconds, 0, UINT32_MAX);
}

std::uint64_t squashFsLargestInode(const FileTree &tree, InodeId id, std::uint32_t blockSize)
{
    const Inode &inode = tree.inode(id);
    if (inode.isRegular())
        return kLargestInode + sizeof(std::uint32_t) * squashFsBlockCount(inode, blockSize, false);
    if (!inode.isDirectory())
        return kLargestInode + inode.size;
    const std::uint64_t list = squashFsLargestListing(tree, tree.names(id)[0]);
    constexpr std::uint64_t longestName = 255;
    return kLargestInode + (list / kSquashFsMetadataSize + 1) * (kIndexSize + longestName);
}

SquashFsInodeEncoder::SquashFsInodeEncoder(const FileTree &tree, const SquashFsContents &contents,
                                           const SquashFsOwners &owners, const SquashFsXattrs &xattrs,
                                           std::uint32_t blockSize)
    : m_tree(tree)
    , m_contents(contents)
    , m_owners(owners)
    , m_xattrs(xattrs)
    , m_blockSize(blockSize)
{
}

std::string SquashFsInodeEncoder::head(InodeId id, bool extended) const
{
    const Inode &inode = m_tree.inode(id);
    const auto type = static_cast<std::uint16_t>(squashFsType(inode.type));
    std::string bytes;
    appendLittle(bytes, static_cast<std::uint16_t>(extended ? type + kSquashFsExtended : type));
    appendLittle(bytes, inode.permissions);
    appendLittle(bytes, m_owners.indexOf(inode.uid));
    appendLittle(bytes, m_owners.indexOf(inode.gid));
    appendLittle(bytes, static_cast<std::uint32_t>(clampSquashFsTime(inode.mtimeSeconds)));
    appendLittle(bytes, squashFsInodeNumber(id));
    return bytes;
}

void SquashFsInodeEncoder::append(InodeId id, SquashFsMetadataWriter &table) const
{
    const Inode &inode = m_tree.inode(id);
    if (inode.isRegular())
        return appendRegular(id, table);
    const std::uint32_t xattrs = m_xattrs.indexOf(inode);
    const bool extended = xattrs != kSquashFsNone;
    std::string bytes = head(id, extended);
    appendLittle(bytes, m_tree.linkCount(id));
    if (inode.isSymlink()) {
        const std::string_view target = m_tree.symlinkTarget(id);
        appendLittle(bytes, static_cast<std::uint32_t>(target.size()));
        bytes += target;
    } else if (inode.isDevice()) {
        appendLittle(bytes, squashFsDevice(inode.deviceMajor(), inode.deviceMinor()));
    }
    if (extended)
        appendLittle(bytes, xattrs);
    table.append(bytes);
}

void SquashFsInodeEncoder::appendRegular(InodeId id, SquashFsMetadataWriter &table) const
{
    const SquashFsPlace &place = m_contents.place(id);
    const std::uint64_t blocks =
        squashFsBlockCount(m_tree.inode(id), m_blockSize, place.fragment != kSquashFsNone);
    table.append(regularFields(id, holeBytes(id, blocks)));
    appendSizes(id, blocks, table);
}

std::string SquashFsInodeEncoder::regularFields(InodeId id, std::uint64_t holes) const
{
    const Inode &inode = m_tree.inode(id);
    const SquashFsPlace &place = m_contents.place(id);
    const std::uint32_t links = m_tree.linkCount(id);
    const std::uint32_t xattrs = m_xattrs.indexOf(inode);
    const bool extended = links > 1 || xattrs != kSquashFsNone || holes > 0 || inode.size > UINT32_MAX ||
                          place.start > UINT32_MAX;
    std::string bytes = head(id, extended);
    if (extended) {
        appendLittle(bytes, place.start);
        appendLittle(bytes, inode.size);
        appendLittle(bytes, holes);
        appendLittle(bytes, links);
        appendLittle(bytes, place.fragment);
        appendLittle(bytes, place.fragmentOffset);
        appendLittle(bytes, xattrs);
    } else {
        appendLittle(bytes, static_cast<std::uint32_t>(place.start));
        appendLittle(bytes, place.fragment);
        appendLittle(bytes, place.fragmentOffset);
        appendLittle(bytes, static_cast<std::uint32_t>(inode.size));
    }
    return bytes;
}

// Linux takes them off what the file seems to use.
std::uint64_t SquashFsInodeEncoder::holeBytes(InodeId id, std::uint64_t blocks) const
{
    std::uint64_t holes = 0;
    std::uint64_t block = 0;
    const std::uint64_t size = m_tree.inode(id).size;
    m_contents.eachSize(id, blocks, [&](std::uint32_t blockBytes, std::uint64_t count) {
        if (blockBytes == 0)
            holes += std::min((block + count) * m_blockSize, size) - block * m_blockSize;
        block += count;
    });
    return holes;
}

void SquashFsInodeEncoder::appendSizes(InodeId id, std::uint64_t blocks, SquashFsMetadataWriter &table) const
{
    std::string bytes;
    m_contents.eachSize(id, blocks, [&](std::uint32_t size, std::uint64_t count) {
        if (size == 0) {
            table.append(bytes);
            bytes.clear();
            table.appendZeros(count * sizeof size);
            return;
        }
        appendLittle(bytes, size);
        if (bytes.size() >= kSquashFsMetadataSize) {
            table.append(bytes);
            bytes.clear();
        }
    });
    table.append(bytes);
}

void SquashFsInodeEncoder::appendDirectory(InodeId id, const SquashFsListing &listing,
                                           std::span<const SquashFsDirectoryIndex> index,
                                           const SquashFsMetadataWriter &directories,
                                           SquashFsMetadataWriter &table) const
{
    const NodeId node = m_tree.names(id)[0];
    const std::uint32_t xattrs = m_xattrs.indexOf(m_tree.inode(id));
    const std::uint64_t reference = directories.reference(listing.position);
    const std::uint32_t size = listing.size + kDots;
    const std::uint32_t parent = node == FileTree::root()
                                     ? m_tree.inodeCount() + 1
                                     : squashFsInodeNumber(m_tree.inodeOf(m_tree.parent(node)));
    const auto block = static_cast<std::uint32_t>(squashFsReferenceBlock(reference));
    const auto offset = static_cast<std::uint16_t>(squashFsReferenceOffset(reference));
    const bool extended = xattrs != kSquashFsNone || !index.empty() || size > UINT16_MAX;
    std::string bytes = head(id, extended);
    if (extended) {
        appendLittle(bytes, m_tree.linkCount(id));
        appendLittle(bytes, size);
        appendLittle(bytes, block);
        appendLittle(bytes, parent);
        appendLittle(bytes, static_cast<std::uint16_t>(index.size()));
        appendLittle(bytes, offset);
        appendLittle(bytes, xattrs);
    } else {
        appendLittle(bytes, block);
        appendLittle(bytes, m_tree.linkCount(id));
        appendLittle(bytes, static_cast<std::uint16_t>(size));
        appendLittle(bytes, offset);
        appendLittle(bytes, parent);
    }
    for (const SquashFsDirectoryIndex &piece : index) {
        const std::string_view name = m_tree.name(piece.first);
        appendLittle(bytes, piece.offset);
        appendLittle(
            bytes, static_cast<std::uint32_t>(squashFsReferenceBlock(directories.reference(piece.position))));
        appendLittle(bytes, static_cast<std::uint32_t>(name.size() - 1));
        bytes += name;
    }
    table.append(bytes);
}

} // namespace Refbox
