// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/treemap.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::uint16_t kMostDepth = 100; // however deep a tree is, nobody sees more
constexpr double kLeastHeaderWidth = 48;
constexpr double kLeastGapSide = 8;

// Whether a file has a name outside the side that this one stands in.
class Sharing
{
public:
    Sharing(const FileTree &tree, std::span<const NodeId> sides)
        : m_tree(tree)
        , m_sides(sides.begin(), sides.end())
    {
        std::sort(m_sides.begin(), m_sides.end());
    }

    bool isShared(NodeId node, std::span<const NodeId> names) const
    {
        if (names.size() < 2)
            return false;
        const auto after = std::upper_bound(m_sides.begin(), m_sides.end(), node);
        if (after == m_sides.begin() || !m_tree.isInside(node, *(after - 1)))
            return true;
        const NodeId side = *(after - 1);
        return names.front() < side || names.back() >= m_tree.subtreeEnd(side);
    }

private:
    const FileTree &m_tree;
    std::vector<NodeId> m_sides;
};

// The first name in a subtree; kNoId where none is.
NodeId firstIn(const FileTree &tree, std::span<const NodeId> names, NodeId subtree)
{
    const auto first = std::lower_bound(names.begin(), names.end(), subtree);
    return first != names.end() && tree.isInside(*first, subtree) ? *first : kNoId;
}

} // namespace

