// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bringing the bytes of the tree's files into the image, small ones through a buffer, large ones by
// copy_file_range(2). The image's file must begin as zeros: holes are left out.
#pragma once

#include "formats/iso9660layout.h"
#include "formats/outputfile.h"
#include "formats/sourcefiles.h"

#include <vector>

namespace Refbox {

/// Sectors of one piece of work: larger ones make threads wait for each other at the image's lock.
inline constexpr std::uint32_t kIsoChunkSectors = 128;

/// For one thread; copies one range of sectors after the other.
class IsoDataCopier final
{
public:
    IsoDataCopier(const Iso9660Layout &layout, const OutputFile &file, const EarlierImage *earlier,
                  const Progress &progress);

    /// Sectors [begin, end) of the files' region, at most kIsoChunkSectors. Throws Error where a source is
    /// gone, changed since the copier was made, or is the file that the image would replace.
    void copy(std::uint32_t begin, std::uint32_t end);
    /// After the last copy(): the last source is checked here.
    void finish() { m_sources.finish(); }

private:
    void copyPart(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint32_t sector);
    void bufferPart(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint32_t sector);
    void flushBuffer();

    const Iso9660Layout &m_layout;
    const OutputFile &m_file;
    const Progress &m_progress;
    SourceFiles m_sources;
    std::vector<char> m_buffer;
    std::size_t m_used = 0; // whole sectors, in bytes
    std::uint32_t m_bufferSector = 0;
};

} // namespace Refbox
