// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/erofsreader.h"

#include "formats/erofsimage.h"
#include "formats/erofspacked.h"
#include "formats/erofsxattrreader.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/filetreebuilder.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include <fcntl.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

using Handle = FileTreeBuilder::Handle;

constexpr std::size_t kLongestTarget = 4095;
constexpr std::size_t kLongestName = 255;
constexpr std::uint32_t kMostNanoseconds = 999999999;

struct FoundEntry
{
    std::string name;
    std::uint64_t inode = 0;
};

// One block of a directory, or what its last one has.
class EntryBlock
{
public:
    EntryBlock(const ErofsImage &image, std::uint64_t directory, std::string_view bytes)
        : m_image(image)
        , m_directory(directory)
        , m_bytes(bytes)
    {
        const std::size_t names = bytes.size() < kErofsEntrySize ? 0 : nameAt(0);
        if (names < kErofsEntrySize || names % kErofsEntrySize != 0 || names > bytes.size())
            corrupt();
        m_count = names / kErofsEntrySize;
    }

    void addTo(std::vector<FoundEntry> &entries) const
    {
        for (std::size_t i = 0; i < m_count; ++i) {
            const std::string_view name = nameOf(i);
            if (name != "." && name != "..")
                entries.push_back({std::string(name), getLe64(m_bytes.data() + i * kErofsEntrySize)});
        }
    }

private:
    [[noreturn]] void corrupt() const
    {
        m_image.corrupt(m_directory, translated("formats", "an entry of the folder makes no sense"));
    }
    std::size_t nameAt(std::size_t entry) const
    {
        return getLe16(m_bytes.data() + entry * kErofsEntrySize + 8);
    }
    // The last name ends with the block or a NUL.
    std::string_view nameOf(std::size_t entry) const
    {
        const bool isLast = entry + 1 == m_count;
        const std::size_t begin = nameAt(entry);
        const std::size_t end = isLast ? m_bytes.size() : nameAt(entry + 1);
        if (begin < m_count * kErofsEntrySize || end > m_bytes.size() || begin >= end)
            corrupt();
        std::string_view name = m_bytes.substr(begin, end - begin);
        if (isLast)
            name = name.substr(0, name.find('\0'));
        if (name.empty() || name.size() > kLongestName || name.find('/') != std::string_view::npos ||
            name.find('\0') != std::string_view::npos)
            m_image.corrupt(m_directory, translated("formats", "a name in the folder is impossible"));
        return name;
    }

    const ErofsImage &m_image;
    std::uint64_t m_directory;
    std::string_view m_bytes;
    std::size_t m_count = 0;
};

class TreeReader
{
public:
    TreeReader(const std::string &path, Progress &progress)
        : m_path(std::filesystem::absolute(path).lexically_normal().string())
        , m_image(path)
        , m_progress(progress)
        , m_xattrs(m_image, m_builder)
        , m_hostPath(m_builder.internHostPath(kNoId, m_path))
    {
    }

    FileTreePtr read();

private:
    struct Pending
    {
        Handle handle;
        std::uint64_t inode;
    };
    void readRoot();
    Metadata metadataOf(const ErofsRawInode &inode);
    std::vector<FoundEntry> entriesOf(const ErofsRawInode &inode);
    void addEntries(Handle parent, const std::vector<FoundEntry> &entries);
    void addEntry(Handle parent, const FoundEntry &entry);
    void addDirectory(Handle parent, const FoundEntry &entry, const Metadata &metadata);
    Handle addFile(Handle parent, std::string_view name, const ErofsRawInode &inode,
                   const Metadata &metadata);
    Handle addCompressed(Handle parent, std::string_view name, const ErofsRawInode &inode,
                         const Metadata &metadata);
    std::string targetOf(const ErofsRawInode &inode);

    std::string m_path; // absolute
    ErofsImage m_image;
    Progress &m_progress;
    FileTreeBuilder m_builder;
    ErofsXattrReader m_xattrs;
    std::uint32_t m_hostPath;
    std::uint32_t m_packed = kNoId;
    std::vector<Pending> m_pending;
    std::uint64_t m_directoryBytes = 0;
    std::unordered_set<std::uint64_t> m_directories;
    std::unordered_map<std::uint64_t, Handle> m_linked; // inodes with several names
};

FileTreePtr TreeReader::read()
{
    m_progress.beginPhase(translated("formats", "Reading the image"), m_image.super().inodes,
                          Progress::Unit::Entries);
    m_builder.limitInlineBytes(mostInlineBytes(m_image.fileSize()));
    readRoot();
    while (!m_pending.empty()) {
        const Pending next = m_pending.back();
        m_pending.pop_back();
        try {
            addEntries(next.handle, entriesOf(m_image.inode(next.inode)));
        } catch (Error &error) {
            throw error.addContext(
                translated("formats", "in %1").arg(displayPath(m_builder.path(next.handle))));
        }
    }
    return m_builder.build();
}

