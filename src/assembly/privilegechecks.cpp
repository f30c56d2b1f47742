// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/privilegechecks.h"

#include "jobs/display.h"
#include "jobs/text.h"

#include <array>
#include <vector>

namespace Refbox {

namespace {

using Severity = Finding::Severity;

constexpr std::uint32_t kMostSingles = 50; // beyond, one finding tells how many more there are
constexpr std::uint16_t kSetUid = 04000;
constexpr std::uint16_t kSetGid = 02000;
constexpr std::uint16_t kAnyExecute = 0111;
constexpr std::uint16_t kGroupExecute = 0010;

// By number, as in linux/capability.h.
constexpr std::array<const char *, 41> kCapabilities{"chown",
                                                     "dac_override",
                                                     "dac_read_search",
                                                     "fowner",
                                                     "fsetid",
                                                     "kill",
                                                     "setgid",
                                                     "setuid",
                                                     "setpcap",
                                                     "linux_immutable",
                                                     "net_bind_service",
                                                     "net_broadcast",
                                                     "net_admin",
                                                     "net_raw",
                                                     "ipc_lock",
                                                     "ipc_owner",
                                                     "sys_module",
                                                     "sys_rawio",
                                                     "sys_chroot",
                                                     "sys_ptrace",
                                                     "sys_pacct",
                                                     "sys_admin",
                                                     "sys_boot",
                                                     "sys_nice",
                                                     "sys_resource",
                                                     "sys_time",
                                                     "sys_tty_config",
                                                     "mknod",
                                                     "lease",
                                                     "audit_write",
                                                     "audit_control",
                                                     "setfcap",
                                                     "mac_override",
                                                     "mac_admin",
                                                     "syslog",
                                                     "wake_alarm",
                                                     "block_suspend",
                                                     "audit_read",
                                                     "perfmon",
                                                     "bpf",
                                                     "checkpoint_restore"};

std::uint32_t little32(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= std::uint32_t(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

class Privileges final
{
public:
    Privileges(const TreePlaces &places, Findings &findings)
        : m_tree(places.tree())
        , m_findings(findings)
    {
    }

    void look(NodeId node)
    {
        const Inode &inode = m_tree.inodeAt(node);
        // Without a right to execute, set-gid once meant locking; neither starts anything.
        if ((inode.permissions & kSetUid) != 0 && (inode.permissions & kAnyExecute) != 0)
            report("set-uid", node,
                   inode.uid == 0
                       ? translated("assembly", "Whoever starts it gets the rights of root (set-uid).")
                       : translated("assembly", "Whoever starts it gets the rights of user %1 (set-uid).")
                             .arg(inode.uid));
        if ((inode.permissions & kSetGid) != 0 && (inode.permissions & kGroupExecute) != 0)
            report("set-gid", node,
                   translated("assembly", "Whoever starts it gets the rights of group %1 (set-gid).")
                       .arg(inode.gid));
        if (inode.xattrs == 0)
            return;
        const auto value = m_tree.xattr(m_tree.inodeOf(node), "security.capability");
        const std::string names = value ? capabilityNames(*value) : std::string();
        if (!names.empty())
            report("file-capabilities", node,
                   translated("assembly", "Whoever starts it gets capabilities: %1.")
                       .arg(QString::fromStdString(names)));
    }

    void reportSum(NodeId root)
    {
        if (m_count > kMostSingles)
            m_findings.push_back({Severity::Info,
                                  "set-uid",
                                  m_tree.path(root),
                                  translated("assembly", "%1 more programs give whoever starts them the "
                                                         "rights of others.")
                                      .arg(m_count - kMostSingles),
                                  {}});
    }

private:
    void report(const char *id, NodeId node, const QString &message)
    {
        if (++m_count > kMostSingles)
            return;
        const bool writable =
            (m_tree.inodeAt(node).permissions & 0022) != 0 && (m_tree.inodeAt(node).flags & kImmutable) == 0;
        m_findings.push_back({writable ? Severity::Warning : Severity::Info, id, m_tree.path(node),
                              writable ? message + QLatin1Char(' ') +
                                             translated("assembly", "And others than its owner can write it.")
                                       : message,
                              writable
                                  ? translated("assembly", "Take the right to write from group and others.")
                                  : QString()});
    }

    const FileTree &m_tree;
    Findings &m_findings;
    std::uint32_t m_count = 0;
};

} // namespace

std::string capabilityNames(std::string_view value)
{
    if (value.size() < 12)
        return {};
    // Version 1 has one pair of permitted and inheritable, later ones have two.
    const std::uint32_t version = little32(value, 0) >> 24;
    std::uint64_t permitted = little32(value, 4);
    if (version >= 2 && value.size() >= 20)
        permitted |= std::uint64_t(little32(value, 12)) << 32;
    std::string names;
    for (unsigned bit = 0; bit < 64; ++bit) {
        if ((permitted >> bit & 1) == 0)
            continue;
        names += names.empty() ? "" : ", ";
        names += bit < kCapabilities.size() ? std::string("cap_") + kCapabilities[bit] : std::to_string(bit);
    }
    return names;
}

void checkPrivileges(const TreePlaces &places, Findings &findings, Progress &progress)
{
    const FileTree &tree = places.tree();
    Privileges privileges(places, findings);
    std::vector<bool> seen(tree.inodeCount());
    const std::vector<NodeId> roots = places.roots();
    for (const NodeId root : roots) {
        for (NodeId node = root; node < tree.subtreeEnd(root); ++node) {
            if (node % 1024 == 0)
                progress.throwIfCancelled();
            const Inode &inode = tree.inodeAt(node);
            if (!inode.isRegular() || (inode.xattrs == 0 && (inode.permissions & (kSetUid | kSetGid)) == 0) ||
                seen[tree.inodeOf(node)])
                continue;
            seen[tree.inodeOf(node)] = true;
            privileges.look(node);
        }
    }
    privileges.reportSum(roots.front());
}

} // namespace Refbox
