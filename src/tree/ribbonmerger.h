// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a ribbon map merges links. For ribbons.cpp and ribbonchanges.cpp alone.
#pragma once

#include "tree/ribbons.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

namespace Refbox {

/// Merges what belongs to one left row after the other.
class RibbonMerger final
{
public:
    /// most: ribbons that there can be.
    RibbonMerger(std::vector<Ribbon> &ribbons, std::size_t rightRows, std::size_t most)
        : m_ribbons(ribbons)
        , m_most(most)
        , m_keys((rightRows + 1) * kManners)
        , m_places(static_cast<std::uint32_t *>(std::calloc(m_keys, sizeof(std::uint32_t))), &std::free)
    {
        if (!m_places)
            throw std::bad_alloc();
    }

    void add(std::uint32_t left, std::uint32_t right, Link::Manner manner, std::uint32_t links,
             std::uint64_t bytes)
    {
        if (m_ribbons.size() > m_rowBegin && m_ribbons[m_rowBegin].left != left)
            endRow();
        // A place is of this row only if it is not before the row's first: nothing is cleared between rows.
        const std::size_t key = (right == Ribbon::kNoRow ? 0 : std::size_t{right} + 1) * kManners +
                                static_cast<std::size_t>(manner);
        std::uint32_t &place = m_places.get()[key];
        if (place <= m_rowBegin) {
            if (m_ribbons.size() == m_ribbons.capacity()) // else as many again might be reserved
                m_ribbons.reserve(std::min(m_most, 2 * m_ribbons.size() + 64));
            m_ribbons.push_back({0, left, right, 0, manner});
            place = static_cast<std::uint32_t>(m_ribbons.size());
        }
        m_ribbons[place - 1].links += links;
        m_ribbons[place - 1].bytes += bytes;
    }

    void endRow()
    {
        const std::size_t count = m_ribbons.size() - m_rowBegin;
        if (count > m_keys / 32)
            orderByTable(count);
        else
            std::sort(m_ribbons.begin() + static_cast<std::ptrdiff_t>(m_rowBegin), m_ribbons.end(),
                      [](const Ribbon &a, const Ribbon &b) {
                          return a.right != b.right ? a.right < b.right : a.manner < b.manner;
                      });
        m_rowBegin = m_ribbons.size();
    }

private:
    static constexpr std::uint32_t kManners = 5;

    // Many of one row: their places stand in the table, in the order that is wanted, but for those that end
    // nowhere.
    void orderByTable(std::size_t count)
    {
        std::vector<Ribbon> ordered;
        ordered.reserve(count);
        const auto take = [&](std::size_t begin, std::size_t end) {
            for (std::size_t key = begin; key < end; ++key) {
                if (m_places.get()[key] > m_rowBegin)
                    ordered.push_back(m_ribbons[m_places.get()[key] - 1]);
            }
        };
        take(kManners, m_keys);
        take(0, kManners);
        std::copy(ordered.begin(), ordered.end(),
                  m_ribbons.begin() + static_cast<std::ptrdiff_t>(m_rowBegin));
    }

    std::vector<Ribbon> &m_ribbons;
    std::size_t m_most;
    std::size_t m_keys; // that the table has
    // 1 + place in m_ribbons, by right row and manner. Not a vector: pages that no link asks for cost
    // nothing.
    std::unique_ptr<std::uint32_t, void (*)(void *)> m_places;
    std::size_t m_rowBegin = 0;
};

/// Where links lead: each node's row in the right tree, by table, for there are as many questions as links.
class RightRows final
{
public:
    explicit RightRows(const FoldedTree &right)
        : m_right(right)
    {
        if (right.rows().empty())
            return;
        m_begin = right.rows().front().node;
        m_rows.assign(right.tree().subtreeEnd(right.roots().back()) - m_begin, Ribbon::kNoRow);
        for (std::size_t row = 0; row < right.rows().size(); ++row) {
            const NodeId node = right.rows()[row].node;
            // An unfolded folder stands for itself alone.
            const NodeId end = right.isUnfolded(node) ? node + 1 : right.tree().subtreeEnd(node);
            std::fill(m_rows.begin() + (node - m_begin), m_rows.begin() + (end - m_begin),
                      static_cast<std::uint32_t>(row));
        }
    }

    std::uint32_t of(NodeId node) const
    {
        const std::size_t place = node - m_begin; // wraps around for nodes before it
        return node == kNoId || place >= m_rows.size() ? Ribbon::kNoRow : m_rows[place];
    }
    /// Whether the names in a folder have rows of their own, where the folder is inside.
    bool fansOut(NodeId folder) const
    {
        const std::uint32_t row = of(folder);
        return row != Ribbon::kNoRow && m_right.rows()[row].node == folder && m_right.isUnfolded(folder);
    }

private:
    const FoldedTree &m_right;
    NodeId m_begin = 0;
    std::vector<std::uint32_t> m_rows;
};

/// Where links come from: asked in the order of the rows.
class LeftRows final
{
public:
    LeftRows(const FoldedTree &left, std::size_t firstRow)
        : m_left(left)
        , m_row(firstRow)
    {
    }

    /// kNoRow where the filter hides it.
    std::uint32_t of(NodeId from)
    {
        const auto rows = m_left.rows();
        while (m_row + 1 < rows.size() && rows[m_row + 1].node <= from)
            ++m_row;
        const bool stands = !rows.empty() && m_left.tree().isInside(from, rows[m_row].node) &&
                            (rows[m_row].node == from || !m_left.isUnfolded(rows[m_row].node));
        return stands ? static_cast<std::uint32_t>(m_row) : Ribbon::kNoRow;
    }
    NodeId nodeOf(std::uint32_t row) const { return m_left.rows()[row].node; }

private:
    const FoldedTree &m_left;
    std::size_t m_row;
};

} // namespace Refbox
