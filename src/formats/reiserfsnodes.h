// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The internal nodes above the leaves of a ReiserFS tree. Pure.
#pragma once

#include "formats/reiserfsleaf.h"

#include <cstdint>
#include <vector>

namespace Refbox {

/// How many nodes there are above so many leaves.
std::uint64_t reiserFsNodeCount(std::uint64_t leaves);
/// The tree's levels, leaves included.
std::uint32_t reiserFsLevels(std::uint64_t leaves);

/// The nodes level by level, each of a block's size; the root is the last. They stand in the slots behind the
/// leaves, which begin at slot 0.
std::vector<char> makeReiserFsNodes(const ReiserFsPlan &plan, const std::vector<ReiserFsLeaf> &leaves);

} // namespace Refbox
