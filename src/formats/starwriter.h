// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Star-balls: a tree as a star archive ("exustar": pax with star's keywords, see starheader.h) that star, GNU
// tar and bsdtar extract with owners, times, hard links, ACLs, xattrs and capabilities. Entries are named
// "./", "./bin/" … (so that all of these restore the root's mode too), sorted, with numeric owners and beside
// them what the system in the tree calls them (OwnerNames; ACLs have numbers only), without atime and ctime,
// and dense: same tree, same bytes. ACLs and xattrs stand with every name of a hard-linked file. Padded to
// 10,240 bytes as tar does.
#pragma once

#include "formats/packedoutput.h"
#include "formats/partedfile.h"
#include "jobs/progress.h"
#include "tree/filetree.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

struct StarOptions
{
    Compression compression = Compression::None;
    int level = 0;              ///< the compression's own; 0: its usual one
    bool keepFlags = false;     ///< with the immutable and append-only flags: the seal belongs to the image
    unsigned threads = 0;       ///< 0: usefulThreads(); the bytes do not depend on it
    bool flush = true;          ///< wait until the file is on the disk
    std::uint64_t partSize = 0; ///< see PartedFile; 0: one file
    bool checksum = false;      ///< with a file of checksums beside it
    /// Called with the paths of the whole archive's parts and the remarks before it takes its place; an
    /// exception keeps it from that.
    std::function<void(const std::vector<std::string> &, const std::vector<std::string> &)> check;
};

struct StarReport
{
    std::uint64_t bytes = 0; ///< of the file, or of its parts
    std::uint64_t entries = 0;
    std::vector<std::string> remarks; ///< what such an archive cannot hold
    std::vector<std::string> files;   ///< the file or its parts in order, and the checksum file
};

/// subtree: a directory; names outside it do not count as hard links. Throws Error and Cancelled; then an
/// existing file at path is as it was.
StarReport writeStar(const FileTree &tree, NodeId subtree, const std::string &path,
                     const StarOptions &options, Progress &progress);

struct LayerOptions
{
    Compression compression = Compression::Gzip;
    int level = 0;               ///< as in StarOptions
    unsigned threads = 0;        ///< as in StarOptions
    bool neutralFolders = false; ///< folders are root's, 0755, of 1970, without xattrs, whatever they are
};

struct LayerReport
{
    Sha256 diffId{};         ///< of the archive before compression
    std::uint64_t bytes = 0; ///< of the file
    std::uint64_t unpackedBytes = 0;
};

/// A layer of an OCI image (opencontainers/image-spec, layer.md) into file, which is not committed: plain pax
/// without star's keywords; ACLs are xattrs in the kernel's form, which is how umoci and containerd take
/// them. nodes: names below subtree in preorder, with the folders above them; of an inode all names in the
/// subtree, or none. Sockets are left out. Advances the progress by the bytes of content.
LayerReport writeLayer(const FileTree &tree, NodeId subtree, std::span<const NodeId> nodes, OutputFile &file,
                       const LayerOptions &options, Progress &progress);

} // namespace Refbox
