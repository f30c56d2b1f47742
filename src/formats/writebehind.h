// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lets the disk take a file's bytes while more of them are made, so that little is left to wait for when the
// file must be on the disk. Errors are left to fsync(2).
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

namespace Refbox {

class WriteBehind final
{
public:
    /// fd: of a regular file that is open for as long as this lives. Begins at once, in a thread of its own.
    explicit WriteBehind(int fd);
    /// Ends within the time that the disk takes for a few megabytes.
    ~WriteBehind() = default;
    /// After the last write: begins what is left, and ends.
    void finish();
    WriteBehind(const WriteBehind &) = delete;
    WriteBehind &operator=(const WriteBehind &) = delete;

private:
    void run(const std::stop_token &stop);
    void sweep(const std::stop_token &stop) const;

    int m_fd;
    std::mutex m_mutex;
    std::condition_variable_any m_stopped;
    std::jthread m_thread; // last: it uses the rest
};

} // namespace Refbox
