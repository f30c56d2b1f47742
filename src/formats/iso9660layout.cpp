// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660layout.h"

#include "formats/iso9660attributes.h"
#include "formats/iso9660format.h"
#include "formats/iso9660writer.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::uint32_t kDescriptors = 2;
constexpr std::uint64_t kMostSectors = UINT32_MAX;
constexpr std::uint32_t kMostNumbered = UINT16_MAX; // directories that can be parents in a path table
constexpr std::uint64_t kLongestTarget = 4095;      // in Linux
constexpr std::size_t kPathEntryHead = 8;

std::uint64_t sectorsFor(std::uint64_t bytes)
{
    return (bytes + kIsoSector - 1) / kIsoSector;
}

std::size_t pathEntrySize(const Iso9660Layout::Directory &directory)
{
    return kPathEntryHead + (std::size_t{directory.nameLength} + 1) / 2 * 2;
}

} // namespace

Iso9660Layout::Iso9660Layout(const FileTree &tree, Progress &progress)
    : m_tree(tree)
{
    checkInodes(progress);
    planDirectories(progress);
    planPathTable();
    place();
}

void Iso9660Layout::checkInodes(Progress &progress)
{
    for (InodeId id = 0; id < m_tree.inodeCount(); ++id) {
        if (id % 4096 == 0)
            progress.throwIfCancelled();
        checkInode(id);
        const Inode &inode = m_tree.inode(id);
        m_hasAttributes = m_hasAttributes || hasIsoAttributes(inode);
        if (inode.isRegular())
            m_contentBytes += inode.size;
    }
}

void Iso9660Layout::checkInode(InodeId id) const
{
    const Inode &inode = m_tree.inode(id);
    const auto refuse = [&](const QString &why, const QString &advice) {
        throw Error(translated("formats", "ISO 9660 cannot hold the %1")
                        .arg(translated("tree", fileTypeName(inode.type))),
                    displayPath(m_tree.path(m_tree.names(id)[0])), why, advice);
    };
    if (inode.isSymlink() && (inode.size == 0 || inode.size > kLongestTarget))
        refuse(translated("formats", "Its target has %1 bytes; 1 to %2 are possible.")
                   .arg(inode.size)
                   .arg(kLongestTarget),
               translated("formats", "Change the link, or leave it out."));
    if (inode.isRegular() && inode.size > kIso9660LargestFile)
        refuse(translated("formats", "It is larger than %1.").arg(formatSize(kIso9660LargestFile)),
               translated("formats", "Leave it out."));
    if (inode.isDevice() && !iso9660HoldsDevice(inode.deviceMajor(), inode.deviceMinor()))
        refuse(translated("formats", "Its numbers %1, %2 would be read as those of another device.")
                   .arg(inode.deviceMajor())
                   .arg(inode.deviceMinor()),
               translated("formats", "Leave it out."));
}

// Level by level, because the path tables want them so.
void Iso9660Layout::planDirectories(Progress &progress)
{
    m_directories.push_back({});
    m_names += '\0';
    m_directories[0].nameLength = 1;
    const IsoPlaces nowhere;
    const IsoSink nothing = [](std::uint64_t, std::span<const char>) {};
    for (std::uint32_t i = 0; i < m_directories.size(); ++i) {
        const NodeId node = m_directories[i].node;
        const std::vector<IsoEntry> entries = isoEntries(m_tree, node);
        m_directories[i].size =
            encodeIsoDirectory({m_tree, node, m_hasAttributes}, entries, nowhere, nothing, progress);
        for (const IsoEntry &entry : entries) {
            if (!m_tree.inodeAt(entry.node).isDirectory())
                continue;
            ++m_directories[i].links;
            m_directories.push_back({entry.node,
                                     i,
                                     0,
                                     2,
                                     {},
                                     static_cast<std::uint32_t>(m_names.size()),
                                     static_cast<std::uint8_t>(entry.length)});
            m_names += entry.key();
        }
        progress.advance(entries.size());
    }
    m_directoryAt.reserve(m_directories.size());
    for (std::uint32_t i = 0; i < m_directories.size(); ++i)
        m_directoryAt.emplace_back(m_tree.inodeOf(m_directories[i].node), i);
    std::ranges::sort(m_directoryAt);
}

