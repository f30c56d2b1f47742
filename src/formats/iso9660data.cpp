// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660data.h"

#include "formats/iso9660format.h"

#include <algorithm>
#include <cstring>

namespace Refbox {

namespace {

constexpr std::uint64_t kKernelCopyFrom =
    std::uint64_t{256} * 1024; // smaller files are quicker through the buffer

} // namespace

IsoDataCopier::IsoDataCopier(const Iso9660Layout &layout, const OutputFile &file, const EarlierImage *earlier,
                             const Progress &progress)
    : m_layout(layout)
    , m_file(file)
    , m_progress(progress)
    , m_sources(layout.tree(), file, earlier, kIsoSector)
    , m_buffer(std::size_t{kIsoChunkSectors} * kIsoSector)
{
}

void IsoDataCopier::copy(std::uint32_t begin, std::uint32_t end)
{
    for (InodeId id = m_layout.fileAt(begin); begin < end; ++id) {
        const Inode &inode = m_layout.tree().inode(id);
        if (!inode.isRegular() || inode.size == 0)
            continue;
        const std::uint64_t offset = std::uint64_t{begin - m_layout.sectorOf(id)} * kIsoSector;
        const std::uint64_t length = std::min(inode.size - offset, std::uint64_t{end - begin} * kIsoSector);
        copyPart(id, offset, length, begin);
        begin += static_cast<std::uint32_t>((length + kIsoSector - 1) / kIsoSector);
    }
    flushBuffer();
}

void IsoDataCopier::copyPart(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint32_t sector)
{
    m_progress.throwIfCancelled();
    const Inode &inode = m_layout.tree().inode(id);
    const bool large = (inode.size >= kKernelCopyFrom || m_sources.isEarlier(id)) &&
                       inode.contentKind != ContentKind::Inline;
    if (large) {
        if (m_sources.open(id).nextData(offset) >= offset + length)
            return;
        if (m_sources.copyInKernel(id, offset, length, std::uint64_t{sector} * kIsoSector))
            return;
    }
    bufferPart(id, offset, length, sector);
}

void IsoDataCopier::bufferPart(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint32_t sector)
{
    const std::size_t padded = (length + kIsoSector - 1) / kIsoSector * kIsoSector;
    if (m_used > 0 && (sector != m_bufferSector + m_used / kIsoSector || m_used + padded > m_buffer.size()))
        flushBuffer();
    if (m_used == 0)
        m_bufferSector = sector;
    const std::span<char> place = std::span(m_buffer).subspan(m_used, padded);
    m_sources.read(id, offset, place.first(length));
    std::memset(place.data() + length, 0, place.size() - length);
    m_used += padded;
}

void IsoDataCopier::flushBuffer()
{
    if (m_used > 0)
        m_file.writeAt(std::uint64_t{m_bufferSector} * kIsoSector, std::span(m_buffer).first(m_used));
    m_used = 0;
}

} // namespace Refbox
