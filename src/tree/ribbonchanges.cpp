// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What becomes of the ribbons when one folder is folded or unfolded: only its own links are merged anew, the
// others are moved. With a million ribbons that is the difference between one frame and ten.
#include "tree/ribbonmerger.h"
#include "tree/ribbons.h"

#include <utility>

namespace Refbox {

namespace {

// Room for some more, but not for as many again as there can be.
void growTo(std::vector<Ribbon> &ribbons, std::size_t size, std::size_t most)
{
    if (size > ribbons.capacity())
        ribbons.reserve(std::max(size, std::min(most, 2 * ribbons.size())));
    ribbons.resize(size);
}

} // namespace

void RibbonMap::leftChanged(const FoldedTree &left, const FoldedTree &right, FoldedTree::Change change)
{
    if (change.rows == 0)
        return;
    const auto linksInside = linksOf(left.rows()[change.row].node);
    std::vector<Ribbon> fresh;
    {
        const auto first = static_cast<std::size_t>(linksInside.data() - links().data());
        const RightRows rightRows(right);
        LeftRows leftRows(left, change.row);
        RibbonMerger merger(fresh, right.rows().size(), linksInside.size());
        merge(first, first + linksInside.size(), leftRows, rightRows, merger);
        merger.endRow();
    }
    const std::size_t endBefore =
        change.row + 1 + static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, -change.rows));
    const auto before = ofLeft(change.row, endBefore);
    const auto begin = static_cast<std::size_t>(before.data() - m_ribbons.data());
    const Most mostBefore = mostOf(before);
    const Most mostFresh = mostOf(fresh);
    replaceByRight(begin, before.size(), fresh);

    const std::size_t end = begin + before.size();
    const std::size_t size = m_ribbons.size();
    const std::size_t newEnd = begin + fresh.size();
    if (newEnd > end) {
        growTo(m_ribbons, size + newEnd - end, links().size());
        std::move_backward(m_ribbons.begin() + static_cast<std::ptrdiff_t>(end),
                           m_ribbons.begin() + static_cast<std::ptrdiff_t>(size), m_ribbons.end());
    } else {
        m_ribbons.erase(m_ribbons.begin() + static_cast<std::ptrdiff_t>(newEnd),
                        m_ribbons.begin() + static_cast<std::ptrdiff_t>(end));
    }
    std::copy(fresh.begin(), fresh.end(), m_ribbons.begin() + static_cast<std::ptrdiff_t>(begin));
    for (std::size_t i = newEnd; i < m_ribbons.size(); ++i)
        m_ribbons[i].left += static_cast<std::uint32_t>(change.rows);
    keepMost(mostBefore, mostFresh);
}

// All are asked only where the most is among those that went.
void RibbonMap::keepMost(const Most &went, const Most &came)
{
    if ((went.links == m_most.links && came.links < m_most.links) ||
        (went.bytes == m_most.bytes && came.bytes < m_most.bytes))
        m_most = mostOf(m_ribbons);
    else
        m_most = {std::max(m_most.links, came.links), std::max(m_most.bytes, came.bytes)};
}

