// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// "If I drop this, what breaks?": what of a tree would stop working without some of its names. Found by
// looking at every program, script and symbolic link of the roots concerned twice, with and without these
// names: so a library that is found elsewhere instead, or a folder that the loader then does not search,
// counts as what it is. Pure but for reading the files' heads. Any thread.
#pragma once

#include "jobs/progress.h"
#include "tree/linkmap.h"

#include <span>
#include <string>
#include <vector>

namespace Refbox {

/// What becomes of one file.
struct DropEffect
{
    enum class Kind : std::uint8_t {
        Library,     ///< it would lack this library
        Loader,      ///< it, or its interpreter, would lack this loader
        Interpreter, ///< it would lack this interpreter
        Link,        ///< it is a symbolic link that would lead nowhere; name is its target
        Switch,      ///< it goes on working with another file for this name
    };
    NodeId node = kNoId; ///< a name of the file that stays
    Kind kind = Kind::Library;
    std::string name;        ///< as it is asked for
    NodeId askedBy = kNoId;  ///< the file that asks: node itself, its interpreter, or a library of it
    NodeId instead = kNoId;  ///< with Switch: what it would get; kNoId where it just gets less
    std::uint32_t names = 1; ///< of the file that stay in this root
    bool operator==(const DropEffect &) const = default;
};

/// "library", "loader", "interpreter", "link", "switch".
const char *dropEffectName(DropEffect::Kind kind);

/// Of one vserver, the refbox, or the whole tree.
struct RootEffects
{
    NodeId root = 0;
    std::vector<NodeId> gone;         ///< the names that go there, folders too; in preorder
    std::vector<DropEffect> breaks;   ///< in preorder, each file once
    std::vector<DropEffect> switches; ///< likewise
};

struct WhatIf
{
    std::vector<RootEffects> roots; ///< the refbox first, then the vservers that lose something
    std::size_t breakCount() const;
    std::size_t goneCount() const;
};

/// The names that go with those that are dropped, sorted: all below them and, where they are in the refbox,
/// the hard links of the vservers that lead to them (see buildLinkMap), as if their component or its rule
/// went. kept: names that do not go with the refbox's, sorted: see importedNames().
std::vector<NodeId> namesThatGo(const FileTree &tree, const LinkMap *links, std::span<const NodeId> dropped,
                                std::span<const NodeId> kept);

/// links: of the tree, null where it has no refbox: then its own root is looked at, as for names outside of
/// the refbox and the vservers. A vserver's name is dropped in that vserver alone. A file that lacks
/// something already counts where it would lack more. Throws Error where a file cannot be read, and
/// Cancelled.
WhatIf whatIfDropped(const FileTree &tree, const LinkMap *links, std::span<const NodeId> dropped,
                     std::span<const NodeId> kept, Progress &progress);

} // namespace Refbox
