// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/linkmapscene.h"

#include "gui/ribbonraster.h"

#include <algorithm>
#include <cmath>

namespace Refbox {

namespace {

constexpr double kTreeShare = 0.36; // of the width, each side
constexpr double kMostTree = 420;
constexpr double kStubLength = 40;
constexpr double kThinnest = 1.25;
constexpr std::size_t kMostShapes = 600; // more would be a haze, and late
constexpr double kIndent = 14;
constexpr double kFoldSize = 16;

} // namespace

void LinkMapScene::setMap(SnapshotPtr snapshot, std::shared_ptr<const LinkMap> map)
{
    m_snapshot = std::move(snapshot);
    m_map = std::move(map);
    m_filter = {};
    m_foldProgress = 1;
    m_scroll = {};
    m_ribbons = {};
    m_sides = {};
    if (m_map) {
        const auto vservers = m_map->vservers();
        m_sides = {FoldedTree(m_map->tree(), {vservers.begin(), vservers.end()}),
                   FoldedTree(m_map->tree(), {m_map->refbox()})};
        m_ribbons = RibbonMap(*m_map);
    }
    aggregate();
}

void LinkMapScene::setFilter(const LinkFilter &filter)
{
    if (filter == m_filter || !m_map)
        return;
    m_filter = filter;
    m_ribbons = filter.isOff() ? RibbonMap(*m_map) : RibbonMap(*m_map, filterLinks(*m_map, filter));
    const std::vector<bool> shown =
        filter.isOff() ? std::vector<bool>() : namesOfLinks(m_map->tree(), m_ribbons.links());
    for (FoldedTree &side : m_sides)
        side.setShown(shown);
    aggregate();
}

void LinkMapScene::setByBytes(bool byBytes)
{
    m_byBytes = byBytes;
    m_laidOut = false;
}

void LinkMapScene::aggregate()
{
    if (m_map)
        m_ribbons.aggregate(m_sides[0], m_sides[1]);
    clampScroll();
    m_laidOut = false;
}

void LinkMapScene::setSize(const QSizeF &size)
{
    m_size = size;
    clampScroll();
    m_laidOut = false;
}

void LinkMapScene::setRowHeight(double height)
{
    m_rowHeight = std::clamp(height, kLeastRow, kMostRow);
    clampScroll();
    m_laidOut = false;
}

double LinkMapScene::mostScroll(MapSide side) const
{
    const double all = static_cast<double>(m_sides[index(side)].rows().size()) * m_rowHeight;
    return std::max(0.0, all - m_size.height());
}

void LinkMapScene::setScroll(MapSide side, double scroll)
{
    m_scroll[index(side)] = std::clamp(scroll, 0.0, mostScroll(side));
    m_laidOut = false;
}

void LinkMapScene::clampScroll()
{
    for (const MapSide side : {MapSide::Left, MapSide::Right})
        setScroll(side, scroll(side));
}

void LinkMapScene::scrollTo(MapSide side, std::size_t row)
{
    const double top = static_cast<double>(row) * m_rowHeight;
    if (top < scroll(side))
        setScroll(side, top);
    else if (top + m_rowHeight > scroll(side) + m_size.height())
        setScroll(side, top + m_rowHeight - m_size.height());
}

void LinkMapScene::setUnfolded(MapSide side, NodeId node, bool unfolded)
{
    m_fold = sideRef(side).setUnfolded(node, unfolded);
    m_foldSide = side;
    if (m_map && side == MapSide::Left)
        m_ribbons.leftChanged(m_sides[0], m_sides[1], m_fold);
    else if (m_map)
        m_ribbons.rightChanged(m_sides[0], m_sides[1], m_fold);
    clampScroll();
    m_laidOut = false;
}

void LinkMapScene::reveal(NodeId node)
{
    const auto side = sideOf(node);
    if (!side || sideRef(*side).isVisible(node))
        return;
    sideRef(*side).reveal(node);
    aggregate();
}

void LinkMapScene::unfoldAll()
{
    if (!m_map)
        return;
    for (FoldedTree &side : m_sides)
        side.unfoldAll();
    aggregate();
}

void LinkMapScene::unfoldToFit()
{
    if (!m_map)
        return;
    const auto rows = static_cast<std::size_t>(std::max(0.0, m_size.height() / m_rowHeight));
    FoldedTree &left = sideRef(MapSide::Left);
    FoldedTree &right = sideRef(MapSide::Right);
    const auto hasLinks = [this](NodeId node) { return !m_map->linksOf(node).empty(); };
    const auto isUsed = [this](NodeId node) { return !m_map->usersOf(node).empty(); };
    if (left.roots().size() == 1) // else it would be one row, however many names it has
        left.setUnfolded(left.roots().front(), true);
    left.unfoldWhileBelow(rows, hasLinks);
    right.unfoldWhileBelow(rows, isUsed);
    aggregate();
    // Many vservers, each with ribbons to every row, would be a tangle: the refbox then shows fewer folders.
    for (std::size_t fewer = rows / 2; m_ribbons.ribbons().size() > kMostRibbons && fewer > 0; fewer /= 2) {
        right.foldAll();
        right.unfoldWhileBelow(fewer, isUsed);
        aggregate();
    }
}

void LinkMapScene::setFoldProgress(double progress)
{
    m_foldProgress = m_fold.rows == 0 ? 1 : progress;
    m_laidOut = false;
}

double LinkMapScene::leftEdge() const
{
    return std::min(kMostTree, m_size.width() * kTreeShare);
}

double LinkMapScene::rightEdge() const
{
    return m_size.width() - leftEdge();
}

double LinkMapScene::rowTop(MapSide side, std::size_t row) const
{
    double top = static_cast<double>(row) * m_rowHeight - scroll(side);
    if (isFolding() && side == m_foldSide && row > m_fold.row) {
        const double left = 1 - m_foldProgress;
        const double all = static_cast<double>(m_fold.rows) * m_rowHeight;
        if (m_fold.rows > 0 && row <= m_fold.row + static_cast<std::size_t>(m_fold.rows))
            // What is new comes out of its folder.
            top -= left * std::min(static_cast<double>(row - m_fold.row) * m_rowHeight, m_size.height());
        else
            top -= left * std::clamp(all, -m_size.height(), m_size.height());
    }
    return top;
}

QRectF LinkMapScene::rowRect(MapSide side, std::size_t row) const
{
    const double x = side == MapSide::Left ? 0 : rightEdge();
    return {x, rowTop(side, row), leftEdge(), m_rowHeight};
}

QRectF LinkMapScene::foldRect(MapSide side, std::size_t row) const
{
    const QRectF rect = rowRect(side, row);
    const double depth =
        std::min(static_cast<double>(m_sides[index(side)].rows()[row].depth) * kIndent, rect.width() / 3);
    return {rect.x() + 8 + depth, rect.y(), kFoldSize, rect.height()};
}

std::pair<std::size_t, std::size_t> LinkMapScene::visibleRows(MapSide side) const
{
    const std::size_t count = m_sides[index(side)].rows().size();
    const auto first = static_cast<std::size_t>(scroll(side) / m_rowHeight);
    const auto many = static_cast<std::size_t>(std::ceil(m_size.height() / m_rowHeight)) + 1;
    return {std::min(first, count), std::min(first + many, count)};
}

std::optional<MapSide> LinkMapScene::sideOf(NodeId node) const
{
    if (!m_map || node == kNoId)
        return {};
    if (m_map->isInRefbox(node))
        return MapSide::Right;
    if (m_map->vserverOf(node) != kNoId)
        return MapSide::Left;
    return {};
}

const std::vector<RibbonShape> &LinkMapScene::shapes() const
{
    if (!m_laidOut)
        layOut();
    return m_shapes;
}

void LinkMapScene::layOut() const
{
    m_laidOut = true;
    m_shapes.clear();
    if (!m_map || m_size.isEmpty())
        return;
    const auto left = visibleRows(MapSide::Left);
    for (std::size_t row = left.first; row < left.second; ++row)
        addShapes(row);
    const auto right = visibleRows(MapSide::Right);
    for (std::size_t row = right.first; row < right.second; ++row)
        addStubsOfRight(row);
    thin();
    stack(MapSide::Left);
    stack(MapSide::Right);
}

double LinkMapScene::widthOf(const Ribbon &ribbon) const
{
    const double share = m_byBytes
                             ? static_cast<double>(ribbon.bytes) / static_cast<double>(m_ribbons.mostBytes())
                             : static_cast<double>(ribbon.links) / m_ribbons.mostLinks();
    return std::max(kThinnest, (m_rowHeight - 4) * std::sqrt(share));
}

// A left row's ribbons are sorted by right row: those in sight stand together.
void LinkMapScene::addShapes(std::size_t leftRow) const
{
    const auto ribbons = m_ribbons.ofLeft(leftRow, leftRow + 1);
    const auto [first, end] = visibleRows(MapSide::Right);
    const auto place = [&](std::size_t right) {
        return std::lower_bound(ribbons.begin(), ribbons.end(), right,
                                [](const Ribbon &ribbon, std::size_t row) { return ribbon.right < row; });
    };
    const auto inSight = place(first);
    const auto below = place(end);
    const auto stubs = place(Ribbon::kNoRow);
    addMany(leftRow, FoldedTree::kNoRow, static_cast<std::size_t>(inSight - ribbons.begin()), ribbons.data(),
            true);
    addMany(leftRow, FoldedTree::kNoRow, static_cast<std::size_t>(stubs - below), std::to_address(below),
            false);
    const auto begin = static_cast<std::uint32_t>(ribbons.data() - m_ribbons.ribbons().data());
    for (auto ribbon = inSight; ribbon != below; ++ribbon)
        addShape(begin + static_cast<std::uint32_t>(ribbon - ribbons.begin()));
    for (auto ribbon = stubs; ribbon != ribbons.end(); ++ribbon)
        addShape(begin + static_cast<std::uint32_t>(ribbon - ribbons.begin()));
}

void LinkMapScene::addShape(std::uint32_t place) const
{
    const Ribbon &ribbon = m_ribbons.ribbons()[place];
    RibbonShape shape;
    shape.ribbon = place;
    shape.manner = ribbon.manner;
    shape.width = widthOf(ribbon);
    shape.leftRow = ribbon.left;
    shape.left = {leftEdge(), rowRect(MapSide::Left, ribbon.left).center().y()};
    shape.isStub = ribbon.right == Ribbon::kNoRow;
    shape.rightRow = shape.isStub ? FoldedTree::kNoRow : ribbon.right;
    shape.right = shape.isStub ? QPointF(leftEdge() + kStubLength, shape.left.y())
                               : QPointF(rightEdge(), rowRect(MapSide::Right, ribbon.right).center().y());
    m_shapes.push_back(shape);
}

// Ribbons whose other ends are out of sight leave the picture as one.
void LinkMapScene::addMany(std::size_t leftRow, std::size_t rightRow, std::size_t count, const Ribbon *first,
                           bool above) const
{
    if (count == 0)
        return;
    RibbonShape shape;
    shape.count = static_cast<std::uint32_t>(count);
    shape.width = std::min(kThinnest + std::log2(static_cast<double>(count)), m_rowHeight / 2);
    shape.leftRow = leftRow;
    shape.rightRow = rightRow;
    const double beyond = above ? -m_size.height() / 3 : m_size.height() * 4 / 3;
    const auto end = [&](MapSide side, std::size_t row) {
        return row == FoldedTree::kNoRow ? beyond : rowRect(side, row).center().y();
    };
    shape.left = {leftEdge(), end(MapSide::Left, leftRow)};
    shape.right = {rightEdge(), end(MapSide::Right, rightRow)};
    shape.manner = first->manner;
    m_shapes.push_back(shape);
}

void LinkMapScene::addStubsOfRight(std::size_t rightRow) const
{
    const auto places = m_ribbons.ofRight(rightRow);
    const auto [first, end] = visibleRows(MapSide::Left);
    const auto all = m_ribbons.ribbons();
    const auto place = [&](std::size_t left) {
        return std::lower_bound(
            places.begin(), places.end(), left,
            [&](std::uint32_t ribbon, std::size_t row) { return all[ribbon].left < row; });
    };
    const auto inSight = place(first);
    const auto below = place(end);
    if (inSight != places.begin())
        addMany(FoldedTree::kNoRow, rightRow, static_cast<std::size_t>(inSight - places.begin()),
                &all[places.front()], true);
    if (below != places.end())
        addMany(FoldedTree::kNoRow, rightRow, static_cast<std::size_t>(places.end() - below), &all[*below],
                false);
}

void LinkMapScene::thin() const
{
    if (m_shapes.size() <= kMostShapes)
        return;
    std::nth_element(m_shapes.begin(), m_shapes.begin() + kMostShapes, m_shapes.end(),
                     [](const RibbonShape &a, const RibbonShape &b) { return a.width > b.width; });
    m_shapes.resize(kMostShapes);
}

// Ends at one row stand below each other in the order of their other ends, so that they do not cross there.
void LinkMapScene::stack(MapSide side) const
{
    const auto rowOf = [side](const RibbonShape &shape) {
        return side == MapSide::Left ? shape.leftRow : shape.rightRow;
    };
    const auto other = [side](const RibbonShape &shape) {
        return side == MapSide::Left ? (shape.isStub ? -1e9 : shape.right.y()) : shape.left.y();
    };
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        if (rowOf(m_shapes[i]) != FoldedTree::kNoRow)
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const std::size_t rowA = rowOf(m_shapes[a]);
        const std::size_t rowB = rowOf(m_shapes[b]);
        return rowA != rowB ? rowA < rowB : other(m_shapes[a]) < other(m_shapes[b]);
    });
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        double sum = 0;
        for (; end < order.size() && rowOf(m_shapes[order[end]]) == rowOf(m_shapes[order[begin]]); ++end)
            sum += m_shapes[order[end]].width;
        const double room = std::max(1.0, m_rowHeight - 4);
        const double scale = std::min(1.0, room / sum);
        double y = rowRect(side, rowOf(m_shapes[order[begin]])).center().y() - sum * scale / 2;
        for (; begin < end; ++begin) {
            RibbonShape &shape = m_shapes[order[begin]];
            const double wide = shape.width * scale;
            (side == MapSide::Left ? shape.left : shape.right).setY(y + wide / 2);
            if (side == MapSide::Left && shape.isStub)
                shape.right.setY(y + wide / 2);
            shape.width = std::max(1.0, wide);
            y += wide;
        }
    }
}

