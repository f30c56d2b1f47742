// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/skeleton.h"

#include "software/scripts.h"

#include <algorithm>
#include <array>

namespace Refbox {

namespace {

constexpr std::array<const char *, 3> kNames{"typical", "minimal", "empty"};

SkeletonEntry folder(const char *path, std::uint16_t permissions = 0755)
{
    return {path, FileType::Directory, permissions, {}, 0, 0};
}

SkeletonEntry file(const char *path, std::string content, std::uint16_t permissions = 0644)
{
    return {path, FileType::Regular, permissions, std::move(content), 0, 0};
}

SkeletonEntry link(const char *path, const char *target)
{
    return {path, FileType::Symlink, 0777, target, 0, 0};
}

SkeletonEntry device(const char *path, std::uint32_t minor, std::uint32_t major = 1,
                     std::uint16_t permissions = 0666)
{
    return {path, FileType::CharDevice, permissions, {}, major, minor};
}

// The start program: there is no init, a Bash script does that.
constexpr const char *kStartScript = R"(#!/bin/bash
# The start program of this vserver: there is no init, this script does that.
# "start" brings the services up, "stop" ends them; add yours where it says so.
export PATH=/sbin:/bin:/usr/sbin:/usr/bin HOME=/root

case "${1:-start}" in
start)
    [ -e /proc/self ] || mount -t proc proc /proc 2>/dev/null
    [ -r /etc/hostname ] && read -r name </etc/hostname && hostname "$name" 2>/dev/null
    # Start your services here, each in the background.
    for script in /etc/rc.d/*; do
        [ -x "$script" ] && "$script" start
    done
    ;;
stop)
    for script in /etc/rc.d/*; do
        [ -x "$script" ] && "$script" stop
    done
    ;;
*)
    echo "usage: $0 start|stop" >&2
    exit 2
    ;;
esac
exit 0
)";

std::vector<SkeletonEntry> minimal(const std::string &name)
{
    return {
        folder("/bin"),
        folder("/dev"),
        folder("/etc"),
        folder("/lib"),
        folder("/proc", 0555),
        folder("/root", 0700),
        folder("/sbin"),
        folder("/sys", 0555),
        folder("/tmp", 01777),
        device("/dev/full", 7),
        device("/dev/null", 3),
        device("/dev/random", 8),
        device("/dev/tty", 0, 5),
        device("/dev/urandom", 9),
        device("/dev/zero", 5),
        file("/etc/group", "root:x:0:\nnobody:x:65534:\n"),
        file("/etc/hostname", name + "\n"),
        file("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/:/bin/false\n"),
        file("/etc/rc", kStartScript, 0755),
    };
}

std::vector<SkeletonEntry> typical(const std::string &name)
{
    std::vector<SkeletonEntry> entries = minimal(name);
    const std::vector<SkeletonEntry> further{
        folder("/boot"),
        folder("/dev/pts"),
        folder("/dev/shm", 01777),
        folder("/etc/rc.d"),
        folder("/home"),
        folder("/mnt"),
        folder("/opt"),
        folder("/run"),
        folder("/srv"),
        folder("/usr"),
        folder("/usr/bin"),
        folder("/usr/lib"),
        folder("/usr/local"),
        folder("/usr/sbin"),
        folder("/usr/share"),
        folder("/var"),
        folder("/var/cache"),
        folder("/var/lib"),
        folder("/var/lock", 01777),
        folder("/var/log"),
        folder("/var/spool"),
        folder("/var/tmp", 01777),
        link("/dev/fd", "/proc/self/fd"),
        link("/dev/ptmx", "pts/ptmx"),
        link("/dev/stderr", "/proc/self/fd/2"),
        link("/dev/stdin", "/proc/self/fd/0"),
        link("/dev/stdout", "/proc/self/fd/1"),
        link("/etc/mtab", "/proc/self/mounts"),
        link("/var/run", "/run"),
        file("/etc/hosts", "127.0.0.1 localhost\n::1 localhost\n127.0.1.1 " + name + "\n"),
        file("/etc/profile",
             "export PATH=" + usualPathText() + "\nexport PS1='\\u@\\h:\\w\\$ '\numask 022\n"),
        file("/etc/shells", "/bin/bash\n/bin/sh\n"),
    };
    entries.insert(entries.end(), further.begin(), further.end());
    return entries;
}

} // namespace

std::span<const char *const> skeletonNames()
{
    return kNames;
}

bool isSkeleton(const std::string &name)
{
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::vector<SkeletonEntry> skeletonEntries(const std::string &skeleton, const std::string &vserverName)
{
    if (skeleton == "typical")
        return typical(vserverName);
    if (skeleton == "minimal")
        return minimal(vserverName);
    return {};
}

} // namespace Refbox
