// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/content.h"
#include "tree/linkmap.h"
#include "tree/symlinkresolver.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace Refbox {

namespace {

using FileKey = std::pair<std::uint64_t, std::string>; // size, and hash or place of the content

// Names of one file in the refbox, sorted once, so that a thousand names for a thousand names stay cheap.
class NameChoice
{
public:
    // parent: the name of the folder, 0 for the top.
    void add(NodeId node, NameId name, NameId parent)
    {
        m_keys.push_back({name, parent, node});
        m_keys.push_back({name, kAnyParent, node});
        m_first = std::min(m_first, node);
        m_sorted = false;
    }

    bool isEmpty() const { return m_keys.empty(); }

    NodeId best(NameId name, NameId parent)
    {
        if (!m_sorted)
            std::sort(m_keys.begin(), m_keys.end());
        m_sorted = true;
        for (const NameId wanted : {parent, kAnyParent}) {
            const auto key = std::lower_bound(m_keys.begin(), m_keys.end(), Key(name, wanted, 0));
            if (key != m_keys.end() && std::get<0>(*key) == name && std::get<1>(*key) == wanted)
                return std::get<2>(*key);
        }
        return m_first;
    }

private:
    using Key = std::tuple<NameId, NameId, NodeId>;
    static constexpr NameId kAnyParent = kNoId;
    std::vector<Key> m_keys;
    NodeId m_first = kNoId;
    bool m_sorted = true;
};

} // namespace

class LinkMapBuilder final
{
public:
    LinkMapBuilder(const FileTree &tree, const LinkMapOptions &options, Progress *progress)
        : m_tree(tree)
        , m_options(options)
        , m_progress(progress)
    {
    }

    LinkMap run(std::span<const NodeId> vservers, NodeId refbox)
    {
        m_map.m_tree = &m_tree;
        if (refbox < m_tree.nodeCount()) {
            m_map.m_refbox = refbox;
            m_refboxEnd = m_tree.subtreeEnd(refbox);
        }
        takeVservers(vservers);
        for (const NodeId vserver : m_map.m_vservers)
            scan(vserver);
        m_map.m_links.shrink_to_fit();
        sortByTarget();
        return std::move(m_map);
    }

private:
    void takeVservers(std::span<const NodeId> wanted)
    {
        std::vector<NodeId> sorted(wanted.begin(), wanted.end());
        std::sort(sorted.begin(), sorted.end());
        NodeId end = 0;
        for (const NodeId node : sorted) {
            if (node >= m_tree.nodeCount() || node < end || m_map.isInRefbox(node) ||
                !m_tree.inodeAt(node).isDirectory())
                continue;
            m_map.m_vservers.push_back(node);
            end = m_tree.subtreeEnd(node);
        }
    }

    void scan(NodeId vserver)
    {
        m_vserver = vserver;
        m_inside.emplace(m_tree, vserver);
        const NodeId end = m_tree.subtreeEnd(vserver);
        for (NodeId node = vserver + 1; node < end; ++node) {
            if (node == m_map.m_refbox) {
                node = m_refboxEnd - 1;
                continue;
            }
            if (m_progress != nullptr && node % 1024 == 0)
                m_progress->throwIfCancelled();
            look(node);
        }
    }

    void look(NodeId node)
    {
        const InodeId id = m_tree.inodeOf(node);
        const Inode &inode = m_tree.inode(id);
        if (inode.isDirectory())
            return;
        const auto shared = refboxNames(id);
        if (!shared.empty())
            add(node, shared.size() == 1 ? shared[0] : bestName(node, id, shared), Link::Manner::Hard);
        if (inode.isSymlink()) {
            const NodeId target = follow(node);
            if (target == kNoId && !comesLater(node))
                add(node, kNoId, Link::Manner::Broken);
            else if (shared.empty())
                add(node, target, Link::Manner::Symbolic);
        } else if (shared.empty() && inode.isRegular() && inode.size > 0) {
            const NodeId twin = twinOf(node);
            add(node, twin, twin == kNoId ? Link::Manner::Private : Link::Manner::Copy);
        }
    }

    void add(NodeId from, NodeId target, Link::Manner manner)
    {
        m_map.m_links.push_back({from, target, manner});
    }

    std::span<const NodeId> refboxNames(InodeId inode) const
    {
        const auto names = m_tree.names(inode);
        if (names.size() == 1 || m_map.m_refbox == kNoId)
            return {};
        const auto begin = std::lower_bound(names.begin(), names.end(), m_map.m_refbox);
        return {begin, std::lower_bound(begin, names.end(), m_refboxEnd)};
    }

    NodeId bestName(NodeId node, InodeId inode, std::span<const NodeId> shared)
    {
        NameChoice &choice = m_choices[inode];
        if (choice.isEmpty()) {
            for (const NodeId name : shared)
                choice.add(name, m_tree.nameId(name), parentName(name));
        }
        return choice.best(m_tree.nameId(node), parentName(node));
    }

