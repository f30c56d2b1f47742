// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/sha256.h"

#include <concepts>
#include <string>
#include <string_view>

namespace Refbox {

/// One SHA-256 over several parts, which cannot run into each other: each is told with its length.
class KeyHash final
{
public:
    void add(std::string_view part)
    {
        const std::string head = std::to_string(part.size()) + ':';
        m_hash.add(head);
        m_hash.add(part);
    }
    void add(std::integral auto number) { add(std::string_view(std::to_string(number))); }
    /// 64 digits.
    std::string hex() const { return m_hash.hex(); }

private:
    Sha256Hash m_hash;
};

} // namespace Refbox
