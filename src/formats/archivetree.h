// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns an archive's entries, one after the other as they come, into a tree: links name entries before or
// after them, missing folders are made, a folder's last entry counts. Nothing is guessed and nothing leads
// out of the tree: "..", absolute names and two entries of one name are refused, and a symbolic link is never
// a folder.
#pragma once

#include "tree/blobsink.h"
#include "tree/filetreebuilder.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace Refbox {

struct ArchiveContent
{
    BlobSink::Placed placed;
    std::uint64_t size = 0;      ///< of the file; more than placed.size where there are holes
    std::vector<Extent> extents; ///< relative to placed.offset; empty where there are no holes
};

struct ArchiveEntry
{
    std::string path;
    FileType type = FileType::Regular;
    Metadata metadata;
    std::string target; ///< of a symbolic link, as it is; of a hard link, a path in the archive
    bool isHardLink = false;
    std::uint32_t major = 0;
    std::uint32_t minor = 0;
    std::optional<ArchiveContent>
        content; ///< of a regular file; of a hard link where the bytes come with it (cpio)
};

class ArchiveTree final
{
public:
    using Handle = FileTreeBuilder::Handle;

    FileTreeBuilder &builder() { return m_builder; }

    /// Throws Error, without the archive's name.
    void add(const ArchiveEntry &entry);
    /// Where the content stands that was added without a host path; no more comes after this.
    void setLateHostPath(const std::string &path);
    /// Resolves the links that came before their targets. Throws Error where one has none.
    FileTreePtr build();

    /// What was not as it should be, in the archive's order.
    std::vector<std::string> takeRemarks();
    void remark(std::string_view path, const std::string &text);

private:
    using Group = std::vector<Handle>; // the names of one inode

    std::vector<std::string> split(const std::string &path, const std::string &entry);
    Handle folderOf(const std::vector<std::string> &names, const std::string &path, const Timestamp &time);
    Handle addDirectory(Handle parent, const std::string &name, const ArchiveEntry &entry);
    Handle addFile(Handle parent, const std::string &name, const Metadata &metadata,
                   const ArchiveContent &content);
    void addHardLink(const std::vector<std::string> &names, const ArchiveEntry &entry);
    bool link(const std::vector<std::string> &names, const ArchiveEntry &entry);
    void requireFree(Handle parent, const std::string &name, const ArchiveEntry &entry);
    void replaceContent(Handle handle, const ArchiveContent &content);
    Handle findExact(const std::vector<std::string> &names);
    Group &groupOf(Handle handle);

    FileTreeBuilder m_builder;
    std::unordered_map<Handle, std::size_t> m_groupIndex;
    std::vector<Group> m_groups;
    struct PendingLink
    {
        std::vector<std::string> names;
        ArchiveEntry entry;
    };
    std::vector<PendingLink> m_pending;
    std::string m_hostPath;
    std::uint32_t m_hostPathId = kNoId;
    std::vector<std::string> m_remarks;
    std::size_t m_droppedRemarks = 0;
};

} // namespace Refbox
