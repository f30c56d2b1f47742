// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660reader.h"

#include "formats/iso9660attributes.h"
#include "formats/iso9660fields.h"
#include "formats/iso9660hardlinks.h"
#include "formats/iso9660image.h"
#include "formats/iso9660rockridge.h"
#include "formats/iso9660zisofs.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/filetreebuilder.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <unordered_set>

#include <fcntl.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

using Handle = FileTreeBuilder::Handle;

constexpr std::uint16_t kPlainPermissions = 0555; // as Linux has it

// The name of a record without Rock Ridge's.
std::string plainName(std::string_view name)
{
    name = name.substr(0, name.find(';'));
    if (name.size() > 1 && name.ends_with('.'))
        name.remove_suffix(1);
    return std::string(name);
}

class TreeReader
{
public:
    TreeReader(const std::string &path, Progress &progress)
        : m_image(path)
        , m_rockRidge(m_image)
        , m_progress(progress)
        , m_absolutePath(std::filesystem::absolute(path).lexically_normal().string())
        , m_hostPath(m_builder.internHostPath(kNoId, m_absolutePath))
    {
    }

    FileTreePtr read();

private:
    struct Pending
    {
        Handle handle;
        IsoExtent extent;
    };
    void readRoot();
    void readDirectory(const Pending &directory);
    void startFile(const IsoRecord &record);
    void takePlainName();
    void addExtent(const IsoRecord &record);
    void finishFile(Handle parent);
    void readMetadata(IsoFoundFile &file, const std::optional<std::int64_t> &time);
    void checkName(const IsoFoundFile &file) const;
    void addRelocated(Handle parent);
    void addDirectory(Handle parent, const IsoExtent &extent, const Metadata &metadata);
    void addFile(Handle parent);
    Handle addNewFile(Handle parent);
    Handle addRegular(Handle parent);
    Handle addDevice(Handle parent, FileType type);
    std::uint32_t modeOf(const IsoFoundFile &file) const;
    void dropEmptied();

    Iso9660Image m_image;
    IsoRockRidge m_rockRidge;
    Progress &m_progress;
    FileTreeBuilder m_builder;
    std::string m_absolutePath;
    std::uint32_t m_hostPath;
    std::vector<Pending> m_pending;
    std::unordered_set<std::uint64_t> m_directories; // places
    std::uint64_t m_directoryBytes = 0;
    IsoHardLinks m_links{m_builder};
    std::shared_ptr<IsoZisofs> m_packed;
    std::uint32_t m_packedId = 0;
    IsoFoundFile m_file;     // whose records are being read
    std::string m_plainName; // of the record before
    std::vector<Handle> m_emptied;
};

FileTreePtr TreeReader::read()
{
    m_progress.beginPhase(translated("formats", "Reading the image"), 0, Progress::Unit::Entries);
    readRoot();
    while (!m_pending.empty()) {
        const Pending next = m_pending.back();
        m_pending.pop_back();
        try {
            readDirectory(next);
        } catch (Error &error) {
            throw error.addContext(
                translated("formats", "in %1").arg(displayPath(m_builder.path(next.handle))));
        }
    }
    dropEmptied();
    return m_builder.build();
}

void TreeReader::readRoot()
{
    const IsoExtent extent = m_image.rootExtent();
    IsoRecords records(m_image, extent);
    IsoRecord self;
    if (!records.next(self) || !self.isDirectory())
        m_image.corrupt(extent.offset, translated("formats", "the root has no entries"));
    startFile(self);
    const Metadata &m = m_file.metadata;
    m_builder.setMetadata(FileTreeBuilder::root(), m);
    m_directories.insert(extent.offset);
    m_directoryBytes = extent.bytes;
    m_pending.push_back({FileTreeBuilder::root(), extent});
}

void TreeReader::readDirectory(const Pending &directory)
{
    IsoRecords records(m_image, directory.extent);
    IsoRecord record;
    bool isOpen = false; // the file goes on in the next record
    std::size_t relocated = 0;
    const std::size_t before = m_builder.nodeCount();
    m_plainName.clear();
    while (records.next(record)) {
        m_progress.throwIfCancelled();
        if (record.isSelfOrParent() || (record.flags & kIsoAssociated) != 0)
            continue;
        m_progress.advance();
        if (!isOpen)
            startFile(record);
        addExtent(record);
        isOpen = (record.flags & kIsoMultiExtent) != 0;
        if (isOpen)
            continue;
        if (m_file.fields.isRelocated)
            ++relocated;
        else
            finishFile(directory.handle);
    }
    if (isOpen)
        m_image.corrupt(m_file.at, translated("formats", "the file goes on, but the folder ends"));
    if (relocated > 0 && m_builder.nodeCount() == before)
        m_emptied.push_back(directory.handle);
}

