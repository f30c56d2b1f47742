// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The plan of a ReiserFS image: which objects there are, in the order of the file system's own tree, and
// which slots their data gets. Objects are numbered breadth first, the names of each directory by their
// hashes, so that one walk over the names meets all objects in the order of their keys. Attributes are
// folders and files of their own; they come last. Holds 8 bytes a name and 8 an inode; nothing is written
// here.
#pragma once

#include "formats/filesystemidentity.h"
#include "formats/reiserfsformat.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// Most bytes of a direct item: of a link's target, or of a file that stands in the tree itself.
inline constexpr std::uint32_t kReiserFsLongestDirect = 3976;

/// A place in the walk: which object is next, and how much of it there has been.
struct ReiserFsCursor
{
    std::uint32_t entry = 0;
    std::uint32_t directory = 0; ///< directories before it
    std::uint32_t data = 0;      ///< files with blocks before it
    std::uint32_t part = 0;      ///< 0: nothing yet; else 1 and the names or block pointers that are done
};

struct ReiserFsObject
{
    enum class Body : std::uint8_t { None, Directory, Target, Tail, Blocks };
    std::uint32_t entry = 0;
    std::uint32_t directory = 0; ///< with object: its key
    std::uint32_t object = 0;
    InodeId inode = kNoId; ///< kNoId for what is not of the tree: attributes
    Body body = Body::None;
    std::uint64_t size = 0;  ///< of all but directories
    std::uint32_t first = 0; ///< of a directory's names among the entries
    std::uint32_t count = 0;
};

class ReiserFsPlan final
{
public:
    /// Throws Error for what ReiserFS cannot hold, naming the path.
    ReiserFsPlan(const FileTree &tree, const FilesystemIdentity &identity, Progress &progress);

    const FileTree &tree() const { return m_tree; }
    const FilesystemIdentity &identity() const { return m_identity; }
    std::uint32_t nextObject() const { return m_nextObject; }
    std::uint64_t contentBytes() const { return m_contentBytes; }

    // The walk. From a cursor at an object (part does not matter) to the next; atEnd() behind the last.
    ReiserFsObject object(const ReiserFsCursor &cursor) const;
    void advance(ReiserFsCursor &cursor, const ReiserFsObject &object) const;
    bool atEnd(const ReiserFsCursor &cursor) const { return cursor.entry == m_entries.size(); }

    // Names in directories, by their place among the entries.
    std::uint32_t offsetOf(std::uint32_t entry) const { return m_entries[entry].offset; }
    /// Valid as long as scratch is.
    std::string_view nameOf(std::uint32_t entry, std::string &scratch) const;
    /// The key of what an entry stands for, offset and type 0.
    ReiserFsKey keyOf(std::uint32_t entry) const;
    /// The key of what ".." of a directory stands for.
    ReiserFsKey parentKey(const ReiserFsObject &directory) const;
    std::uint32_t linkCount(const ReiserFsObject &object) const;

    // Files with blocks. A run is blocks of a file that are no holes, and the first one's slot.
    struct Run
    {
        std::uint32_t logical = 0;
        std::uint32_t count = 0;
        std::uint32_t slot = 0;
    };
    struct Data
    {
        std::uint32_t entry = 0;
        std::uint32_t slot = 0; ///< of the first data block, counted from the data's begin
        std::uint32_t runs = 0; ///< begin of its runs
    };
    const std::vector<Data> &data() const { return m_data; }
    std::uint64_t dataBlocks() const { return m_dataBlocks; }
    /// Ascending; of a file without holes one run.
    std::span<const Run> runsOf(const Data &data) const;
    /// kNoId where the file is an attribute's.
    InodeId inodeOf(const Data &data) const;
    std::uint64_t sizeOf(const Data &data) const;
    /// Bytes of an attribute's file, its head included.
    std::string attributeBytes(std::uint32_t entry) const;

private:
    struct Entry
    {
        std::uint32_t ref = 0;    // ordinary: node; attributes' folders: inode; attributes: number in the set
        std::uint32_t offset = 0; // hash and counter
    };
    static constexpr std::uint32_t kPrivate = 0xFFFFFFFF; // refs among the ordinary
    static constexpr std::uint32_t kXattrs = 0xFFFFFFFE;

    void checkInode(InodeId id) const;
    void numberTree(Progress &progress);
    void appendChildren(NodeId directory);
    void numberAttributes(Progress &progress);
    void appendAttributes(InodeId holder);
    bool hasAttributes(InodeId id, std::vector<std::uint8_t> &known) const;
    void appendSorted(std::vector<std::uint64_t> &keys, const std::string &path);
    std::uint32_t takeNumber();
    void planData(Progress &progress);
    void planFile(const ReiserFsObject &object);

    InodeId inodeOfEntry(std::uint32_t entry) const { return m_tree.inodeOf(m_entries[entry].ref); }
    bool isOrdinary(std::uint32_t entry) const { return entry < m_foldersBegin; }
    void describe(ReiserFsObject &object, std::uint32_t directory) const;
    static void describeFile(ReiserFsObject &object, std::uint64_t size);
    std::uint32_t holderEntryOf(std::uint32_t attribute) const;
    std::uint32_t generationOf(InodeId inode) const;
    std::uint32_t homeDirectory(InodeId inode) const;
    std::string pathOf(InodeId id) const { return m_tree.path(m_tree.names(id)[0]); }

    const FileTree &m_tree;
    FilesystemIdentity m_identity;
    std::vector<Entry> m_entries;             // the root, then directory by directory
    std::vector<std::uint32_t> m_directories; // first entry of each; one more than there are
    std::vector<std::uint32_t> m_objects;     // by inode: number of its object
    std::vector<std::uint32_t> m_homes;       // by inode: entry that its object's key is of
    std::uint32_t m_nextObject = kReiserFsRootObject;
    std::uint32_t m_privateObject = 0;
    std::uint32_t m_xattrsObject = 0;
    std::uint32_t m_xattrsDirectory = 0;  // its number among the directories
    std::uint32_t m_foldersBegin = kNoId; // entries of attributes' folders, then those of the attributes
    std::uint32_t m_attributesBegin = kNoId;
    std::vector<Data> m_data;
    std::vector<Run> m_runs;
    std::uint64_t m_dataBlocks = 0;
    std::uint64_t m_contentBytes = 0;
};

} // namespace Refbox
