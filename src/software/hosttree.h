// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes trees of single files of this machine: programs and libraries with their metadata, hard links among
// them kept. One thread.
#pragma once

#include "software/remark.h"
#include "tree/filetreebuilder.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Refbox {

class HostTree final
{
public:
    using Handle = FileTreeBuilder::Handle;

    FileTreeBuilder &builder() { return m_builder; }

    /// The folder at an absolute path, made with all above it where it is missing. Throws Error where
    /// something else has the name.
    Handle folder(std::string_view path);
    /// What is at a path; FileTreeBuilder::kNone for nothing.
    Handle at(std::string_view path) { return m_builder.find(path); }

    /// A regular file of this machine (links followed) at path, which must be free. Owned by root: with it
    /// go set-id bits of other owners (remarked). A file that is here already becomes a hard link. Throws
    /// Error where it cannot be read.
    Handle addFile(std::string_view path, const std::string &hostPath, Remarks &remarks);
    /// A further name; the path must be free.
    Handle addLink(std::string_view path, Handle existing);

    /// Folders that were made get the time of the newest file: the same input, the same tree.
    FileTreePtr build();

private:
    std::pair<Handle, std::string> place(std::string_view path);

    FileTreeBuilder m_builder;
    std::vector<Handle> m_folders{FileTreeBuilder::root()};
    std::map<std::pair<std::uint64_t, std::uint64_t>, Handle> m_byIdentity;
    Timestamp m_newest;
};

/// Whether an extended attribute is a label or signature of this machine's own policy, which means nothing
/// elsewhere: "security.selinux" … Capabilities are none.
bool isMachineLabel(std::string_view xattr);
std::vector<XattrView> withoutMachineLabels(std::vector<XattrView> xattrs);

/// "/a/b" without empty, "." and ".." parts and without a trailing slash; empty for what is no such path.
std::string cleanAbsolutePath(std::string_view path);

} // namespace Refbox
