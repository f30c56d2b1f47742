// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsreader.h"

#include "formats/reiserfsobjects.h"
#include "formats/reiserfsxattrs.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/filetreebuilder.h"

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include <fcntl.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

using Handle = FileTreeBuilder::Handle;
using Name = ReiserFsObjects::Name;

std::uint8_t flagsOf(std::uint16_t stored)
{
    std::uint8_t flags = 0;
    if (stored & kReiserFsImmutable)
        flags |= kImmutable;
    if (stored & kReiserFsAppendOnly)
        flags |= kAppendOnly;
    if (stored & kReiserFsNoDump)
        flags |= kNoDump;
    return flags;
}

class TreeReader
{
public:
    TreeReader(const std::string &path, Progress &progress)
        : m_image(path)
        , m_progress(progress)
        , m_objects(beginReading())
        , m_handles(m_objects.size(), FileTreeBuilder::kNone)
        , m_hostPath(
              m_builder.internHostPath(kNoId, std::filesystem::absolute(path).lexically_normal().string()))
    {
    }

    FileTreePtr read();

private:
    struct Pending
    {
        Handle handle;
        std::size_t object;
    };
    ReiserFsObjects beginReading();
    std::size_t childOf(std::size_t directory, std::string_view name) const;
    void findAttributes();
    XattrSetId attributesOf(const ReiserFsFound &object);
    std::string attributeFile(const ReiserFsFound &file) const;
    Metadata metadataOf(const ReiserFsFound &object);
    void addEntries(Handle parent, std::size_t directory);
    void addEntry(Handle parent, const Name &name);
    Handle addObject(Handle parent, std::string_view name, std::size_t number);
    Handle addDevice(Handle parent, std::string_view name, const ReiserFsFound &object, FileType type,
                     const Metadata &metadata);

    ReiserFsImage m_image;
    Progress &m_progress;
    ReiserFsObjects m_objects;
    std::vector<Handle> m_handles; // by object
    FileTreeBuilder m_builder;
    std::uint32_t m_hostPath;
    std::vector<Pending> m_pending;
    std::unordered_map<std::string_view, const Name *> m_attributes; // folders of attributes
    std::size_t m_private = ReiserFsObjects::kNone;
};

ReiserFsObjects TreeReader::beginReading()
{
    m_progress.beginPhase(translated("formats", "Reading the image"), 0, Progress::Unit::Entries);
    return {m_image, m_progress};
}

FileTreePtr TreeReader::read()
{
    const std::size_t root = m_objects.find(kReiserFsRootDirectory, kReiserFsRootObject);
    if (root == ReiserFsObjects::kNone || m_objects[root].kind() != S_IFDIR)
        m_image.refuse(translated("formats", "It has no root folder."),
                       translated("formats", "Run reiserfsck on a copy of the image."));
    m_progress.beginPhase(translated("formats", "Reading the image"), m_objects.size(),
                          Progress::Unit::Entries);
    m_handles[root] = FileTreeBuilder::root();
    m_private = childOf(root, kReiserFsPrivateName);
    findAttributes();
    m_builder.setMetadata(FileTreeBuilder::root(), metadataOf(m_objects[root]));
    addEntries(FileTreeBuilder::root(), root);
    while (!m_pending.empty()) {
        const Pending next = m_pending.back();
        m_pending.pop_back();
        try {
            addEntries(next.handle, next.object);
        } catch (Error &error) {
            throw error.addContext(
                translated("formats", "in %1").arg(displayPath(m_builder.path(next.handle))));
        }
    }
    return m_builder.build();
}

std::size_t TreeReader::childOf(std::size_t directory, std::string_view name) const
{
    if (directory == ReiserFsObjects::kNone || m_objects[directory].kind() != S_IFDIR)
        return ReiserFsObjects::kNone;
    for (const Name &child : m_objects.namesOf(m_objects[directory]))
        if (m_objects.textOf(child) == name)
            return m_objects.find(child.directory, child.object);
    return ReiserFsObjects::kNone;
}

void TreeReader::findAttributes()
{
    const std::size_t folders = childOf(m_private, kReiserFsXattrsName);
    if (folders == ReiserFsObjects::kNone || m_objects[folders].kind() != S_IFDIR)
        return;
    for (const Name &name : m_objects.namesOf(m_objects[folders]))
        m_attributes.emplace(m_objects.textOf(name), &name);
}

XattrSetId TreeReader::attributesOf(const ReiserFsFound &object)
{
    if (m_attributes.empty() || object.isOld)
        return 0;
    const auto folder = m_attributes.find(reiserFsXattrFolder(object.object, object.generation()));
    if (folder == m_attributes.end())
        return 0;
    const std::size_t directory = m_objects.find(folder->second->directory, folder->second->object);
    if (directory == ReiserFsObjects::kNone || m_objects[directory].kind() != S_IFDIR)
        m_objects.corrupt(object, translated("formats", "its attributes are missing"));
    std::vector<std::pair<std::string_view, std::string>> found;
    for (const Name &name : m_objects.namesOf(m_objects[directory])) {
        const std::string_view text = m_objects.textOf(name);
        if (!reiserFsShowsXattr(text))
            continue;
        const std::size_t file = m_objects.find(name.directory, name.object);
        if (file == ReiserFsObjects::kNone || m_objects[file].kind() != S_IFREG)
            m_objects.corrupt(object, translated("formats", "its attributes are missing"));
        auto value = decodeReiserFsXattr(text, attributeFile(m_objects[file]));
        if (!value)
            m_objects.corrupt(
                m_objects[file],
                translated("formats", "its bytes are no value of the attribute %1").arg(displayPath(text)));
        found.emplace_back(text, std::move(*value));
    }
    std::vector<XattrView> views;
    views.reserve(found.size());
    for (const auto &[name, value] : found)
        views.push_back({name, value});
    return m_builder.internXattrs(std::move(views));
}