void Iso9660Layout::planPathTable()
{
    std::uint64_t bytes = 0;
    for (const Directory &directory : m_directories) {
        if (directory.parent >= kMostNumbered)
            break;
        ++m_inPathTable;
        bytes += pathEntrySize(directory);
    }
    m_pathTableBytes = static_cast<std::uint32_t>(bytes);
}

void Iso9660Layout::place()
{
    std::uint64_t next = directoriesSector();
    for (Directory &directory : m_directories) {
        directory.sector = static_cast<std::uint32_t>(next);
        next += std::uint64_t{directory.size.recordSectors} + directory.size.continuationSectors;
    }
    m_fileSector.resize(std::size_t{m_tree.inodeCount()} + 1);
    for (InodeId id = 0; id < m_tree.inodeCount(); ++id) {
        m_fileSector[id] = static_cast<std::uint32_t>(next);
        const Inode &inode = m_tree.inode(id);
        if (inode.isRegular())
            next += sectorsFor(inode.size);
        if (next > kMostSectors)
            throw Error(
                translated("formats", "ISO 9660 cannot hold the tree"), {},
                translated("formats", "It needs more than %1.").arg(formatSize(kMostSectors * kIsoSector)),
                translated("formats", "Spread it over several images."));
    }
    m_fileSector.back() = static_cast<std::uint32_t>(next);
}

const Iso9660Layout::Directory &Iso9660Layout::directoryOf(InodeId inode) const
{
    const auto found = std::ranges::lower_bound(m_directoryAt, std::pair(inode, 0U));
    return m_directories[found->second];
}

std::uint32_t Iso9660Layout::sectorOf(InodeId inode) const
{
    return m_tree.inode(inode).isDirectory() ? directoryOf(inode).sector : m_fileSector[inode];
}

std::uint32_t Iso9660Layout::recordSectors(InodeId directory) const
{
    return directoryOf(directory).size.recordSectors;
}

std::uint32_t Iso9660Layout::links(InodeId directory) const
{
    return directoryOf(directory).links;
}

std::string Iso9660Layout::pathTable(bool bigEndian) const
{
    std::string table;
    table.reserve(m_pathTableBytes);
    for (std::uint32_t i = 0; i < m_inPathTable; ++i) {
        const Directory &directory = m_directories[i];
        char head[kPathEntryHead]{};
        head[0] = static_cast<char>(directory.nameLength);
        const auto parent = static_cast<std::uint16_t>(directory.parent + 1);
        if (bigEndian) {
            putIsoBig32(head + 2, directory.sector);
            putIsoBig16(head + 6, parent);
        } else {
            putIsoLittle32(head + 2, directory.sector);
            putIsoLittle16(head + 6, parent);
        }
        table.append(head, sizeof head);
        table.append(m_names, directory.nameAt, directory.nameLength);
        table.resize((table.size() + 1) / 2 * 2);
    }
    return table;
}

std::uint32_t Iso9660Layout::pathTableSector(bool bigEndian) const
{
    const std::uint32_t first = kIsoSystemArea + kDescriptors;
    return bigEndian ? first + static_cast<std::uint32_t>(sectorsFor(m_pathTableBytes)) : first;
}

std::uint32_t Iso9660Layout::directoriesSector() const
{
    return pathTableSector(true) + static_cast<std::uint32_t>(sectorsFor(m_pathTableBytes));
}

InodeId Iso9660Layout::fileAt(std::uint32_t sector) const
{
    const auto after = std::ranges::upper_bound(m_fileSector, sector);
    return static_cast<InodeId>(after - m_fileSector.begin()) - 1;
}

} // namespace Refbox
