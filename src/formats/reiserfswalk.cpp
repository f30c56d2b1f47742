// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The walk over a ReiserFsPlan and what is asked of it; reiserfsplan.cpp makes it.
#include "formats/reiserfsplan.h"

#include "formats/reiserfswriter.h"
#include "formats/reiserfsxattrs.h"

#include <algorithm>

namespace Refbox {

ReiserFsObject ReiserFsPlan::object(const ReiserFsCursor &cursor) const
{
    ReiserFsObject object;
    object.entry = cursor.entry;
    const ReiserFsKey key = keyOf(cursor.entry);
    object.directory = key.directory;
    object.object = key.object;
    const std::uint32_t ref = m_entries[cursor.entry].ref;
    if (!isOrdinary(cursor.entry)) {
        if (cursor.entry < m_attributesBegin)
            describe(object, m_xattrsDirectory + 1 + (cursor.entry - m_foldersBegin));
        else
            describeFile(object, attributeBytes(cursor.entry).size());
    } else if (ref == kXattrs) {
        describe(object, m_xattrsDirectory);
    } else if (ref == kPrivate) {
        describe(object, cursor.directory);
    } else {
        object.inode = m_tree.inodeOf(ref);
        const Inode &inode = m_tree.inode(object.inode);
        object.size = inode.size;
        if (inode.isDirectory())
            describe(object, cursor.directory);
        else if (inode.isSymlink())
            object.body = ReiserFsObject::Body::Target;
        else if (inode.isRegular())
            describeFile(object, inode.size);
    }
    return object;
}

void ReiserFsPlan::describeFile(ReiserFsObject &object, std::uint64_t size)
{
    object.size = size;
    if (size > kReiserFsLongestDirect)
        object.body = ReiserFsObject::Body::Blocks;
    else if (size > 0)
        object.body = ReiserFsObject::Body::Tail;
}

void ReiserFsPlan::describe(ReiserFsObject &object, std::uint32_t directory) const
{
    object.body = ReiserFsObject::Body::Directory;
    object.first = m_directories[directory];
    object.count = m_directories[directory + 1] - object.first;
}

void ReiserFsPlan::advance(ReiserFsCursor &cursor, const ReiserFsObject &object) const
{
    const bool isXattrs = isOrdinary(cursor.entry) && m_entries[cursor.entry].ref == kXattrs;
    if (object.body == ReiserFsObject::Body::Directory && isOrdinary(cursor.entry) && !isXattrs)
        ++cursor.directory;
    if (object.body == ReiserFsObject::Body::Blocks)
        ++cursor.data;
    cursor.part = 0;
    // Further names of an object are no objects.
    const auto isObject = [this](std::uint32_t entry) {
        return !isOrdinary(entry) || m_entries[entry].ref >= kXattrs || m_homes[inodeOfEntry(entry)] == entry;
    };
    do
        ++cursor.entry;
    while (!atEnd(cursor) && !isObject(cursor.entry));
}

std::string_view ReiserFsPlan::nameOf(std::uint32_t entry, std::string &scratch) const
{
    const std::uint32_t ref = m_entries[entry].ref;
    if (isOrdinary(entry)) {
        if (ref == kPrivate)
            return kReiserFsPrivateName;
        return ref == kXattrs ? kReiserFsXattrsName : m_tree.name(ref);
    }
    if (entry < m_attributesBegin) {
        scratch = reiserFsXattrFolder(m_objects[ref], generationOf(ref));
        return scratch;
    }
    const InodeId holder = m_entries[holderEntryOf(entry)].ref;
    return m_tree.xattrsOf(holder)[ref].name;
}

ReiserFsKey ReiserFsPlan::keyOf(std::uint32_t entry) const
{
    if (entry == 0)
        return {kReiserFsRootDirectory, kReiserFsRootObject};
    const std::uint32_t ref = m_entries[entry].ref;
    if (isOrdinary(entry)) {
        if (ref == kPrivate)
            return {kReiserFsRootObject, m_privateObject};
        if (ref == kXattrs)
            return {m_privateObject, m_xattrsObject};
        const InodeId inode = m_tree.inodeOf(ref);
        return {homeDirectory(inode), m_objects[inode]};
    }
    const std::uint32_t number = m_xattrsObject + 1 + (entry - m_foldersBegin);
    if (entry < m_attributesBegin)
        return {m_xattrsObject, number};
    return {m_xattrsObject + 1 + (holderEntryOf(entry) - m_foldersBegin), number};
}

std::uint32_t ReiserFsPlan::homeDirectory(InodeId inode) const
{
    const NodeId parent = m_tree.parent(m_entries[m_homes[inode]].ref);
    return parent == kNoId ? kReiserFsRootDirectory : m_objects[m_tree.inodeOf(parent)];
}

ReiserFsKey ReiserFsPlan::parentKey(const ReiserFsObject &directory) const
{
    if (directory.entry == 0)
        return {0, kReiserFsRootDirectory};
    if (directory.directory == kReiserFsRootObject)
        return {kReiserFsRootDirectory, kReiserFsRootObject};
    if (directory.directory == m_privateObject)
        return {kReiserFsRootObject, m_privateObject};
    if (directory.directory == m_xattrsObject)
        return {m_privateObject, m_xattrsObject};
    const InodeId parent = m_tree.inodeOf(m_tree.parent(m_entries[directory.entry].ref));
    return {homeDirectory(parent), m_objects[parent]};
}

std::uint32_t ReiserFsPlan::linkCount(const ReiserFsObject &object) const
{
    std::uint64_t count = 1;
    if (object.inode != kNoId)
        count = m_tree.linkCount(object.inode) + (object.entry == 0 ? 1 : 0);
    else if (object.body == ReiserFsObject::Body::Directory)
        count = isOrdinary(object.entry) ? 2 + std::uint64_t{object.count} : 2; // only folders in these
    // Linux counts no further, and says 1 then.
    if (object.body == ReiserFsObject::Body::Directory && count >= kReiserFsMostLinks)
        return 1;
    return static_cast<std::uint32_t>(count);
}

// Directories of attributes are numbered as their entries are.
std::uint32_t ReiserFsPlan::holderEntryOf(std::uint32_t attribute) const
{
    const auto folders = std::span(m_directories).subspan(m_xattrsDirectory + 1);
    const auto after = std::ranges::upper_bound(folders, attribute);
    return m_foldersBegin + static_cast<std::uint32_t>(after - folders.begin()) - 1;
}

// Linux takes a device's from its key: its number stands in the place of the generation.
std::uint32_t ReiserFsPlan::generationOf(InodeId inode) const
{
    return m_tree.inode(inode).isDevice() ? homeDirectory(inode) : 0;
}

std::span<const ReiserFsPlan::Run> ReiserFsPlan::runsOf(const Data &data) const
{
    const bool isLast = &data == &m_data.back();
    return std::span(m_runs).subspan(data.runs, (isLast ? m_runs.size() : (&data + 1)->runs) - data.runs);
}

InodeId ReiserFsPlan::inodeOf(const Data &data) const
{
    return isOrdinary(data.entry) ? inodeOfEntry(data.entry) : kNoId;
}

std::uint64_t ReiserFsPlan::sizeOf(const Data &data) const
{
    const InodeId inode = inodeOf(data);
    return inode == kNoId ? attributeBytes(data.entry).size() : m_tree.inode(inode).size;
}

std::string ReiserFsPlan::attributeBytes(std::uint32_t entry) const
{
    const std::vector<XattrView> xattrs = m_tree.xattrsOf(m_entries[holderEntryOf(entry)].ref);
    return encodeReiserFsXattr(xattrs[m_entries[entry].ref]).value();
}

} // namespace Refbox
