// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/writebehind.h"

#include <algorithm>
#include <chrono>

#include <fcntl.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

constexpr off_t kPiece = 4 << 20;   // so that it can be stopped, on a slow disk too
constexpr off_t kMostPieces = 4096; // a file of terabytes is mostly holes
constexpr std::chrono::milliseconds kPause{20};

} // namespace

WriteBehind::WriteBehind(int fd)
    : m_fd(fd)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

void WriteBehind::finish()
{
    m_thread.request_stop();
    m_thread.join();
    sweep({});
}

void WriteBehind::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!m_stopped.wait_for(lock, stop, kPause, [&] { return stop.stop_requested(); }))
        sweep(stop);
}

// Pieces without new bytes cost next to nothing.
void WriteBehind::sweep(const std::stop_token &stop) const
{
    struct stat status
    {
    };
    if (fstat(m_fd, &status) != 0)
        return;
    const off_t piece = std::max(kPiece, status.st_size / kMostPieces);
    for (off_t at = 0; at < status.st_size && !stop.stop_requested(); at += piece)
        sync_file_range(m_fd, at, piece, SYNC_FILE_RANGE_WRITE);
}

} // namespace Refbox
