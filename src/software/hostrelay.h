// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Passes connections to a UNIX socket on to a TCP port of another machine. A sandbox has no network; a socket
// of ours that is bound into it leads to this one port, and nowhere else.
#pragma once

#include <QThread>

#include <cstdint>
#include <string>
#include <vector>

namespace Refbox {

struct RelayTarget
{
    std::string socket; ///< path of the UNIX socket that is made; at most 107 bytes
    std::string host;   ///< a name or address
    std::uint16_t port = 0;
};

/// Listens from its making to its end, on a thread of its own. A connection that cannot be passed on is
/// closed, and so are those beyond kMostConnections at a time to one target.
class HostRelay final
{
public:
    /// A program in the sandbox must not use up this process's descriptors.
    static constexpr int kMostConnections = 64;

    /// Throws Error where a socket cannot be made.
    explicit HostRelay(const std::vector<RelayTarget> &targets);
    ~HostRelay();
    HostRelay(const HostRelay &) = delete;
    HostRelay &operator=(const HostRelay &) = delete;

private:
    QThread m_thread; // the servers live on it, and end with it
};

} // namespace Refbox