// What is known by right row, when these ribbons are replaced by the fresh ones, all of them from left rows
// in the same place of the order.
void RibbonMap::replaceByRight(std::size_t begin, std::size_t count, const std::vector<Ribbon> &fresh)
{
    const std::size_t rightRows = m_rightLinks.size();
    for (std::size_t i = begin; i < begin + count; ++i) {
        if (m_ribbons[i].right != Ribbon::kNoRow)
            m_rightLinks[m_ribbons[i].right] -= m_ribbons[i].links;
    }
    std::vector<std::uint32_t> freshEnd(rightRows + 1, 0); // of a right row's, once they are sorted
    for (const Ribbon &ribbon : fresh) {
        if (ribbon.right == Ribbon::kNoRow)
            continue;
        m_rightLinks[ribbon.right] += ribbon.links;
        ++freshEnd[ribbon.right + 1];
    }
    for (std::size_t row = 0; row < rightRows; ++row)
        freshEnd[row + 1] += freshEnd[row];
    std::vector<std::uint32_t> freshByRight(freshEnd.back());
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (fresh[i].right != Ribbon::kNoRow)
            freshByRight[freshEnd[fresh[i].right]++] = static_cast<std::uint32_t>(begin + i);
    }

    const auto end = static_cast<std::uint32_t>(begin + count);
    const auto shift = static_cast<std::uint32_t>(fresh.size() - count); // may wrap around
    std::vector<std::uint32_t> byRight;
    byRight.reserve(m_byRight.size() + freshByRight.size());
    std::size_t nextFresh = 0;
    for (std::size_t row = 0; row < rightRows; ++row) {
        std::size_t i = m_rightBegin[row];
        const std::size_t endOfRow = m_rightBegin[row + 1];
        m_rightBegin[row] = static_cast<std::uint32_t>(byRight.size());
        for (; i < endOfRow && m_byRight[i] < begin; ++i)
            byRight.push_back(m_byRight[i]);
        while (i < endOfRow && m_byRight[i] < end)
            ++i;
        for (; nextFresh < freshEnd[row]; ++nextFresh)
            byRight.push_back(freshByRight[nextFresh]);
        for (; i < endOfRow; ++i)
            byRight.push_back(m_byRight[i] + shift);
    }
    m_rightBegin[rightRows] = static_cast<std::uint32_t>(byRight.size());
    m_byRight = std::move(byRight);
}

void RibbonMap::rightChanged(const FoldedTree &left, const FoldedTree &right, FoldedTree::Change change)
{
    if (change.rows == 0)
        return;
    // What a filter hides is nowhere when its folder is unfolded; and only all links are sorted by target.
    if (!m_isWhole || right.isFiltered()) {
        aggregate(left, right);
        return;
    }
    const auto row = static_cast<std::uint32_t>(change.row);
    Moved moved;
    moved.to.resize(m_ribbons.size());
    if (change.rows < 0)
        foldRight(row, static_cast<std::uint32_t>(-change.rows), moved);
    else
        unfoldRight(left, right, change, moved);
    reindexRight(row, change.rows, moved);
    Most came;
    for (const std::uint32_t place : moved.inside)
        came.add(m_ribbons[place]);
    keepMost(moved.went, came);
}

// As index() would, but without a walk along the ribbons: outside of the folder only places have changed.
void RibbonMap::reindexRight(std::uint32_t row, std::ptrdiff_t rows, const Moved &moved)
{
    const auto gone = std::max<std::ptrdiff_t>(0, -rows);
    const auto came = std::max<std::ptrdiff_t>(0, rows);
    const std::uint32_t first = m_rightBegin[row];
    const std::uint32_t last = m_rightBegin[row + 1 + static_cast<std::size_t>(gone)];
    std::vector<std::uint32_t> byRight;
    byRight.reserve(m_byRight.size() - (last - first) + moved.inside.size());
    for (std::size_t i = 0; i < first; ++i)
        byRight.push_back(moved.to[m_byRight[i]]);
    byRight.insert(byRight.end(), moved.inside.begin(), moved.inside.end());
    for (std::size_t i = last; i < m_byRight.size(); ++i)
        byRight.push_back(moved.to[m_byRight[i]]);
    m_byRight = std::move(byRight);

    for (std::vector<std::uint32_t> *known : {&m_rightBegin, &m_rightLinks}) {
        const auto behind = known->begin() + row + 1;
        if (gone > 0)
            known->erase(behind, behind + gone);
        else
            known->insert(behind, static_cast<std::size_t>(came), 0);
    }
    std::uint32_t next = 0;
    for (std::size_t at = row; at <= row + static_cast<std::size_t>(came); ++at) {
        m_rightBegin[at] = first + next;
        m_rightLinks[at] = 0;
        for (; next < moved.inside.size() && m_ribbons[moved.inside[next]].right == at; ++next)
            m_rightLinks[at] += m_ribbons[moved.inside[next]].links;
    }
    const std::uint32_t shift = next - (last - first); // may wrap around
    for (std::size_t at = row + static_cast<std::size_t>(came) + 1; at < m_rightBegin.size(); ++at)
        m_rightBegin[at] += shift;
}

