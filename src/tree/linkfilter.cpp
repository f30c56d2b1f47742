// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/linkfilter.h"

#include "tree/asciicase.h"

#include <algorithm>

namespace Refbox {

namespace {

// Each distinct name is looked at once.
class NameFilter
{
public:
    NameFilter(const FileTree &tree, const std::string &text)
        : m_tree(tree)
        , m_text(asciiLower(text))
    {
    }

    bool fits(NodeId node)
    {
        if (node == kNoId)
            return false;
        const NameId name = m_tree.nameId(node);
        if (name >= m_known.size())
            m_known.resize(name + 1, Unknown);
        if (m_known[name] == Unknown)
            m_known[name] = asciiLower(m_tree.name(node)).find(m_text) != std::string::npos ? Fits : Differs;
        return m_known[name] == Fits;
    }

private:
    enum : std::uint8_t { Unknown, Fits, Differs };
    const FileTree &m_tree;
    std::string m_text;
    std::vector<std::uint8_t> m_known;
};

// The file whose component counts: what a link leads to, a private file itself.
NodeId fileOf(const Link &link)
{
    return link.target != kNoId ? link.target : link.from;
}

bool isInside(const FileTree &tree, const std::vector<NodeId> &tops, NodeId node)
{
    // A top further left may hold the node as well as the nearest does.
    for (NodeId at = node; at != kNoId; at = tree.parent(at)) {
        if (std::binary_search(tops.begin(), tops.end(), at))
            return true;
    }
    return false;
}

} // namespace

bool LinkFilter::isOff() const
{
    return name.empty() && !component && manners == kAllManners && from == kNoId && target == kNoId && !nodes;
}

std::vector<Link> filterLinks(const LinkMap &map, const LinkFilter &filter)
{
    const FileTree &tree = map.tree();
    NameFilter names(tree, filter.name);
    std::vector<Link> kept;
    const std::span<const Link> from = filter.from == kNoId ? map.links() : map.linksOf(filter.from);
    for (const Link &link : from) {
        if ((filter.manners & LinkFilter::bit(link.manner)) == 0)
            continue;
        if (filter.target != kNoId && (link.target == kNoId || !tree.isInside(link.target, filter.target)))
            continue;
        if (filter.component && tree.origin(tree.inodeOf(fileOf(link))) != *filter.component)
            continue;
        if (!filter.name.empty() && !names.fits(link.from) && !names.fits(link.target))
            continue;
        if (filter.nodes && !isInside(tree, *filter.nodes, link.from) &&
            !isInside(tree, *filter.nodes, link.target))
            continue;
        kept.push_back(link);
    }
    return kept;
}

std::vector<bool> namesOfLinks(const FileTree &tree, std::span<const Link> links)
{
    std::vector<bool> names(tree.nodeCount(), false);
    for (const Link &link : links) {
        for (NodeId end : {link.from, link.target}) {
            for (; end != kNoId && !names[end]; end = tree.parent(end))
                names[end] = true;
        }
    }
    return names;
}

} // namespace Refbox
