// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/symlinkresolver.h"

#include <algorithm>

namespace Refbox {

bool comesAtRunTime(std::string_view absolute)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < absolute.size();) {
        const std::size_t slash = std::min(absolute.find('/', at), absolute.size());
        const std::string_view part = absolute.substr(at, slash - at);
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.push_back(part);
        at = slash + 1;
    }
    static constexpr std::string_view kFolders[] = {"proc", "sys", "run", "dev"};
    return parts.size() > 1 &&
           std::find(std::begin(kFolders), std::end(kFolders), parts.front()) != std::end(kFolders);
}

SymlinkResolver::SymlinkResolver(const FileTree &tree, NodeId root)
    : m_tree(tree)
    , m_root(root)
{
}

SymlinkResolver::Walk SymlinkResolver::begin(NodeId symlink) const
{
    const std::string_view target = m_tree.symlinkTarget(m_tree.inodeOf(symlink));
    return {symlink, target.starts_with('/') ? m_root : m_tree.parent(symlink), target, 1};
}

// Walks on to the end, a dead end (at = kNoId), or a link that must be followed first: that one is returned.
std::optional<NodeId> SymlinkResolver::advance(Walk &walk)
{
    while (walk.at != kNoId && !walk.rest.empty()) {
        if (!m_tree.inodeAt(walk.at).isDirectory()) { // also before a slash at the end
            walk.at = kNoId;
            break;
        }
        const std::size_t slash = std::min(walk.rest.find('/'), walk.rest.size());
        const std::string_view name = walk.rest.substr(0, slash);
        NodeId next = walk.at;
        if (name == "..")
            next = walk.at == m_root ? m_root : m_tree.parent(walk.at);
        else if (!name.empty() && name != ".")
            next = m_tree.child(walk.at, name);
        if (next != kNoId && m_tree.inodeAt(next).isSymlink()) {
            const Found known = found(next);
            if (known.links == 0)
                return next;
            walk.links += known.links;
            next = walk.links > kMostLinks ? kNoId : known.node;
        }
        walk.at = next;
        // A slash after a file asks for a directory: it stays until the file was looked at.
        const bool isFile = next != kNoId && !m_tree.inodeAt(next).isDirectory();
        walk.rest.remove_prefix(isFile ? slash : std::min(slash + 1, walk.rest.size()));
    }
    return std::nullopt;
}

NodeId SymlinkResolver::target(NodeId symlink)
{
    if (m_found.empty())
        m_found.resize(m_tree.subtreeEnd(m_root) - m_root);
    if (found(symlink).links != 0)
        return found(symlink).node;
    std::vector<Walk> walks{begin(symlink)};
    // A walk under way is known to lead nowhere: whoever meets it stands in a loop.
    found(symlink).links = kMostLinks + 1;
    while (!walks.empty()) {
        if (const auto first = advance(walks.back())) {
            found(*first).links = kMostLinks + 1;
            walks.push_back(begin(*first));
            continue;
        }
        const Walk done = walks.back();
        walks.pop_back();
        found(done.symlink) = {done.at, done.at == kNoId ? kMostLinks + 1 : done.links};
    }
    return found(symlink).node;
}

} // namespace Refbox
