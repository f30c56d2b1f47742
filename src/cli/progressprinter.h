// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shows a Progress on a stream while a job runs: one line that changes on a terminal, a plain line per phase
// and log entry in a pipe.
#pragma once

#include "jobs/progress.h"

#include <ostream>
#include <string>
#include <thread>

namespace Refbox {

class ProgressPrinter final
{
public:
    ProgressPrinter(const Progress &progress, std::ostream &stream, bool interactive);
    ~ProgressPrinter(); ///< stops after the last news
    /// Stops without any.
    void silence();
    ProgressPrinter(const ProgressPrinter &) = delete;
    ProgressPrinter &operator=(const ProgressPrinter &) = delete;

private:
    void run(const std::stop_token &stop);
    void printNews();

    const Progress &m_progress;
    std::ostream &m_stream;
    bool m_interactive;
    QString m_lastPhase;
    std::size_t m_logSeen = 0;
    std::jthread m_thread; // last: it uses all of the above
};

/// "Writing the image  61 %  412 MB/s  0:42 left", no longer than width columns.
std::string progressLine(const Progress::Snapshot &snapshot, std::size_t width);

} // namespace Refbox
