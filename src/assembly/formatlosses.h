// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an output of a tree will not hold, told before it is written. Pure; any thread.
#pragma once

#include "tree/filetree.h"

#include <cstdint>
#include <string>
#include <vector>

namespace Refbox {

enum class OutputKind { Image, Star, Folder };

/// Who writes: decides what a folder on this machine can get.
struct Writer
{
    std::uint32_t uid = 0;
    std::vector<std::uint32_t> groups; ///< that this user may give a file to
    bool isRoot() const { return uid == 0; }
};

/// This process.
Writer currentWriter();

struct FormatLoss
{
    enum class Kind {
        Socket,          ///< left out
        Flag,            ///< immutable, append-only: not kept
        XattrName,       ///< an attribute's name that few programs restore
        Owner,           ///< cannot be given away without root
        Device,          ///< cannot be made without root
        PrivilegedXattr, ///< trusted.* and security.*: cannot be set without root
        Time,            ///< beyond 1901 to 2446, gets the nearest one
        Names,           ///< more hard links than a file can have: refused
        Size,            ///< too big a file: refused
    };

    Kind kind = Kind::Socket;
    std::uint64_t count = 0; ///< files, each counted once however many names it has
    std::string example;     ///< path of the first

    bool operator==(const FormatLoss &) const = default;
};

/// Whether the writer throws an Error for such a file instead of writing it with a loss.
bool isRefusal(FormatLoss::Kind kind);

/// In the order of Kind; empty where the subtree comes through whole. An image's file system is ext4, which
/// also refuses some sets of xattrs that only its writer can tell.
std::vector<FormatLoss> formatLosses(const FileTree &tree, NodeId subtree, OutputKind kind,
                                     const Writer &writer = currentWriter());

/// Bytes of the distinct regular files with a name in the subtree.
std::uint64_t distinctBytes(const FileTree &tree, NodeId subtree);

} // namespace Refbox
