// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/lz4block.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace Refbox {

namespace {

constexpr std::size_t kShortestMatch = 4;
constexpr std::size_t kLongLength = 15; // more bytes of it follow

class Decoder
{
public:
    Decoder(std::span<const char> input, std::span<char> output)
        : m_input(input)
        , m_output(output)
    {
    }

    std::optional<std::size_t> decode()
    {
        while (m_in < m_input.size() && m_out < m_output.size()) {
            const std::size_t token = nextByte();
            if (!copyLiterals(token >> 4))
                return std::nullopt;
            if (m_in == m_input.size() || m_out == m_output.size())
                break;
            if (!copyMatch(token & 15))
                return std::nullopt;
        }
        return m_out;
    }

private:
    std::size_t nextByte() { return static_cast<std::uint8_t>(m_input[m_in++]); }

    bool readLength(std::size_t &length)
    {
        if (length < kLongLength)
            return true;
        for (std::size_t more = 255; more == 255;) {
            if (m_in == m_input.size())
                return false;
            more = nextByte();
            length += more;
        }
        return true;
    }

    bool copyLiterals(std::size_t length)
    {
        if (!readLength(length) || length > m_input.size() - m_in)
            return false;
        const std::size_t count = std::min(length, m_output.size() - m_out);
        std::memcpy(m_output.data() + m_out, m_input.data() + m_in, count);
        m_in += length;
        m_out += count;
        return true;
    }

    bool copyMatch(std::size_t length)
    {
        if (m_input.size() - m_in < 2)
            return false;
        std::size_t distance = nextByte();
        distance |= nextByte() << 8;
        if (distance == 0 || distance > m_out || !readLength(length))
            return false;
        length = std::min(length + kShortestMatch, m_output.size() - m_out);
        char *to = m_output.data() + m_out;
        if (distance >= length) {
            std::memcpy(to, to - distance, length);
        } else {
            const char *from = to - distance;
            for (std::size_t i = 0; i < length; ++i) // overlapping itself, which is how it repeats
                to[i] = from[i];
        }
        m_out += length;
        return true;
    }

    std::span<const char> m_input;
    std::span<char> m_output;
    std::size_t m_in = 0;
    std::size_t m_out = 0;
};

} // namespace

std::optional<std::size_t> decodeLz4Block(std::span<const char> input, std::span<char> output)
{
    return Decoder(input, output).decode();
}

} // namespace Refbox
