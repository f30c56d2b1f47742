// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ext4layout.h"

#include "formats/ext4sparse.h"
#include "formats/ext4writer.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::size_t kFastTarget = 60; // shorter ones stand in the inode
constexpr std::uint32_t kMostXattrReferences = EXT2_EXT_ATTR_REFCOUNT_MAX;
constexpr std::string_view kLostFoundName = "lost+found";
constexpr std::uint32_t kDotsSize = 24;

std::uint8_t entryType(FileType type)
{
    switch (type) {
    case FileType::Regular:
        return EXT2_FT_REG_FILE;
    case FileType::Directory:
        return EXT2_FT_DIR;
    case FileType::Symlink:
        return EXT2_FT_SYMLINK;
    case FileType::CharDevice:
        return EXT2_FT_CHRDEV;
    case FileType::BlockDevice:
        return EXT2_FT_BLKDEV;
    case FileType::Fifo:
        return EXT2_FT_FIFO;
    case FileType::Socket:
        return EXT2_FT_SOCK;
    }
    return EXT2_FT_UNKNOWN;
}

} // namespace

template <typename Action>
auto Ext4Layout::inContext(InodeId inode, Action action) const
{
    try {
        return action();
    } catch (const Error &error) {
        throw Error(error.failed(), displayPath(m_tree.path(m_tree.names(inode)[0])), error.why(),
                    error.advice());
    }
}

Ext4Layout::Ext4Layout(const FileTree &tree, const ExtShape &shape, const FilesystemIdentity &identity,
                       Progress &progress)
    : m_tree(tree)
    , m_shape(shape)
    , m_identity(identity)
{
    if (tree.inodeCount() > UINT32_MAX - 100)
        throw Error(translated("formats", "%1 cannot hold the tree").arg(QLatin1String(m_shape.name())), {},
                    translated("formats", "It has too many files."));
    findLostFound();
    std::vector<std::uint32_t> blockOfSet(tree.xattrSetCount(), kNoId);
    for (InodeId id = 0; id < tree.inodeCount(); ++id) {
        if (id % 1024 == 0) {
            progress.throwIfCancelled();
            progress.advance(std::min<std::uint64_t>(1024, tree.inodeCount() - id));
        }
        checkInode(id);
        if (tree.inode(id).isDirectory())
            planDirectory(id);
        else if (tree.inode(id).isRegular())
            planFile(id);
        if (tree.inode(id).xattrs != 0)
            planXattrs(id, blockOfSet);
    }
    m_xattrUsers.shrink_to_fit();
}

void Ext4Layout::findLostFound()
{
    const NodeId node = m_tree.child(FileTree::root(), kLostFoundName);
    m_makesLostFound = node == kNoId;
    // Any other file of this name is an ordinary one; e2fsck makes room when it needs the name.
    if (node != kNoId && m_tree.inodeAt(node).isDirectory())
        m_lostFound = m_tree.inodeOf(node);
}

void Ext4Layout::checkInode(InodeId id) const
{
    const Inode &inode = m_tree.inode(id);
    const auto refuse = [&](const QString &why, const QString &advice) {
        throw Error(translated("formats", "%1 cannot hold the %2")
                        .arg(QLatin1String(m_shape.name()), translated("tree", fileTypeName(inode.type))),
                    displayPath(m_tree.path(m_tree.names(id)[0])), why, advice);
    };
    if (!inode.isDirectory() && m_tree.names(id).size() > m_shape.mostLinks())
        refuse(translated("formats", "It has %1 names, and %2 are the most.")
                   .arg(m_tree.names(id).size())
                   .arg(m_shape.mostLinks()),
               translated("formats", "Link it less often, or give some of the places copies."));
    if (inode.isDirectory() && !m_shape.manySubfolders && m_tree.linkCount(id) >= m_shape.mostLinks())
        refuse(translated("formats", "It has %1 subfolders, and %2 are the most.")
                   .arg(m_tree.linkCount(id) - 2)
                   .arg(m_shape.mostLinks() - 3), // "." and ".." count, and lost+found may
               translated("formats", "Spread them over several folders, or choose ext4."));
    if (inode.isSymlink() && (inode.size == 0 || inode.size > m_shape.longestTarget()))
        refuse(translated("formats", "Its target has %1 bytes; 1 to %2 are possible.")
                   .arg(inode.size)
                   .arg(m_shape.longestTarget()),
               translated("formats", "Change the link, or leave it out."));
    if (inode.isRegular() && inode.size > m_shape.largestFile())
        refuse(translated("formats", "It has %1; %2 are the most.")
                   .arg(formatSize(inode.size), formatSize(m_shape.largestFile())),
               translated("formats", "Leave it out."));
}

