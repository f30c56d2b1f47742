// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Merges the components' trees at their prefixes into the reference tree. Where two components want one path
// with different files, the earlier keeps it and a finding says so, one for each two components: nothing is
// overwritten silently.
#pragma once

#include "assembly/componentsource.h"
#include "assembly/finding.h"
#include "tree/filetreebuilder.h"

#include <map>
#include <string>
#include <vector>

namespace Refbox {

class RefboxAssembler final
{
public:
    explicit RefboxAssembler(Timestamp time);

    /// tree's root becomes the folder prefix. The tree must outlive build().
    void addComponent(const std::string &name, const std::string &prefix, const FileTree &tree,
                      Findings &findings);

    /// For the component that asks for it first. Another library at that place is a finding; the same file of
    /// this machine at two places (a loader is a library, too) becomes one inode.
    void addLibrary(const std::string &component, const ComponentLibrary &library, Findings &findings);

    FileTreePtr build();

private:
    using Handle = FileTreeBuilder::Handle;
    struct Rivalry // the paths that one component wants and an earlier one has
    {
        Handle first = FileTreeBuilder::kNone;
        std::uint32_t paths = 0;
    };
    using Rivalries = std::map<NameId, Rivalry>; // by the earlier component

    Handle libraryFolder(std::string path, std::string &blocker);
    Handle merge(Handle folder, std::string_view name, const FileTree &tree, NodeId node, NameId origin,
                 Rivalries &rivalries);
    bool isSame(Handle existing, const FileTree &tree, NodeId node) const;
    void reportRivalry(const Rivalry &rivalry, const std::string &component, Findings &findings) const;
    void reportClash(Handle existing, const std::string &component, Findings &findings) const;

    struct Source // where a name came from, to compare it with a rival
    {
        const FileTree *tree = nullptr;
        NodeId node = kNoId;
    };

    FileTreeBuilder m_builder;
    Metadata m_folders;
    std::vector<Source> m_sources;             // by handle
    std::map<std::string, Handle> m_libraries; // by path on this machine
};

} // namespace Refbox
