// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree/nametable.h"

#include "jobs/error.h"
#include "jobs/text.h"

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
    : m_slots(64)
{
}

std::uint32_t NameInterner::hashOf(std::string_view bytes)
{
    const std::uint64_t hash = std::hash<std::string_view>()(bytes);
    return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

std::size_t NameInterner::slotOf(std::string_view bytes, std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        const Slot held = m_slots[slot];
        if (held.id == kUnknown || (held.hash == hash && m_table[held.id] == bytes))
            return slot;
    }
}

NameId NameInterner::lookup(std::string_view bytes) const
{
    if (bytes.empty())
        return 0;
    return m_slots[slotOf(bytes, hashOf(bytes))].id;
}

NameId NameInterner::intern(std::string_view bytes)
{
    if (bytes.empty())
        return 0;
    const std::uint32_t hash = hashOf(bytes);
    const std::size_t slot = slotOf(bytes, hash);
    if (m_slots[slot].id != kUnknown)
        return m_slots[slot].id;
    const auto id = static_cast<NameId>(m_table.size());
    if (m_table.m_bytes.size() + bytes.size() > std::numeric_limits<std::uint32_t>::max() ||
        id == kUnknown - 1)
        throw Error(translated("tree", "Cannot hold this tree"), {},
                    translated("tree", "It has more than 4 GiB of distinct names."),
                    translated("tree", "Open a part of it."));
    m_table.m_bytes += bytes;
    m_table.m_offsets.push_back(static_cast<std::uint32_t>(m_table.m_bytes.size()));
    m_slots[slot] = {id, hash};
    if (m_table.size() * 2 > m_slots.size())
        grow();
    return id;
}

void NameInterner::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot held : old) {
        if (held.id == kUnknown)
            continue;
        std::size_t slot = held.hash & mask;
        while (m_slots[slot].id != kUnknown)
            slot = (slot + 1) & mask;
        m_slots[slot] = held;
    }
}

NameTable NameInterner::take()
{
    m_slots = std::vector<Slot>();
    m_table.m_bytes.shrink_to_fit();
    m_table.m_offsets.shrink_to_fit();
    return std::move(m_table);
}

} // namespace Refbox
