// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Filling the leaves of a ReiserFS tree one after the other with the items of a plan. The same code counts
// leaves and writes them. Each leaf can be written by itself, from the cursor at its begin.
#pragma once

#include "formats/reiserfsplan.h"
#include "formats/reiserfsspace.h"
#include "formats/sourcefiles.h"

#include <vector>

namespace Refbox {

struct ReiserFsLeaf
{
    ReiserFsCursor begin;
    std::uint32_t used = 0; ///< bytes, the block's head not counted
};

/// The leaves of a plan in the order of their keys. Reads no file.
std::vector<ReiserFsLeaf> countReiserFsLeaves(const ReiserFsPlan &plan, const Progress &progress);

/// The key of a leaf's first item, and the format that it is encoded in.
struct ReiserFsFirstKey
{
    ReiserFsKey key;
    std::uint16_t version = kReiserFsNewItem;
};
ReiserFsFirstKey firstKeyOf(const ReiserFsPlan &plan, const ReiserFsCursor &begin);

/// For one thread.
class ReiserFsLeafWriter final
{
public:
    /// dataSlot: where the data begins. All must outlive it.
    ReiserFsLeafWriter(const ReiserFsPlan &plan, std::uint64_t dataSlot, SourceFiles &sources)
        : m_plan(plan)
        , m_dataSlot(dataSlot)
        , m_sources(sources)
    {
    }

    /// Writes a leaf into a block; small files that stand in it are read.
    void write(const ReiserFsCursor &begin, std::span<char> block);

private:
    const ReiserFsPlan &m_plan;
    std::uint64_t m_dataSlot;
    SourceFiles &m_sources;
};

} // namespace Refbox
