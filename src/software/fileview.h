// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files as a program with a certain root sees them: this machine, or a subtree of a FileTree such as a
// vserver. Symbolic links are followed inside the root and never lead out of it. What was looked up is kept,
// so that asking again costs a hash. One thread at a time.
#pragma once

#include "software/elf.h"
#include "tree/filetree.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace Refbox {

/// What a path leads to. Lives as long as its view.
struct ViewFile
{
    std::string path; ///< as asked
    FileType type = FileType::Regular;
    std::uint16_t permissions = 0;
    std::uint32_t number = 0; ///< equal for names of one inode, for this view only
};

class FileView
{
public:
    virtual ~FileView() = default;
    FileView(const FileView &) = delete;
    FileView &operator=(const FileView &) = delete;

    /// An absolute path; nullptr where it leads nowhere (dangling, loop, through a file).
    const ViewFile *lookup(const std::string &path);
    /// The path with all symbolic links resolved, inside the root.
    const std::string &realPath(const ViewFile &file);
    /// What the program headers say; kept by inode.
    const ElfReading &elf(const ViewFile &file);
    /// At most limit bytes from the start of a regular file; empty where it cannot be read.
    std::string head(const ViewFile &file, std::size_t limit);
    /// Names in a folder, sorted by bytes; empty where there is none.
    std::vector<std::string> list(const std::string &folder);

protected:
    FileView() = default;
    struct Found
    {
        FileType type;
        std::uint16_t permissions;
        std::uint64_t identityA; ///< device, or 0
        std::uint64_t identityB; ///< inode
    };

private:
    virtual std::optional<Found> find(const std::string &path) = 0;
    virtual std::string resolve(const ViewFile &file) = 0;
    virtual ElfReading readNeeds(const ViewFile &file) = 0;
    virtual std::string readHead(const ViewFile &file, std::size_t limit) = 0;
    virtual std::vector<std::string> names(const std::string &folder) = 0;

    struct IdentityHash
    {
        std::size_t operator()(const std::pair<std::uint64_t, std::uint64_t> &i) const
        {
            return std::hash<std::uint64_t>()(i.second * 0x9E3779B97F4A7C15U ^ i.first);
        }
    };
    std::deque<ViewFile> m_files;
    std::unordered_map<std::string, const ViewFile *> m_byPath;
    std::unordered_map<const ViewFile *, std::string> m_realPaths;
    std::unordered_map<std::pair<std::uint64_t, std::uint64_t>, std::uint32_t, IdentityHash> m_numbers;
    std::vector<std::unique_ptr<ElfReading>> m_elf; ///< by number
};

/// This machine, root "/".
class HostView final : public FileView
{
public:
    HostView() = default;

private:
    std::optional<Found> find(const std::string &path) override;
    std::string resolve(const ViewFile &file) override;
    ElfReading readNeeds(const ViewFile &file) override;
    std::string readHead(const ViewFile &file, std::size_t limit) override;
    std::vector<std::string> names(const std::string &folder) override;
};

/// ELF facts of a tree's inodes, shared by the views of its vservers. One thread at a time.
using TreeElfCache = std::unordered_map<InodeId, ElfReading>;

/// A subtree as root. The tree must outlive the view.
class TreeView final : public FileView
{
public:
    /// hidden: by node, or empty; those are as if they were not there.
    explicit TreeView(const FileTree &tree, NodeId root = FileTree::root(),
                      std::shared_ptr<TreeElfCache> cache = nullptr, std::vector<bool> hidden = {});

    /// The node that a path leads to, all links followed; kNoId where it leads nowhere.
    NodeId node(std::string_view path) const;
    /// Likewise, but the last component's own node where that is a symbolic link.
    NodeId nodeNoFollow(std::string_view path) const;
    /// Path of a node, seen from this root.
    std::string pathOf(NodeId node) const;

private:
    bool isHidden(NodeId node) const { return !m_hidden.empty() && m_hidden[node]; }
    NodeId walk(std::string_view path, bool followLast) const;
    std::optional<Found> find(const std::string &path) override;
    std::string resolve(const ViewFile &file) override;
    ElfReading readNeeds(const ViewFile &file) override;
    std::string readHead(const ViewFile &file, std::size_t limit) override;
    std::vector<std::string> names(const std::string &folder) override;

    const FileTree &m_tree;
    NodeId m_root;
    std::shared_ptr<TreeElfCache> m_cache;
    std::vector<bool> m_hidden;
};

/// One view over another: what the upper one has hides what the lower one has at that path. Symbolic links
/// stay in their view. Both must outlive it.
class OverlayView final : public FileView
{
public:
    OverlayView(FileView &upper, FileView &lower)
        : m_upper(upper)
        , m_lower(lower)
    {
    }

private:
    FileView &viewOf(const std::string &path) { return m_upper.lookup(path) != nullptr ? m_upper : m_lower; }
    std::optional<Found> find(const std::string &path) override;
    std::string resolve(const ViewFile &file) override;
    ElfReading readNeeds(const ViewFile &file) override;
    std::string readHead(const ViewFile &file, std::size_t limit) override;
    std::vector<std::string> names(const std::string &folder) override;

    FileView &m_upper;
    FileView &m_lower;
};

} // namespace Refbox