void Ext4Layout::planFile(InodeId id)
{
    m_contentBytes += m_tree.inode(id).size;
    const auto runs = dataRunsOf(m_tree, id, m_shape.blockSize);
    if (!runs)
        return;
    SparseFile file{id, static_cast<std::uint32_t>(m_dataRuns.size()),
                    static_cast<std::uint32_t>(runs->size()), 0};
    for (const DataRun &run : *runs)
        file.blocks += run.count;
    m_dataRuns.insert(m_dataRuns.end(), runs->begin(), runs->end());
    m_sparse.push_back(file);
}

std::uint64_t Ext4Layout::plainSize(InodeId id) const
{
    std::uint64_t size = kDotsSize;
    for (const NodeId child : m_tree.children(m_tree.names(id)[0]))
        size += ext4EntrySize(m_tree.name(child).size());
    if (id == 0 && m_makesLostFound)
        size += ext4EntrySize(kLostFoundName.size());
    return size;
}

void Ext4Layout::planDirectory(InodeId id)
{
    Directory directory{id, 1, 0};
    if (plainSize(id) > m_shape.leafRoom() && m_shape.indexed)
        directory.blocks = inContext(
            id, [&] { return HashedDirectory(entriesOf(id), m_shape, m_identity.hashSeed.data()).blocks(); });
    else if (plainSize(id) > m_shape.leafRoom())
        directory.blocks =
            static_cast<std::uint32_t>(plainDirectoryBlocks(entriesOf(id), m_shape).size() - 1);
    if (id == m_lostFound)
        directory.blocks = std::max(directory.blocks, m_shape.lostFoundBlocks());
    m_directories.push_back(directory);
}

bool Ext4Layout::isHashed(const Directory &directory) const
{
    return m_shape.indexed && directory.blocks > 1 &&
           (directory.inode != m_lostFound || plainSize(directory.inode) > m_shape.leafRoom());
}

void Ext4Layout::planXattrs(InodeId id, std::vector<std::uint32_t> &blockOfSet)
{
    constexpr std::uint32_t kNoBlock = kNoId - 1;
    const XattrSetId set = m_tree.inode(id).xattrs;
    std::uint32_t &block = blockOfSet[set];
    if (block == kNoBlock)
        return;
    if (block == kNoId) {
        const Ext4Xattrs encoded =
            inContext(id, [&] { return encodeExt4Xattrs(m_tree.xattrs(set), m_shape); });
        if (encoded.block.empty()) {
            block = kNoBlock;
            return;
        }
    }
    // Equal sets share a block, as far as the format counts.
    if (block == kNoId || m_xattrBlocks[block].references == kMostXattrReferences) {
        block = static_cast<std::uint32_t>(m_xattrBlocks.size());
        m_xattrBlocks.push_back({set, 0});
    }
    ++m_xattrBlocks[block].references;
    m_xattrUsers.push_back({id, block});
}

