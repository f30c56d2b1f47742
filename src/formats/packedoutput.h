// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Compresses a stream on its way out, with several threads: cut into pieces of a fixed size that are
// packed each for itself, as pigz and xz -T do, so that the bytes do not depend on the number of threads.
// gzip, xz and zstd all define several streams one after the other as their contents one after the other.
#pragma once

#include "formats/bytesink.h"
#include "jobs/progress.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace Refbox {

enum class Compression { None, Gzip, Xz, Zstd };

/// By the name's ending: .tar and .star, these with .gz, .xz or .zst, and .tgz, .txz, .tzst. nullopt for
/// others.
std::optional<Compression> compressionFromName(std::string_view path);
/// "none", "gzip", "xz", "zstd".
const char *compressionName(Compression compression);
std::optional<Compression> compressionFromWord(std::string_view word);

/// One thread calls it. Throws Error and Cancelled.
class PackedOutput final
{
public:
    /// level: the compression's own, 0 for its usual one; an Error where there is none such. threads 0:
    /// usefulThreads().
    PackedOutput(ByteSink &file, Compression compression, int level, unsigned threads, Progress &progress);
    ~PackedOutput();

    void write(std::span<const char> bytes);
    void finish();
    /// Packed bytes, complete after finish().
    std::uint64_t size() const { return m_size; }

private:
    struct Piece
    {
        std::string bytes; // packed when done
        bool taken = false;
        bool done = false;
    };

    void work();
    void submit();
    void writeOldest();

    ByteSink &m_file;
    const Compression m_compression;
    const int m_level;
    const std::size_t m_pieceSize;
    Progress &m_progress;
    std::uint64_t m_size = 0;
    bool m_any = false;
    std::string m_collected; // the piece that is being filled

    std::mutex m_mutex; // guards all below
    std::condition_variable m_changed;
    std::deque<Piece> m_pieces; // in order; references stay valid
    bool m_stopped = false;
    std::exception_ptr m_failure;
    std::vector<std::jthread> m_threads; // last: they end before what they use
};

} // namespace Refbox