    // The vserver's and the refbox's own names are no part of the place.
    NameId parentName(NodeId node) const
    {
        const NodeId parent = m_tree.parent(node);
        const bool top = parent == kNoId || parent == m_map.m_refbox ||
                         std::binary_search(m_map.m_vservers.begin(), m_map.m_vservers.end(), parent);
        return top ? 0 : m_tree.nameId(parent);
    }

    NodeId follow(NodeId symlink)
    {
        const NodeId inside = m_inside->target(symlink);
        if (inside != kNoId || m_map.m_refbox == kNoId)
            return inside;
        if (!m_fromRoot)
            m_fromRoot.emplace(m_tree, FileTree::root());
        const NodeId target = m_fromRoot->target(symlink);
        return target != kNoId && m_map.isInRefbox(target) ? target : kNoId;
    }

    bool comesLater(NodeId symlink) const
    {
        const std::string target(m_tree.symlinkTarget(m_tree.inodeOf(symlink)));
        if (target.starts_with('/'))
            return comesAtRunTime(target);
        const std::string folder = m_tree.path(m_tree.parent(symlink)).substr(m_tree.path(m_vserver).size());
        return comesAtRunTime(folder + '/' + target);
    }

    // Files of the refbox are looked at only where a private file has the same size, and each once.
    NodeId twinOf(NodeId node)
    {
        if (m_refboxBySize.empty())
            collectSizes();
        const std::uint64_t size = m_tree.inodeAt(node).size;
        const auto sameSize = m_refboxBySize.find(size);
        if (sameSize == m_refboxBySize.end())
            return kNoId;
        for (const InodeId inode : std::exchange(sameSize->second, {})) {
            NameChoice &choice = m_refboxByContent[{size, keyOf(inode)}];
            for (const NodeId name : m_tree.names(inode)) {
                if (m_map.isInRefbox(name))
                    choice.add(name, m_tree.nameId(name), parentName(name));
            }
        }
        const auto same = m_refboxByContent.find({size, keyOf(m_tree.inodeOf(node))});
        return same == m_refboxByContent.end() ? kNoId
                                               : same->second.best(m_tree.nameId(node), parentName(node));
    }

    void collectSizes()
    {
        m_refboxBySize[0]; // from now on it is not empty
        if (m_map.m_refbox == kNoId)
            return;
        for (NodeId node = m_map.m_refbox; node < m_refboxEnd; ++node) {
            const InodeId id = m_tree.inodeOf(node);
            const Inode &inode = m_tree.inode(id);
            if (inode.isRegular() && inode.size > 0 && refboxFirst(id) == node)
                m_refboxBySize[inode.size].push_back(id);
        }
    }

    NodeId refboxFirst(InodeId inode) const
    {
        const auto names = m_tree.names(inode);
        return *std::lower_bound(names.begin(), names.end(), m_map.m_refbox);
    }

    // Equal keys, equal bytes; the converse holds for hashes alone.
    std::string keyOf(InodeId inode)
    {
        if (!m_options.findCopies)
            return contentPlace(m_tree, inode);
        const auto [known, isNew] = m_hashes.try_emplace(inode);
        if (isNew) {
            const Sha256 hash = contentHash(m_tree, inode, m_progress);
            known->second.assign(hash.begin(), hash.end());
        }
        return known->second;
    }

    // A counting sort; links stand in order of from already.
    void sortByTarget()
    {
        std::vector<std::uint32_t> next(std::size_t(m_tree.nodeCount()) + 1, 0);
        for (const Link &link : m_map.m_links) {
            if (link.target != kNoId)
                ++next[link.target + 1];
        }
        std::partial_sum(next.begin(), next.end(), next.begin());
        m_map.m_byTarget.resize(next.back());
        for (std::uint32_t i = 0; i < m_map.m_links.size(); ++i) {
            if (m_map.m_links[i].target != kNoId)
                m_map.m_byTarget[next[m_map.m_links[i].target]++] = i;
        }
    }

    const FileTree &m_tree;
    const LinkMapOptions &m_options;
    Progress *m_progress;
    NodeId m_refboxEnd = 0;
    LinkMap m_map;
    NodeId m_vserver = kNoId;                // that is being read
    std::optional<SymlinkResolver> m_inside; // the vserver that is being scanned
    std::optional<SymlinkResolver> m_fromRoot;
    std::unordered_map<InodeId, NameChoice> m_choices; // of refbox inodes with several names there
    std::unordered_map<std::uint64_t, std::vector<InodeId>> m_refboxBySize; // emptied when hashed
    std::map<FileKey, NameChoice> m_refboxByContent;
    std::unordered_map<InodeId, std::string> m_hashes;
};

LinkMap buildLinkMap(const FileTree &tree, std::span<const NodeId> vservers, NodeId refbox,
                     const LinkMapOptions &options, Progress *progress)
{
    return LinkMapBuilder(tree, options, progress).run(vservers, refbox);
}

} // namespace Refbox
