// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bringing the bytes of the tree's files into the image, small ones through a buffer, large ones by
// copy_file_range(2).
#pragma once

#include "formats/ext4layout.h"
#include "formats/outputfile.h"
#include "formats/sourcefiles.h"

#include <vector>

namespace Refbox {

/// Bytes of one piece of work: larger ones make threads wait for each other at the image's lock.
inline constexpr std::uint32_t kExt4ChunkBytes = 256 * 1024;

/// For one thread; copies one range of slots after the other.
class Ext4DataCopier final
{
public:
    Ext4DataCopier(const Ext4Layout &layout, const SlotMap &slots, const OutputFile &file,
                   const EarlierImage *earlier, const Progress &progress);

    /// Slots [begin, end) of the files' region, at most kExt4ChunkBytes. Throws Error where a source is
    /// gone, changed since the copier was made, or is the file that the image would replace.
    void copy(std::uint64_t begin, std::uint64_t end);

private:
    void copyPart(InodeId id, const BlockMapping &mapping, std::uint64_t firstBlock, std::uint32_t blocks,
                  std::uint64_t slot);
    void copyRun(InodeId id, std::uint64_t logical, std::uint32_t blocks, std::uint64_t slot);
    void bufferRun(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint32_t blocks,
                   std::uint64_t slot);
    bool copyInKernel(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint64_t slot);
    void flushBuffer();

    const Ext4Layout &m_layout;
    const SlotMap &m_slots;
    const std::uint32_t m_blockSize;
    const OutputFile &m_file;
    const Progress &m_progress;
    SourceFiles m_sources;
    std::vector<char> m_buffer;
    std::uint32_t m_used = 0; // blocks
    std::uint64_t m_bufferSlot = 0;

public:
    ~Ext4DataCopier() = default;
    /// After the last copy(): the last source is checked here.
    void finish() { m_sources.finish(); }
};

} // namespace Refbox
