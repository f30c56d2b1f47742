// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LinkMap: all links between vservers and the refbox, read off a finished tree, whoever made it. Sorted flat
// arrays: 12 bytes a link, and 4 for finding the users of a refbox file. Immutable, any thread; it refers to
// the tree, which must live as long.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// What a name in a vserver leads to.
struct Link
{
    enum class Manner : std::uint8_t {
        Hard,     ///< its inode also has a name in the refbox: target (see buildLinkMap)
        Symbolic, ///< a symbolic link of the vserver's own; target is what it leads to in the end, kNoId
                  ///< where that comes at run time (see comesAtRunTime())
        Copy,     ///< a file of its own with the bytes of the refbox file target, see LinkMapOptions
        Private,  ///< a file of its own, not empty; no target
        Broken,   ///< a symbolic link, hard-linked or its own, that leads nowhere; no target
    };
    NodeId from = kNoId;
    NodeId target = kNoId;
    Manner manner = Manner::Private;
    bool operator==(const Link &) const = default;
};
static_assert(sizeof(Link) <= 12);

/// "hard link", "symbolic link", "copy", "private file", "broken link".
const char *linkMannerName(Link::Manner manner);

struct LinkMapOptions
{
    /// Private files that come from the same place as a refbox file (see contentPlace()) are always known for
    /// copies, as in a plan. This also reads the files of equal sizes and compares their bytes, and throws
    /// Error where one cannot be read.
    bool findCopies = false;
};

/// Regular files in bytes of content, each inode counted once.
struct SharingTotals
{
    std::uint64_t sharedBytes = 0;  ///< of inodes that also have a name in the refbox
    std::uint64_t privateBytes = 0; ///< of all others
    std::uint64_t addedBytes = 0;   ///< of inodes with no name anywhere else: what removing it would free
    std::uint32_t sharedFiles = 0;
    std::uint32_t privateFiles = 0;
    std::uint32_t addedFiles = 0;
    /// What it would cost by itself, as a star-ball has it.
    std::uint64_t aloneBytes() const { return sharedBytes + privateBytes; }
    std::uint32_t aloneFiles() const { return sharedFiles + privateFiles; }
    bool operator==(const SharingTotals &) const = default;
};

class LinkMap final
{
public:
    const FileTree &tree() const { return *m_tree; }
    NodeId refbox() const { return m_refbox; } ///< kNoId where there is none
    /// In preorder, none inside another.
    std::span<const NodeId> vservers() const { return m_vservers; }
    /// The vserver that a node is in, kNoId where in none.
    NodeId vserverOf(NodeId node) const;
    bool isInRefbox(NodeId node) const { return m_refbox != kNoId && m_tree->isInside(node, m_refbox); }

    /// Sorted by from; a hard-linked symbolic link that leads nowhere has two: Hard, then Broken.
    std::span<const Link> links() const { return m_links; }
    std::span<const Link> linksOf(NodeId subtree) const;
    /// Places in links() of those whose target is in this subtree (a vserver's too), sorted by target and
    /// from.
    std::span<const std::uint32_t> usersOf(NodeId subtree) const;

    /// Any subtree of the tree; names inside the refbox itself count as shared.
    SharingTotals totals(NodeId subtree) const;
    /// All vservers as one: what they added to the refbox together.
    SharingTotals totals() const;
    std::size_t memoryUse() const;

private:
    friend class LinkMapBuilder;
    LinkMap() = default;

    const FileTree *m_tree = nullptr;
    NodeId m_refbox = kNoId;
    std::vector<NodeId> m_vservers;
    std::vector<Link> m_links;
    std::vector<std::uint32_t> m_byTarget; // those with a target
};

/// Vservers inside another, or inside the refbox, or that are no directories, are left out; names inside the
/// refbox are never a vserver's. A hard link's target is, of the inode's refbox names, the first with the
/// same name and the same parent's name, else the first with the same name, else the first; so is a copy's.
/// Symbolic links are followed as a process inside the vserver would (its folder is "/"; through at most 40
/// links); what leads nowhere there but into the refbox by the path from the image's root counts as Symbolic,
/// too.
LinkMap buildLinkMap(const FileTree &tree, std::span<const NodeId> vservers, NodeId refbox,
                     const LinkMapOptions &options = {}, Progress *progress = nullptr);

} // namespace Refbox
