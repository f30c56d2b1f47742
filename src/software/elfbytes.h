// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bytes at random from wherever they are, through one small window: for readers of structured files.
// One thread. Every read is bounded by the size that the source had when it was opened.
#pragma once

#include "tree/content.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace Refbox {

class ElfBytes
{
public:
    ElfBytes(const ElfBytes &) = delete;
    ElfBytes &operator=(const ElfBytes &) = delete;
    virtual ~ElfBytes() = default;

    std::uint64_t size() const { return m_size; }
    /// Whether [offset, offset + length) is inside.
    bool holds(std::uint64_t offset, std::uint64_t length) const
    {
        return length <= m_size && offset <= m_size - length;
    }
    /// All of buffer, or false where the source ends before it.
    bool read(std::uint64_t offset, std::span<char> buffer);
    /// The bytes up to the next NUL; false where there is none within limit bytes.
    bool readString(std::uint64_t offset, std::size_t limit, std::string &out);

protected:
    explicit ElfBytes(std::uint64_t size)
        : m_size(size)
    {
    }

private:
    /// Up to buffer.size() bytes; fewer only at the end.
    virtual std::size_t fetch(std::uint64_t offset, std::span<char> buffer) = 0;

    std::uint64_t m_size;
    std::uint64_t m_windowStart = 0;
    std::size_t m_windowSize = 0;
    std::array<char, 4096> m_window;
};

/// A descriptor; keeps it open no longer than its owner does.
class FileBytes final : public ElfBytes
{
public:
    explicit FileBytes(int fd);

private:
    std::size_t fetch(std::uint64_t offset, std::span<char> buffer) override;
    int m_fd;
};

class ContentBytes final : public ElfBytes
{
public:
    explicit ContentBytes(const ContentReader &reader)
        : ElfBytes(reader.size())
        , m_reader(&reader)
    {
    }

private:
    std::size_t fetch(std::uint64_t offset, std::span<char> buffer) override;
    const ContentReader *m_reader;
};

class MemoryBytes final : public ElfBytes
{
public:
    explicit MemoryBytes(std::string_view bytes)
        : ElfBytes(bytes.size())
        , m_bytes(bytes)
    {
    }

private:
    std::size_t fetch(std::uint64_t offset, std::span<char> buffer) override;
    std::string_view m_bytes;
};

} // namespace Refbox
