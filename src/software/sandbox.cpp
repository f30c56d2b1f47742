// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/sandbox.h"

#include "software/sandboxprocess.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <poll.h>
#include <unistd.h>

namespace Refbox {

namespace {

using Clock = std::chrono::steady_clock;
constexpr int kPollMilliseconds = 50;

// One stream of the child: what came last, within the limit.
struct Stream
{
    OpenFile reader;
    std::string kept;
    bool overflowed = false;

    // False at the end.
    bool take(const SandboxRequest &request, bool listen)
    {
        std::array<char, 16'384> buffer;
        const ssize_t count = ::read(reader.fd(), buffer.data(), buffer.size());
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            return true;
        if (count <= 0) {
            reader.close();
            return false;
        }
        const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
        if (listen && request.listener)
            request.listener(bytes);
        kept += bytes;
        if (kept.size() > request.outputLimit) {
            overflowed = true;
            kept.erase(0, request.listener ? kept.size() - request.outputLimit : 0);
            kept.resize(std::min(kept.size(), request.outputLimit));
        }
        return true;
    }
};

// Reads all streams to their ends, or to a limit.
SandboxResult::End follow(const SandboxRequest &request, std::array<Stream, 3> &streams, Progress &progress)
{
    const auto deadline = Clock::now() + request.timeLimit;
    for (;;) {
        progress.throwIfCancelled();
        std::array<pollfd, 3> polled{};
        bool anyOpen = false;
        for (std::size_t i = 0; i < streams.size(); ++i) {
            polled[i] = {streams[i].reader.fd(), POLLIN, 0}; // a closed one's -1 is passed over
            anyOpen = anyOpen || streams[i].reader.isOpen();
        }
        if (!anyOpen)
            return SandboxResult::End::Exited;
        if (Clock::now() >= deadline)
            return SandboxResult::End::TimeLimit;
        if (::poll(polled.data(), polled.size(), kPollMilliseconds) <= 0)
            continue;
        for (std::size_t i = 0; i < streams.size(); ++i) {
            if (polled[i].revents != 0)
                streams[i].take(request, i < 2);
            if (streams[i].overflowed && !request.listener)
                return SandboxResult::End::OutputLimit;
        }
    }
}

} // namespace

SandboxResult tryInSandbox(const SandboxRequest &request, Progress &progress)
{
    Pipe output;
    Pipe error;
    Pipe status;
    SandboxStreams given;
    given.output = output.writer.fd();
    given.error = error.writer.fd();
    given.status = status.writer.fd();
    SandboxProcess process(request, given);
    output.writer.close();
    error.writer.close();
    status.writer.close();
    std::array<Stream, 3> streams{Stream{std::move(output.reader), {}, false},
                                  Stream{std::move(error.reader), {}, false},
                                  Stream{std::move(status.reader), {}, false}};
    SandboxResult result;
    result.end = follow(request, streams, progress);
    if (result.end == SandboxResult::End::Exited)
        result.status = process.wait();
    else
        process.stop();
    result.output = std::move(streams[0].kept);
    result.errorOutput = std::move(streams[1].kept);
    if (result.end == SandboxResult::End::Exited && !wasExecuted(streams[2].kept)) {
        // Nothing but bubblewrap itself can have said this.
        if (!result.errorOutput.starts_with("bwrap: execvp "))
            throw cannotStartInSandbox(request.command.empty() ? std::string() : request.command.front(),
                                       result.errorOutput);
        result.end = SandboxResult::End::NotStarted;
    }
    return result;
}

SandboxResult runInSandbox(const SandboxRequest &request, Progress &progress)
{
    SandboxResult result = tryInSandbox(request, progress);
    if (result.end == SandboxResult::End::NotStarted)
        throw cannotStartInSandbox(request.command.front(), result.errorOutput);
    return result;
}

} // namespace Refbox
