// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a build prints: all of it in a file, the last lines at hand for messages. One thread.
#pragma once

#include "jobs/progress.h"
#include "software/hostfile.h"

#include <QString>

#include <deque>
#include <functional>
#include <string>
#include <string_view>

namespace Refbox {

class BuildLog final
{
public:
    /// Makes the file. listener gets each line when it is whole. Throws Error.
    explicit BuildLog(std::string path, std::function<void(const std::string &)> listener = {});

    /// Bytes as they come. Once they cannot be written the file gets no more: close() tells.
    void add(std::string_view bytes);
    void addLine(std::string_view line);
    /// For display, at most count lines.
    QString lastLines(std::size_t count) const;
    /// Throws Error, once, where the file lacks something.
    void close();

private:
    static constexpr std::size_t kKeptLines = 100;
    static constexpr std::size_t kLongestLine = 4000;

    std::string m_path;
    OpenFile m_file;
    int m_failure = 0; // the errno of the first failed write
    std::function<void(const std::string &)> m_listener;
    std::deque<std::string> m_lines;
    std::string m_open; // the line that has not ended yet
};

/// What a line of a build is, by the words that compilers, make and configure use.
Progress::Severity severityOfLine(std::string_view line);

} // namespace Refbox