std::uint64_t Ext4Layout::place(const SlotMap &slots, std::uint32_t journalBlocks)
{
    m_indexed.clear();
    m_journal = {0, journalBlocks, 0, {}};
    m_journal.indexBlocks = indexBlocksAt(slots, m_journal);
    std::uint64_t next = m_journal.dataBlocks + m_journal.indexBlocks;
    m_lostFoundSlot = next;
    if (m_makesLostFound)
        next += m_shape.lostFoundBlocks();
    for (Directory &directory : m_directories) {
        directory.slot = static_cast<std::uint32_t>(next);
        const std::uint32_t index = indexBlocksAt(slots, {next, directory.blocks, 0, {}});
        if (index > 0)
            m_indexed.push_back(directory.inode);
        next += directory.blocks + index;
    }
    m_xattrSlot = next;
    next += m_xattrBlocks.size();
    m_fileSlot.resize(m_tree.inodeCount() + std::size_t{1});
    auto sparseFile = m_sparse.begin();
    for (InodeId id = 0; id < m_tree.inodeCount(); ++id) {
        m_fileSlot[id] = static_cast<std::uint32_t>(next);
        BlockMapping mapping{next, 0, 0, {}};
        if (sparseFile != m_sparse.end() && sparseFile->inode == id) {
            mapping.dataBlocks = sparseFile->blocks;
            mapping.runs = std::span(m_dataRuns).subspan(sparseFile->begin, sparseFile->count);
            ++sparseFile;
        } else {
            const Inode &inode = m_tree.inode(id);
            if (inode.isRegular() || (inode.isSymlink() && inode.size >= kFastTarget))
                mapping.dataBlocks = static_cast<std::uint32_t>(m_shape.blocksFor(inode.size));
        }
        const std::uint32_t index = indexBlocksAt(slots, mapping);
        if (index > 0)
            m_indexed.push_back(id);
        next += mapping.dataBlocks + index;
        if (next > UINT32_MAX) // slots are counted on as 32-bit numbers
            throw Error(translated("formats", "%1 cannot hold the tree").arg(QLatin1String(m_shape.name())),
                        {},
                        translated("formats", "It needs more than %1.")
                            .arg(formatSize(std::uint64_t{UINT32_MAX} * m_shape.blockSize)),
                        translated("formats", "Spread it over several images."));
    }
    m_fileSlot.back() = static_cast<std::uint32_t>(next);
    return next;
}

// Few files need any: only these are laid out here.
std::uint32_t Ext4Layout::indexBlocksAt(const SlotMap &slots, const BlockMapping &mapping) const
{
    constexpr std::uint32_t inOnePiece = 32768;
    if (!m_shape.extents) {
        const DataRun all{0, mapping.dataBlocks};
        return blockListBlocks(mapping.runs.empty() ? std::span(&all, 1) : mapping.runs, m_shape);
    }
    if (mapping.runs.empty() && (mapping.dataBlocks <= 4 ||
                                 (mapping.dataBlocks <= inOnePiece &&
                                  slots.piece(mapping.slot, mapping.dataBlocks).count == mapping.dataBlocks)))
        return 0;
    return extentIndexBlocks(extents(slots, mapping).size(), m_shape);
}

std::vector<Ext4Extent> Ext4Layout::extents(const SlotMap &slots, const BlockMapping &mapping) const
{
    const DataRun all{0, mapping.dataBlocks};
    return extentsOf(slots, mapping.slot,
                     mapping.runs.empty() && mapping.dataBlocks > 0 ? std::span(&all, 1) : mapping.runs);
}

BlockIndex Ext4Layout::blockIndex(ext2_filsys fs, const SlotMap &slots, ext2_ino_t ino,
                                  const BlockMapping &mapping) const
{
    return makeBlockIndex(fs, m_shape, ino, extents(slots, mapping), slots,
                          mapping.slot + mapping.dataBlocks);
}

ext2_ino_t Ext4Layout::inoOf(InodeId id) const
{
    if (id == 0)
        return EXT2_ROOT_INO;
    if (id == m_lostFound)
        return kLostFoundIno;
    const bool shifted = m_makesLostFound || (m_lostFound != kNoId && id < m_lostFound);
    return id + (shifted ? kLostFoundIno : kLostFoundIno - 1);
}

