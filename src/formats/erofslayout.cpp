// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofslayout.h"

#include "formats/erofsdirectory.h"
#include "formats/erofsslots.h"
#include "formats/erofswriter.h"
#include "formats/ext4sparse.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::uint64_t kMostSlots = std::uint64_t{1} << 32;
constexpr std::uint64_t kMostBlocks = kErofsNoBlock;
constexpr std::uint32_t kSlotsBeforeRoot = (kErofsSuperblockAt + kErofsSuperblockSize) / kErofsSlotSize;

std::uint64_t blocksFor(std::uint64_t bytes)
{
    return (bytes + kErofsBlockSize - 1) / kErofsBlockSize;
}

[[noreturn]] void throwTooLarge()
{
    throw Error(translated("formats", "EROFS cannot hold the tree"), {},
                translated("formats", "It needs more than 16 TB."),
                translated("formats", "Spread it over several images."));
}

} // namespace

ErofsLayout::ErofsLayout(const FileTree &tree, const FilesystemIdentity &identity, Progress &progress)
    : m_tree(tree)
    , m_identity(identity)
    , m_xattrs(tree, progress)
{
    for (InodeId id = 0; id < tree.inodeCount(); ++id) {
        if (id % 1024 == 0) {
            progress.throwIfCancelled();
            progress.advance(std::min<std::uint64_t>(1024, tree.inodeCount() - id));
        }
        checkInode(id);
        planInode(id);
    }
    place();
}

void ErofsLayout::checkInode(InodeId id) const
{
    const Inode &inode = m_tree.inode(id);
    if (inode.isRegular() && inode.size > kErofsLargestFile)
        throw Error(translated("formats", "EROFS cannot hold the %1")
                        .arg(translated("tree", fileTypeName(inode.type))),
                    displayPath(m_tree.path(m_tree.names(id)[0])),
                    translated("formats", "It is larger than 16 TB."),
                    translated("formats", "Leave it out."));
}

void ErofsLayout::planInode(InodeId id)
{
    const Inode &inode = m_tree.inode(id);
    if (inode.isDirectory())
        m_directories.push_back({erofsDirectorySize(m_tree, m_tree.names(id)[0]), id});
    else if (inode.isRegular()) {
        m_contentBytes += inode.size;
        planHoles(id);
    }
}

// Only where the table of chunks takes less than the holes' zeros would.
void ErofsLayout::planHoles(InodeId id)
{
    const auto runs = dataRunsOf(m_tree, id, kErofsBlockSize);
    if (!runs)
        return;
    const std::uint64_t blocks = blocksFor(m_tree.inode(id).size);
    const ErofsChunks chunks = chooseErofsChunks(*runs, blocks);
    const std::uint64_t least = kErofsBlockSize; // that it must save
    if (chunks.storedBlocks * kErofsBlockSize + chunks.entries * 4 + least > blocks * kErofsBlockSize)
        return;
    const std::vector<DataRun> grown = growToChunks(*runs, blocks, chunks.bits);
    m_sparse.push_back({id, chunks.bits, static_cast<std::uint32_t>(m_runs.size()),
                        static_cast<std::uint32_t>(grown.size()),
                        static_cast<std::uint32_t>(chunks.storedBlocks)});
    m_runs.insert(m_runs.end(), grown.begin(), grown.end());
}

