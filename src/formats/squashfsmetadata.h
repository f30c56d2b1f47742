// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writing a table as metadata blocks: bytes go in at one end, packed blocks come out at the other, several at
// once by several threads. What stands where is known as soon as the blocks before it are packed.
#pragma once

#include "formats/outputfile.h"
#include "formats/squashfscompression.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// One for each thread.
using SquashFsPackers = std::vector<std::unique_ptr<SquashFsPacker>>;

/// One thread calls it.
class SquashFsMetadataWriter final
{
public:
    /// Blocks are written from place on. All must outlive it.
    SquashFsMetadataWriter(const SquashFsPackers &packers, const OutputFile &file, std::uint64_t place,
                           const Progress &progress);

    /// Bytes appended so far.
    std::uint64_t position() const { return m_position; }
    void append(std::string_view bytes);
    void appendZeros(std::uint64_t count);

    /// Packs all whole blocks: from now on reference() is known for every position up to this one.
    void settle();
    /// Packs the last block as well; nothing may be appended afterwards.
    void finish();

    /// Of a settled position. Throws Error where the table has outgrown the references' 32 bits.
    std::uint64_t reference(std::uint64_t position) const;
    /// Places of all blocks from the table's beginning.
    const std::vector<std::uint64_t> &blocks() const { return m_blocks; }
    /// Bytes written so far.
    std::uint64_t size() const { return m_size; }

private:
    void pack(std::size_t wholeBlocks, std::size_t rest);

    const SquashFsPackers &m_packers;
    const OutputFile &m_file;
    std::uint64_t m_place;
    const Progress &m_progress;
    std::uint64_t m_position = 0;
    std::uint64_t m_size = 0;
    std::string m_pending;               // begins with a block
    std::vector<std::uint64_t> m_blocks; // one more than are packed: where the next will stand
    std::vector<char> m_packed;
};

/// A table of entries that are found by their number: metadata blocks at place, behind them the places of
/// these. Returns where the list of places begins, for the superblock; place is moved behind it. An id table
/// for attributes has a head before the places.
std::uint64_t writeSquashFsLookupTable(std::string_view entries, std::string_view head,
                                       const SquashFsPackers &packers, const OutputFile &file,
                                       std::uint64_t &place, const Progress &progress);

} // namespace Refbox
