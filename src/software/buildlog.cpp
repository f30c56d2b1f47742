// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/buildlog.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace Refbox {

BuildLog::BuildLog(std::string path, std::function<void(const std::string &)> listener)
    : m_path(std::move(path))
    , m_file(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644))
{
    m_listener = std::move(listener);
    if (!m_file.isOpen())
        throw Error::fromErrno(translated("software", "Cannot write the log"), m_path, errno);
}

void BuildLog::close()
{
    m_file.close();
    if (const int failure = std::exchange(m_failure, 0); failure != 0)
        throw Error::fromErrno(translated("software", "Cannot write the log"), m_path, failure);
}

void BuildLog::add(std::string_view bytes)
{
    for (std::string_view rest = bytes; !rest.empty() && m_file.isOpen() && m_failure == 0;) {
        const ssize_t count = ::write(m_file.fd(), rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            m_failure = count < 0 ? errno : EIO;
        else
            rest.remove_prefix(static_cast<std::size_t>(count));
    }
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        m_open += bytes.substr(0, std::min(end, kLongestLine - std::min(m_open.size(), kLongestLine)));
        if (end == std::string_view::npos)
            return;
        if (m_listener)
            m_listener(m_open);
        m_lines.push_back(std::move(m_open));
        m_open.clear();
        if (m_lines.size() > kKeptLines)
            m_lines.pop_front();
        bytes.remove_prefix(end + 1);
    }
}

Progress::Severity severityOfLine(std::string_view line)
{
    // "+ cmd" is the script's own trace; it may name files after errors.
    if (line.starts_with("+"))
        return Progress::Severity::Info;
    static constexpr std::array<std::string_view, 6> kErrors{"error: ",
                                                             "Error: ",
                                                             "*** ",
                                                             "undefined reference to",
                                                             "command not found",
                                                             "No rule to make target"};
    static constexpr std::array<std::string_view, 2> kWarnings{"warning: ", "WARNING: "};
    const auto isIn = [line](std::string_view word) { return line.find(word) != std::string_view::npos; };
    if (std::ranges::any_of(kErrors, isIn))
        return Progress::Severity::Error;
    return std::ranges::any_of(kWarnings, isIn) ? Progress::Severity::Warning : Progress::Severity::Info;
}

void BuildLog::addLine(std::string_view line)
{
    add(std::string(line) + '\n');
}

QString BuildLog::lastLines(std::size_t count) const
{
    QStringList lines;
    const std::size_t first = m_lines.size() - std::min(count, m_lines.size());
    for (std::size_t i = first; i < m_lines.size(); ++i)
        lines += displayPath(m_lines[i]);
    if (!m_open.empty())
        lines += displayPath(m_open);
    return lines.join(QLatin1Char('\n'));
}

} // namespace Refbox
