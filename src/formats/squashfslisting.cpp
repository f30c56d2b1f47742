// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfslisting.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::size_t kHeaderSize = 12;
constexpr std::size_t kEntrySize = 8; // without the name
constexpr std::uint32_t kMostInRun = 256;

class Run
{
public:
    bool takes(std::uint64_t reference, std::uint32_t number, std::size_t nameSize) const
    {
        const std::int64_t delta = std::int64_t{number} - m_number;
        return m_count == 0 ||
               (m_count < kMostInRun && squashFsReferenceBlock(reference) == m_block && delta >= INT16_MIN &&
                delta <= INT16_MAX && m_entries.size() + kEntrySize + nameSize <= kSquashFsMetadataSize);
    }

    void add(std::uint64_t reference, std::uint32_t number, SquashFsType type, std::string_view name)
    {
        if (m_count++ == 0) {
            m_block = squashFsReferenceBlock(reference);
            m_number = number;
        }
        appendLittle(m_entries, static_cast<std::uint16_t>(squashFsReferenceOffset(reference)));
        appendLittle(m_entries, static_cast<std::uint16_t>(number - m_number));
        appendLittle(m_entries, static_cast<std::uint16_t>(type));
        appendLittle(m_entries, static_cast<std::uint16_t>(name.size() - 1));
        m_entries += name;
    }

    bool isEmpty() const { return m_count == 0; }

    // The run becomes empty.
    void write(SquashFsMetadataWriter &directories)
    {
        std::string header;
        appendLittle(header, m_count - 1);
        appendLittle(header, static_cast<std::uint32_t>(m_block));
        appendLittle(header, m_number);
        directories.append(header);
        directories.append(m_entries);
        m_entries.clear();
        m_count = 0;
    }

private:
    std::uint32_t m_count = 0;
    std::uint64_t m_block = 0;
    std::uint32_t m_number = 0;
    std::string m_entries;
};

} // namespace

SquashFsType squashFsType(FileType type)
{
    switch (type) {
    case FileType::Regular:
        return SquashFsType::Regular;
    case FileType::Directory:
        return SquashFsType::Directory;
    case FileType::Symlink:
        return SquashFsType::Symlink;
    case FileType::CharDevice:
        return SquashFsType::CharDevice;
    case FileType::BlockDevice:
        return SquashFsType::BlockDevice;
    case FileType::Fifo:
        return SquashFsType::Fifo;
    case FileType::Socket:
        break;
    }
    return SquashFsType::Socket;
}

std::uint64_t squashFsLargestListing(const FileTree &tree, NodeId directory)
{
    std::uint64_t size = 0;
    for (const NodeId child : tree.children(directory))
        size += kHeaderSize + kEntrySize + tree.name(child).size();
    return size;
}

SquashFsListing appendSquashFsListing(const FileTree &tree, NodeId directory,
                                      std::span<const std::uint64_t> positions,
                                      const SquashFsMetadataWriter &inodes,
                                      SquashFsMetadataWriter &directories,
                                      std::vector<SquashFsDirectoryIndex> &index)
{
    SquashFsListing listing;
    listing.position = directories.position();
    listing.indexBegin = index.size();
    std::uint64_t indexed = listing.position / kSquashFsMetadataSize;
    Run run;
    for (const NodeId child : tree.children(directory)) {
        const InodeId id = tree.inodeOf(child);
        const std::uint64_t reference = inodes.reference(positions[id]);
        const std::uint32_t number = squashFsInodeNumber(id);
        const std::string_view name = tree.name(child);
        if (!run.takes(reference, number, name.size()))
            run.write(directories);
        const std::uint64_t position = directories.position();
        if (run.isEmpty() && position / kSquashFsMetadataSize != indexed) {
            indexed = position / kSquashFsMetadataSize;
            index.push_back({static_cast<std::uint32_t>(position - listing.position), child, position});
        }
        run.add(reference, number, squashFsType(tree.inode(id).type), name);
    }
    if (!run.isEmpty())
        run.write(directories);
    listing.size = static_cast<std::uint32_t>(directories.position() - listing.position);
    if (listing.size <= kSquashFsMetadataSize)
        index.resize(listing.indexBegin); // nothing to gain
    index.resize(std::min(index.size(), listing.indexBegin + UINT16_MAX));
    listing.indexCount = index.size() - listing.indexBegin;
    return listing;
}

} // namespace Refbox
