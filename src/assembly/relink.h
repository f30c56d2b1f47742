// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which files of a vserver that comes from elsewhere are the same as a file of the refbox, so that links can
// stand for them again: carried out, changed, carried back in. Pure but for reading files; any thread.
//
// Same: in type, content or target, permissions, owner, group, xattrs (ACLs and capabilities are among them)
// and flags but the seal; and in time, unless that is not asked for. Never empty files, nor what the project
// calls private.
#pragma once

#include "assembly/glob.h"
#include "jobs/progress.h"
#include "project/project.h"
#include "tree/filetree.h"

#include <cstdint>
#include <string>
#include <vector>

namespace Refbox {

/// How an imported file stands to the refbox.
enum class ImportKind {
    Linked,        ///< it is a link now
    OtherTime,     ///< the same but for its time
    OtherMetadata, ///< the same content; permissions, owners or attributes differ
    Kept,          ///< the same, but of the vserver's own: private by the project, or not to be linked
    Changed,       ///< the refbox has another content at this place
    Own,           ///< the refbox knows nothing like it
};
inline constexpr std::size_t kImportKinds = 6;
/// "linked", "other-time", "other-metadata", "kept", "changed", "own": for scripts.
const char *importKindWord(ImportKind kind);

struct ImportedFile
{
    ImportKind kind = ImportKind::Own;
    std::string path; ///< in the vserver, its first name
    std::string twin; ///< in the refbox
    std::uint64_t bytes = 0;
    bool operator==(const ImportedFile &) const = default;
};

struct ImportReport
{
    struct Sum
    {
        std::uint32_t files = 0; ///< regular files, symbolic links, devices …; directories are not counted
        std::uint32_t names = 0; ///< of these
        std::uint64_t bytes = 0; ///< of the regular files
        bool operator==(const Sum &) const = default;
    };
    static constexpr std::size_t kMostFiles = 1000;

    Sum sums[kImportKinds];
    std::uint32_t retimed = 0; ///< linked files that got the refbox's time
    /// In preorder, of OtherTime, OtherMetadata and Changed; of each kind the first kMostFiles.
    std::vector<ImportedFile> files;

    const Sum &of(ImportKind kind) const { return sums[static_cast<std::size_t>(kind)]; }
    Sum &of(ImportKind kind) { return sums[static_cast<std::size_t>(kind)]; }
    Sum all() const;
    bool operator==(const ImportReport &) const = default;
};

struct Relinking
{
    std::vector<NodeId> twins; ///< by inode of the imported tree: a name in the refbox to link, or kNoId
    ImportReport report;
};

/// prefixes: of the components, to find the file at the same place. Throws Error (a file cannot be read) and
/// Cancelled.
Relinking findTwins(const FileTree &imported, NodeId top, const FileTree &refbox,
                    const std::vector<PathGlob> &privatePaths, const std::vector<std::string> &prefixes,
                    Relink relink, const Progress &progress);

/// The same, remembered in this process while neither side changes: plans are made often, and comparing reads
/// all that both have. refboxIdentity: outputIdentity() of the refbox.
Relinking rememberedTwins(const FileTreePtr &imported, NodeId top, const FileTree &refbox,
                          const std::string &refboxIdentity, const std::vector<std::string> &privatePaths,
                          const std::vector<std::string> &prefixes, Relink relink, const Progress &progress);

} // namespace Refbox
