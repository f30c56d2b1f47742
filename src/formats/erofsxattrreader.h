// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The extended attributes of an EROFS image's inodes. One thread.
#pragma once

#include "formats/erofsimage.h"
#include "tree/filetreebuilder.h"

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Refbox {

class ErofsXattrReader final
{
public:
    /// Reads the image's long prefixes. All must outlive it.
    ErofsXattrReader(ErofsImage &image, FileTreeBuilder &builder);

    /// An inode's attributes; those of namespaces that the kernel does not show are left out.
    XattrSetId read(const ErofsRawInode &inode);

private:
    using Xattrs = std::vector<std::pair<std::string, std::string>>;
    void readPrefixes();
    Xattrs parse(std::uint64_t inode, const std::string &body);
    std::string sharedEntry(std::uint64_t inode, std::uint32_t id);
    std::size_t parseEntry(std::uint64_t inode, std::string_view bytes, Xattrs &xattrs);
    std::string prefixOf(std::uint64_t inode, std::uint8_t index) const;

    ErofsImage &m_image;
    FileTreeBuilder &m_builder;
    std::vector<std::string> m_prefixes;
    std::unordered_map<std::string, XattrSetId> m_sets; ///< by the bytes behind the inode
    std::uint64_t m_parsedBytes = 0;
};

} // namespace Refbox
