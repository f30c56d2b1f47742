// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The extended attributes of a tree as EROFS has them: each inode's behind it, but those that several inodes
// have once in an area of their own. Holds 4 bytes an attribute of each distinct set. Any thread, once made.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <span>
#include <vector>

namespace Refbox {

inline constexpr std::size_t kErofsLongestValue = 65535;

class ErofsXattrs final
{
public:
    /// Throws Error for what EROFS cannot hold, naming the path.
    ErofsXattrs(const FileTree &tree, const Progress &progress);

    /// Bytes behind an inode with this set, a multiple of 4; 0 for the empty set.
    std::uint32_t bodyBytes(XattrSetId set) const { return m_bodyBytes[set]; }
    /// Fills exactly these bytes.
    void encodeBody(XattrSetId set, std::span<char> bytes) const;

    /// An attribute of the shared area.
    struct Shared
    {
        XattrSetId set = 0;
        std::uint32_t number = 0; ///< in the set
        std::uint32_t place = 0;  ///< in units of 4 bytes
    };
    const std::vector<Shared> &shared() const { return m_shared; }
    std::uint64_t sharedBytes() const { return m_sharedBytes; }
    /// An attribute as it stands in the area; a multiple of 4 bytes.
    std::string encodeShared(const Shared &shared) const;

private:
    struct Users
    {
        std::uint32_t count = 0;
        InodeId first = 0;
    };
    std::vector<Users> countUsers() const;
    void checkSet(XattrSetId set, InodeId user) const;
    void planShared(const std::vector<Users> &users);
    void planBody(XattrSetId set, InodeId user);
    [[noreturn]] void refuse(InodeId user, const QString &why) const;

    const FileTree &m_tree;
    std::vector<std::uint32_t> m_bodyBytes;
    std::vector<std::uint32_t> m_firstPlace; ///< of each set in m_places
    std::vector<std::uint32_t> m_places;     ///< in the shared area; kNoId: stands behind the inode
    std::vector<Shared> m_shared;
    std::uint64_t m_sharedBytes = 0;
};

} // namespace Refbox
