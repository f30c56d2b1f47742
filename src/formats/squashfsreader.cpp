// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsreader.h"

#include "formats/squashfscontent.h"
#include "formats/squashfsranges.h"
#include "formats/squashfsxattrreader.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "tree/filetreebuilder.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include <fcntl.h>

namespace Refbox {

namespace {

using Handle = FileTreeBuilder::Handle;

constexpr std::uint64_t kPlainBlocks = 1 << 20;

struct FoundEntry
{
    std::string name;
    std::uint64_t reference = 0;
    SquashFsType type = SquashFsType::Regular;
};

QString noSense()
{
    return translated("formats", "an entry of the folder makes no sense");
}

// Where the directory table ends: at the first block of the next table that there is.
std::uint64_t endOfDirectories(const SquashFsContent &content)
{
    const SquashFsSuperblock &super = content.image().super();
    std::uint64_t end = std::min(content.inodes().idsBegin(), super.idTable);
    if (super.fragments > 0)
        end = std::min({end, content.fragments().begin(), super.fragmentTable});
    if (super.exportTable != kSquashFsNoTable) {
        const SquashFsLookup exports(content.image(), translated("formats", "The table of references"),
                                     super.exportTable, super.inodes, sizeof(std::uint64_t));
        end = std::min({end, exports.begin(), super.exportTable});
    }
    if (end < super.directoryTable)
        content.image().corrupt(translated("formats", "The superblock"),
                                translated("formats", "the places of the tables are impossible"));
    return end;
}

class TreeReader
{
public:
    TreeReader(const std::string &path, Progress &progress)
        : m_content(std::make_shared<SquashFsContent>(path))
        , m_image(m_content->image())
        , m_inodes(m_content->inodes())
        , m_directoryTable(m_image, translated("formats", "The directory table"),
                           m_image.super().directoryTable, endOfDirectories(*m_content))
        , m_progress(progress)
        , m_xattrs(m_image, m_builder)
        , m_packed(m_builder.addPackedContent(m_content))
        , m_hostPath(m_builder.internHostPath(kNoId, m_image.path()))
        , m_plainBudget(kPlainBlocks + m_image.end() / m_image.super().blockSize)
    {
    }

    FileTreePtr read();

private:
    struct Pending
    {
        Handle handle;
        std::uint64_t reference;
    };
    SquashFsInode inode(std::uint64_t reference);
    Metadata metadata(const SquashFsInode &inode);
    std::vector<FoundEntry> entries(const SquashFsInode &directory);
    FoundEntry entry(std::uint64_t &position, std::uint32_t block) const;
    void addEntries(Handle parent, const SquashFsInode &directory);
    void addEntry(Handle parent, const FoundEntry &entry);
    Handle addFile(Handle parent, const std::string &name, const SquashFsInode &inode);
    Handle addRegular(Handle parent, const std::string &name, const SquashFsInode &inode);

