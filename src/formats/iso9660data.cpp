// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660data.h"

#include "formats/iso9660format.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::uint64_t kKernelCopyFrom =
    std::uint64_t{256} * 1024; // smaller files are quicker through the buffer

} // namespace

IsoDataCopier::IsoDataCopier(const Iso9660Layout &layout, const OutputFile &file, const Progress &progress)
    : m_layout(layout)
    , m_file(file)
    , m_progress(progress)
    , m_sources(layout.tree(), file)
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
    const bool large = inode.size >= kKernelCopyFrom && inode.contentKind != ContentKind::Inline;
    if (large) {
        if (m_sources.open(id).nextData(offset) >= offset + length)
            return;
        if (m_kernelCopies && copyInKernel(id, offset, length, sector))
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
    const FileTree &tree = m_layout.tree();
    std::size_t got = 0;
    if (tree.inode(id).contentKind == ContentKind::Inline)
        got = tree.inlineBytes(id).substr(offset).copy(place.data(), length);
    else
        got = m_sources.open(id).read(offset, place.first(length));
    std::memset(place.data() + got, 0, place.size() - got);
    m_used += padded;
}

// False where the kernel cannot: then, and where the source ends early, reading tells more.
bool IsoDataCopier::copyInKernel(InodeId id, std::uint64_t offset, std::uint64_t length, std::uint32_t sector)
{
    const ContentReader &reader = m_sources.open(id);
    const int from = reader.descriptor();
    if (from < 0)
        return false;
    auto source = static_cast<loff_t>(reader.descriptorOffset() + offset);
    auto target = static_cast<loff_t>(std::uint64_t{sector} * kIsoSector);
    while (length > 0) {
        const ssize_t n = copy_file_range(from, &source, m_file.fd(), &target, length, 0);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
            throw m_file.error(errno);
        if (n <= 0) {
            m_kernelCopies = n == 0 || errno != EXDEV;
            return false;
        }
        length -= static_cast<std::uint64_t>(n);
    }
    return true;
}

void IsoDataCopier::flushBuffer()
{
    if (m_used > 0)
        m_file.writeAt(std::uint64_t{m_bufferSector} * kIsoSector, std::span(m_buffer).first(m_used));
    m_used = 0;
}

} // namespace Refbox
