// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsplan.h"

#include "formats/ext4sparse.h"
#include "formats/reiserfsspace.h"
#include "formats/reiserfswriter.h"
#include "formats/reiserfsxattrs.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::uint64_t kMostDataBlocks = UINT32_MAX / (kReiserFsBlock / 512); // stat data counts 512 bytes

std::uint64_t sortKey(std::uint32_t ref, std::string_view name)
{
    return std::uint64_t{reiserFsHash(name)} << 32 | ref;
}

Error cannotHold(const Inode &inode, const std::string &path, const QString &why, const QString &advice)
{
    return {translated("formats", "ReiserFS cannot hold the %1")
                .arg(translated("tree", fileTypeName(inode.type))),
            displayPath(path), why, advice};
}

} // namespace

ReiserFsPlan::ReiserFsPlan(const FileTree &tree, const FilesystemIdentity &identity, Progress &progress)
    : m_tree(tree)
    , m_identity(identity)
    , m_objects(tree.inodeCount(), 0)
    , m_homes(tree.inodeCount(), kNoId)
{
    if (tree.child(FileTree::root(), kReiserFsPrivateName) != kNoId)
        throw Error(
            translated("formats", "ReiserFS cannot hold the tree"),
            displayPath('/' + std::string(kReiserFsPrivateName)),
            translated("formats", "It keeps extended attributes in a folder of this name, and hides it."),
            translated("formats", "Give it another name, or leave it out."));
    for (InodeId id = 0; id < tree.inodeCount(); ++id)
        checkInode(id);
    numberTree(progress);
    numberAttributes(progress);
    m_directories.push_back(static_cast<std::uint32_t>(m_entries.size()));
    planData(progress);
}

void ReiserFsPlan::checkInode(InodeId id) const
{
    const Inode &inode = m_tree.inode(id);
    if (!inode.isDirectory() && m_tree.names(id).size() > kReiserFsMostLinks)
        throw cannotHold(inode, pathOf(id),
                         translated("formats", "It has %1 names, and %2 are the most.")
                             .arg(m_tree.names(id).size())
                             .arg(kReiserFsMostLinks),
                         translated("formats", "Link it less often, or give some of the places copies."));
    if (inode.isSymlink() && (inode.size == 0 || inode.size > kReiserFsLongestDirect))
        throw cannotHold(inode, pathOf(id),
                         translated("formats", "Its target has %1 bytes; 1 to %2 are possible.")
                             .arg(inode.size)
                             .arg(kReiserFsLongestDirect),
                         translated("formats", "Change the link, or leave it out."));
    if (inode.isRegular() && inode.size > kReiserFsLargestFile)
        throw cannotHold(inode, pathOf(id), translated("formats", "It is larger than 8 TB."),
                         translated("formats", "Leave it out."));
}

std::uint32_t ReiserFsPlan::takeNumber()
{
    if (m_nextObject >= kXattrs)
        throw Error(translated("formats", "ReiserFS cannot hold the tree"), {},
                    translated("formats", "It has too many files."));
    return m_nextObject++;
}

// Every directory's entries stand where all those before it have got theirs.
void ReiserFsPlan::numberTree(Progress &progress)
{
    m_entries.reserve(m_tree.nodeCount() + 2);
    m_entries.push_back({FileTree::root(), 0});
    const InodeId root = m_tree.inodeOf(FileTree::root());
    m_objects[root] = takeNumber();
    m_homes[root] = 0;
    for (std::uint32_t entry = 0; entry < m_entries.size(); ++entry) {
        if (entry % 1024 == 0) {
            progress.throwIfCancelled();
            progress.advance(
                std::min<std::uint64_t>(1024, m_tree.nodeCount() - std::min(entry, m_tree.nodeCount())));
        }
        const std::uint32_t ref = m_entries[entry].ref;
        if (ref == kXattrs) // numbered behind all others, and its entries too
            continue;
        if (ref != kPrivate && !m_tree.inodeAt(ref).isDirectory())
            continue;
        m_directories.push_back(static_cast<std::uint32_t>(m_entries.size()));
        if (ref == kPrivate)
            m_entries.push_back({kXattrs, reiserFsHash(kReiserFsXattrsName)});
        else
            appendChildren(ref);
    }
    m_xattrsObject = takeNumber();
}

void ReiserFsPlan::appendChildren(NodeId directory)
{
    const auto begin = static_cast<std::uint32_t>(m_entries.size());
    std::vector<std::uint64_t> keys;
    keys.reserve(m_tree.children(directory).size() + 1);
    for (const NodeId child : m_tree.children(directory))
        keys.push_back(sortKey(child, m_tree.name(child)));
    if (directory == FileTree::root())
        keys.push_back(sortKey(kPrivate, kReiserFsPrivateName));
    appendSorted(keys, m_tree.path(directory));
    for (std::uint32_t entry = begin; entry < m_entries.size(); ++entry) {
        if (m_entries[entry].ref == kPrivate) {
            m_privateObject = takeNumber();
            continue;
        }
        const InodeId inode = inodeOfEntry(entry);
        if (m_homes[inode] != kNoId)
            continue;
        m_homes[inode] = entry;
        m_objects[inode] = takeNumber();
    }
}

