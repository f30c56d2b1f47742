// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/archivetree.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <utility>

namespace Refbox {

namespace {

constexpr std::size_t kMostRemarks = 1000; // a hostile archive must not fill the memory with them
constexpr std::size_t kMostPending = 1'000'000;

Error entryError(const std::string &path, const QString &why)
{
    return Error(translated("formats", "Cannot read the archive"),
                 translated("formats", "entry %1").arg(displayPath(path)), why,
                 translated("formats", "Use the archive only if you know where it comes from."));
}

Metadata metadataOf(const Inode &inode)
{
    Metadata metadata;
    metadata.permissions = inode.permissions;
    metadata.uid = inode.uid;
    metadata.gid = inode.gid;
    metadata.mtime = inode.mtime();
    metadata.flags = inode.flags;
    metadata.xattrs = inode.xattrs;
    metadata.origin = inode.origin;
    return metadata;
}

} // namespace

void ArchiveTree::add(const ArchiveEntry &entry)
{
    const std::vector<std::string> names = split(entry.path, entry.path);
    if (names.empty()) {
        if (entry.type != FileType::Directory || entry.isHardLink)
            throw entryError(entry.path, translated("formats", "The archive's root is not a folder."));
        m_builder.setMetadata(FileTreeBuilder::root(), entry.metadata);
        return;
    }
    if (entry.isHardLink) {
        addHardLink(names, entry);
        return;
    }
    const Handle parent = folderOf(names, entry.path, entry.metadata.mtime);
    const std::string &name = names.back();
    if (entry.type == FileType::Directory) {
        addDirectory(parent, name, entry);
        return;
    }
    requireFree(parent, name, entry);
    if (entry.type == FileType::Regular)
        addFile(parent, name, entry.metadata, entry.content.value_or(ArchiveContent()));
    else if (entry.type == FileType::Symlink)
        m_builder.addSymlink(parent, name, entry.metadata, entry.target);
    else
        m_builder.addSpecial(parent, name, entry.metadata, entry.type, entry.major, entry.minor);
}

void ArchiveTree::setLateHostPath(const std::string &path)
{
    if (m_hostPathId != kNoId && m_hostPath.empty())
        m_builder.setHostPath(m_hostPathId, path);
    m_hostPathId = kNoId;
}

FileTreePtr ArchiveTree::build()
{
    while (!m_pending.empty()) {
        std::vector<PendingLink> left;
        for (PendingLink &pending : m_pending) {
            if (!link(pending.names, pending.entry))
                left.push_back(std::move(pending));
        }
        if (left.size() == m_pending.size())
            throw entryError(left.front().entry.path,
                             translated("formats", "It is a hard link to %1, which is not in the archive.")
                                 .arg(displayPath(left.front().entry.target)));
        m_pending = std::move(left);
    }
    return m_builder.build();
}

std::vector<std::string> ArchiveTree::takeRemarks()
{
    if (m_droppedRemarks > 0)
        m_remarks.push_back(translated("formats", "and %1 more remarks").arg(m_droppedRemarks).toStdString());
    return std::exchange(m_remarks, {});
}

void ArchiveTree::remark(std::string_view path, const std::string &text)
{
    if (m_remarks.size() < kMostRemarks)
        m_remarks.push_back(displayBytes(path) + ": " + text);
    else
        ++m_droppedRemarks;
}

std::vector<std::string> ArchiveTree::split(const std::string &path, const std::string &entry)
{
    if (path.starts_with('/') && path.find_first_not_of('/') != std::string::npos) // "/" is the root
        throw Error(translated("formats", "Cannot read the archive"),
                    translated("formats", "entry %1").arg(displayPath(entry)),
                    &path == &entry
                        ? translated("formats", "Its name is absolute, so where it belongs is a guess.")
                        : translated("formats", "Its target %1 is absolute, so where it lies is a guess.")
                              .arg(displayPath(path)),
                    translated("formats",
                               "Repack the archive with relative names, or unpack it and open the folder."));
    std::vector<std::string> names;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        std::string name = path.substr(at, end - at);
        at = end + 1;
        if (name.empty() || name == ".")
            continue;
        if (name == "..")
            throw entryError(entry,
                             &path == &entry
                                 ? translated("formats", "Its name leads out of the tree with “..”.")
                                 : translated("formats", "Its target %1 leads out of the tree with “..”.")
                                       .arg(displayPath(path)));
        if (name.size() > 255)
            throw entryError(entry, translated("formats", "A name in it is longer than 255 bytes."));
        names.push_back(std::move(name));
    }
    return names;
}

// The folder that names' last one goes to. What is missing is made, with the time of the entry that needs it.
ArchiveTree::Handle ArchiveTree::folderOf(const std::vector<std::string> &names, const std::string &path,
                                          const Timestamp &time)
{
    Handle folder = FileTreeBuilder::root();
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
        Handle next = m_builder.child(folder, names[i]);
        if (next == FileTreeBuilder::kNone) {
            Metadata made;
            made.mtime = time;
            next = m_builder.addDirectory(folder, names[i], made);
        } else if (!m_builder.inode(next).isDirectory()) {
            throw entryError(path, translated("formats", "It lies below %1, which is no folder but a %2.")
                                       .arg(displayPath(m_builder.path(next)),
                                            translated("tree", fileTypeName(m_builder.inode(next).type))));
        }
        folder = next;
    }
    return folder;
}