InodeId Ext4Layout::idOf(ext2_ino_t ino) const
{
    if (ino == kLostFoundIno && (m_makesLostFound || m_lostFound != kNoId))
        return m_lostFound;
    const InodeId id = ino - kLostFoundIno;
    return m_makesLostFound || (m_lostFound != kNoId && id < m_lostFound) ? id : id + 1;
}

ext2_ino_t Ext4Layout::lastIno() const
{
    const InodeId last = m_tree.inodeCount() - 1;
    const ext2_ino_t least = m_makesLostFound || m_lostFound != kNoId ? kLostFoundIno : kLostFoundIno - 1;
    return last == 0 ? least : std::max(least, inoOf(last == m_lostFound ? last - 1 : last));
}

ext2_ino_t Ext4Layout::parentIno(InodeId directory) const
{
    const NodeId parent = m_tree.parent(m_tree.names(directory)[0]);
    return parent == kNoId ? ext2_ino_t{EXT2_ROOT_INO} : inoOf(m_tree.inodeOf(parent));
}

// A directory with too many subdirectories has 1, for "unknown" (dir_nlink).
std::uint32_t Ext4Layout::linkCount(InodeId id) const
{
    std::uint32_t count = m_tree.linkCount(id);
    if (id == 0 && m_makesLostFound)
        ++count;
    return m_shape.manySubfolders && count > m_shape.mostLinks() ? 1 : count;
}

std::vector<Ext4Entry> Ext4Layout::entriesOf(InodeId directory) const
{
    const auto children = m_tree.children(m_tree.names(directory)[0]);
    std::vector<Ext4Entry> entries; // sorted by name, as the tree has them
    entries.reserve(children.size() + 1);
    for (const NodeId child : children)
        entries.push_back(
            {m_tree.name(child), inoOf(m_tree.inodeOf(child)), entryType(m_tree.inodeAt(child).type)});
    if (directory == 0 && m_makesLostFound) {
        const auto place = std::ranges::lower_bound(entries, kLostFoundName, {}, &Ext4Entry::name);
        entries.insert(place, {kLostFoundName, kLostFoundIno, EXT2_FT_DIR});
    }
    return entries;
}

const Ext4Layout::SparseFile *Ext4Layout::sparse(InodeId id) const
{
    const auto file = std::ranges::lower_bound(m_sparse, id, {}, &SparseFile::inode);
    return file != m_sparse.end() && file->inode == id ? &*file : nullptr;
}

BlockMapping Ext4Layout::mappingOf(InodeId id) const
{
    const Inode &inode = m_tree.inode(id);
    if (inode.isDirectory()) {
        const auto directory = std::ranges::lower_bound(m_directories, id, {}, &Directory::inode);
        const std::uint64_t end = directory + 1 == m_directories.end() ? m_xattrSlot : (directory + 1)->slot;
        return {directory->slot,
                directory->blocks,
                static_cast<std::uint32_t>(end - directory->slot - directory->blocks),
                {}};
    }
    BlockMapping mapping{m_fileSlot[id], m_fileSlot[id + 1] - m_fileSlot[id], 0, {}};
    if (mapping.dataBlocks == 0)
        return mapping;
    std::uint32_t data = static_cast<std::uint32_t>(m_shape.blocksFor(inode.size));
    if (const SparseFile *file = sparse(id)) {
        data = file->blocks;
        mapping.runs = std::span(m_dataRuns).subspan(file->begin, file->count);
    }
    mapping.indexBlocks = mapping.dataBlocks - data;
    mapping.dataBlocks = data;
    return mapping;
}

std::uint32_t Ext4Layout::xattrBlockOf(InodeId id) const
{
    const auto user = std::ranges::lower_bound(m_xattrUsers, id, {}, &XattrUser::inode);
    return user != m_xattrUsers.end() && user->inode == id ? user->block : kNoId;
}

InodeId Ext4Layout::fileAt(std::uint64_t slot) const
{
    const auto next =
        std::ranges::upper_bound(m_fileSlot, slot, {}, [](std::uint32_t s) { return std::uint64_t{s}; });
    return static_cast<InodeId>(next - m_fileSlot.begin() - 1);
}

} // namespace Refbox