// Those of one left row that end in the folder stand together, in the order of the rows that went.
void RibbonMap::foldRight(std::uint32_t row, std::uint32_t gone, Moved &moved)
{
    std::uint32_t size = 0;
    for (std::size_t from = 0; from < m_ribbons.size(); ++from) {
        Ribbon ribbon = m_ribbons[from];
        if (ribbon.right == Ribbon::kNoRow || ribbon.right < row || ribbon.right > row + gone) {
            if (ribbon.right != Ribbon::kNoRow && ribbon.right > row)
                ribbon.right -= gone;
            moved.to[from] = size;
            m_ribbons[size++] = ribbon;
            continue;
        }
        ribbon.right = row;
        std::size_t place = size; // among those of its left row, by manner
        while (place > 0 && m_ribbons[place - 1].left == ribbon.left && m_ribbons[place - 1].right == row &&
               m_ribbons[place - 1].manner > ribbon.manner)
            --place;
        Ribbon *same = place > 0 ? &m_ribbons[place - 1] : nullptr;
        if (same != nullptr && same->left == ribbon.left && same->right == row &&
            same->manner == ribbon.manner) {
            same->links += ribbon.links;
            same->bytes += ribbon.bytes;
            continue;
        }
        std::move_backward(m_ribbons.begin() + static_cast<std::ptrdiff_t>(place),
                           m_ribbons.begin() + static_cast<std::ptrdiff_t>(size),
                           m_ribbons.begin() + static_cast<std::ptrdiff_t>(size) + 1);
        m_ribbons[place] = ribbon;
        moved.inside.push_back(size++);
    }
    m_ribbons.resize(size);
}

void RibbonMap::unfoldRight(const FoldedTree &left, const FoldedTree &right, FoldedTree::Change change,
                            Moved &moved)
{
    const auto row = static_cast<std::uint32_t>(change.row);
    const auto came = static_cast<std::uint32_t>(change.rows);
    const auto users = m_map->usersOf(right.rows()[change.row].node);
    std::vector<std::uint32_t> places(users.begin(), users.end());
    std::sort(places.begin(), places.end());
    std::vector<Ribbon> fresh;
    {
        const RightRows rightRows(right);
        LeftRows leftRows(left, 0);
        RibbonMerger merger(fresh, right.rows().size(), places.size());
        for (const std::uint32_t place : places) {
            const Link &link = links()[place];
            const std::uint32_t leftRow = leftRows.of(link.from);
            if (leftRow != Ribbon::kNoRow)
                merger.add(leftRow, rightRows.of(link.target), link.manner, 1,
                           m_bytesBefore[place + 1] - m_bytesBefore[place]);
        }
        merger.endRow();
    }
    // From behind, into the same list: of each left row at least as many come as go.
    std::size_t from = m_ribbons.size();
    const std::size_t go = m_rightBegin[row + 1] - m_rightBegin[row];
    growTo(m_ribbons, from - go + fresh.size(), links().size());
    auto to = static_cast<std::uint32_t>(m_ribbons.size());
    while (from > 0) {
        Ribbon ribbon = m_ribbons[--from];
        if (ribbon.right != row) {
            if (ribbon.right != Ribbon::kNoRow && ribbon.right > row)
                ribbon.right += came;
            m_ribbons[--to] = ribbon;
            moved.to[from] = to;
            continue;
        }
        moved.went.add(ribbon);
        for (; from > 0 && m_ribbons[from - 1].left == ribbon.left && m_ribbons[from - 1].right == row;
             --from)
            moved.went.add(m_ribbons[from - 1]);
        for (; !fresh.empty() && fresh.back().left == ribbon.left; fresh.pop_back()) {
            m_ribbons[--to] = fresh.back();
            moved.inside.push_back(to);
        }
    }
    std::ranges::sort(moved.inside, {},
                      [this](std::uint32_t place) { return std::pair(m_ribbons[place].right, place); });
}

} // namespace Refbox
