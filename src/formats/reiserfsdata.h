// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bringing the bytes of files with blocks into a ReiserFS image, small ones through a buffer, large ones by
// copy_file_range(2).
#pragma once

#include "formats/outputfile.h"
#include "formats/reiserfsplan.h"
#include "formats/sourcefiles.h"

#include <vector>

namespace Refbox {

/// Blocks of one piece of work: larger ones make threads wait for each other at the image's lock.
inline constexpr std::uint32_t kReiserFsChunk = 64;

/// Writes blocks at a slot and those that follow.
void writeReiserFsSlots(const OutputFile &file, std::uint64_t slot, std::span<const char> bytes);

/// For one thread; copies one range of slots after the other.
class ReiserFsDataCopier final
{
public:
    /// firstSlot: where the data begins. All must outlive it.
    ReiserFsDataCopier(const ReiserFsPlan &plan, std::uint64_t firstSlot, const OutputFile &file,
                       SourceFiles &sources, const Progress &progress);

    /// Data blocks [begin, end) of the plan, at most kReiserFsChunk. Throws Error where a source is gone,
    /// changed meanwhile, or is the file that the image will replace.
    void copy(std::uint64_t begin, std::uint64_t end);

private:
    using Data = ReiserFsPlan::Data;
    void copyFile(const Data &data, std::uint64_t begin, std::uint64_t end);
    void copyRun(const Data &data, std::uint64_t logical, std::uint64_t begin, std::uint64_t end);
    void bufferRun(const Data &data, std::uint64_t offset, std::uint64_t length, std::uint64_t begin,
                   std::uint64_t end);
    bool copyInKernel(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint64_t slot);
    void flushBuffer();

    const ReiserFsPlan &m_plan;
    std::uint64_t m_firstSlot;
    const OutputFile &m_file;
    SourceFiles &m_sources;
    const Progress &m_progress;
    std::vector<char> m_buffer;
    std::uint64_t m_used = 0; // blocks
    std::uint64_t m_bufferBegin = 0;
};

} // namespace Refbox
