// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An application that notes how long the longest event kept the event loop from the next one: as long as that
// the window is deaf. To be fair to a busy machine, time that the thread only waited for a processor does not
// count (proc(5): /proc/thread-self/schedstat).
#pragma once

#include <QApplication>
#include <QThread>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace Refbox {

// Milliseconds of wall time that this thread did not spend in the queue for a processor.
class ThreadClock
{
public:
    ThreadClock()
        : m_fd(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC)) // "run wait slices", nanoseconds
    {
    }
    ~ThreadClock() { ::close(m_fd); }
    ThreadClock(const ThreadClock &) = delete;
    ThreadClock &operator=(const ThreadClock &) = delete;

    double now() const
    {
        const auto wall = std::chrono::steady_clock::now().time_since_epoch();
        return std::chrono::duration<double, std::milli>(wall).count() - queued();
    }

private:
    double queued() const
    {
        std::array<char, 128> text{};
        const ssize_t length = ::pread(m_fd, text.data(), text.size() - 1, 0);
        if (length <= 0)
            return 0;
        const char *space = std::find(text.data(), text.data() + length, ' ');
        return std::strtod(space, nullptr) / 1e6;
    }
    int m_fd;
};

// Measures every event that the loop hands out.
class MeasuredApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread() || m_depth > 0)
            return QApplication::notify(receiver, event);
        const int type = event->type();
        const QByteArray name = receiver->metaObject()->className();
        ++m_depth;
        const double begin = m_clock.now();
        const bool result = QApplication::notify(receiver, event);
        const double took = m_clock.now() - begin;
        --m_depth;
        ++events;
        if (took > longest) {
            longest = took;
            culprit = name + ", event " + QByteArray::number(type);
        }
        return result;
    }
    void restart()
    {
        longest = 0;
        events = 0;
    }

    double longest = 0;
    int events = 0;
    QByteArray culprit;

private:
    ThreadClock m_clock;
    int m_depth = 0;
};

} // namespace Refbox
