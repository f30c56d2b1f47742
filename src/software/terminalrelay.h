// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A terminal of its own for a program, between it and the terminal that this process has as standard input
// and output: what is typed there goes to the program, what the program prints goes there, and the program
// can do nothing to it but that. See pty(7). One thread.
#pragma once

#include "software/hostfile.h"

#include <string>

#include <sys/types.h>
#include <termios.h>

namespace Refbox {

class TerminalRelay final
{
public:
    /// Whether there is a terminal to relay to.
    static bool isPossible();

    /// Makes the new terminal as large as the user's and puts that into raw mode: from now on all keys, also
    /// Ctrl-C, mean what they mean to the program. Throws Error.
    TerminalRelay();
    ~TerminalRelay(); ///< the user's terminal is as it was
    TerminalRelay(const TerminalRelay &) = delete;
    TerminalRelay &operator=(const TerminalRelay &) = delete;

    /// The new terminal's path.
    const std::string &path() const { return m_path; }
    /// To be polled, for reading; -1 once there is nothing more.
    int programSide() const { return m_master.fd(); }
    int userSide() const { return m_inputOpen ? 0 : -1; }

    /// leader: of the session that has the new terminal. bubblewrap is in one process group with a program
    /// that does not make one of its own; Ctrl-C there is for all of the group but bubblewrap, which would
    /// end everything.
    void takeFromUser(pid_t leader);
    void takeFromProgram();
    /// What is still to be read of a program that has ended.
    void drain();
    /// Passes on a change of the window's size.
    void followSize();

private:
    int signalMeant(char typed, pid_t leader) const;

    OpenFile m_master;
    OpenFile m_slave; ///< keeps the terminal alive until the program has opened it
    std::string m_path;
    termios m_before{};
    unsigned short m_rows = 0;
    unsigned short m_columns = 0;
    bool m_inputOpen = true;
};

} // namespace Refbox
