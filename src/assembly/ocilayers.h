// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which layers the vservers of a tree are stacked from in an OCI image layout: planned from the tree alone,
// nothing is read or written. Pure; any thread; the tree must live as long.
//
// A component's files that the same vservers have in the same places are one layer, which all of these share.
// The unit is an inode with all names that it has in a vserver, because a hard link to a file of a lower
// layer may fail or become a copy: so a file whose set of names differs between two vservers goes into two
// layers. What a vserver has for itself (private files, copies, symbolic links of its own) is its own layer,
// the last, which also holds every folder with its real metadata: in the layers below they are neutral.
#pragma once

#include "jobs/progress.h"
#include "tree/filetree.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

/// Of overlayfs and the stores built on it.
inline constexpr std::size_t kMostOciLayers = 127;

struct OciLayer
{
    /// What is in it: "base", "gnu-bash"; a folder of the refbox where no components are known; several with
    /// ", " between them where layers had to be merged; empty for files that only vservers share.
    std::string component;
    bool isOwn = false;                ///< a vserver's own, the last of its stack
    NodeId vserver = kNoId;            ///< whose names nodes are: the first of those that take it
    std::vector<NodeId> nodes;         ///< in preorder, with the folders above them but the vserver itself
    std::vector<std::uint32_t> takers; ///< places in OciPlan::images, ascending
    std::uint64_t bytes = 0;           ///< of content

    bool operator==(const OciLayer &) const = default;
};

struct OciImage
{
    NodeId vserver = kNoId;
    std::vector<std::uint32_t> layers; ///< lowest first: those that most vservers share, so that stores which
                                       ///< know a layer by all below it share them, too
    bool operator==(const OciImage &) const = default;
};

/// A component of which some files are in more than one layer, because vservers have them in different places
/// or under other names.
struct LostSharing
{
    std::string component;
    std::uint32_t times = 0; ///< the file that is stored most often
    std::uint32_t files = 0; ///< that are stored more than once
    std::uint64_t bytes = 0; ///< beyond storing each once
    bool operator==(const LostSharing &) const = default;
};

struct OciPlan
{
    std::vector<OciLayer> layers;
    std::vector<OciImage> images;  ///< of the vservers, in the order given
    std::vector<LostSharing> lost; ///< most bytes first
    std::uint64_t bytes = 0;       ///< of all layers' content
};

/// refbox: kNoId where there is none. No vserver stands in another. mostLayers: at least 2. Throws Cancelled,
/// and Error for a name that layers cannot hold: those that start with ".wh." mean that a file is gone.
OciPlan planOciLayers(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers,
                      const Progress &progress, std::size_t mostLayers = kMostOciLayers);

/// "Component base: stored up to 2 times, 1.2 MB more, because places or names differ (files: 12)"
std::string lostSharingText(const LostSharing &lost);

} // namespace Refbox