std::string TreeReader::attributeFile(const ReiserFsFound &file) const
{
    if (file.stat.size > kReiserFsXattrHead + kReiserFsLargestXattr)
        m_objects.corrupt(file, translated("formats", "an attribute's value is too long"));
    std::string bytes;
    for (const Extent &extent : m_objects.extentsOf(file)) {
        if (extent.logical != bytes.size())
            break;
        bytes.resize(bytes.size() + extent.length);
        m_image.read(extent.physical, std::span(bytes).subspan(extent.logical));
    }
    if (bytes.size() != file.stat.size) // Linux writes no holes here; a few bytes must not stand for many
        m_objects.corrupt(file, translated("formats", "an attribute's value has holes"));
    return bytes;
}

Metadata TreeReader::metadataOf(const ReiserFsFound &object)
{
    Metadata metadata;
    metadata.permissions = object.stat.mode & 07777;
    metadata.uid = object.stat.uid;
    metadata.gid = object.stat.gid;
    metadata.mtime.seconds = object.stat.mtime;
    if ((m_image.super().flags & kReiserFsFlagsAreGood) != 0)
        metadata.flags = flagsOf(object.stat.flags);
    metadata.xattrs = attributesOf(object);
    return metadata;
}

void TreeReader::addEntries(Handle parent, std::size_t directory)
{
    for (const Name &name : m_objects.namesOf(m_objects[directory])) {
        m_progress.throwIfCancelled();
        const std::string_view text = m_objects.textOf(name);
        if (parent == FileTreeBuilder::root() && text == kReiserFsPrivateName)
            continue;
        try {
            addEntry(parent, name);
        } catch (Error &error) {
            throw error.addContext(translated("formats", "at %1 in %2")
                                       .arg(displayPath(text), displayPath(m_builder.path(parent))));
        }
    }
}

void TreeReader::addEntry(Handle parent, const Name &name)
{
    const std::size_t number = m_objects.find(name.directory, name.object);
    if (number == ReiserFsObjects::kNone)
        m_image.corrupt(translated("formats", "Object %1 %2").arg(name.directory).arg(name.object),
                        translated("formats", "it has a name but is not there"));
    const std::string_view text = m_objects.textOf(name);
    const ReiserFsFound &object = m_objects[number];
    Handle &handle = m_handles[number];
    if (handle == FileTreeBuilder::kNone) {
        m_progress.advance();
        handle = addObject(parent, text, number);
    } else if (object.kind() == S_IFDIR) {
        m_objects.corrupt(object, translated("formats", "the folder has two names"));
    } else {
        m_builder.addHardLink(parent, text, handle);
    }
}

Handle TreeReader::addObject(Handle parent, std::string_view name, std::size_t number)
{
    const ReiserFsFound &object = m_objects[number];
    const Metadata metadata = metadataOf(object);
    switch (object.kind()) {
    case S_IFDIR: {
        const Handle handle = m_builder.addDirectory(parent, name, metadata);
        m_pending.push_back({handle, number});
        return handle;
    }
    case S_IFREG:
        return m_builder.addExtentsFile(parent, name, metadata, m_hostPath, object.stat.size,
                                        m_objects.extentsOf(object));
    case S_IFLNK:
        return m_builder.addSymlink(parent, name, metadata, m_objects.targetOf(object));
    case S_IFCHR:
        return addDevice(parent, name, object, FileType::CharDevice, metadata);
    case S_IFBLK:
        return addDevice(parent, name, object, FileType::BlockDevice, metadata);
    case S_IFIFO:
        return m_builder.addSpecial(parent, name, metadata, FileType::Fifo);
    default:
        return m_builder.addSpecial(parent, name, metadata, FileType::Socket);
    }
}

Handle TreeReader::addDevice(Handle parent, std::string_view name, const ReiserFsFound &object, FileType type,
                             const Metadata &metadata)
{
    const std::uint32_t number = object.stat.extra;
    return m_builder.addSpecial(parent, name, metadata, type, number >> 8 & 0xFFF,
                                (number & 0xFF) | (number >> 12 & 0xFFF00));
}

} // namespace

bool looksLikeReiserFs(const std::string &path)
{
    const FileDescriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    return fd.isOpen() && findReiserFsSuperblock(fd.get()).version != ReiserFsVersion::None;
}

FileTreePtr readReiserFs(const std::string &path, Progress &progress)
{
    return TreeReader(path, progress).read();
}

} // namespace Refbox
