// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/packedoutput.h"

#include "jobs/error.h"
#include "jobs/job.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

namespace Refbox {

namespace {

struct Packer
{
    Compression compression;
    const char *name;
    int (*addFilter)(archive *);
    std::size_t pieceSize; // large beside the window at the usual level, so that cutting costs little
    int highestLevel;
};

constexpr std::array<Packer, 3> kPackers{{
    {Compression::Gzip, "gzip", &archive_write_add_filter_gzip, std::size_t(1) << 20, 9},
    {Compression::Xz, "xz", &archive_write_add_filter_xz, std::size_t(16) << 20, 9},
    {Compression::Zstd, "zstd", &archive_write_add_filter_zstd, std::size_t(4) << 20, 19},
}};

const Packer &packerOf(Compression compression)
{
    return *std::find_if(kPackers.begin(), kPackers.end(),
                         [&](const Packer &packer) { return packer.compression == compression; });
}

la_ssize_t append(archive *, void *data, const void *bytes, std::size_t size)
{
    static_cast<std::string *>(data)->append(static_cast<const char *>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

// One piece as a complete stream, through libarchive's "raw" format.
std::string pack(const std::string &bytes, Compression compression, int level, const Progress &progress)
{
    const Packer &packer = packerOf(compression);
    std::string packed;
    const std::unique_ptr<archive, int (*)(archive *)> writer(archive_write_new(), &archive_write_free);
    const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(),
                                                                          &archive_entry_free);
    if (!writer || !entry)
        throw std::bad_alloc();
    archive *a = writer.get();
    const auto check = [&](int result) {
        if (result != ARCHIVE_OK)
            throw Error(translated("formats", "Cannot compress"), QString::fromLatin1(packer.name),
                        QString::fromUtf8(archive_error_string(a)));
    };
    check(archive_write_set_format_raw(a));
    check(packer.addFilter(a));
    if (level != 0)
        check(archive_write_set_filter_option(a, packer.name, "compression-level",
                                              std::to_string(level).c_str()));
    if (compression == Compression::Gzip)
        check(archive_write_set_filter_option(a, packer.name, "timestamp", nullptr));
    check(archive_write_set_bytes_per_block(a, 0));
    check(archive_write_open(a, &packed, nullptr, &append, nullptr));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    check(archive_write_header(a, entry.get()));
    constexpr std::size_t kSlice = 64 * 1024; // cancelling must not wait for a whole piece
    for (std::size_t at = 0; at < bytes.size(); at += kSlice) {
        progress.throwIfCancelled();
        const std::size_t size = std::min(kSlice, bytes.size() - at);
        if (archive_write_data(a, bytes.data() + at, size) != static_cast<la_ssize_t>(size))
            check(ARCHIVE_FATAL);
    }
    check(archive_write_close(a));
    return packed;
}

} // namespace

std::optional<Compression> compressionFromName(std::string_view path)
{
    static constexpr std::array<std::pair<std::string_view, Compression>, 11> kEndings{{
        {".tar", Compression::None},
        {".star", Compression::None},
        {".tar.gz", Compression::Gzip},
        {".star.gz", Compression::Gzip},
        {".tgz", Compression::Gzip},
        {".tar.xz", Compression::Xz},
        {".star.xz", Compression::Xz},
        {".txz", Compression::Xz},
        {".tar.zst", Compression::Zstd},
        {".star.zst", Compression::Zstd},
        {".tzst", Compression::Zstd},
    }};
    for (const auto &[ending, compression] : kEndings) {
        if (path.ends_with(ending))
            return compression;
    }
    return std::nullopt;
}

const char *compressionName(Compression compression)
{
    return compression == Compression::None ? "none" : packerOf(compression).name;
}

std::optional<Compression> compressionFromWord(std::string_view word)
{
    if (word == "none")
        return Compression::None;
    for (const Packer &packer : kPackers) {
        if (word == packer.name)
            return packer.compression;
    }
    return std::nullopt;
}

PackedOutput::PackedOutput(ByteSink &file, Compression compression, int level, unsigned threads,
                           Progress &progress)
    : m_file(file)
    , m_compression(compression)
    , m_level(level)
    , m_pieceSize(compression == Compression::None ? 0 : packerOf(compression).pieceSize)
    , m_progress(progress)
{
    if (compression == Compression::None)
        return;
    const Packer &packer = packerOf(compression);
    if (level < 0 || level > packer.highestLevel)
        throw Error(translated("formats", "Cannot compress"), QString::fromLatin1(packer.name),
                    translated("formats", "There is no level %1.").arg(level),
                    translated("formats", "Choose one from 1 to %1.").arg(packer.highestLevel));
    // More would take gigabytes with xz.
    const unsigned count = std::min(threads == 0 ? usefulThreads() : threads, 16U);
    for (unsigned i = 0; i < count; ++i)
        m_threads.emplace_back([this] { work(); });
}

PackedOutput::~PackedOutput()
{
    const std::scoped_lock lock(m_mutex);
    m_stopped = true;
    m_changed.notify_all();
}

void PackedOutput::write(std::span<const char> bytes)
{
    if (m_compression == Compression::None) {
        m_file.write(bytes);
        m_size += bytes.size();
        return;
    }
    while (!bytes.empty()) {
        const std::size_t size = std::min(bytes.size(), m_pieceSize - m_collected.size());
        m_collected.append(bytes.data(), size);
        bytes = bytes.subspan(size);
        if (m_collected.size() == m_pieceSize)
            submit();
    }
}

void PackedOutput::finish()
{
    if (m_compression == Compression::None)
        return;
    if (!m_collected.empty() || !m_any)
        submit();
    while (!m_pieces.empty())
        writeOldest();
}

void PackedOutput::submit()
{
    while (m_pieces.size() >= m_threads.size() + 2)
        writeOldest();
    m_any = true;
    const std::scoped_lock lock(m_mutex);
    m_pieces.emplace_back().bytes = std::exchange(m_collected, {});
    m_changed.notify_all();
}

void PackedOutput::writeOldest()
{
    std::string packed;
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_failure || m_pieces.front().done; });
        if (m_failure)
            std::rethrow_exception(m_failure);
        packed = std::move(m_pieces.front().bytes);
        m_pieces.pop_front();
    }
    m_file.write(packed);
    m_size += packed.size();
}

void PackedOutput::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        auto piece = m_pieces.end();
        m_changed.wait(lock, [&] {
            piece = std::find_if(m_pieces.begin(), m_pieces.end(), [](const Piece &p) { return !p.taken; });
            return m_stopped || m_failure || piece != m_pieces.end();
        });
        if (m_stopped || m_failure)
            return;
        Piece &mine = *piece;
        mine.taken = true;
        lock.unlock();
        std::exception_ptr failure;
        std::string packed;
        try {
            packed = pack(mine.bytes, m_compression, m_level, m_progress);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        mine.bytes = std::move(packed);
        mine.done = true;
        m_failure = m_failure ? m_failure : failure;
        m_changed.notify_all();
    }
}

} // namespace Refbox