SubtreeWeights weigh(const FileTree &tree, NodeId top, std::span<const NodeId> sides, NodeId preferred,
                     Progress *progress)
{
    SubtreeWeights weights;
    weights.m_top = top;
    const NodeId end = tree.subtreeEnd(top);
    weights.m_weights.resize(end - top);
    const Sharing sharing(tree, sides);
    const bool prefers = preferred != kNoId && tree.isInside(preferred, top);
    const auto counts = [&](NodeId node, std::span<const NodeId> names) {
        if (names.size() == 1)
            return true;
        const NodeId before = prefers ? firstIn(tree, names, preferred) : kNoId;
        return node == (before != kNoId ? before : firstIn(tree, names, top));
    };
    // Backwards, every folder comes after all that is in it.
    for (NodeId node = end; node-- > top;) {
        if (progress != nullptr && node % 65'536 == 0)
            progress->throwIfCancelled();
        SubtreeWeights::Weight &weight = weights.m_weights[node - top];
        const Inode &inode = tree.inodeAt(node);
        if (inode.isRegular()) {
            const auto names = tree.names(tree.inodeOf(node));
            if (counts(node, names))
                weight = {inode.size, sharing.isShared(node, names) ? inode.size : 0, 1};
        }
        if (node == top)
            break;
        SubtreeWeights::Weight &folder = weights.m_weights[tree.parent(node) - top];
        folder.bytes += weight.bytes;
        folder.sharedBytes += weight.sharedBytes;
        folder.files += weight.files;
    }
    return weights;
}

class TreemapLayout final
{
public:
    TreemapLayout(const FileTree &tree, const SubtreeWeights &weights, const TreemapOptions &options)
        : m_tree(tree)
        , m_weights(weights)
        , m_options(options)
    {
    }

    Treemap run()
    {
        const Area whole{0, 0, m_options.width, m_options.height};
        if (whole.width > 0 && whole.height > 0 && bytesOf(m_weights.top()) > 0)
            add(m_weights.top(), whole, 0);
        return std::move(m_map);
    }

private:
    struct Area
    {
        double x = 0;
        double y = 0;
        double width = 0;
        double height = 0;
    };
    struct Child
    {
        std::uint64_t bytes = 0;
        NodeId node = kNoId;
    };

    std::uint64_t bytesOf(NodeId node) const { return m_weights.of(node).bytes; }

    void add(NodeId node, const Area &area, std::uint16_t depth)
    {
        if (m_options.progress != nullptr && m_map.m_items.size() % 4096 == 0)
            m_options.progress->throwIfCancelled();
        const std::size_t place = m_map.m_items.size();
        TreemapItem item;
        item.node = node;
        item.depth = depth;
        item.x = static_cast<float>(area.x);
        item.y = static_cast<float>(area.y);
        item.width = static_cast<float>(area.width);
        item.height = static_cast<float>(area.height);
        m_map.m_items.push_back(item);
        if (m_tree.inodeAt(node).isDirectory() && depth < kMostDepth)
            addContent(place, area);
        m_map.m_items[place].end = static_cast<std::uint32_t>(m_map.m_items.size());
    }

    void addContent(std::size_t place, const Area &area)
    {
        Area inside = area;
        const bool hasGap = std::min(area.width, area.height) >= kLeastGapSide;
        const double gap = hasGap ? m_options.gap : 0;
        // The whole is named above the picture.
        const bool hasHeader = m_map.m_items[place].depth > 0 && m_options.header > 0 &&
                               area.width >= kLeastHeaderWidth && area.height >= 3 * m_options.header;
        inside.x += gap;
        inside.y += hasHeader ? m_options.header : gap;
        inside.width -= 2 * gap;
        inside.height -= gap + (hasHeader ? m_options.header : gap);
        const NodeId folder = m_map.m_items[place].node;
        const double scale = inside.width * inside.height / static_cast<double>(bytesOf(folder));
        const std::size_t begin = m_children.size();
        collect(folder, m_options.leastArea / scale);
        if (begin == m_children.size())
            return;
        m_map.m_items[place].isOpen = true;
        m_map.m_items[place].hasHeader = hasHeader;
        squarify(begin, m_children.size(), inside, scale,
                 static_cast<std::uint16_t>(m_map.m_items[place].depth + 1));
        m_children.resize(begin);
    }

    // The largest first; those too small to be seen are left out before anything is sorted.
    void collect(NodeId folder, double leastBytes)
    {
        const std::size_t begin = m_children.size();
        for (const NodeId child : m_tree.children(folder)) {
            const std::uint64_t bytes = bytesOf(child);
            if (bytes > 0 && static_cast<double>(bytes) >= leastBytes)
                m_children.push_back({bytes, child});
        }
        std::sort(m_children.begin() + static_cast<std::ptrdiff_t>(begin), m_children.end(),
                  [](const Child &a, const Child &b) {
                      return a.bytes != b.bytes ? a.bytes > b.bytes : a.node < b.node;
                  });
    }

    // Row by row along the shorter side of what is left, each as long as its worst ratio gets better.
    void squarify(std::size_t begin, std::size_t end, Area free, double scale, std::uint16_t depth)
    {
        while (begin < end) {
            const double side = std::min(free.width, free.height);
            double sum = 0;
            double worst = 0;
            std::size_t rowEnd = begin;
            const double largest = scale * static_cast<double>(m_children[begin].bytes);
            for (; rowEnd < end; ++rowEnd) {
                const double area = scale * static_cast<double>(m_children[rowEnd].bytes);
                const double wider = worstRatio(side, sum + area, largest, area);
                if (rowEnd > begin && wider > worst)
                    break;
                worst = wider;
                sum += area;
            }
            free = addRow(begin, rowEnd, free, sum, scale, depth);
            begin = rowEnd;
        }
    }

    static double worstRatio(double side, double sum, double largest, double smallest)
    {
        const double square = side * side;
        return std::max(square * largest / (sum * sum), sum * sum / (square * smallest));
    }

    // Returns what is left.
    Area addRow(std::size_t begin, std::size_t end, Area free, double sum, double scale, std::uint16_t depth)
    {
        const bool upright = free.width >= free.height;
        const double side = upright ? free.height : free.width;
        const double thickness = side > 0 ? sum / side : 0;
        double at = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const Child child = m_children[i]; // m_children grows below
            const double length = thickness > 0 ? scale * static_cast<double>(child.bytes) / thickness : 0;
            add(child.node,
                upright ? Area{free.x, free.y + at, thickness, length}
                        : Area{free.x + at, free.y, length, thickness},
                depth);
            at += length;
        }
        return upright ? Area{free.x + thickness, free.y, std::max(0.0, free.width - thickness), free.height}
                       : Area{free.x, free.y + thickness, free.width, std::max(0.0, free.height - thickness)};
    }

    const FileTree &m_tree;
    const SubtreeWeights &m_weights;
    const TreemapOptions &m_options;
    Treemap m_map;
    std::vector<Child> m_children; // a stack, of all folders on the way
};

Treemap layOutTreemap(const FileTree &tree, const SubtreeWeights &weights, const TreemapOptions &options)
{
    return TreemapLayout(tree, weights, options).run();
}

// Of nested items that hold something, the last; its siblings are passed over as a whole.
template <typename Holds>
std::size_t Treemap::innermost(const Holds &holds) const
{
    std::size_t found = kNone;
    std::size_t end = m_items.size();
    for (std::size_t i = 0; i < end;) {
        if (holds(m_items[i])) {
            found = i;
            end = m_items[i].end;
            ++i;
        } else {
            i = m_items[i].end;
        }
    }
    return found;
}

std::size_t Treemap::itemAt(double x, double y) const
{
    return innermost([=](const TreemapItem &item) { return item.contains(x, y); });
}

std::size_t Treemap::itemOf(const FileTree &tree, NodeId node) const
{
    return innermost(
        [&](const TreemapItem &item) { return node < tree.nodeCount() && tree.isInside(node, item.node); });
}

} // namespace Refbox
