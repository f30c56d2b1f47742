// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Configurations of container runtimes for one vserver on a mounted image: systemd.nspawn(5),
// lxc.container.conf(5), and /etc/vservers/NAME of util-vserver ("The content of the /etc/vservers
// directory"). Pure functions from a value to files.
//
// All of them take away the capabilities with which root could get round the seal of shared files
// (sealcapabilities.h), and bind the refbox read-only where the vserver's symbolic links lead into it. A
// value that could end or change a line of a configuration is refused, not quoted: none of the three formats
// quotes everywhere.
#pragma once

#include "project/project.h"
#include "tree/filetree.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

enum class RuntimeKind { Nspawn, Lxc, VServer };

/// "nspawn", "lxc", "vserver".
const char *runtimeName(RuntimeKind kind);
std::optional<RuntimeKind> runtimeFromName(std::string_view name);

struct RuntimeConfig
{
    std::string name;      ///< of the vserver: letters, digits and ".", "_", "+", "-"
    std::string root;      ///< where it stands on the host, absolute: "/mnt/vsbox01"
    std::string hostname;  ///< empty: the name, as far as that can be one
    std::string address;   ///< IPv4 or IPv6, with a prefix or without: "10.0.0.5/24"; empty: none
    std::string interface; ///< of the host, that the address is on: "eth0"; empty: no network
    std::string shell;     ///< in the vserver: "/bin/bash"; empty: it has none
    std::string startup;   ///< a script in the vserver that takes "start" and "stop": "/etc/rc"; empty: none
    std::string refbox;    ///< on the host, to be bound read-only to /refbox; empty: nothing leads there
    bool readOnly = false; ///< the image is mounted read-only, and the vserver gets a /tmp in memory
    std::uint32_t context = 0; ///< of util-vserver, 2 to 49151; 0: one made from the name
    bool hasUsr = true;        ///< the vserver has a /usr, without which nspawn takes it for no system
    bool isSealed = true;      ///< no file that it shares with the refbox is without its seal
};

struct RuntimeFile
{
    std::string path; ///< below the folder of all configurations: "nspawn/vsbox01.nspawn"
    std::string content;
    bool isSymlink = false; ///< to content
    bool operator==(const RuntimeFile &) const = default;
};

/// Throws Error for a value that the configuration could not hold, whatever the kind.
std::vector<RuntimeFile> runtimeFiles(RuntimeKind kind, const RuntimeConfig &config);

/// How to use them, ready for a shell. folder: where the files are, absolute.
std::vector<std::string> runtimeCommands(RuntimeKind kind, const RuntimeConfig &config,
                                         const std::string &folder);

/// What a tree tells of a vserver: its name, shell, start script, whether it needs the refbox, and whether
/// what it shares is sealed in such an image. mount: where the image is mounted on the host, "/mnt". refbox:
/// kNoId where there is none.
RuntimeConfig runtimeConfigOf(const FileTree &tree, NodeId refbox, NodeId vserver, const std::string &mount,
                              const ImageSettings &image = {});

} // namespace Refbox
