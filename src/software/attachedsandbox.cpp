// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/sandboxprocess.h"
#include "software/terminalrelay.h"

#include <array>
#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr int kPollMilliseconds = 100;

// What came from the status pipe; closes it at its end, which is the sandbox's.
void takeStatus(OpenFile &reader, std::string &status)
{
    std::array<char, 1024> buffer;
    const ssize_t count = ::read(reader.fd(), buffer.data(), buffer.size());
    if (count > 0)
        status.append(buffer.data(), static_cast<std::size_t>(count));
    else if (count == 0 || (errno != EINTR && errno != EAGAIN))
        reader.close();
}

std::string followAttached(OpenFile reader, TerminalRelay *relay, pid_t leader, Progress &progress)
{
    std::string status;
    while (reader.isOpen()) {
        progress.throwIfCancelled();
        if (relay != nullptr)
            relay->followSize();
        std::array<pollfd, 3> polled{
            pollfd{reader.fd(), POLLIN, 0},
            pollfd{relay != nullptr ? relay->userSide() : -1, POLLIN, 0},
            pollfd{relay != nullptr ? relay->programSide() : -1, POLLIN, 0},
        };
        if (::poll(polled.data(), polled.size(), kPollMilliseconds) <= 0)
            continue;
        if (polled[0].revents != 0)
            takeStatus(reader, status);
        if (relay != nullptr && polled[1].revents != 0)
            relay->takeFromUser(leader);
        if (relay != nullptr && polled[2].revents != 0)
            relay->takeFromProgram();
    }
    if (relay != nullptr)
        relay->drain();
    return status;
}

} // namespace

int runAttached(const SandboxRequest &request, Progress &progress)
{
    Pipe status;
    SandboxStreams streams;
    streams.status = status.writer.fd();
    std::optional<TerminalRelay> relay;
    if (TerminalRelay::isPossible()) {
        relay.emplace();
        streams.terminal = relay->path();
        if (::isatty(STDERR_FILENO) != 1)
            streams.error = STDERR_FILENO;
    } else {
        streams.input = STDIN_FILENO;
        streams.output = STDOUT_FILENO;
        streams.error = STDERR_FILENO;
    }
    SandboxProcess process(request, streams);
    status.writer.close();
    const std::string said =
        followAttached(std::move(status.reader), relay ? &*relay : nullptr, process.pid(), progress);
    const int exitStatus = process.wait();
    if (!wasExecuted(said))
        throw cannotStartInSandbox(request.command.empty() ? std::string() : request.command.front(), {});
    return exitStatus;
}

} // namespace Refbox
