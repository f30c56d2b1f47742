// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/sha256.h"

namespace Refbox {

static_assert(std::tuple_size_v<Sha256> == SHA256_DIGEST_SIZE);

void Sha256Hash::reset()
{
    sha256_init(&m_state);
}

void Sha256Hash::add(std::span<const char> bytes)
{
    sha256_update(&m_state, bytes.size(), reinterpret_cast<const std::uint8_t *>(bytes.data()));
}

Sha256 Sha256Hash::result() const
{
    sha256_ctx state = m_state; // giving the result begins anew
    Sha256 sha256{};
    sha256_digest(&state, sha256.size(), sha256.data());
    return sha256;
}

std::string Sha256Hash::hex() const
{
    return hexOf(result());
}

Sha256 sha256Of(std::span<const char> bytes)
{
    Sha256Hash hash;
    hash.add(bytes);
    return hash.result();
}

std::string hexOf(const Sha256 &sha256)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    for (const std::uint8_t byte : sha256) {
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return hex;
}

} // namespace Refbox
