// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The needs graph as a drawing: boxes in layers, and lines between them. A value; painting it is a function
// on any painter. Programs that need the very same things lie in one stack, until it is unfolded. GUI thread
// (for the fonts).
#pragma once

#include "gui/colours.h"
#include "gui/picture.h"
#include "software/layers.h"
#include "software/needsgraph.h"

#include <QFont>
#include <QPainterPath>
#include <QPalette>
#include <QRectF>

#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

/// Number of a box; kNoId: none.
using BoxId = std::uint32_t;

struct NeedsBox
{
    std::vector<std::uint32_t> members; ///< of the graph's nodes; several: a stack
    QRectF place;                       ///< in the scene
    QString name;
    QString hint;          ///< what it is and where
    std::string component; ///< that all members are of; may be empty
    bool missing = false;
    bool asked = false;
    bool isStack() const { return members.size() > 1; }
};

struct NeedsLine
{
    QPainterPath path;
    std::vector<BoxId> from; ///< all whose way to the box `to` leads along here
    BoxId to = 0;
    bool arrow = false; ///< it ends at the box
};

struct NeedsScene
{
    FileTreePtr tree;
    std::shared_ptr<const NeedsGraph> graph;
    std::vector<NeedsBox> boxes;
    std::vector<Arc> arcs; ///< between boxes, sorted
    std::vector<NeedsLine> lines;
    std::vector<std::vector<BoxId>> rows; ///< from top to bottom, from left to right
    std::vector<BoxId> boxOf;             ///< by node of the graph
    QSizeF size;                          ///< with margins
    ComponentColours colours;             ///< of the strips

    BoxId boxAt(const QPointF &point) const;
    /// That has a name of this file; kNoId where none has.
    BoxId boxOfInode(InodeId inode) const;
};

/// Which nodes share a stack: at least kLeastStack programs or scripts that nothing needs and that need the
/// same, but for kept ones. By the first member, in the order of the nodes.
inline constexpr std::size_t kLeastStack = 4;
std::vector<std::vector<std::uint32_t>> stackAlike(const NeedsGraph &graph,
                                                   const std::set<std::uint32_t> &kept = {});

/// unfolded: nodes that stand alone in any case.
NeedsScene makeNeedsScene(const FileTreePtr &tree, const std::shared_ptr<const NeedsGraph> &graph,
                          const std::set<std::uint32_t> &unfolded, const QFont &font);

/// What lights up together with a box: all that it needs and all that needs it, in the end.
struct NeedsReach
{
    std::vector<bool> above; ///< by box; itself too
    std::vector<bool> below;
    bool has(BoxId box) const { return above[box] || below[box]; }
    bool has(const NeedsLine &line) const;
};
NeedsReach reachOf(const NeedsScene &scene, BoxId box);

/// What becomes of a box if something is dropped.
struct NeedsMark
{
    enum class Kind : std::uint8_t { None, Dropped, Breaks, Switches };
    Kind kind = Kind::None;
    std::uint32_t count = 0; ///< of a stack's members
    bool operator==(const NeedsMark &) const = default;
};

struct NeedsLook
{
    QPalette palette;
    QFont font;
    BoxId current = kNoId;
    const NeedsReach *only = nullptr; ///< paint nothing but this
    std::span<const NeedsMark> marks; ///< by box, or empty
    QRectF clip;                      ///< in the scene; empty: all
};
void paintNeeds(QPainter &painter, const NeedsScene &scene, const NeedsLook &look);

/// The components in it, and what its edges mean.
std::vector<LegendEntry> needsLegend(const NeedsScene &scene, bool marked, const QPalette &palette);

/// "program /vsbox01/bin/bash: needs 3, needed by 0".
QString describeBox(const NeedsScene &scene, BoxId box);

} // namespace Refbox