void ErofsLayout::place()
{
    ErofsSlots slots(kSlotsBeforeRoot);
    m_slot.resize(m_tree.inodeCount());
    m_data.resize(m_tree.inodeCount() + std::size_t{1});
    std::uint64_t data = 0;
    for (InodeId id = 0; id < m_tree.inodeCount(); ++id) {
        const ErofsBody body = bodyOf(id);
        m_slot[id] = static_cast<std::uint32_t>(slots.place(id, body.headBytes()));
        m_data[id] = static_cast<std::uint32_t>(data);
        data += body.dataBlocks;
        if (data > kMostBlocks || slots.blocks() * ErofsSlots::kInBlock > kMostSlots)
            throwTooLarge();
    }
    m_data.back() = static_cast<std::uint32_t>(data);
    m_groups = slots.takeGroups(m_tree.inodeCount());
    const std::uint64_t xattrBlocks = blocksFor(m_xattrs.sharedBytes());
    if (slots.blocks() + xattrBlocks + data > kMostBlocks)
        throwTooLarge();
    m_xattrBegin = static_cast<std::uint32_t>(slots.blocks());
    m_dataBegin = static_cast<std::uint32_t>(slots.blocks() + xattrBlocks);
}

std::uint64_t ErofsLayout::sizeOf(InodeId id) const
{
    const Inode &inode = m_tree.inode(id);
    if (inode.isDirectory())
        return std::ranges::lower_bound(m_directories, id, {}, &Directory::inode)->size;
    return inode.size;
}

bool ErofsLayout::needsExtended(InodeId id, std::uint64_t size) const
{
    const Inode &inode = m_tree.inode(id);
    return inode.mtime() != Timestamp{m_identity.now, 0} || inode.uid > UINT16_MAX ||
           inode.gid > UINT16_MAX || size > UINT32_MAX || m_tree.linkCount(id) > UINT16_MAX;
}

ErofsBody ErofsLayout::bodyOf(InodeId id) const
{
    ErofsBody body;
    body.size = sizeOf(id);
    body.extended = needsExtended(id, body.size);
    body.xattrBytes = m_xattrs.bodyBytes(m_tree.inode(id).xattrs);
    const auto sparse = std::ranges::lower_bound(m_sparse, id, {}, &SparseFile::inode);
    if (sparse != m_sparse.end() && sparse->inode == id) {
        body.kind = ErofsLayoutKind::Chunked;
        body.chunkBits = sparse->chunkBits;
        body.chunks = ((blocksFor(body.size) - 1) >> body.chunkBits) + 1;
        body.dataBlocks = sparse->blocks;
        body.runs = std::span(m_runs).subspan(sparse->begin, sparse->count);
        return body;
    }
    const auto tail = static_cast<std::uint32_t>(body.size % kErofsBlockSize);
    // Linux wants a tail in the inode's block.
    if (tail > 0 && body.headBytes() + tail <= kErofsBlockSize) {
        body.kind = ErofsLayoutKind::Inline;
        body.tail = tail;
    }
    body.dataBlocks = static_cast<std::uint32_t>(blocksFor(body.size - body.tail));
    return body;
}

ErofsInode ErofsLayout::inodeOf(InodeId id, const ErofsBody &body) const
{
    const Inode &inode = m_tree.inode(id);
    ErofsInode out;
    out.extended = body.extended;
    out.layout = static_cast<std::uint8_t>(body.kind);
    if (body.xattrBytes > 0)
        out.xattrCount = static_cast<std::uint16_t>((body.xattrBytes - 12) / 4 + 1);
    out.mode = static_cast<std::uint16_t>(inode.mode());
    out.size = body.size;
    out.ino = id + 1;
    out.uid = inode.uid;
    out.gid = inode.gid;
    out.mtimeSeconds = inode.mtimeSeconds;
    out.mtimeNanoseconds = inode.mtimeNanoseconds;
    out.links = m_tree.linkCount(id);
    if (inode.isDevice())
        out.place = encodeErofsDevice(inode.deviceMajor(), inode.deviceMinor());
    else if (body.kind == ErofsLayoutKind::Chunked)
        out.place = body.chunkBits;
    else
        out.place = body.dataBlocks > 0 ? dataBlockOf(id) : kErofsNoBlock;
    return out;
}

InodeId ErofsLayout::dataAt(std::uint32_t block) const
{
    const auto next = std::ranges::upper_bound(m_data, block - m_dataBegin);
    return static_cast<InodeId>(next - m_data.begin() - 1);
}

} // namespace Refbox
