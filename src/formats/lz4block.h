// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Decoding blocks of LZ4. Pure; nothing in the input is believed.
//
// Definition: https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
#pragma once

#include <optional>
#include <span>

namespace Refbox {

/// Decodes until the output is full or the input ends, whichever is first; returns the bytes made, nullopt
/// where the input is malformed.
std::optional<std::size_t> decodeLz4Block(std::span<const char> input, std::span<char> output);

} // namespace Refbox
