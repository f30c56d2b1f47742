// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsdata.h"

#include "formats/reiserfsspace.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace Refbox {

namespace {

constexpr std::uint64_t kKernelCopyFrom =
    std::uint64_t{256} * 1024; // smaller files are quicker through the buffer

} // namespace

void writeReiserFsSlots(const OutputFile &file, std::uint64_t slot, std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const std::uint64_t run = reiserFsRun(slot, bytes.size() / kReiserFsBlock);
        file.writeAt(reiserFsBlockOf(slot) * kReiserFsBlock, bytes.first(run * kReiserFsBlock));
        bytes = bytes.subspan(run * kReiserFsBlock);
        slot += run;
    }
}

ReiserFsDataCopier::ReiserFsDataCopier(const ReiserFsPlan &plan, std::uint64_t firstSlot,
                                       const OutputFile &file, SourceFiles &sources, const Progress &progress)
    : m_plan(plan)
    , m_firstSlot(firstSlot)
    , m_file(file)
    , m_sources(sources)
    , m_progress(progress)
    , m_buffer(std::size_t{kReiserFsChunk} * kReiserFsBlock)
{
}

void ReiserFsDataCopier::copy(std::uint64_t begin, std::uint64_t end)
{
    const auto &files = m_plan.data();
    auto file = std::ranges::partition_point(files, [begin](const Data &d) { return d.slot <= begin; });
    // Of several that begin there, the last has blocks: the others are nothing but holes.
    for (--file; file != files.end() && file->slot < end; ++file)
        copyFile(*file, begin, end);
    flushBuffer();
}

void ReiserFsDataCopier::copyFile(const Data &data, std::uint64_t begin, std::uint64_t end)
{
    const auto runs = m_plan.runsOf(data);
    auto run = std::ranges::partition_point(
        runs, [begin](const ReiserFsPlan::Run &r) { return std::uint64_t{r.slot} + r.count <= begin; });
    for (; run != runs.end() && run->slot < end; ++run) {
        const std::uint64_t from = std::max<std::uint64_t>(begin, run->slot);
        const std::uint64_t to = std::min<std::uint64_t>(end, std::uint64_t{run->slot} + run->count);
        copyRun(data, run->logical + (from - run->slot), from, to);
    }
}

void ReiserFsDataCopier::copyRun(const Data &data, std::uint64_t logical, std::uint64_t begin,
                                 std::uint64_t end)
{
    m_progress.throwIfCancelled();
    const std::uint64_t size = m_plan.sizeOf(data);
    const std::uint64_t offset = logical * kReiserFsBlock;
    const std::uint64_t length = std::min((end - begin) * kReiserFsBlock, size - offset);
    const InodeId id = m_plan.inodeOf(data);
    const bool large =
        size >= kKernelCopyFrom && id != kNoId && m_plan.tree().inode(id).contentKind != ContentKind::Inline;
    if (large && m_kernelCopies && copyInKernel(id, offset, length, m_firstSlot + begin))
        return;
    bufferRun(data, offset, length, begin, end);
}

void ReiserFsDataCopier::bufferRun(const Data &data, std::uint64_t offset, std::uint64_t length,
                                   std::uint64_t begin, std::uint64_t end)
{
    if (m_used > 0 && (begin != m_bufferBegin + m_used || m_used + (end - begin) > kReiserFsChunk))
        flushBuffer();
    if (m_used == 0)
        m_bufferBegin = begin;
    const std::span<char> place =
        std::span(m_buffer).subspan(m_used * kReiserFsBlock, (end - begin) * kReiserFsBlock);
    const InodeId id = m_plan.inodeOf(data);
    std::size_t got = 0;
    if (id == kNoId)
        got = m_plan.attributeBytes(data.entry).copy(place.data(), length, offset);
    else if (m_plan.tree().inode(id).contentKind == ContentKind::Inline)
        got = m_plan.tree().inlineBytes(id).copy(place.data(), length, offset);
    else
        got = m_sources.open(id).read(offset, place.first(length));
    std::memset(place.data() + got, 0, place.size() - got);
    m_used += end - begin;
}

// False where the kernel cannot: then, and where the source ends early, reading tells more.
bool ReiserFsDataCopier::copyInKernel(InodeId id, std::uint64_t offset, std::uint64_t length,
                                      std::uint64_t slot)
{
    const ContentReader &reader = m_sources.open(id);
    if (reader.descriptor() < 0)
        return false;
    while (length > 0) {
        const std::uint64_t run = reiserFsRun(slot, (length + kReiserFsBlock - 1) / kReiserFsBlock);
        const std::uint64_t bytes = std::min(length, run * kReiserFsBlock);
        if (!copyPiece(reader.descriptor(), reader.descriptorOffset() + offset,
                       reiserFsBlockOf(slot) * kReiserFsBlock, bytes))
            return false;
        length -= bytes;
        offset += bytes;
        slot += run;
    }
    return true;
}

bool ReiserFsDataCopier::copyPiece(int from, std::uint64_t source, std::uint64_t target, std::uint64_t length)
{
    auto in = static_cast<loff_t>(source);
    auto out = static_cast<loff_t>(target);
    while (length > 0) {
        const ssize_t n = copy_file_range(from, &in, m_file.fd(), &out, length, 0);
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

void ReiserFsDataCopier::flushBuffer()
{
    writeReiserFsSlots(m_file, m_firstSlot + m_bufferBegin,
                       std::span(m_buffer).first(m_used * kReiserFsBlock));
    m_used = 0;
}

} // namespace Refbox