LinkMapScene::Hit LinkMapScene::hit(const QPointF &point) const
{
    Hit hit;
    for (const MapSide side : {MapSide::Left, MapSide::Right}) {
        if (side == MapSide::Left ? point.x() >= leftEdge() : point.x() < rightEdge())
            continue;
        const double place = (point.y() + scroll(side)) / m_rowHeight;
        if (place >= 0 && place < static_cast<double>(m_sides[index(side)].rows().size())) {
            hit.side = side;
            hit.row = static_cast<std::size_t>(place);
            hit.onFold = foldRect(side, hit.row).contains(point) &&
                         m_sides[index(side)].canUnfold(m_sides[index(side)].rows()[hit.row].node);
        }
        return hit;
    }
    double nearest = 3; // pixels beside a ribbon still mean it
    const auto &all = shapes();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (point.x() > all[i].right.x())
            continue;
        const RibbonPoint at = ribbonAt(all[i].left, all[i].right, point.x());
        const double across = std::abs(point.y() - at.y) / std::sqrt(1 + at.slope * at.slope);
        const double beside = std::max(0.0, across - all[i].width / 2);
        if (beside < nearest || (beside == 0 && nearest == 0)) {
            nearest = beside;
            hit.shape = static_cast<std::ptrdiff_t>(i);
        }
    }
    return hit;
}

} // namespace Refbox
