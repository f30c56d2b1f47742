// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rulepreview.h"

#include "assembly/glob.h"
#include "assembly/treeedit.h"

#include <algorithm>

namespace Refbox {

namespace {

class Previewer final
{
public:
    Previewer(const FileTree &tree, NodeId refbox, const LinkRule &rule, std::size_t most, Progress &progress)
        : m_tree(tree)
        , m_refbox(refbox)
        , m_rule(rule)
        , m_from(rule.from)
        , m_except(rule.except.begin(), rule.except.end())
        , m_prefix(refbox == FileTree::root() ? 0 : tree.path(refbox).size())
        , m_most(most)
        , m_progress(progress)
        , m_seen(tree.inodeCount())
    {
    }

    RulePreview make()
    {
        // Of a folder and what is below it the folder suffices, and "**" matches both.
        NodeId covered = 0;
        for (const NodeId source : m_from.find(m_tree, m_refbox)) {
            m_progress.throwIfCancelled();
            if (source != m_refbox && source < covered)
                continue;
            covered = m_tree.subtreeEnd(source);
            addSubtree(source, destination(source));
        }
        return std::move(m_preview);
    }

private:
    std::string pathInRefbox(NodeId node) const
    {
        const std::string path = m_tree.path(node).substr(m_prefix);
        return path.empty() ? "/" : path;
    }

    std::string destination(NodeId source) const
    {
        if (!m_from.hasWildcards())
            return m_rule.to.ends_with('/') ? joinPath(m_rule.to, m_tree.name(source)) : m_rule.to;
        // The part of the path from the first wildcard on is kept.
        const std::string path = pathInRefbox(source);
        const auto parts = pathParts(path);
        std::string place = m_rule.to;
        for (std::size_t i = m_from.literalDepth(); i < parts.size(); ++i)
            place = joinPath(place, parts[i]);
        return place;
    }

    void addSubtree(NodeId source, const std::string &destination)
    {
        const std::string top = pathInRefbox(source);
        const std::size_t above = top == "/" ? 0 : top.size();
        for (NodeId node = source, end = m_tree.subtreeEnd(source); node < end;) {
            m_progress.throwIfCancelled();
            const std::string path = pathInRefbox(node);
            if (std::ranges::any_of(m_except, [&](const PathGlob &glob) { return glob.matches(path); })) {
                node = m_tree.subtreeEnd(node);
                continue;
            }
            add(node, path, node == source ? destination : joinPath(destination, path.substr(above)));
            ++node;
        }
    }

    void add(NodeId node, const std::string &from, const std::string &to)
    {
        const Inode &inode = m_tree.inodeAt(node);
        if (inode.isDirectory()) {
            ++m_preview.folders;
            return;
        }
        ++m_preview.files;
        const InodeId id = m_tree.inodeOf(node);
        if (!m_seen[id])
            m_preview.bytes += inode.size;
        m_seen[id] = true;
        if (m_preview.matches.size() < m_most)
            m_preview.matches.push_back({from, to});
    }

    const FileTree &m_tree;
    NodeId m_refbox;
    const LinkRule &m_rule;
    PathGlob m_from;
    std::vector<PathGlob> m_except;
    std::size_t m_prefix;
    std::size_t m_most;
    Progress &m_progress;
    std::vector<bool> m_seen; // by inode
    RulePreview m_preview;
};

} // namespace

RulePreview previewRule(const FileTree &tree, NodeId refbox, const LinkRule &rule, std::size_t most,
                        Progress &progress)
{
    return Previewer(tree, refbox, rule, most, progress).make();
}

} // namespace Refbox
