// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/program.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <QProcess>
#include <QStandardPaths>

#include <csignal>

#include <sys/prctl.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr int kPollMilliseconds = 50;
constexpr int kGraceMilliseconds = 2'000; ///< between the polite signal and the last

QString findProgram(const std::string &name)
{
    const QString program = QString::fromStdString(name);
    const QString found = QStandardPaths::findExecutable(program);
    return !found.isEmpty() ? found
                            : QStandardPaths::findExecutable(
                                  program, {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")});
}

// The program leads a process group, so that what it starts ends with it.
void stop(QProcess &process)
{
    const auto group = static_cast<pid_t>(-process.processId());
    if (process.state() == QProcess::NotRunning || group == 0)
        return;
    ::kill(group, SIGTERM);
    if (!process.waitForFinished(kGraceMilliseconds)) {
        ::kill(group, SIGKILL);
        process.waitForFinished();
    }
}

class LineSplitter final
{
public:
    explicit LineSplitter(const std::function<void(std::string_view)> &listener)
        : m_listener(listener)
    {
    }
    void add(const QByteArray &bytes)
    {
        if (!m_listener)
            return;
        m_open.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        std::size_t begin = 0;
        for (std::size_t end = m_open.find('\n'); end != std::string::npos; end = m_open.find('\n', begin)) {
            m_listener(std::string_view(m_open).substr(begin, end - begin));
            begin = end + 1;
        }
        m_open.erase(0, begin);
    }

private:
    const std::function<void(std::string_view)> &m_listener;
    std::string m_open;
};

} // namespace

ProgramResult runProgram(const ProgramRequest &request, Progress &progress)
{
    progress.throwIfCancelled();
    const auto failed = [&](const QString &why) {
        return Error(translated("software", "Cannot run a program"), displayPath(request.program), why);
    };
    const QString program = findProgram(request.program);
    if (program.isEmpty())
        throw failed(translated("software", "It is not on this machine."));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    for (const auto &[name, value] : request.environment)
        environment.insert(QString::fromStdString(name), QString::fromStdString(value));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(QString::fromStdString(request.folder));
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
    QStringList arguments;
    for (const std::string &argument : request.arguments)
        arguments += QString::fromStdString(argument);
    process.start(program, arguments);
    if (!process.waitForStarted())
        throw failed(process.errorString());
    ProgramResult result;
    LineSplitter lines(request.listener);
    const auto take = [&] {
        const QByteArray output = process.readAllStandardOutput();
        lines.add(output);
        result.output += output.toStdString();
        result.errorOutput += process.readAllStandardError().toStdString();
    };
    while (process.state() != QProcess::NotRunning) {
        process.waitForFinished(kPollMilliseconds);
        take();
        if (progress.isCancelled())
            stop(process);
    }
    progress.throwIfCancelled();
    take();
    result.status =
        process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128 + process.exitCode();
    return result;
}

} // namespace Refbox