void ReiserFsPlan::appendSorted(std::vector<std::uint64_t> &keys, const std::string &path)
{
    std::ranges::sort(keys);
    std::uint32_t last = 0; // no hash is 0
    std::uint32_t counter = 0;
    for (const std::uint64_t key : keys) {
        const auto hash = static_cast<std::uint32_t>(key >> 32);
        counter = hash == last ? counter + 1 : 0;
        last = hash;
        if (counter > kReiserFsMostCollisions)
            throw Error(
                translated("formats", "ReiserFS cannot hold the folder"), displayPath(path),
                translated("formats", "More than %1 of its names have the same hash.")
                    .arg(kReiserFsMostCollisions + 1),
                translated("formats", "Rename some of its files, or spread them over several folders."));
        m_entries.push_back({static_cast<std::uint32_t>(key), hash + counter});
    }
}

void ReiserFsPlan::numberAttributes(Progress &progress)
{
    m_foldersBegin = static_cast<std::uint32_t>(m_entries.size());
    m_xattrsDirectory = static_cast<std::uint32_t>(m_directories.size());
    m_directories.push_back(m_foldersBegin);
    std::vector<std::uint64_t> keys;
    std::vector<std::uint8_t> known(m_tree.xattrSetCount(), 0);
    for (InodeId id = 0; id < m_tree.inodeCount(); ++id) {
        if (id % 1024 == 0)
            progress.throwIfCancelled();
        if (hasAttributes(id, known))
            keys.push_back(sortKey(id, reiserFsXattrFolder(m_objects[id], generationOf(id))));
    }
    appendSorted(keys, '/' + std::string(kReiserFsPrivateName) + '/' + std::string(kReiserFsXattrsName));
    m_attributesBegin = static_cast<std::uint32_t>(m_entries.size());
    for (std::uint32_t entry = m_foldersBegin; entry < m_attributesBegin; ++entry)
        takeNumber();
    for (std::uint32_t entry = m_foldersBegin; entry < m_attributesBegin; ++entry) {
        if (entry % 1024 == 0)
            progress.throwIfCancelled();
        appendAttributes(m_entries[entry].ref);
    }
}

// known, by set: 1 has none that are kept, 2 has some.
bool ReiserFsPlan::hasAttributes(InodeId id, std::vector<std::uint8_t> &known) const
{
    const XattrSetId set = m_tree.inode(id).xattrs;
    if (set == 0)
        return false;
    if (known[set] == 0) {
        known[set] = 1;
        try {
            for (const XattrView &xattr : m_tree.xattrs(set))
                if (encodeReiserFsXattr(xattr))
                    known[set] = 2;
        } catch (const Error &error) {
            throw Error(error.failed(), displayPath(pathOf(id)), error.why(), error.advice());
        }
    }
    return known[set] == 2;
}

void ReiserFsPlan::appendAttributes(InodeId holder)
{
    m_directories.push_back(static_cast<std::uint32_t>(m_entries.size()));
    std::vector<std::uint64_t> keys;
    const std::vector<XattrView> xattrs = m_tree.xattrsOf(holder);
    for (std::uint32_t i = 0; i < xattrs.size(); ++i)
        if (encodeReiserFsXattr(xattrs[i]))
            keys.push_back(sortKey(i, xattrs[i].name));
    appendSorted(keys, pathOf(holder));
    for (std::size_t i = 0; i < keys.size(); ++i)
        takeNumber();
}

void ReiserFsPlan::planData(Progress &progress)
{
    for (ReiserFsCursor cursor; !atEnd(cursor);) {
        if (cursor.entry % 1024 == 0)
            progress.throwIfCancelled();
        const ReiserFsObject here = object(cursor);
        if (here.body == ReiserFsObject::Body::Blocks)
            planFile(here);
        if (here.inode != kNoId && m_tree.inode(here.inode).isRegular())
            m_contentBytes += here.size;
        advance(cursor, here);
    }
}

void ReiserFsPlan::planFile(const ReiserFsObject &file)
{
    m_data.push_back(
        {file.entry, static_cast<std::uint32_t>(m_dataBlocks), static_cast<std::uint32_t>(m_runs.size())});
    const std::uint64_t before = m_dataBlocks;
    const auto addRun = [this](std::uint32_t logical, std::uint64_t count) {
        if (m_dataBlocks + count > UINT32_MAX)
            throw Error(translated("formats", "Cannot plan the image"), {},
                        translated("formats", "It would be larger than 8 TB."),
                        translated("formats", "Spread the tree over several images."));
        m_runs.push_back(
            {logical, static_cast<std::uint32_t>(count), static_cast<std::uint32_t>(m_dataBlocks)});
        m_dataBlocks += count;
    };
    const auto holed = file.inode == kNoId ? std::nullopt : dataRunsOf(m_tree, file.inode, kReiserFsBlock);
    if (!holed)
        addRun(0, (file.size + kReiserFsBlock - 1) / kReiserFsBlock);
    else
        for (const DataRun &run : *holed)
            addRun(run.logical, run.count);
    if (m_dataBlocks - before > kMostDataBlocks)
        throw cannotHold(m_tree.inode(file.inode), pathOf(file.inode),
                         translated("formats", "More than 2 TB of it are no holes."),
                         translated("formats", "Leave it out."));
}

} // namespace Refbox
