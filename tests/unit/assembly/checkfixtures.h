// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Trees for tests of the checks, and what is asked of their findings.
#pragma once

#include "assembly/finding.h"
#include "assembly/treeplaces.h"
#include "unit/software/elfmaker.h"

#include <algorithm>
#include <string>
#include <vector>

namespace Refbox {

inline std::vector<Finding> findingsOf(const Findings &findings, const std::string &id)
{
    std::vector<Finding> found;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(found),
                 [&](const Finding &finding) { return finding.id == id; });
    return found;
}

inline bool hasFinding(const Findings &findings, const std::string &id)
{
    return !findingsOf(findings, id).empty();
}

inline Metadata fileMetadata(std::uint16_t permissions, std::uint32_t uid = 0, std::uint8_t flags = 0)
{
    Metadata metadata;
    metadata.permissions = permissions;
    metadata.uid = uid;
    metadata.flags = flags;
    return metadata;
}

/// A tree with /refbox, and each other folder at its top that is called v… as a vserver.
struct PlacedTree
{
    explicit PlacedTree(TreeMaker &maker)
        : tree(maker.builder.build())
        , places(*tree, tree->find("/refbox"), vserversOf(*tree))
    {
    }

    static std::vector<NodeId> vserversOf(const FileTree &tree)
    {
        std::vector<NodeId> vservers;
        for (const NodeId node : tree.children(FileTree::root())) {
            if (tree.name(node).starts_with('v'))
                vservers.push_back(node);
        }
        return vservers;
    }

    FileTreePtr tree;
    TreePlaces places;
};

} // namespace Refbox