void TreeReader::readRoot()
{
    const ErofsRawInode root = m_image.inode(m_image.super().rootSlot);
    if (!root.isKind(S_IFDIR))
        m_image.corrupt(root.number, translated("formats", "the root is no folder"));
    const Metadata metadata = metadataOf(root);
    m_builder.setMetadata(FileTreeBuilder::root(), metadata);
    m_directories.insert(root.number);
    m_pending.push_back({FileTreeBuilder::root(), root.number});
}

Metadata TreeReader::metadataOf(const ErofsRawInode &inode)
{
    const ErofsInode &fields = inode.fields;
    Metadata metadata;
    metadata.permissions = fields.mode & 07777;
    metadata.uid = fields.uid;
    metadata.gid = fields.gid;
    metadata.mtime = {fields.mtimeSeconds, std::min(fields.mtimeNanoseconds, kMostNanoseconds)};
    metadata.xattrs = m_xattrs.read(inode);
    return metadata;
}

std::vector<FoundEntry> TreeReader::entriesOf(const ErofsRawInode &inode)
{
    m_directoryBytes += inode.fields.size;
    if (m_directoryBytes > m_image.fileSize())
        m_image.corrupt(inode.number, translated("formats", "folders have more entries than there can be"));
    const std::string bytes = m_image.contentOf(inode, m_image.fileSize());
    std::vector<FoundEntry> entries;
    for (std::size_t at = 0; at < bytes.size(); at += m_image.blockSize())
        EntryBlock(m_image, inode.number, std::string_view(bytes).substr(at, m_image.blockSize()))
            .addTo(entries);
    return entries;
}

void TreeReader::addEntries(Handle parent, const std::vector<FoundEntry> &entries)
{
    for (const FoundEntry &entry : entries) {
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
    if (const auto known = m_linked.find(entry.inode); known != m_linked.end()) {
        m_builder.addHardLink(parent, entry.name, known->second);
        return;
    }
    m_progress.advance();
    const ErofsRawInode inode = m_image.inode(entry.inode);
    const Metadata metadata = metadataOf(inode);
    if (inode.isKind(S_IFDIR)) {
        addDirectory(parent, entry, metadata);
        return;
    }
    const Handle handle = addFile(parent, entry.name, inode, metadata);
    if (inode.fields.links > 1)
        m_linked.emplace(entry.inode, handle);
}

void TreeReader::addDirectory(Handle parent, const FoundEntry &entry, const Metadata &metadata)
{
    if (!m_directories.insert(entry.inode).second)
        m_image.corrupt(entry.inode, translated("formats", "the folder has two names"));
    m_pending.push_back({m_builder.addDirectory(parent, entry.name, metadata), entry.inode});
}

Handle TreeReader::addFile(Handle parent, std::string_view name, const ErofsRawInode &inode,
                           const Metadata &metadata)
{
    const std::uint32_t device = inode.fields.place;
    switch (inode.fields.mode & S_IFMT) {
    case S_IFREG:
        if (inode.isCompressed())
            return addCompressed(parent, name, inode, metadata);
        return m_builder.addExtentsFile(parent, name, metadata, m_hostPath, inode.fields.size,
                                        m_image.extentsOf(inode));
    case S_IFLNK:
        return m_builder.addSymlink(parent, name, metadata, targetOf(inode));
    case S_IFCHR:
        return m_builder.addSpecial(parent, name, metadata, FileType::CharDevice, erofsDeviceMajor(device),
                                    erofsDeviceMinor(device));
    case S_IFBLK:
        return m_builder.addSpecial(parent, name, metadata, FileType::BlockDevice, erofsDeviceMajor(device),
                                    erofsDeviceMinor(device));
    case S_IFIFO:
        return m_builder.addSpecial(parent, name, metadata, FileType::Fifo);
    case S_IFSOCK:
        return m_builder.addSpecial(parent, name, metadata, FileType::Socket);
    default:
        m_image.corrupt(inode.number, translated("formats", "there is no such type of file"));
    }
}

Handle TreeReader::addCompressed(Handle parent, std::string_view name, const ErofsRawInode &inode,
                                 const Metadata &metadata)
{
    checkErofsCompression(m_image, inode);
    if (m_packed == kNoId)
        m_packed = m_builder.addPackedContent(std::make_shared<ErofsPacked>(m_path));
    return m_builder.addPackedFile(parent, name, metadata, m_packed, inode.number, inode.fields.size);
}

std::string TreeReader::targetOf(const ErofsRawInode &inode)
{
    std::string target = m_image.contentOf(inode, kLongestTarget);
    if (target.empty() || target.find('\0') != std::string::npos)
        m_image.corrupt(inode.number, translated("formats", "the link's target is impossible"));
    return target;
}

} // namespace

bool looksLikeErofs(const std::string &path)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    std::array<char, 4> magic{};
    return fd.isOpen() &&
           pread(fd.get(), magic.data(), magic.size(), kErofsSuperblockAt) == ssize_t{magic.size()} &&
           getLe32(magic.data()) == kErofsMagic;
}

FileTreePtr readErofs(const std::string &path, Progress &progress)
{
    return TreeReader(path, progress).read();
}

} // namespace Refbox