ArchiveTree::Handle ArchiveTree::addDirectory(Handle parent, const std::string &name,
                                              const ArchiveEntry &entry)
{
    const Handle existing = m_builder.child(parent, name);
    if (existing != FileTreeBuilder::kNone && m_builder.inode(existing).isDirectory()) {
        m_builder.setMetadata(existing, entry.metadata);
        return existing;
    }
    requireFree(parent, name, entry);
    return m_builder.addDirectory(parent, name, entry.metadata);
}

ArchiveTree::Handle ArchiveTree::addFile(Handle parent, const std::string &name, const Metadata &metadata,
                                         const ArchiveContent &content)
{
    if (content.size == 0)
        return m_builder.addInlineFile(parent, name, metadata, {});
    if (m_hostPathId == kNoId || m_hostPath != content.placed.hostPath) {
        m_hostPath = content.placed.hostPath;
        m_hostPathId = m_builder.internHostPath(kNoId, m_hostPath);
    }
    if (!content.extents.empty() || content.size != content.placed.size) {
        std::vector<Extent> extents = content.extents;
        for (Extent &extent : extents)
            extent.physical += content.placed.offset;
        return m_builder.addExtentsFile(parent, name, metadata, m_hostPathId, content.size, extents);
    }
    if (content.placed.sha256)
        return m_builder.addBlobFile(parent, name, metadata, *content.placed.sha256, m_hostPathId,
                                     content.size);
    return m_builder.addHostFile(parent, name, metadata, m_hostPathId, content.size, content.placed.offset);
}

void ArchiveTree::addHardLink(const std::vector<std::string> &names, const ArchiveEntry &entry)
{
    if (link(names, entry))
        return;
    if (entry.content) { // it brings its bytes with it: complete without the other name
        const Handle parent = folderOf(names, entry.path, entry.metadata.mtime);
        requireFree(parent, names.back(), entry);
        addFile(parent, names.back(), entry.metadata, *entry.content);
        return;
    }
    if (m_pending.size() >= kMostPending)
        throw entryError(entry.path, translated("formats", "Too many hard links come before their targets."));
    m_pending.push_back({names, entry});
}

bool ArchiveTree::link(const std::vector<std::string> &names, const ArchiveEntry &entry)
{
    const Handle target = findExact(split(entry.target, entry.path));
    if (target == FileTreeBuilder::kNone)
        return false;
    if (m_builder.inode(target).isDirectory())
        throw entryError(
            entry.path,
            translated("formats", "It is a hard link to %1, a folder.").arg(displayPath(entry.target)));
    const Handle parent = folderOf(names, entry.path, entry.metadata.mtime);
    const Handle existing = m_builder.child(parent, names.back());
    if (existing == FileTreeBuilder::kNone || !m_builder.isSameInode(existing, target)) {
        requireFree(parent, names.back(), entry);
        const Handle handle = m_builder.addHardLink(parent, names.back(), target);
        groupOf(target).push_back(handle);
        m_groupIndex.emplace(handle, m_groupIndex.at(target));
    }
    if (entry.content && m_builder.inode(target).isRegular())
        replaceContent(target, *entry.content);
    return true;
}

// Of two entries of one name the last one counts in some programs, the first one in others.
void ArchiveTree::requireFree(Handle parent, const std::string &name, const ArchiveEntry &entry)
{
    const Handle existing = m_builder.child(parent, name);
    if (existing == FileTreeBuilder::kNone)
        return;
    if (m_builder.inode(existing).isDirectory())
        throw entryError(entry.path, translated("formats", "It is there already, as a folder."));
    throw Error(
        translated("formats", "Cannot read the archive"),
        translated("formats", "entry %1").arg(displayPath(entry.path)),
        translated("formats",
                   "The archive has more than one entry of this name, so which one counts is a guess."),
        translated("formats", "Unpack the archive with the program that made it and open the folder."));
}

// A cpio archive brings the bytes of a file with the last of its names.
void ArchiveTree::replaceContent(Handle handle, const ArchiveContent &content)
{
    const Metadata metadata = metadataOf(m_builder.inode(handle));
    Group names = std::exchange(groupOf(handle), {});
    const std::size_t index = m_groupIndex.at(handle);
    Handle first = FileTreeBuilder::kNone;
    for (Handle &old : names) {
        const Handle parent = m_builder.parent(old);
        const std::string name(m_builder.name(old));
        m_groupIndex.erase(old);
        m_builder.remove(old);
        old = first == FileTreeBuilder::kNone ? addFile(parent, name, metadata, content)
                                              : m_builder.addHardLink(parent, name, first);
        first = first == FileTreeBuilder::kNone ? old : first;
        m_groupIndex.emplace(old, index);
    }
    m_groups[index] = std::move(names);
}

ArchiveTree::Handle ArchiveTree::findExact(const std::vector<std::string> &names)
{
    Handle handle = FileTreeBuilder::root();
    for (const std::string &name : names) {
        handle = m_builder.child(handle, name);
        if (handle == FileTreeBuilder::kNone)
            break;
    }
    return handle;
}

ArchiveTree::Group &ArchiveTree::groupOf(Handle handle)
{
    const auto [found, isNew] = m_groupIndex.try_emplace(handle, m_groups.size());
    if (isNew)
        m_groups.push_back({handle});
    return m_groups[found->second];
}

} // namespace Refbox
