// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LinkMapScene: where everything of the link map stands for a size, a zoom and two scrolled trees, and what
// is under a point. Knows no widgets. Only what can be seen is laid out.
#pragma once

#include "gui/snapshot.h"
#include "tree/foldedtree.h"
#include "tree/linkfilter.h"
#include "tree/ribbons.h"

#include <QRectF>

#include <array>
#include <memory>
#include <vector>

namespace Refbox {

enum class MapSide { Left, Right }; ///< vservers, refbox

/// A ribbon as it is drawn. Where an end is out of sight, right or left stands beyond the edge.
struct RibbonShape
{
    static constexpr std::uint32_t kMany = 0xFFFFFFFF;

    QPointF left;
    QPointF right;
    double width = 0;
    std::uint32_t ribbon = kMany; ///< place in ribbons(); kMany: several that leave the picture together
    std::uint32_t count = 1;      ///< how many ribbons
    std::size_t leftRow = FoldedTree::kNoRow;
    std::size_t rightRow = FoldedTree::kNoRow;
    Link::Manner manner = Link::Manner::Hard;
    bool isStub = false; ///< ends in the air: private, broken, or not to the refbox
};

class LinkMapScene final
{
public:
    static constexpr double kNormalRow = 24;
    static constexpr double kLeastRow = 2;
    static constexpr double kMostRow = 48;
    static constexpr std::size_t kMostRibbons = 160; ///< that unfoldToFit() makes

    /// map: of the snapshot's tree, with at least one vserver and a refbox; null: nothing to show.
    void setMap(SnapshotPtr snapshot, std::shared_ptr<const LinkMap> map);
    const LinkMap *map() const { return m_map.get(); }
    const SnapshotPtr &snapshot() const { return m_snapshot; }
    void setFilter(const LinkFilter &filter);
    const LinkFilter &filter() const { return m_filter; }
    void setByBytes(bool byBytes);
    bool isByBytes() const { return m_byBytes; }

    void setSize(const QSizeF &size);
    const QSizeF &size() const { return m_size; }
    double rowHeight() const { return m_rowHeight; }
    void setRowHeight(double height);
    double scroll(MapSide side) const { return m_scroll[index(side)]; }
    void setScroll(MapSide side, double scroll);
    double mostScroll(MapSide side) const;
    /// So that a row can be seen.
    void scrollTo(MapSide side, std::size_t row);

    const FoldedTree &side(MapSide side) const { return m_sides[index(side)]; }
    const RibbonMap &ribbons() const { return m_ribbons; }
    void setUnfolded(MapSide side, NodeId node, bool unfolded);
    void reveal(NodeId node);
    void unfoldAll();
    /// As many levels as fit into the height, of the refbox as many as leave the ribbons few.
    void unfoldToFit();

    /// How far the last fold has come, from 0 to 1: the rows behind it move.
    void setFoldProgress(double progress);
    bool isFolding() const { return m_foldProgress < 1; }

    /// Columns: where the trees end and ribbons begin.
    double leftEdge() const;
    double rightEdge() const;
    QRectF rowRect(MapSide side, std::size_t row) const;
    /// First and one past the last row that can be seen.
    std::pair<std::size_t, std::size_t> visibleRows(MapSide side) const;
    const std::vector<RibbonShape> &shapes() const;

    struct Hit
    {
        std::optional<MapSide> side; ///< of a row
        std::size_t row = FoldedTree::kNoRow;
        bool onFold = false;       ///< on the row's triangle
        std::ptrdiff_t shape = -1; ///< place in shapes()
        bool operator==(const Hit &) const = default;
    };
    Hit hit(const QPointF &point) const;

    /// Where a row's triangle stands.
    QRectF foldRect(MapSide side, std::size_t row) const;
    /// The side that a node is in.
    std::optional<MapSide> sideOf(NodeId node) const;

private:
    static std::size_t index(MapSide side) { return side == MapSide::Left ? 0 : 1; }
    FoldedTree &sideRef(MapSide side) { return m_sides[index(side)]; }
    void aggregate();
    void clampScroll();
    double rowTop(MapSide side, std::size_t row) const;
    void layOut() const;
    void addShapes(std::size_t leftRow) const;
    void addStubsOfRight(std::size_t rightRow) const;
    void addShape(std::uint32_t place) const;
    void addMany(std::size_t leftRow, std::size_t rightRow, std::size_t count, const Ribbon *first,
                 bool above) const;
    void thin() const;
    void stack(MapSide side) const;
    double widthOf(const Ribbon &ribbon) const;

    SnapshotPtr m_snapshot;
    std::shared_ptr<const LinkMap> m_map;
    LinkFilter m_filter;
    bool m_byBytes = false;
    std::array<FoldedTree, 2> m_sides;
    RibbonMap m_ribbons;
    QSizeF m_size;
    double m_rowHeight = kNormalRow;
    std::array<double, 2> m_scroll{};
    MapSide m_foldSide = MapSide::Left;
    FoldedTree::Change m_fold;
    double m_foldProgress = 1;
    mutable std::vector<RibbonShape> m_shapes;
    mutable bool m_laidOut = false;
};

} // namespace Refbox
