// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/iso9660filler.h"

#include "formats/iso9660format.h"
#include "jobs/job.h"

#include <algorithm>
#include <atomic>

namespace Refbox {

// Small directories that are neighbours go down in one write.
class Iso9660Filler::Gathering
{
public:
    explicit Gathering(const OutputFile &file)
        : m_file(file)
    {
    }

    void add(std::uint64_t offset, std::span<const char> bytes)
    {
        if (offset != m_offset + m_bytes.size() ||
            m_bytes.size() + bytes.size() > std::size_t{kIsoChunkSectors} * kIsoSector)
            flush();
        if (m_bytes.empty())
            m_offset = offset;
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    }

    void flush()
    {
        if (!m_bytes.empty())
            m_file.writeAt(m_offset, m_bytes);
        m_bytes.clear();
    }

private:
    const OutputFile &m_file;
    std::uint64_t m_offset = 0;
    std::vector<char> m_bytes;
};

Iso9660Filler::Iso9660Filler(const Iso9660Layout &layout, const OutputFile &file, const EarlierImage *earlier,
                             Progress &progress)
    : m_layout(layout)
    , m_file(file)
    , m_earlier(earlier)
    , m_progress(progress)
{
    cutDirectories();
}

void Iso9660Filler::cutDirectories()
{
    const auto &directories = m_layout.directories();
    std::uint32_t sectors = kIsoChunkSectors;
    for (std::uint32_t i = 0; i < directories.size(); ++i) {
        if (sectors >= kIsoChunkSectors) {
            m_directoryPieces.push_back(i);
            sectors = 0;
        }
        sectors += directories[i].size.recordSectors + directories[i].size.continuationSectors;
    }
    m_directoryPieces.push_back(static_cast<std::uint32_t>(directories.size()));
}

std::size_t Iso9660Filler::pieces() const
{
    const std::size_t sectors = m_layout.endSector() - m_layout.filesSector();
    return m_directoryPieces.size() - 1 + (sectors + kIsoChunkSectors - 1) / kIsoChunkSectors;
}

void Iso9660Filler::run(unsigned threads)
{
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    runParallel(threads, [&](unsigned) {
        try {
            IsoDataCopier data(m_layout, m_file, m_earlier, m_progress);
            for (std::size_t i; !failed && (i = next++) < pieces();) {
                m_progress.throwIfCancelled();
                perform(i, data);
            }
            if (!failed)
                data.finish();
        } catch (...) {
            failed = true;
            throw;
        }
    });
}

void Iso9660Filler::perform(std::size_t piece, IsoDataCopier &data)
{
    const std::size_t directoryPieces = m_directoryPieces.size() - 1;
    if (piece < directoryPieces)
        return writeDirectories(m_directoryPieces[piece], m_directoryPieces[piece + 1]);
    const std::uint64_t begin =
        m_layout.filesSector() + std::uint64_t{piece - directoryPieces} * kIsoChunkSectors;
    const std::uint64_t end = std::min<std::uint64_t>(begin + kIsoChunkSectors, m_layout.endSector());
    data.copy(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    m_progress.advance((end - begin) * kIsoSector);
}

void Iso9660Filler::writeDirectories(std::size_t begin, std::size_t end)
{
    Gathering gathering(m_file);
    const FileTree &tree = m_layout.tree();
    for (std::size_t i = begin; i < end; ++i) {
        const Iso9660Layout::Directory &directory = m_layout.directories()[i];
        const std::uint64_t start = std::uint64_t{directory.sector} * kIsoSector;
        encodeIsoDirectory(
            {tree, directory.node, m_layout.hasAttributes()}, isoEntries(tree, directory.node), m_layout,
            [&](std::uint64_t offset, std::span<const char> bytes) {
                gathering.add(start + offset, bytes);
                m_progress.advance(bytes.size());
            },
            m_progress);
    }
    gathering.flush();
}

} // namespace Refbox
