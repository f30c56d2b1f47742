// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Interned byte strings: each distinct string is stored once and named by a 32-bit id.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

using NameId = std::uint32_t;

/// Read-only once its NameInterner is gone; then safe on any thread. Id 0 is the empty string.
class NameTable final
{
public:
    NameTable();

    std::string_view operator[](NameId id) const
    {
        return {m_bytes.data() + m_offsets[id], m_offsets[id + 1] - m_offsets[id]};
    }
    std::size_t size() const { return m_offsets.size() - 1; }
    std::size_t memoryUse() const;

private:
    friend class NameInterner;
    std::string m_bytes;
    std::vector<std::uint32_t> m_offsets;
};

/// Fills a NameTable; holds the hash index that only building needs. One thread.
class NameInterner final
{
public:
    NameInterner();

    /// The id of these bytes, new or known. Throws Error beyond 4 GiB of distinct names.
    NameId intern(std::string_view bytes);
    /// The id if these bytes are known, otherwise kUnknown.
    NameId lookup(std::string_view bytes) const;
    static constexpr NameId kUnknown = 0xFFFFFFFF;

    const NameTable &table() const { return m_table; }
    NameTable take();

private:
    struct Slot
    {
        NameId id = kUnknown;   // kUnknown: empty
        std::uint32_t hash = 0; // spares looking at most names that are others
    };
    static std::uint32_t hashOf(std::string_view bytes);
    std::size_t slotOf(std::string_view bytes, std::uint32_t hash) const;
    void grow();

    NameTable m_table;
    std::vector<Slot> m_slots; // open addressing, power of two
};

} // namespace Refbox
