// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/nametable.h"

#include "jobs/error.h"

#include <functional>
#include <limits>

namespace Refbox {

NameTable::NameTable()
    : m_offsets{0, 0} // id 0: the empty string
{
}

std::size_t NameTable::memoryUse() const
{
    return m_bytes.capacity() + m_offsets.capacity() * sizeof(m_offsets[0]);
}

NameInterner::NameInterner()
    : m_slots(64, kUnknown)
{
}

std::size_t NameInterner::slotOf(std::string_view bytes, std::size_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    while (m_slots[slot] != kUnknown && m_table[m_slots[slot]] != bytes)
        slot = (slot + 1) & mask;
    return slot;
}

NameId NameInterner::lookup(std::string_view bytes) const
{
    if (bytes.empty())
        return 0;
    return m_slots[slotOf(bytes, std::hash<std::string_view>()(bytes))];
}

NameId NameInterner::intern(std::string_view bytes)
{
    if (bytes.empty())
        return 0;
    std::size_t slot = slotOf(bytes, std::hash<std::string_view>()(bytes));
    if (m_slots[slot] != kUnknown)
        return m_slots[slot];
    const auto id = static_cast<NameId>(m_table.size());
    if (m_table.m_bytes.size() + bytes.size() > std::numeric_limits<std::uint32_t>::max() ||
        id == kUnknown - 1)
        throw Error(QStringLiteral("Cannot hold this tree"), {},
                    QStringLiteral("It has more than 4 GiB of distinct names."),
                    QStringLiteral("Open a part of it."));
    m_table.m_bytes += bytes;
    m_table.m_offsets.push_back(static_cast<std::uint32_t>(m_table.m_bytes.size()));
    m_slots[slot] = id;
    if (m_table.size() * 2 > m_slots.size())
        grow();
    return id;
}

void NameInterner::grow()
{
    m_slots.assign(m_slots.size() * 2, kUnknown);
    const std::size_t mask = m_slots.size() - 1;
    for (NameId id = 1; id < m_table.size(); ++id) {
        std::size_t slot = std::hash<std::string_view>()(m_table[id]) & mask;
        while (m_slots[slot] != kUnknown)
            slot = (slot + 1) & mask;
        m_slots[slot] = id;
    }
}

NameTable NameInterner::take()
{
    m_slots = std::vector<NameId>();
    m_table.m_bytes.shrink_to_fit();
    m_table.m_offsets.shrink_to_fit();
    return std::move(m_table);
}

} // namespace Refbox
