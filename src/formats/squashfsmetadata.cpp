// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsmetadata.h"

#include "jobs/job.h"
#include "jobs/text.h"

#include <algorithm>
#include <atomic>

namespace Refbox {

namespace {

constexpr std::size_t kBatch = 64;       // blocks that are packed at once
constexpr std::size_t kWorthAThread = 4; // blocks
constexpr std::size_t kHead = sizeof(std::uint16_t);
constexpr std::size_t kRoom = kHead + kSquashFsMetadataSize;

// Packs one block behind its two bytes; returns the length of both.
std::size_t packBlock(SquashFsPacker &packer, std::span<const char> block, std::span<char> room)
{
    const std::size_t packed = packer.pack(block, room.subspan(kHead));
    const std::size_t size = packed > 0 ? packed : block.size();
    if (packed == 0)
        std::ranges::copy(block, room.begin() + kHead);
    const auto head = static_cast<std::uint16_t>(packed > 0 ? size : size | kSquashFsMetadataStored);
    room[0] = static_cast<char>(head & 0xFF);
    room[1] = static_cast<char>(head >> 8);
    return kHead + size;
}

} // namespace

SquashFsMetadataWriter::SquashFsMetadataWriter(const SquashFsPackers &packers, const OutputFile &file,
                                               std::uint64_t place, const Progress &progress)
    : m_packers(packers)
    , m_file(file)
    , m_place(place)
    , m_progress(progress)
    , m_blocks{0}
{
}

void SquashFsMetadataWriter::append(std::string_view bytes)
{
    m_position += bytes.size();
    while (!bytes.empty()) {
        const std::size_t count = std::min(bytes.size(), kBatch * kSquashFsMetadataSize - m_pending.size());
        m_pending.append(bytes.substr(0, count));
        bytes.remove_prefix(count);
        if (m_pending.size() == kBatch * kSquashFsMetadataSize)
            settle();
    }
}

void SquashFsMetadataWriter::appendZeros(std::uint64_t count)
{
    static const std::string zeros(kSquashFsMetadataSize, '\0');
    for (; count > zeros.size(); count -= zeros.size())
        append(zeros);
    append(std::string_view(zeros).substr(0, count));
}

void SquashFsMetadataWriter::settle()
{
    pack(m_pending.size() / kSquashFsMetadataSize, 0);
}

void SquashFsMetadataWriter::finish()
{
    pack(m_pending.size() / kSquashFsMetadataSize, m_pending.size() % kSquashFsMetadataSize);
}

void SquashFsMetadataWriter::pack(std::size_t wholeBlocks, std::size_t rest)
{
    const std::size_t count = wholeBlocks + (rest > 0 ? 1 : 0);
    if (count == 0)
        return;
    m_progress.throwIfCancelled();
    const std::size_t bytes = wholeBlocks * kSquashFsMetadataSize + rest;
    m_packed.resize(std::max(m_packed.size(), count * kRoom));
    std::vector<std::size_t> sizes(count);
    std::atomic<std::size_t> next{0};
    const auto threads =
        static_cast<unsigned>(std::clamp<std::size_t>(count / kWorthAThread, 1, m_packers.size()));
    const auto work = [&](unsigned worker) {
        for (std::size_t i; (i = next++) < count && !m_progress.isCancelled();) {
            const std::size_t at = i * kSquashFsMetadataSize;
            sizes[i] =
                packBlock(*m_packers[worker],
                          std::span(m_pending).subspan(at, std::min(kSquashFsMetadataSize, bytes - at)),
                          std::span(m_packed).subspan(i * kRoom, kRoom));
        }
    };
    runParallel(threads, work);
    m_progress.throwIfCancelled();
    std::size_t end = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::copy_n(m_packed.begin() + static_cast<std::ptrdiff_t>(i * kRoom), sizes[i],
                    m_packed.begin() + static_cast<std::ptrdiff_t>(end));
        end += sizes[i];
        m_blocks.push_back(m_size + end);
    }
    m_file.writeAt(m_place + m_size, std::span(m_packed).first(end));
    m_size += end;
    m_pending.erase(0, bytes);
}

std::uint64_t SquashFsMetadataWriter::reference(std::uint64_t position) const
{
    const std::uint64_t block = m_blocks[position / kSquashFsMetadataSize];
    if (block > UINT32_MAX)
        throw Error(translated("formats", "Cannot write the image"), {},
                    translated("formats", "Its tables would be larger than SquashFS allows (4 GB)."),
                    translated("formats", "Leave files out."));
    return squashFsReference(block, position % kSquashFsMetadataSize);
}

std::uint64_t writeSquashFsLookupTable(std::string_view entries, std::string_view head,
                                       const SquashFsPackers &packers, const OutputFile &file,
                                       std::uint64_t &place, const Progress &progress)
{
    SquashFsMetadataWriter writer(packers, file, place, progress);
    writer.append(entries);
    writer.finish();
    std::string index(head);
    for (std::size_t i = 0; i + 1 < writer.blocks().size(); ++i)
        appendLittle(index, place + writer.blocks()[i]);
    const std::uint64_t start = place + writer.size();
    file.writeAt(start, index);
    place = start + index.size();
    return start;
}

} // namespace Refbox
