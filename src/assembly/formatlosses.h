// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an output of a tree will not hold, told before it is written. Pure; any thread.
#pragma once

#include "formats/imageoptions.h"
#include "tree/filetree.h"

#include <QString>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace Refbox {

enum class OutputKind { Image, Star, Folder, Oci };

/// Who writes: decides what a folder on this machine can get.
struct Writer
{
    std::uint32_t uid = 0;
    std::vector<std::uint32_t> groups; ///< that this user may give a file to
    bool isRoot() const { return uid == 0; }
};

/// This process.
Writer currentWriter();

inline constexpr std::size_t kMostLossPaths = 1000;

struct FormatLoss
{
    enum class Kind {
        Socket,          ///< left out
        Flag,            ///< immutable, append-only: not kept
        XattrName,       ///< an attribute's name that few programs restore
        ComposedName,    ///< a name with letters in parts, which bsdtar composes into other bytes
        EarlyFraction,   ///< a time before 1970 between whole seconds: bsdtar reads another one; the last
                         ///< second before 1970 loses it
        AclId,           ///< an id in an ACL that bsdtar does not restore
        Owner,           ///< cannot be given away without root
        Device,          ///< cannot be made without root
        PrivilegedXattr, ///< trusted.* and security.*: cannot be set without root
        HardLinks,       ///< files with several names, which become files of their own
        Acl,             ///< lost
        Xattr,           ///< attributes that are lost, capabilities among them
        Time,            ///< before or after what the format can say, gets the nearest one
        Fraction,        ///< times between whole seconds
        LongName,        ///< a name that is shown cut
        // From here on the writer refuses.
        Names,         ///< more hard links than a file can have: refused
        Subfolders,    ///< more than a folder can have: refused
        Size,          ///< too big a file: refused
        Target,        ///< too long a symbolic link: refused
        DeviceNumbers, ///< that would be read as others: refused
    };

    Kind kind = Kind::Socket;
    std::uint64_t count = 0;           ///< files, each counted once however many names it has
    std::string example;               ///< path of the first
    std::vector<std::string> others{}; ///< paths of the next ones, at most kMostLossPaths

    bool operator==(const FormatLoss &) const = default;
};

/// Whether the writer throws an Error for such a file instead of writing it with a loss.
bool isRefusal(FormatLoss::Kind kind);

// All in the order of Kind; empty where all comes through whole.
std::vector<FormatLoss> starLosses(const FileTree &tree, NodeId subtree);
/// Of the layers of an OCI image layout.
std::vector<FormatLoss> ociLosses(const FileTree &tree, std::span<const NodeId> vservers);
std::vector<FormatLoss> folderLosses(const FileTree &tree, NodeId subtree,
                                     const Writer &writer = currentWriter());
/// As Linux shows the mounted image. The writer refuses some more that only it can tell, such as sets of
/// xattrs that are too big. Throws Error for options that do not go together.
std::vector<FormatLoss> imageLosses(const FileTree &tree, const ImageOptions &options);

/// What is lost, such as "seals (immutable, append-only)", for a list with numbers behind.
QString lossName(FormatLoss::Kind kind);

/// "devices, which only root can make: 3, such as /dev/null".
std::string lossRemark(const FormatLoss &loss);

/// Bytes of the distinct regular files with a name in the subtree.
std::uint64_t distinctBytes(const FileTree &tree, NodeId subtree);

} // namespace Refbox
