// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsreader.h"

#include "formats/squashfscontent.h"
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

struct FoundEntry
{
    std::string name;
    std::uint64_t reference = 0;
    SquashFsType type = SquashFsType::Regular;
};

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
    std::vector<Pending> m_pending;
    std::unordered_set<std::uint64_t> m_directories;
    std::unordered_map<std::uint64_t, Handle> m_linked; // inodes with several names
    std::uint64_t m_count = 0;                          // of inodes so far
    std::uint64_t m_listed = 0;                         // bytes of lists of names
    std::uint64_t m_blocks = 0;                         // of files
};

FileTreePtr TreeReader::read()
{
    m_progress.beginPhase(translated("formats", "Reading the image"), m_image.super().inodes,
                          Progress::Unit::Entries);
    const SquashFsInode root = inode(m_image.super().rootInode);
    if (root.type != SquashFsType::Directory)
        m_inodes.corrupt(root.reference, translated("formats", "the root is no folder"));
    const Metadata m = metadata(root);
    Inode &out = m_builder.inode(FileTreeBuilder::root());
    out.permissions = m.permissions;
    out.uid = m.uid;
    out.gid = m.gid;
    out.mtimeSeconds = m.mtime.seconds;
    out.xattrs = m.xattrs;
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

// Each inode is read once; what all need together is no more than the tables hold.
SquashFsInode TreeReader::inode(std::uint64_t reference)
{
    SquashFsInode inode = m_inodes.read(reference);
    if (++m_count > m_image.super().inodes)
        m_inodes.corrupt(reference, translated("formats", "there are more inodes than were counted"));
    m_blocks += inode.blocks;
    if (m_blocks > m_inodes.table().limit() / sizeof(std::uint32_t))
        m_inodes.corrupt(reference, translated("formats", "files have more blocks than there are"));
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

std::vector<FoundEntry> TreeReader::entries(const SquashFsInode &directory)
{
    constexpr std::size_t headerSize = 12;
    constexpr std::size_t entrySize = 8;
    constexpr std::uint32_t mostInRun = 256;
    const auto corrupt = [&] {
        m_inodes.corrupt(directory.reference, translated("formats", "an entry of the folder makes no sense"));
    };
    std::vector<FoundEntry> found;
    if (directory.size == 0)
        return found;
    // Lists do not overlap, so together they are no longer than their table.
    m_listed += directory.size;
    if (m_listed > m_directoryTable.limit())
        m_inodes.corrupt(directory.reference, translated("formats", "its list of names is too long"));
    std::string list(directory.size, '\0');
    m_directoryTable.read(m_directoryTable.positionOf(directory.list), list);
    for (std::size_t at = 0; at < list.size();) {
        if (list.size() - at < headerSize)
            corrupt();
        const auto count = littleAt<std::uint32_t>(list, at);
        const auto block = littleAt<std::uint32_t>(list, at + 4);
        at += headerSize;
        if (count >= mostInRun)
            corrupt();
        for (std::uint32_t i = 0; i <= count; ++i) {
            if (list.size() - at < entrySize)
                corrupt();
            const auto offset = littleAt<std::uint16_t>(list, at);
            const SquashFsType type{littleAt<std::uint16_t>(list, at + 4)};
            const std::size_t length = littleAt<std::uint16_t>(list, at + 6) + std::size_t{1};
            at += entrySize;
            if (length > list.size() - at)
                corrupt();
            found.push_back({list.substr(at, length), squashFsReference(block, offset), type});
            at += length;
        }
    }
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
        if (const auto extents = m_content->plainExtents(inode))
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
