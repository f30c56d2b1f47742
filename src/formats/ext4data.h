// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bringing the bytes of the tree's files into the image, small ones through a buffer, large ones by
// copy_file_range(2).
#pragma once

#include "formats/ext4layout.h"
#include "formats/outputfile.h"
#include "tree/content.h"

#include <memory>
#include <vector>

namespace Refbox {

/// Bytes of one piece of work: larger ones make threads wait for each other at the image's lock.
inline constexpr std::uint32_t kExt4ChunkBlocks = 64;

/// For one thread; copies one range of slots after the other.
class Ext4DataCopier final
{
public:
    Ext4DataCopier(const Ext4Layout &layout, const SlotMap &slots, const OutputFile &file,
                   const Progress &progress);

    /// Slots [begin, end) of the files' region, at most kExt4ChunkBlocks. Throws Error where a source is
    /// gone, changed since the copier was made, or is the file that the image would replace.
    void copy(std::uint64_t begin, std::uint64_t end);

private:
    struct Source // the file that is open
    {
        InodeId id = kNoId;
        std::unique_ptr<ContentReader> reader;
    };
    void copyPart(InodeId id, const BlockMapping &mapping, std::uint64_t firstBlock, std::uint32_t blocks,
                  std::uint64_t slot);
    void copyRun(InodeId id, std::uint64_t logical, std::uint32_t blocks, std::uint64_t slot);
    void bufferRun(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint32_t blocks,
                   std::uint64_t slot);
    bool copyInKernel(std::uint64_t offset, std::uint64_t length, std::uint64_t slot);
    void flushBuffer();
    ContentReader &open(InodeId id);
    void closeSource();

    const Ext4Layout &m_layout;
    const SlotMap &m_slots;
    const OutputFile &m_file;
    const Progress &m_progress;
    std::int64_t m_start; ///< nanoseconds since 1970
    bool m_kernelCopies = true;
    Source m_source;
    std::vector<char> m_buffer;
    std::uint32_t m_used = 0; // blocks
    std::uint64_t m_bufferSlot = 0;

public:
    ~Ext4DataCopier() = default;
    /// After the last copy(): the last source is checked here.
    void finish() { closeSource(); }
};

} // namespace Refbox
