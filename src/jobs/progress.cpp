// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/progress.h"

#include "jobs/text.h"

#include <algorithm>

namespace Refbox {

using namespace std::chrono_literals;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

// A forecast of weeks says nothing, and longer ones would not fit the number.
constexpr milliseconds kLongestForecast = 1000h;

Progress::Progress()
    : Progress(nullptr)
{
}

Progress::Progress(const Progress *job, const Progress *other)
    : m_job(job)
    , m_other(other)
    , m_start(Clock::now())
    , m_phaseStart(m_start)
{
}

void Progress::beginPhase(const QString &name, std::uint64_t total, Unit unit)
{
    throwIfCancelled();
    const std::scoped_lock lock(m_mutex);
    m_phase = name;
    m_unit = unit;
    m_total = total;
    m_phaseStart = Clock::now();
    m_done.store(0, std::memory_order_relaxed);
}

void Progress::forecast(milliseconds whole)
{
    const std::scoped_lock lock(m_mutex);
    m_forecast = whole;
    m_forecastStart = Clock::now();
}

void Progress::log(Severity severity, const QString &text)
{
    const std::scoped_lock lock(m_mutex);
    if (m_log.size() >= kLongestLog * 2 || (m_log.size() > kLongestLog && severity != Severity::Error))
        return;
    const bool last = m_log.size() == kLongestLog && severity != Severity::Error;
    m_log.push_back({last ? Severity::Warning : severity, duration_cast<milliseconds>(Clock::now() - m_start),
                     last ? translated("jobs", "Further lines are left out.") : text});
}

void Progress::finish()
{
    const std::scoped_lock lock(m_mutex);
    m_finished = true;
}

Progress::Snapshot Progress::snapshot() const
{
    const std::scoped_lock lock(m_mutex);
    const auto now = Clock::now();
    const auto inPhase = now - m_phaseStart;
    Snapshot s;
    s.phase = m_phase;
    s.unit = m_unit;
    s.total = m_total;
    s.done = m_done.load(std::memory_order_relaxed);
    if (m_total > 0)
        s.done = std::min(s.done, m_total);
    s.elapsed = duration_cast<milliseconds>(now - m_start);
    s.finished = m_finished;
    if (m_forecast > 0ms) {
        // What takes longer than it was to stays just before the end.
        const auto past = duration_cast<milliseconds>(now - m_forecastStart);
        s.unit = Unit::Steps;
        s.total = static_cast<std::uint64_t>(m_forecast.count());
        s.done = static_cast<std::uint64_t>(std::min(past, m_forecast * 99 / 100).count());
        if (past < m_forecast && !m_finished)
            s.remaining = m_forecast - past;
        return s;
    }
    const double seconds = std::chrono::duration<double>(inPhase).count();
    if (seconds > 0)
        s.rate = static_cast<double>(s.done) / seconds;
    if (m_total > 0 && s.rate > 0 && inPhase >= 2s && !m_finished) {
        const double left = static_cast<double>(m_total - s.done) / s.rate * 1000;
        if (left < static_cast<double>(kLongestForecast.count()))
            s.remaining = milliseconds(static_cast<std::int64_t>(left));
    }
    return s;
}

std::vector<Progress::LogLine> Progress::logFrom(std::size_t first) const
{
    const std::scoped_lock lock(m_mutex);
    if (first >= m_log.size())
        return {};
    return {m_log.begin() + static_cast<std::ptrdiff_t>(first), m_log.end()};
}

int Progress::Snapshot::tenThousandths() const
{
    if (finished)
        return 10000;
    if (total == 0)
        return 0;
    const double share = static_cast<double>(done) / static_cast<double>(total);
    return std::min(9999, static_cast<int>(share * 10000));
}

} // namespace Refbox
