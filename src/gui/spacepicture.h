// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The treemap of a subtree as it is painted: which colour, label and hatching each rectangle has, and its
// legend. Painted in the background for the window, and for files. Any thread.
#pragma once

#include "gui/picture.h"
#include "gui/snapshot.h"
#include "tree/treemap.h"

#include <QFont>
#include <QImage>
#include <QPalette>

#include <memory>

namespace Refbox {

enum class SpaceColours { ByComponent, ByKind };

struct SpaceLook
{
    QSizeF size;
    double scale = 1; ///< device pixels for each pixel
    SpaceColours colours = SpaceColours::ByComponent;
    QPalette palette;
    QFont font;
};

struct SpacePicture
{
    SnapshotPtr snapshot;
    std::shared_ptr<const SubtreeWeights> weights; ///< of the subtree that is shown
    SpaceLook look;
    Treemap map;
    std::vector<LegendEntry> legend;
    QImage image; ///< of the map

    NodeId top() const { return weights->top(); }
    /// Whether shared and private files look different: not where nothing is shared.
    bool tellsShared() const { return weights->of(top()).sharedBytes > 0; }
};

/// weights: of the subtree where they are known already, else null. Throws Cancelled.
std::shared_ptr<const SpacePicture> makeSpacePicture(const SnapshotPtr &snapshot, NodeId top,
                                                     std::shared_ptr<const SubtreeWeights> weights,
                                                     const SpaceLook &look, Progress &progress);

void paintSpace(QPainter &painter, const SpacePicture &picture);

/// For files: the same rectangles on white paper.
Picture pictureOf(const SpacePicture &shown);

/// "/vsbox01/bin: 3.2 MB in 212 files, 3.1 MB of them shared"
QString spaceText(const SpacePicture &picture, NodeId node);

} // namespace Refbox
