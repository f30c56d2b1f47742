// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/sandboxprocess.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr int kStatusDescriptor = 3;

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

std::vector<std::string> bwrapArguments(const SandboxRequest &request, bool ownTerminal)
{
    std::vector<std::string> arguments{"bwrap", "--unshare-all", "--die-with-parent", "--cap-drop",
                                       "ALL",   "--clearenv",    "--hostname",        request.hostname};
    const auto add = [&](std::initializer_list<std::string> more) {
        arguments.insert(arguments.end(), more);
    };
    if (!ownTerminal)
        add({"--new-session"});
    if (request.network)
        add({"--share-net"});
    if (request.rootInside)
        add({"--unshare-user", "--uid", "0", "--gid", "0"});
    if (!request.rootFolder.empty())
        add({request.rootWritable ? "--bind" : "--ro-bind", request.rootFolder, "/"});
    if (request.systemFolders) {
        const auto folders = systemFolderArguments();
        arguments.insert(arguments.end(), folders.begin(), folders.end());
    }
    // Read-only: started by root, a program without any capability could still write this machine's settings
    // in /proc/sys, for these belong to root.
    add({"--proc", "/proc", "--remount-ro", "/proc", "--dev", "/dev"});
    if (!request.rootWritable)
        add({"--size", std::to_string(request.scratchBytes), "--perms", "1777", "--tmpfs", "/tmp"});
    for (const SandboxBind &bind : request.binds)
        add({bind.writable ? "--bind" : "--ro-bind", bind.host, bind.inside});
    std::map<std::string, std::string> environment = request.environment;
    environment.try_emplace("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    environment.try_emplace("HOME", "/tmp");
    for (const auto &[name, value] : environment)
        add({"--setenv", name, value});
    if (!request.rootWritable)
        add({"--remount-ro", "/"});
    add({"--chdir", request.workingFolder, "--json-status-fd", std::to_string(kStatusDescriptor), "--"});
    arguments.insert(arguments.end(), request.command.begin(), request.command.end());
    return arguments;
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

class SpawnActions final
{
public:
    explicit SpawnActions(const SandboxStreams &streams);
    ~SpawnActions() { posix_spawn_file_actions_destroy(&m_actions); }
    SpawnActions(const SpawnActions &) = delete;
    SpawnActions &operator=(const SpawnActions &) = delete;
    const posix_spawn_file_actions_t *get() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions{};
};

SpawnActions::SpawnActions(const SandboxStreams &streams)
{
    posix_spawn_file_actions_init(&m_actions);
    const std::array<int, 4> given{streams.input, streams.output, streams.error, streams.status};
    // The descriptors' own numbers may be among 0 to 3: through high numbers first, so that none is
    // overwritten.
    const int high = std::max(*std::max_element(given.begin(), given.end()), 10) + 1;
    for (int i = 0; i < 4; ++i) {
        if (given[static_cast<std::size_t>(i)] >= 0)
            posix_spawn_file_actions_adddup2(&m_actions, given[static_cast<std::size_t>(i)], high + i);
    }
    for (int i = 0; i < 4; ++i) {
        if (given[static_cast<std::size_t>(i)] >= 0)
            posix_spawn_file_actions_adddup2(&m_actions, high + i, i);
        else if (!streams.terminal.empty()) // the first that a session opens is its controlling terminal
            posix_spawn_file_actions_addopen(&m_actions, i, streams.terminal.c_str(), O_RDWR, 0);
        else
            posix_spawn_file_actions_addopen(&m_actions, i, "/dev/null", i == 0 ? O_RDONLY : O_WRONLY, 0);
    }
    posix_spawn_file_actions_addclosefrom_np(&m_actions, kStatusDescriptor + 1);
}

} // namespace

Pipe::Pipe()
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw Error::fromErrno(translated("software", "Cannot make a pipe"), {}, errno);
    reader = OpenFile(ends[0]);
    writer = OpenFile(ends[1]);
    // The pipe's other end may be anybody's after a fork elsewhere: never wait in read().
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
}

SandboxProcess::SandboxProcess(const SandboxRequest &request, const SandboxStreams &streams)
{
    const std::string bwrap = findBwrap(request.command.empty() ? std::string() : request.command.front());
    std::vector<std::string> arguments = bwrapArguments(request, !streams.terminal.empty());
    std::vector<char *> argv;
    argv.reserve(arguments.size() + 1);
    for (std::string &argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    std::array<char *, 1> environment{nullptr};

    const SpawnActions actions(streams);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    // A session leader is the leader of its process group too, and may have a controlling terminal.
    const int group = streams.terminal.empty() ? POSIX_SPAWN_SETPGROUP : POSIX_SPAWN_SETSID;
    posix_spawnattr_setflags(&attributes,
                             static_cast<short>(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group));
    const int failure =
        ::posix_spawn(&m_pid, bwrap.c_str(), actions.get(), &attributes, argv.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    if (failure != 0) {
        m_pid = -1;
        throw Error::fromErrno(translated("software", "Cannot start bubblewrap"), bwrap, failure);
    }
}

void SandboxProcess::stop()
{
    if (m_pid <= 0)
        return;
    // The sandbox's first process is told by the kernel when bubblewrap dies, and takes all others along.
    ::kill(-m_pid, SIGKILL);
    wait();
}

int SandboxProcess::wait()
{
    int status = 0;
    while (m_pid > 0 && ::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

bool wasExecuted(std::string_view status)
{
    // bubblewrap reports an exit code only of a program that it could execute.
    return status.find("\"exit-code\"") != std::string_view::npos;
}

Error cannotStartInSandbox(const std::string &program, std::string_view said)
{
    const QString words = displayPath(said).replace(QStringLiteral("\\x0a"), QStringLiteral(" ")).trimmed();
    return cannotStart(program,
                       words.isEmpty() ? translated("software", "bubblewrap refused; it says why itself.")
                                       : translated("software", "bubblewrap refused: %1").arg(words),
                       translated("software", "Inside a container or a plain chroot bubblewrap may be "
                                              "forbidden: allow user namespaces there, or run Refbox outside "
                                              "of it."));
}

} // namespace Refbox
