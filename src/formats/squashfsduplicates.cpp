// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/squashfsduplicates.h"

#include "formats/sourcefiles.h"
#include "jobs/job.h"
#include "jobs/text.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <numeric>
#include <tuple>

#include <lzma.h>

namespace Refbox {

namespace {

constexpr std::uint64_t kHead = 65536; // bytes that tell most files apart
constexpr std::size_t kChunk = 1 << 18;

struct Candidate
{
    std::uint64_t size;
    std::uint64_t hash;
    InodeId id;

    std::pair<std::uint64_t, std::uint64_t> key() const { return {size, hash}; }
    auto operator<=>(const Candidate &) const = default;
};

// One thread's way to the bytes of files.
class Reading
{
public:
    Reading(const FileTree &tree, const OutputFile &image, const Progress &progress)
        : m_tree(tree)
        , m_progress(progress)
        , m_sources(tree, image)
    {
    }

    // Of the bytes before limit, holes left out.
    std::uint64_t hash(const Candidate &file, std::uint64_t limit)
    {
        std::uint64_t hash = 0;
        const std::uint64_t end = std::min(file.size, limit);
        for (std::uint64_t offset = 0; (offset = nextData(file.id, offset)) < end;) {
            m_progress.throwIfCancelled();
            const std::span<char> bytes = room(std::min<std::uint64_t>(kChunk, end - offset));
            m_sources.read(file.id, offset, bytes);
            hash ^= offset;
            hash = lzma_crc64(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size(), hash);
            offset += bytes.size();
        }
        return hash;
    }

    static bool areEqual(Reading &a, InodeId idA, Reading &b, InodeId idB, std::uint64_t size)
    {
        for (std::uint64_t offset = 0;
             (offset = std::min(a.nextData(idA, offset), b.nextData(idB, offset))) < size;) {
            a.m_progress.throwIfCancelled();
            const std::size_t count = std::min<std::uint64_t>(kChunk, size - offset);
            a.m_sources.read(idA, offset, a.room(count));
            b.m_sources.read(idB, offset, b.room(count));
            if (std::memcmp(a.m_buffer.data(), b.m_buffer.data(), count) != 0)
                return false;
            offset += count;
        }
        return true;
    }

    void finish() { m_sources.finish(); }

private:
    std::span<char> room(std::size_t size)
    {
        m_buffer.resize(std::max(m_buffer.size(), size));
        return std::span(m_buffer).first(size);
    }
    bool isInline(InodeId id) const { return m_tree.inode(id).contentKind == ContentKind::Inline; }
    std::uint64_t nextData(InodeId id, std::uint64_t offset)
    {
        return isInline(id) ? offset : m_sources.open(id).nextData(offset);
    }

    const FileTree &m_tree;
    const Progress &m_progress;
    SourceFiles m_sources;
    std::vector<char> m_buffer;
};

// Runs work(reading, i) for all i below count.
template <typename Work>
void inParallel(std::size_t count, unsigned threads, const FileTree &tree, const OutputFile &image,
                Progress &progress, Work work)
{
    constexpr std::size_t batch = 64; // neighbours are mostly of one kind, so not too many
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    runParallel(threads, [&](unsigned) {
        try {
            Reading reading(tree, image, progress);
            for (std::size_t begin; !failed && (begin = next.fetch_add(batch)) < count;) {
                for (std::size_t i = begin; i < std::min(count, begin + batch); ++i)
                    work(reading, i);
                progress.throwIfCancelled();
                progress.advance(std::min(count, begin + batch) - begin);
            }
            reading.finish();
        } catch (...) {
            failed = true;
            throw;
        }
    });
}

// Sorts, and removes whoever is alone with its size and hash.
void keepPeers(std::vector<Candidate> &candidates)
{
    std::ranges::sort(candidates);
    std::size_t kept = 0;
    for (std::size_t begin = 0; begin < candidates.size();) {
        std::size_t end = begin + 1;
        while (end < candidates.size() && candidates[end].key() == candidates[begin].key())
            ++end;
        for (std::size_t i = begin; end - begin > 1 && i < end; ++i)
            candidates[kept++] = candidates[i];
        begin = end;
    }
    candidates.resize(kept);
}

} // namespace

std::vector<InodeId> findEqualContents(const FileTree &tree, const OutputFile &image, unsigned threads,
                                       Progress &progress)
{
    std::vector<Candidate> candidates;
    for (InodeId id = 0; id < tree.inodeCount(); ++id)
        if (tree.inode(id).isRegular() && tree.inode(id).size > 0)
            candidates.push_back({tree.inode(id).size, 0, id});
    keepPeers(candidates);
    progress.beginPhase(translated("formats", "Looking for equal files"), candidates.size(),
                        Progress::Unit::Entries);
    inParallel(candidates.size(), threads, tree, image, progress, [&](Reading &reading, std::size_t i) {
        candidates[i].hash = reading.hash(candidates[i], kHead);
    });
    keepPeers(candidates);
    progress.beginPhase(translated("formats", "Comparing equal files"), 2 * candidates.size(),
                        Progress::Unit::Entries);
    inParallel(candidates.size(), threads, tree, image, progress, [&](Reading &reading, std::size_t i) {
        if (candidates[i].size > kHead)
            candidates[i].hash = reading.hash(candidates[i], candidates[i].size);
    });
    keepPeers(candidates);
    // Hashes only say who is worth comparing.
    std::vector<InodeId> originals(tree.inodeCount());
    std::iota(originals.begin(), originals.end(), InodeId{0});
    inParallel(candidates.size(), threads, tree, image, progress, [&](Reading &reading, std::size_t i) {
        const Candidate &file = candidates[i];
        const Candidate &first = *std::ranges::lower_bound(candidates, file.key(), {}, &Candidate::key);
        if (first.id == file.id)
            return;
        Reading other(tree, image, progress);
        if (Reading::areEqual(reading, file.id, other, first.id, file.size))
            originals[file.id] = first.id;
        other.finish();
    });
    return originals;
}

} // namespace Refbox
