// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/reiserfsdata.h"

#include "formats/reiserfsspace.h"

#include <algorithm>
#include <cstring>

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
    if (id != kNoId && (size >= kKernelCopyFrom || m_sources.isEarlier(id)) &&
        copyInKernel(id, offset, length, m_firstSlot + begin))
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
    if (id == kNoId)
        m_plan.attributeBytes(data.entry).copy(place.data(), length, offset);
    else
        m_sources.read(id, offset, place.first(length));
    std::memset(place.data() + length, 0, place.size() - length);
    m_used += end - begin;
}

// Run by run. False as that of the sources.
bool ReiserFsDataCopier::copyInKernel(InodeId id, std::uint64_t offset, std::uint64_t length,
                                      std::uint64_t slot)
{
    while (length > 0) {
        const std::uint64_t run = reiserFsRun(slot, (length + kReiserFsBlock - 1) / kReiserFsBlock);
        const std::uint64_t bytes = std::min(length, run * kReiserFsBlock);
        if (!m_sources.copyInKernel(id, offset, bytes, reiserFsBlockOf(slot) * kReiserFsBlock))
            return false;
        length -= bytes;
        offset += bytes;
        slot += run;
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