    std::shared_ptr<SquashFsContent> m_content;
    const SquashFsImage &m_image;
    const SquashFsInodeReader &m_inodes;
    SquashFsTable m_directoryTable;
    Progress &m_progress;
    FileTreeBuilder m_builder;
    SquashFsXattrReader m_xattrs;
    std::uint32_t m_packed;
    std::uint32_t m_hostPath;
    std::uint64_t m_plainBudget; // blocks of files that are looked at before anybody reads them
    std::vector<Pending> m_pending;
    std::unordered_set<std::uint64_t> m_directories;
    std::unordered_map<std::uint64_t, Handle> m_linked; // inodes with several names
    std::uint64_t m_count = 0;                          // of inodes so far
    SquashFsRanges m_lists;                             // of names, in their table
};

FileTreePtr TreeReader::read()
{
    m_progress.beginPhase(translated("formats", "Reading the image"), m_image.super().inodes,
                          Progress::Unit::Entries);
    constexpr std::uint64_t packing = 64; // a block of similar targets
    m_builder.limitInlineBytes(mostInlineBytes(m_image.end(), packing));
    const SquashFsInode root = inode(m_image.super().rootInode);
    if (root.type != SquashFsType::Directory)
        m_inodes.corrupt(root.reference, translated("formats", "the root is no folder"));
    const Metadata m = metadata(root);
    m_builder.setMetadata(FileTreeBuilder::root(), m);
    m_directories.insert(root.reference);
    addEntries(FileTreeBuilder::root(), root);
    while (!m_pending.empty()) {
        const Pending next = m_pending.back();
        m_pending.pop_back();
        try {
            addEntries(next.handle, m_inodes.read(next.reference));
        } catch (Error &error) {
            throw error.addContext(
                translated("formats", "in %1").arg(displayPath(m_builder.path(next.handle))));
        }
    }
    return m_builder.build();
}

SquashFsInode TreeReader::inode(std::uint64_t reference)
{
    SquashFsInode inode = m_inodes.read(reference);
    if (++m_count > m_image.super().inodes)
        m_inodes.corrupt(reference, translated("formats", "there are more inodes than were counted"));
    return inode;
}

Metadata TreeReader::metadata(const SquashFsInode &inode)
{
    Metadata m;
    m.permissions = inode.permissions;
    m.uid = inode.uid;
    m.gid = inode.gid;
    m.mtime.seconds = inode.mtime;
    m.xattrs = m_xattrs.set(inode.xattrs);
    return m;
}

// Runs of names, each behind a header: how many, and the metadata block of all their inodes.
std::vector<FoundEntry> TreeReader::entries(const SquashFsInode &directory)
{
    constexpr std::size_t headerSize = 12;
    constexpr std::uint32_t mostInRun = 256;
    std::vector<FoundEntry> found;
    if (directory.size == 0)
        return found;
    std::uint64_t position = m_directoryTable.positionOf(directory.list);
    const std::uint64_t end = position + directory.size;
    if (!m_lists.add(position, end))
        m_inodes.corrupt(directory.reference,
                         translated("formats", "its list of names is that of another one"));
    while (position < end) {
        std::array<char, headerSize> header{};
        m_directoryTable.read(position, header);
        position += header.size();
        const auto count = littleAt<std::uint32_t>(header, 0);
        const auto block = littleAt<std::uint32_t>(header, sizeof count);
        if (count >= mostInRun)
            m_inodes.corrupt(directory.reference, noSense());
        for (std::uint32_t i = 0; i <= count; ++i) {
            FoundEntry next = entry(position, block);
            if (position > end)
                m_inodes.corrupt(directory.reference, noSense());
            // Linux relies on it, and no name can stand there twice.
            if (!found.empty() && next.name <= found.back().name)
                m_inodes.corrupt(directory.reference, translated("formats", "its names are not in order"));
            found.push_back(std::move(next));
        }
    }
    return found;
}

// Moves the position behind it.
FoundEntry TreeReader::entry(std::uint64_t &position, std::uint32_t block) const
{
    std::array<char, 4 * sizeof(std::uint16_t)> fields{};
    m_directoryTable.read(position, fields);
    FoundEntry found;
    found.reference = squashFsReference(block, littleAt<std::uint16_t>(fields, 0));
    found.type = SquashFsType{littleAt<std::uint16_t>(fields, 2 * sizeof(std::uint16_t))};
    found.name.resize(littleAt<std::uint16_t>(fields, 3 * sizeof(std::uint16_t)) + std::size_t{1});
    m_directoryTable.read(position + fields.size(), found.name);
    position += fields.size() + found.name.size();
    return found;
}

void TreeReader::addEntries(Handle parent, const SquashFsInode &directory)
{
    for (const FoundEntry &entry : entries(directory)) {
        m_progress.throwIfCancelled();
        try {
            addEntry(parent, entry);
        } catch (Error &error) {
            throw error.addContext(translated("formats", "at %1 in %2")
                                       .arg(displayPath(entry.name), displayPath(m_builder.path(parent))));
        }
    }
}

void TreeReader::addEntry(Handle parent, const FoundEntry &entry)
{
    if (const auto known = m_linked.find(entry.reference); known != m_linked.end()) {
        m_builder.addHardLink(parent, entry.name, known->second);
        return;
    }
    m_progress.advance();
    if (entry.type == SquashFsType::Directory && !m_directories.insert(entry.reference).second)
        m_inodes.corrupt(entry.reference, translated("formats", "the folder has two names"));
    const SquashFsInode found = inode(entry.reference);
    if (found.type != entry.type)
        m_inodes.corrupt(entry.reference, translated("formats", "it is of another type than its name says"));
    if (found.type == SquashFsType::Directory) {
        m_pending.push_back({m_builder.addDirectory(parent, entry.name, metadata(found)), entry.reference});
        return;
    }
    const Handle handle = addFile(parent, entry.name, found);
    if (found.links > 1)
        m_linked.emplace(entry.reference, handle);
}

Handle TreeReader::addFile(Handle parent, const std::string &name, const SquashFsInode &inode)
{
    const auto special = [&](FileType type) {
        return m_builder.addSpecial(parent, name, metadata(inode), type, squashFsMajor(inode.device),
                                    squashFsMinor(inode.device));
    };
    switch (inode.type) {
    case SquashFsType::Symlink:
        return m_builder.addSymlink(parent, name, metadata(inode), inode.target);
    case SquashFsType::BlockDevice:
        return special(FileType::BlockDevice);
    case SquashFsType::CharDevice:
        return special(FileType::CharDevice);
    case SquashFsType::Fifo:
        return special(FileType::Fifo);
    case SquashFsType::Socket:
        return special(FileType::Socket);
    case SquashFsType::Regular:
    case SquashFsType::Directory:
        break;
    }
    return addRegular(parent, name, inode);
}

Handle TreeReader::addRegular(Handle parent, const std::string &name, const SquashFsInode &inode)
{
    const Metadata m = metadata(inode);
    if (inode.size == 0)
        return m_builder.addInlineFile(parent, name, m, {});
    if (m_image.super().flags & kSquashFsDataStored) {
        if (const auto extents = m_content->plainExtents(inode, m_plainBudget))
            return m_builder.addExtentsFile(parent, name, m, m_hostPath, inode.size, *extents);
    }
    return m_builder.addPackedFile(parent, name, m, m_packed, inode.reference, inode.size);
}

} // namespace

bool looksLikeSquashFs(const std::string &path)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    std::array<char, sizeof kSquashFsMagic> magic{};
    return fd.isOpen() && pread(fd.get(), magic.data(), magic.size(), 0) == ssize_t{magic.size()} &&
           littleAt<std::uint32_t>(magic, 0) == kSquashFsMagic;
}

FileTreePtr readSquashFs(const std::string &path, Progress &progress)
{
    return TreeReader(path, progress).read();
}

} // namespace Refbox
