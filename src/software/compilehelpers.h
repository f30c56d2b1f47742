// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Other machines that compile for this one, through distcc: https://www.distcc.org/man/distcc_1.html. In the
// sandbox the compiler's names lead to distcc, which reaches the hosts' distccd through relays, and nothing
// else of the network by itself. But distccd trusts those who reach it: what can send it work can run
// commands on its machine, as its user. So recipes of strangers and hosts of others do not go together. A
// host is taken only when it gives, byte for byte, what this machine's compiler gives: so results, and the
// keys that they are kept under, are the same with helpers and without.
#pragma once

#include "jobs/progress.h"
#include "software/hostrelay.h"
#include "software/sandbox.h"

#include <QTemporaryDir>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

struct CompileHost
{
    std::string host; ///< a name or address
    std::uint16_t port = 3632;
    unsigned slots = 4; ///< compilers that it runs at a time, for one build; at most 64
    bool operator==(const CompileHost &) const = default;

    /// "build1:3632", for people.
    std::string title() const { return host + ':' + std::to_string(port); }
};

/// Hosts in distcc's notation, separated by white space: HOST[:PORT][/SLOTS], an IPv6 address in brackets.
/// Throws Error for what is not.
std::vector<CompileHost> parseCompileHosts(std::string_view text);

/// Those of REFBOX_COMPILE_HOSTS. Throws Error.
std::vector<CompileHost> defaultCompileHosts();

class CompileHelpers final
{
public:
    /// Tries each host; those that cannot be used are warned of in the log. Throws Error where distcc or
    /// socat is missing on this machine, or the sandbox cannot be made; Cancelled.
    CompileHelpers(const std::vector<CompileHost> &hosts, Progress &progress);

    /// Of all hosts that can be used; 0: none can.
    unsigned slots() const;

    /// Has the request's compilers go through distcc; its PATH must be set. localSlots: compilers on this
    /// machine at a time, when all hosts have enough to do.
    void addTo(SandboxRequest &request, unsigned localSlots) const;

private:
    struct Helper
    {
        CompileHost host;
        std::string name; // of its socket; what distcc knows it by
    };
    void keepUsable(Progress &progress);
    QString failureOf(const Helper &helper, Progress &progress) const;
    void lead(SandboxRequest &request, const std::string &distccHosts) const;

    QTemporaryDir m_folder; // bound into sandboxes, read-only
    std::vector<Helper> m_helpers;
    std::unique_ptr<HostRelay> m_relay;
};

} // namespace Refbox
