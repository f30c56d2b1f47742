// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Seeded random Lua data, as values and as texts in all of Lua's notations, and a dump to compare them by.
#pragma once

#include "project/luadata.h"

#include <QByteArray>

#include <cstdint>
#include <random>
#include <string>

namespace Refbox::Test {

/// The same numbers for the same seed, on every machine (the standard's distributions are not).
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_engine(seed)
    {
    }
    std::uint64_t bits() { return m_engine(); }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_engine() % bound); }
    bool oneIn(std::size_t n) { return below(n) == 0; }
    /// Bytes of every kind, among them those that need care.
    std::string bytes(std::size_t maxLength);
    /// A name of letters, digits and the signs allowed in names.
    std::string name();
    /// Valid comment lines, as commentLines() makes them.
    std::vector<std::string> comment();

private:
    std::mt19937_64 m_engine;
};

/// One line that says everything about a value but places and comments; tables sorted by key.
std::string dump(const LuaValue &value);
/// The same with all comments.
std::string dumpWithComments(const LuaData &data);

LuaValue randomValue(Random &random, int depth);
LuaData randomData(Random &random);

/// A text of `return { … }` in arbitrary notation, valid Lua and no duplicate keys.
std::string randomLuaText(Random &random);

} // namespace Refbox::Test
