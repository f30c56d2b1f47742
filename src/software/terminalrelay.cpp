// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/terminalrelay.h"

#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace Refbox {

namespace {

constexpr int kPatience = 100; // ms for the other side to take something

// False where the other side is gone or takes nothing.
bool writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(fd, bytes.data(), bytes.size());
        if (count > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(count));
            continue;
        }
        if (count < 0 && errno == EINTR)
            continue;
        pollfd waiting{fd, POLLOUT, 0};
        if (errno != EAGAIN || ::poll(&waiting, 1, kPatience) <= 0)
            return false;
    }
    return true;
}

// The process group in /proc/PID/stat, behind the name in brackets, which may hold anything; proc(5).
pid_t groupOf(const std::string &process)
{
    std::array<char, 1024> buffer;
    const OpenFile file = OpenFile::forReading("/proc/" + process + "/stat");
    const ssize_t size = file.isOpen() ? ::read(file.fd(), buffer.data(), buffer.size()) : 0;
    const std::string stat(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    const std::size_t bracket = stat.rfind(')');
    char state = 0;
    int parent = 0;
    int group = -1;
    if (bracket == std::string::npos ||
        std::sscanf(stat.c_str() + bracket + 1, " %c %d %d", &state, &parent, &group) != 3)
        return -1;
    return group;
}

void signalGroupBut(pid_t leader, int signal)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> processes(::opendir("/proc"), &::closedir);
    while (const dirent *found = processes ? ::readdir(processes.get()) : nullptr) {
        const pid_t process = std::atoi(found->d_name);
        if (process > 1 && process != leader && groupOf(found->d_name) == leader)
            ::kill(process, signal);
    }
}

} // namespace

bool TerminalRelay::isPossible()
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
}

TerminalRelay::TerminalRelay()
    : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC))
{
    std::array<char, 64> name{};
    if (!m_master.isOpen() || ::grantpt(m_master.fd()) != 0 || ::unlockpt(m_master.fd()) != 0 ||
        ::ptsname_r(m_master.fd(), name.data(), name.size()) != 0)
        throw Error::fromErrno(translated("software", "Cannot make a terminal"), {}, errno);
    m_path = name.data();
    m_slave = OpenFile(::open(m_path.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!m_slave.isOpen() || ::tcgetattr(STDIN_FILENO, &m_before) != 0)
        throw Error::fromErrno(translated("software", "Cannot make a terminal"), m_path, errno);
    ::tcsetattr(m_slave.fd(), TCSANOW, &m_before);
    ::fcntl(m_master.fd(), F_SETFL, O_NONBLOCK);
    followSize();
    termios raw = m_before;
    ::cfmakeraw(&raw);
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

TerminalRelay::~TerminalRelay()
{
    // In the background, after the terminal was lost, this must not stop the process.
    sigset_t stopping;
    sigset_t before;
    sigemptyset(&stopping);
    sigaddset(&stopping, SIGTTOU);
    ::pthread_sigmask(SIG_BLOCK, &stopping, &before);
    ::tcsetattr(STDIN_FILENO, TCSADRAIN, &m_before);
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

// Whoever has process groups of its own, as shells have, gets its signals from the kernel.
int TerminalRelay::signalMeant(char typed, pid_t leader) const
{
    termios now{};
    if (::tcgetattr(m_master.fd(), &now) != 0 || (now.c_lflag & ISIG) == 0 ||
        ::tcgetpgrp(m_master.fd()) != leader)
        return 0;
    const auto key = static_cast<cc_t>(typed);
    return key == now.c_cc[VINTR] ? SIGINT : key == now.c_cc[VQUIT] ? SIGQUIT : 0;
}

void TerminalRelay::takeFromUser(pid_t leader)
{
    std::array<char, 4096> buffer;
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN))
        m_inputOpen = false; // the window was closed
    if (count <= 0)
        return;
    std::string_view typed(buffer.data(), static_cast<std::size_t>(count));
    while (!typed.empty()) {
        std::size_t plain = 0;
        int signal = 0;
        while (plain < typed.size() && signal == 0) {
            // Only control characters are signals, and most of a text is not.
            signal = static_cast<unsigned char>(typed[plain]) < ' ' ? signalMeant(typed[plain], leader) : 0;
            plain += signal == 0 ? 1 : 0;
        }
        writeAll(m_master.fd(), typed.substr(0, plain));
        if (signal != 0)
            signalGroupBut(leader, signal);
        typed.remove_prefix(plain + (signal != 0 ? 1 : 0));
    }
}

void TerminalRelay::takeFromProgram()
{
    std::array<char, 16'384> buffer;
    const ssize_t count = ::read(m_master.fd(), buffer.data(), buffer.size());
    if (count > 0)
        writeAll(STDOUT_FILENO, {buffer.data(), static_cast<std::size_t>(count)});
    else if (count == 0 || (errno != EINTR && errno != EAGAIN))
        m_master.close(); // EIO: nobody has the terminal open any more
}

void TerminalRelay::drain()
{
    m_slave.close();
    pollfd waiting{m_master.fd(), POLLIN, 0};
    while (m_master.isOpen() && ::poll(&waiting, 1, 0) > 0)
        takeFromProgram();
}

void TerminalRelay::followSize()
{
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || (size.ws_row == m_rows && size.ws_col == m_columns))
        return;
    m_rows = size.ws_row;
    m_columns = size.ws_col;
    ::ioctl(m_master.fd(), TIOCSWINSZ, &size);
}

} // namespace Refbox
