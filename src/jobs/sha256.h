// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// SHA-256 (FIPS 180-4), by Nettle, which uses what the processor has for it: ten times as fast as Qt's own,
// and all that is written, taken in and compared goes through it. Any thread; one hash is one thread's.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

#include <nettle/sha2.h>

namespace Refbox {

using Sha256 = std::array<std::uint8_t, 32>;

class Sha256Hash final
{
public:
    Sha256Hash() { reset(); }

    void add(std::span<const char> bytes);
    /// Of all that was added until now; more may follow.
    Sha256 result() const;
    std::string hex() const;
    void reset();

private:
    sha256_ctx m_state;
};

Sha256 sha256Of(std::span<const char> bytes);
/// In 64 digits.
std::string hexOf(const Sha256 &sha256);

} // namespace Refbox
