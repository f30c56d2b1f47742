// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The extended attributes of a tree as SquashFS holds them: namespaces user, trusted and security, each set
// of attributes stored once. POSIX ACLs have no place in it and are left out.
#pragma once

#include "formats/squashfsmetadata.h"
#include "tree/filetree.h"

#include <unordered_map>
#include <vector>

namespace Refbox {

class SquashFsXattrs final
{
public:
    /// Throws Error, with the path, for attributes that it cannot hold. The tree must outlive it.
    explicit SquashFsXattrs(const FileTree &tree);

    /// The number of a file's set; kSquashFsNone where it has none.
    std::uint32_t indexOf(const Inode &inode) const { return m_indexes[inode.xattrs]; }
    bool isEmpty() const { return m_sets.empty(); }
    /// Bytes of all sets before they are packed.
    std::uint64_t size() const { return m_size; }
    std::size_t count() const { return m_sets.size(); }

    /// Writes the table at place, which is moved behind it. Returns its place for the superblock.
    std::uint64_t write(const SquashFsPackers &packers, const OutputFile &file, std::uint64_t &place,
                        const Progress &progress) const;

private:
    struct Set
    {
        XattrSetId set;
        std::uint32_t count; // of its attributes
        std::uint32_t size;  // bytes
    };
    void addSet(XattrSetId set, std::unordered_multimap<std::size_t, std::uint32_t> &known);

    const FileTree &m_tree;
    std::vector<std::uint32_t> m_indexes; // by the tree's sets
    std::vector<Set> m_sets;              // in the order of their first files
    std::uint64_t m_size = 0;
};

} // namespace Refbox
