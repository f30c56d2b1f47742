// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a running job tells its watchers, and how they stop it. One Progress is shared (std::shared_ptr)
// between the job's threads and any number of watchers, who poll snapshot() and log() at their own pace:
// a job never waits for a window. All functions are safe on any thread.
#pragma once

#include "jobs/error.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

namespace Refbox {

class Progress final
{
public:
    enum class Unit { Steps, Bytes, Entries };
    enum class Severity { Info, Warning, Error };

    struct LogLine
    {
        Severity severity = Severity::Info;
        std::chrono::milliseconds time{0}; ///< since the job's start
        QString text;
    };

    struct Snapshot
    {
        QString phase; ///< "Writing the image"; empty before the first phase
        Unit unit = Unit::Steps;
        std::uint64_t done = 0;
        std::uint64_t total = 0;                            ///< 0: unknown
        double rate = 0;                                    ///< units a second in this phase
        std::chrono::milliseconds elapsed{0};               ///< since the job's start
        std::optional<std::chrono::milliseconds> remaining; ///< of this phase; none before 2 s of samples
        /// 0…10,000; never 10,000 before finish().
        int tenThousandths() const;
        bool finished = false;
    };

    Progress();
    /// For a part of a job whose phases and counts nobody watches: cancelled when the job is, or the other.
    /// Both must outlive it.
    explicit Progress(const Progress *job, const Progress *other = nullptr);

    void beginPhase(const QString &name, std::uint64_t total = 0, Unit unit = Unit::Steps);
    /// From now on until the next one, shares and time left are of this time, whatever the phases are: for
    /// work that cannot be counted, but took so long the last time. 0: no forecast any more.
    void forecast(std::chrono::milliseconds whole);
    void advance(std::uint64_t delta = 1) noexcept { m_done.fetch_add(delta, std::memory_order_relaxed); }
    /// Past kLongestLog lines only errors are kept, so that a hostile input cannot fill the memory.
    void log(Severity severity, const QString &text);
    static constexpr std::size_t kLongestLog = 10'000;
    /// The output is complete and flushed: only now may a watcher show 100 %.
    void finish();

    void cancel() noexcept { m_cancelled.store(true, std::memory_order_relaxed); }
    bool isCancelled() const noexcept
    {
        return m_cancelled.load(std::memory_order_relaxed) || (m_job != nullptr && m_job->isCancelled()) ||
               (m_other != nullptr && m_other->isCancelled());
    }
    void throwIfCancelled() const
    {
        if (isCancelled())
            throw Cancelled();
    }

    Snapshot snapshot() const;
    /// Lines from index first on; watchers remember how many they have seen.
    std::vector<LogLine> logFrom(std::size_t first) const;

private:
    using Clock = std::chrono::steady_clock;

    std::atomic<std::uint64_t> m_done{0};
    std::atomic<bool> m_cancelled{false};
    const Progress *m_job = nullptr;
    const Progress *m_other = nullptr;

    mutable std::mutex m_mutex; // guards all below
    QString m_phase;
    Unit m_unit = Unit::Steps;
    std::uint64_t m_total = 0;
    bool m_finished = false;
    Clock::time_point m_start;
    Clock::time_point m_phaseStart;
    std::chrono::milliseconds m_forecast{0};
    Clock::time_point m_forecastStart;
    std::vector<LogLine> m_log;
};

} // namespace Refbox
