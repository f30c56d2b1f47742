// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Globs over paths of a tree: * and ? match within a name, [a-z] and [!a-z] a set, ** any depth of folders
// (none included), a backslash takes the next byte as it is. Bytes, not characters. A name's leading dot is
// nothing special.
#pragma once

#include "tree/filetree.h"

#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

class PathGlob final
{
public:
    explicit PathGlob(std::string_view pattern);

    bool hasWildcards() const { return m_firstWild < m_parts.size(); }
    /// Number of path components before the first one with a wildcard.
    std::size_t literalDepth() const { return m_firstWild; }

    /// Whether an absolute path matches as a whole.
    bool matches(std::string_view path) const;
    /// All nodes below root whose path from root matches, in preorder.
    std::vector<NodeId> find(const FileTree &tree, NodeId root) const;

private:
    struct Part
    {
        std::string pattern;
        std::string literal; ///< without its backslashes, for parts without wildcards
        bool wild = false;
        bool anyDepth = false;
    };
    bool matchesParts(const std::vector<std::string_view> &names) const;
    void collect(const FileTree &tree, NodeId node, std::size_t part, std::vector<NodeId> &found) const;

    std::vector<Part> m_parts;
    std::size_t m_firstWild = 0;
};

/// A pattern that matches exactly this name or path.
std::string globQuoted(std::string_view text);

/// One name against one pattern without slashes.
bool matchesName(std::string_view pattern, std::string_view name);

} // namespace Refbox
