// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/sandbox.h"

#include "jobs/display.h"
#include "jobs/text.h"
#include "software/hostfile.h"

#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Refbox {

namespace {

using Clock = std::chrono::steady_clock;
constexpr int kStatusDescriptor = 3;
constexpr int kPollMilliseconds = 50;

Error cannotStart(const std::string &program, const QString &why, const QString &advice)
{
    return Error(translated("software", "Cannot run a program in the sandbox"), displayPath(program), why,
                 advice);
}

std::vector<std::string> systemFolderArguments()
{
    std::vector<std::string> arguments{"--ro-bind", "/usr", "/usr"};
    for (const char *folder : {"/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"}) {
        std::error_code error;
        const std::filesystem::path path(folder);
        // On a merged system these are links into /usr, which the sandbox gets as links too.
        if (std::filesystem::is_symlink(path, error))
            arguments.insert(arguments.end(),
                             {"--symlink", std::filesystem::read_symlink(path, error).string(), folder});
        else if (std::filesystem::is_directory(path, error))
            arguments.insert(arguments.end(), {"--ro-bind", folder, folder});
    }
    return arguments;
}

std::vector<std::string> bwrapArguments(const SandboxRequest &request)
{
    std::vector<std::string> arguments{"bwrap",         "--unshare-all", "--die-with-parent",
                                       "--new-session", "--cap-drop",    "ALL",
                                       "--clearenv",    "--hostname",    request.hostname};
    const auto add = [&](std::initializer_list<std::string> more) {
        arguments.insert(arguments.end(), more);
    };
    if (request.systemFolders) {
        const auto folders = systemFolderArguments();
        arguments.insert(arguments.end(), folders.begin(), folders.end());
    }
    // Read-only: started by root, a program without any capability could still write this machine's settings
    // in /proc/sys, for these belong to root.
    add({"--proc", "/proc", "--remount-ro", "/proc"});
    add({"--dev", "/dev", "--size", std::to_string(request.scratchBytes), "--perms", "1777", "--tmpfs",
         "/tmp"});
    for (const SandboxBind &bind : request.binds)
        add({bind.writable ? "--bind" : "--ro-bind", bind.host, bind.inside});
    std::map<std::string, std::string> environment = request.environment;
    environment.try_emplace("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    environment.try_emplace("HOME", "/tmp");
    for (const auto &[name, value] : environment)
        add({"--setenv", name, value});
    add({"--remount-ro", "/", "--chdir", request.workingFolder, "--json-status-fd",
         std::to_string(kStatusDescriptor), "--"});
    arguments.insert(arguments.end(), request.command.begin(), request.command.end());
    return arguments;
}

struct Pipe
{
    OpenFile reader;
    OpenFile writer;
    Pipe()
    {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            throw Error::fromErrno(translated("software", "Cannot make a pipe"), {}, errno);
        reader = OpenFile(ends[0]);
        writer = OpenFile(ends[1]);
        // The pipe's other end may be anybody's after a fork elsewhere: never wait in read().
        ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    }
};

// bubblewrap and all in its sandbox; gone when this is.
class Child final
{
public:
    Child(const std::string &bwrap, std::vector<std::string> arguments, const Pipe &output, const Pipe &error,
          const Pipe &status);
    ~Child() { stop(); }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    void stop();
    /// Waits for the end; the exit status as a shell has it.
    int wait();

private:
    pid_t m_pid = -1;
};

Child::Child(const std::string &bwrap, std::vector<std::string> arguments, const Pipe &output,
             const Pipe &error, const Pipe &status)
{
    std::vector<char *> argv;
    argv.reserve(arguments.size() + 1);
    for (std::string &argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    std::array<char *, 1> environment{nullptr};

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    // The pipes' own numbers may be among 1 to 3: through high numbers first, so that none is overwritten.
    const int high = std::max({output.writer.fd(), error.writer.fd(), status.writer.fd(), 10}) + 1;
    posix_spawn_file_actions_adddup2(&actions, output.writer.fd(), high);
    posix_spawn_file_actions_adddup2(&actions, error.writer.fd(), high + 1);
    posix_spawn_file_actions_adddup2(&actions, status.writer.fd(), high + 2);
    posix_spawn_file_actions_adddup2(&actions, high, 1);
    posix_spawn_file_actions_adddup2(&actions, high + 1, 2);
    posix_spawn_file_actions_adddup2(&actions, high + 2, kStatusDescriptor);
    posix_spawn_file_actions_addclosefrom_np(&actions, kStatusDescriptor + 1);

    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    const int failure =
        ::posix_spawn(&m_pid, bwrap.c_str(), &actions, &attributes, argv.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) {
        m_pid = -1;
        throw Error::fromErrno(translated("software", "Cannot start bubblewrap"), bwrap, failure);
    }
}

void Child::stop()
{
    if (m_pid <= 0)
        return;
    // The sandbox's first process is told by the kernel when bubblewrap dies, and takes all others along.
    ::kill(-m_pid, SIGKILL);
    wait();
}

int Child::wait()
{
    int status = 0;
    while (m_pid > 0 && ::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

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

std::string findBwrap(const std::string &program)
{
    const QString path = QStandardPaths::findExecutable(QStringLiteral("bwrap"));
    if (path.isEmpty())
        throw cannotStart(program,
                          translated("software", "bubblewrap (bwrap) is not installed on this machine"),
                          translated("software", "Install the package bubblewrap and try again. Refbox runs "
                                                 "foreign programs only inside its sandbox."));
    return path.toStdString();
}

} // namespace

SandboxResult runInSandbox(const SandboxRequest &request, Progress &progress)
{
    const std::string program = request.command.empty() ? std::string() : request.command.front();
    const std::string bwrap = findBwrap(program);
    Pipe output;
    Pipe error;
    Pipe status;
    Child child(bwrap, bwrapArguments(request), output, error, status);
    output.writer.close();
    error.writer.close();
    status.writer.close();
    std::array<Stream, 3> streams{Stream{std::move(output.reader), {}, false},
                                  Stream{std::move(error.reader), {}, false},
                                  Stream{std::move(status.reader), {}, false}};
    SandboxResult result;
    result.end = follow(request, streams, progress);
    if (result.end == SandboxResult::End::Exited)
        result.status = child.wait();
    else
        child.stop();
    result.output = std::move(streams[0].kept);
    result.errorOutput = std::move(streams[1].kept);
    // bubblewrap reports an exit code only of a program that it could start.
    if (result.end == SandboxResult::End::Exited &&
        streams[2].kept.find("\"exit-code\"") == std::string::npos) {
        const QString said =
            displayPath(result.errorOutput).replace(QStringLiteral("\\x0a"), QStringLiteral(" "));
        throw cannotStart(program, translated("software", "bubblewrap refused: %1").arg(said.trimmed()),
                          translated("software",
                                     "Inside a container or a plain chroot bubblewrap may be forbidden: "
                                     "allow user namespaces there, or run Refbox outside of it."));
    }
    return result;
}

} // namespace Refbox
