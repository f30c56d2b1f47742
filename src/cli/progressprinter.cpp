// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progressprinter.h"

#include "jobs/display.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include <sys/ioctl.h>
#include <unistd.h>

namespace Refbox {

using namespace std::chrono_literals;

namespace {

constexpr const char *kClearLine = "\r\033[K";

std::size_t terminalWidth()
{
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

} // namespace

std::string progressLine(const Progress::Snapshot &snapshot, std::size_t width)
{
    QString line = snapshot.phase;
    if (snapshot.total > 0)
        line += QStringLiteral("  %1 %").arg(snapshot.tenThousandths() / 100);
    if (snapshot.rate >= 1) {
        const auto rate = static_cast<std::uint64_t>(snapshot.rate);
        if (snapshot.unit == Progress::Unit::Bytes)
            line += QStringLiteral("  %1/s").arg(formatSize(rate));
        else if (snapshot.unit == Progress::Unit::Entries)
            line += QStringLiteral("  %1 entries/s").arg(rate);
    }
    if (snapshot.remaining)
        line += QStringLiteral("  %1 left").arg(formatDuration(*snapshot.remaining));
    return line.left(static_cast<qsizetype>(width)).toStdString();
}

ProgressPrinter::ProgressPrinter(const Progress &progress, std::ostream &stream, bool interactive)
    : m_progress(progress)
    , m_stream(stream)
    , m_interactive(interactive)
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

ProgressPrinter::~ProgressPrinter()
{
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    m_thread.join();
    printNews();
    if (m_interactive)
        m_stream << kClearLine << std::flush;
}

void ProgressPrinter::silence()
{
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    m_thread.join();
    if (m_interactive)
        m_stream << kClearLine << std::flush;
}

void ProgressPrinter::run(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    // Short jobs end without having shown a line.
    while (!wake.wait_for(lock, stop, 150ms, [&] { return stop.stop_requested(); })) {
        printNews();
        if (m_interactive)
            m_stream << kClearLine << progressLine(m_progress.snapshot(), terminalWidth() - 1) << std::flush;
    }
}

void ProgressPrinter::printNews()
{
    const auto lines = m_progress.logFrom(m_logSeen);
    m_logSeen += lines.size();
    if (m_interactive && !lines.empty())
        m_stream << kClearLine;
    for (const Progress::LogLine &line : lines)
        m_stream << line.text.toStdString() << '\n';
    const Progress::Snapshot snapshot = m_progress.snapshot();
    if (!m_interactive && snapshot.phase != m_lastPhase) {
        m_lastPhase = snapshot.phase;
        m_stream << snapshot.phase.toStdString() << '\n';
    }
    m_stream << std::flush;
}

} // namespace Refbox