void TreeReader::startFile(const IsoRecord &record)
{
    m_file = {};
    m_file.at = record.at;
    m_file.identifier = record.name;
    m_file.isDirectory = record.isDirectory();
    m_file.fields = m_rockRidge.fieldsOf(record);
    if (m_file.fields.name && !m_file.fields.name->empty())
        m_file.name = *m_file.fields.name;
    else
        takePlainName();
    readMetadata(m_file, record.time);
}

// Versions of a file follow each other, and all but the first one keep their numbers.
void TreeReader::takePlainName()
{
    std::string name = plainName(m_file.identifier);
    m_file.name = name == m_plainName ? m_file.identifier : name;
    m_plainName = std::move(name);
}

void TreeReader::addExtent(const IsoRecord &record)
{
    if (record.isDirectory() != m_file.isDirectory || record.name != m_file.identifier)
        m_image.corrupt(record.at, translated("formats", "a file goes on as another one"));
    m_file.isInterleaved = m_file.isInterleaved || record.isInterleaved;
    m_file.size += record.extent.bytes;
    m_file.extents.push_back(record.extent);
}

void TreeReader::readMetadata(IsoFoundFile &file, const std::optional<std::int64_t> &time)
{
    Metadata &m = file.metadata;
    m.permissions = kPlainPermissions;
    m.mtime = file.fields.mtime.value_or(Timestamp{time.value_or(0), 0});
    if (const auto &posix = file.fields.posix) {
        m.permissions = posix->mode & 07777;
        m.uid = posix->uid;
        m.gid = posix->gid;
    }
    if (file.fields.attributes.empty())
        return;
    const auto attributes = decodeIsoAttributes(file.fields.attributes, m.permissions);
    if (!attributes)
        m_image.corrupt(file.at, translated("formats", "the extended attributes make no sense"));
    m.flags = attributes->flags;
    std::vector<XattrView> views;
    views.reserve(attributes->xattrs.size());
    for (const auto &[name, value] : attributes->xattrs)
        views.push_back({name, value});
    m.xattrs = m_builder.internXattrs(std::move(views));
}

void TreeReader::finishFile(Handle parent)
{
    try {
        checkName(m_file);
        if (m_file.fields.child)
            addRelocated(parent);
        else if (m_file.isDirectory)
            addDirectory(parent, m_file.extents.front(), m_file.metadata);
        else
            addFile(parent);
    } catch (Error &error) {
        throw error.addContext(translated("formats", "at %1 in %2")
                                   .arg(displayPath(m_file.name), displayPath(m_builder.path(parent))));
    }
}

void TreeReader::checkName(const IsoFoundFile &file) const
{
    const std::string &name = file.name;
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos ||
        name.find('\0') != std::string::npos)
        m_image.corrupt(file.at, translated("formats", "a name in the folder is impossible"));
}

// The folder's own first record says of it what the one that points to it does not.
void TreeReader::addRelocated(Handle parent)
{
    std::array<char, kIsoSector> sector{};
    const std::uint64_t offset = std::uint64_t{*m_file.fields.child} * m_image.blockSize();
    const std::span<char> bytes = std::span(sector).first(
        std::min<std::uint64_t>(sector.size(), m_image.size() - std::min(offset, m_image.size())));
    if (bytes.empty())
        m_image.corrupt(m_file.at, translated("formats", "the folder lies outside the image"));
    m_image.read(offset, bytes);
    const IsoRecord self = m_image.record(bytes, 0, offset);
    if (!self.isDirectory() || !self.isSelfOrParent() || self.extent.offset != offset)
        m_image.corrupt(offset, translated("formats", "there is no folder"));
    const std::string name = m_file.name;
    startFile(self);
    m_file.name = name;
    addDirectory(parent, self.extent, m_file.metadata);
}

void TreeReader::addDirectory(Handle parent, const IsoExtent &extent, const Metadata &metadata)
{
    if (!S_ISDIR(modeOf(m_file)))
        m_image.corrupt(m_file.at, translated("formats", "it is a folder and is none"));
    const Handle handle = m_builder.addDirectory(parent, m_file.name, metadata);
    if (extent.bytes == 0)
        return;
    if (!m_directories.insert(extent.offset).second)
        m_image.corrupt(m_file.at, translated("formats", "the folder has two names"));
    m_directoryBytes += extent.bytes;
    if (m_directoryBytes > m_image.size())
        m_image.corrupt(m_file.at, translated("formats", "folders have more bytes than there are"));
    m_pending.push_back({handle, extent});
}

std::uint32_t TreeReader::modeOf(const IsoFoundFile &file) const
{
    if (file.fields.posix)
        return file.fields.posix->mode;
    return file.isDirectory ? S_IFDIR : S_IFREG;
}

