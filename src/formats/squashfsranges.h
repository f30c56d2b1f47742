// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ranges of an image that must not overlap: else few bytes could stand for very many things. One thread.
#pragma once

#include <cstdint>
#include <iterator>
#include <map>

namespace Refbox {

class SquashFsRanges final
{
public:
    /// Whether [begin, end) touches none that was added before.
    bool add(std::uint64_t begin, std::uint64_t end)
    {
        const auto next = m_ranges.lower_bound(begin);
        if (next != m_ranges.end() && next->first < end)
            return false;
        if (next != m_ranges.begin() && std::prev(next)->second > begin)
            return false;
        m_ranges.emplace_hint(next, begin, end);
        return true;
    }
    /// Whether this very one was added.
    bool has(std::uint64_t begin, std::uint64_t end) const
    {
        const auto found = m_ranges.find(begin);
        return found != m_ranges.end() && found->second == end;
    }

private:
    std::map<std::uint64_t, std::uint64_t> m_ranges;
};

} // namespace Refbox
