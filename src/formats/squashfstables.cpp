// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfstables.h"

#include "jobs/text.h"

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace Refbox {

namespace {

// With the two bytes of each block, and the place of each in a list.
std::uint64_t inBlocks(std::uint64_t bytes)
{
    constexpr std::uint64_t besides = sizeof(std::uint16_t) + sizeof(std::uint64_t);
    return bytes + (bytes / kSquashFsMetadataSize + 1) * besides;
}

std::uint64_t largestInodeTable(const FileTree &tree, std::uint32_t blockSize)
{
    std::uint64_t bytes = 0;
    for (InodeId id = 0; id < tree.inodeCount(); ++id)
        bytes += squashFsLargestInode(tree, id, blockSize);
    return inBlocks(bytes);
}

} // namespace

SquashFsTables::SquashFsTables(const FileTree &tree, const SquashFsContents &contents,
                               const SquashFsOwners &owners, const SquashFsXattrs &xattrs,
                               std::uint32_t blockSize, const SquashFsPackers &packers,
                               const OutputFile &file, Progress &progress)
    : m_tree(tree)
    , m_contents(contents)
    , m_owners(owners)
    , m_xattrs(xattrs)
    , m_blockSize(blockSize)
    , m_packers(packers)
    , m_file(file)
    , m_progress(progress)
    , m_encoder(tree, contents, owners, xattrs, blockSize)
{
}

// A directory's inode says where its list is, and the list where the inodes of its names are. So files come
// first, which need neither, and then directories from the deepest to the root. The inode table stands before
// the directory table, whose place is known only when it is whole: until then that grows behind the room that
// the other can need at most.
std::uint64_t SquashFsTables::write(std::uint64_t place, SquashFsSuperblock &super)
{
    const std::uint64_t aside = place + largestInodeTable(m_tree, m_blockSize);
    SquashFsMetadataWriter inodes(m_packers, m_file, place, m_progress);
    SquashFsMetadataWriter directories(m_packers, m_file, aside, m_progress);
    m_inodeTable = &inodes;
    m_directoryTable = &directories;
    m_positions.resize(m_tree.inodeCount());
    writeFiles();
    sortDirectories();
    for (std::size_t i = 0; i + 1 < m_levels.size(); ++i)
        writeLevel(std::span(m_directories).subspan(m_levels[i], m_levels[i + 1] - m_levels[i]));
    inodes.finish();
    directories.finish();
    super.rootInode = inodes.reference(m_positions[m_tree.inodeOf(FileTree::root())]);
    super.inodeTable = place;
    super.directoryTable = place + inodes.size();
    moveDown(aside, super.directoryTable, directories.size());
    return writeRest(super.directoryTable + directories.size(), super);
}

void SquashFsTables::writeFiles()
{
    for (InodeId id = 0; id < m_tree.inodeCount(); ++id) {
        if (m_tree.inode(id).isDirectory())
            continue;
        m_positions[id] = m_inodeTable->position();
        m_encoder.append(id, *m_inodeTable);
        m_progress.advance();
    }
    m_inodeTable->settle();
}

void SquashFsTables::sortDirectories()
{
    std::vector<std::uint32_t> depths(m_tree.nodeCount());
    std::vector<std::size_t> counts(1);
    for (NodeId node = 0; node < m_tree.nodeCount(); ++node) {
        if (!m_tree.inodeAt(node).isDirectory())
            continue;
        depths[node] = node == FileTree::root() ? 0 : depths[m_tree.parent(node)] + 1;
        counts.resize(std::max<std::size_t>(counts.size(), depths[node] + 1));
        ++counts[depths[node]];
    }
    m_levels.assign(1, 0);
    for (auto count = counts.rbegin(); count != counts.rend(); ++count)
        m_levels.push_back(m_levels.back() + *count);
    std::vector<std::size_t> next(m_levels.rbegin() + 1, m_levels.rend()); // by depth
    m_directories.resize(m_levels.back());
    for (NodeId node = 0; node < m_tree.nodeCount(); ++node)
        if (m_tree.inodeAt(node).isDirectory())
            m_directories[next[depths[node]]++] = node;
}

void SquashFsTables::writeLevel(std::span<const NodeId> level)
{
    m_listings.clear();
    m_index.clear();
    for (const NodeId directory : level) {
        m_progress.throwIfCancelled();
        m_listings.push_back(
            appendSquashFsListing(m_tree, directory, m_positions, *m_inodeTable, *m_directoryTable, m_index));
    }
    m_directoryTable->settle();
    for (std::size_t i = 0; i < level.size(); ++i) {
        const InodeId id = m_tree.inodeOf(level[i]);
        const SquashFsListing &listing = m_listings[i];
        m_positions[id] = m_inodeTable->position();
        m_encoder.appendDirectory(id, listing,
                                  std::span(m_index).subspan(listing.indexBegin, listing.indexCount),
                                  *m_directoryTable, *m_inodeTable);
        m_progress.advance();
    }
    m_inodeTable->settle();
}

void SquashFsTables::moveDown(std::uint64_t from, std::uint64_t to, std::uint64_t size) const
{
    std::vector<char> buffer(std::min<std::uint64_t>(size, 1 << 20));
    while (size > 0) {
        m_progress.throwIfCancelled();
        const std::size_t wanted = std::min<std::uint64_t>(size, buffer.size());
        const ssize_t n = pread(m_file.fd(), buffer.data(), wanted, static_cast<off_t>(from));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            throw m_file.error(n < 0 ? errno : EIO);
        const auto count = static_cast<std::size_t>(n);
        m_file.writeAt(to, std::span(buffer).first(count));
        from += count;
        to += count;
        size -= count;
    }
}

// Linux takes the list of places of each table to end where the blocks of the next one begin.
std::uint64_t SquashFsTables::writeRest(std::uint64_t place, SquashFsSuperblock &super)
{
    const auto writeTable = [&](std::string_view entries) {
        return writeSquashFsLookupTable(entries, {}, m_packers, m_file, place, m_progress);
    };
    super.fragments = static_cast<std::uint32_t>(m_contents.fragments().size() / kSquashFsFragmentSize);
    if (super.fragments > 0)
        super.fragmentTable = writeTable(m_contents.fragments());
    std::string references;
    references.reserve(m_positions.size() * sizeof(std::uint64_t));
    for (const std::uint64_t position : m_positions)
        appendLittle(references, m_inodeTable->reference(position));
    super.exportTable = writeTable(references);
    super.ids = static_cast<std::uint16_t>(m_owners.count());
    super.idTable = writeTable(m_owners.entries());
    if (!m_xattrs.isEmpty())
        super.xattrTable = m_xattrs.write(m_packers, m_file, place, m_progress);
    return place;
}

std::uint64_t squashFsLargestTables(const FileTree &tree, const SquashFsXattrs &xattrs, std::size_t owners,
                                    std::uint32_t blockSize)
{
    std::uint64_t listings = 0;
    for (InodeId id = 0; id < tree.inodeCount(); ++id)
        if (tree.inode(id).isDirectory())
            listings += squashFsLargestListing(tree, tree.names(id)[0]);
    constexpr std::uint64_t xattrHead = 16;
    return largestInodeTable(tree, blockSize) + inBlocks(listings) +
           inBlocks(tree.inodeCount() * kSquashFsFragmentSize) +
           inBlocks(tree.inodeCount() * sizeof(std::uint64_t)) + inBlocks(owners * sizeof(std::uint32_t)) +
           inBlocks(xattrs.size()) + inBlocks(xattrs.count() * kSquashFsXattrIdSize) + xattrHead;
}

} // namespace Refbox