void TreeReader::addFile(Handle parent)
{
    if (const auto known = m_links.find(m_file))
        m_builder.addHardLink(parent, m_file.name, *known);
    else
        m_links.remember(addNewFile(parent), m_file);
}

Handle TreeReader::addNewFile(Handle parent)
{
    const Metadata &m = m_file.metadata;
    switch (modeOf(m_file) & S_IFMT) {
    case S_IFREG:
        return addRegular(parent);
    case S_IFLNK:
        if (!m_file.fields.target || m_file.fields.target->empty() ||
            m_file.fields.target->find('\0') != std::string::npos)
            m_image.corrupt(m_file.at, translated("formats", "the link's target is impossible"));
        return m_builder.addSymlink(parent, m_file.name, m, *m_file.fields.target);
    case S_IFCHR:
        return addDevice(parent, FileType::CharDevice);
    case S_IFBLK:
        return addDevice(parent, FileType::BlockDevice);
    case S_IFIFO:
        return m_builder.addSpecial(parent, m_file.name, m, FileType::Fifo);
    case S_IFSOCK:
        return m_builder.addSpecial(parent, m_file.name, m, FileType::Socket);
    default:
        m_image.corrupt(m_file.at, translated("formats", "there is no such type of file"));
    }
}

Handle TreeReader::addRegular(Handle parent)
{
    const Metadata &m = m_file.metadata;
    if (m_file.size > 0 && m_file.isInterleaved)
        m_image.refuse(translated("formats", "It has interleaved files, which are not supported."), {});
    if (m_file.fields.hasUnknownPacking)
        m_image.refuse(
            translated("formats", "It has files that are compressed in a way that is not known here."),
            translated("formats", "Mount it and open the folder instead."));
    for (const IsoExtent &extent : m_file.extents)
        if (extent.bytes > 0 && !m_image.contains(extent))
            m_image.corrupt(m_file.at, translated("formats", "the file reaches beyond the end of the image"));
    if (m_file.size == 0)
        return m_builder.addInlineFile(parent, m_file.name, m, {});
    const IsoExtent &first = m_file.extents.front();
    if (m_file.fields.packing) {
        if (!m_packed) {
            m_packed = std::make_shared<IsoZisofs>(m_absolutePath);
            m_packedId = m_builder.addPackedContent(m_packed);
        }
        return m_builder.addPackedFile(parent, m_file.name, m, m_packedId,
                                       m_packed->add(m_image, first, *m_file.fields.packing),
                                       m_file.fields.packing->size);
    }
    if (m_file.extents.size() == 1)
        return m_builder.addHostFile(parent, m_file.name, m, m_hostPath, first.bytes, first.offset);
    std::vector<Extent> extents;
    std::uint64_t logical = 0;
    for (const IsoExtent &extent : m_file.extents) {
        if (extent.bytes > 0)
            extents.push_back({logical, extent.offset, extent.bytes});
        logical += extent.bytes;
    }
    return m_builder.addExtentsFile(parent, m_file.name, m, m_hostPath, m_file.size, extents);
}

Handle TreeReader::addDevice(Handle parent, FileType type)
{
    if (!m_file.fields.device)
        m_image.corrupt(m_file.at, translated("formats", "the device has no numbers"));
    const auto [major, minor] = isoDeviceNumbers(*m_file.fields.device);
    constexpr std::uint32_t mostMajors = 1 << 12;
    constexpr std::uint32_t mostMinors = 1 << 20;
    if (major >= mostMajors || minor >= mostMinors)
        m_image.corrupt(m_file.at, translated("formats", "the device's numbers are impossible"));
    return m_builder.addSpecial(parent, m_file.name, m_file.metadata, type, major, minor);
}

// Where relocated folders were kept.
void TreeReader::dropEmptied()
{
    for (const Handle handle : m_emptied) {
        if (handle == FileTreeBuilder::root() || m_builder.parent(handle) != FileTreeBuilder::root())
            continue;
        const std::string_view name = m_builder.name(handle);
        if (name == "rr_moved" || name == ".rr_moved" || name == "RR_MOVED")
            m_builder.remove(handle);
    }
}

} // namespace

bool looksLikeIso9660(const std::string &path)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    std::array<char, 5> magic{};
    return fd.isOpen() &&
           pread(fd.get(), magic.data(), magic.size(), kIsoSystemArea * kIsoSector + 1) ==
               ssize_t{magic.size()} &&
           std::string_view(magic.data(), magic.size()) == kIsoMagic;
}

FileTreePtr readIso9660(const std::string &path, Progress &progress)
{
    return TreeReader(path, progress).read();
}

} // namespace Refbox
