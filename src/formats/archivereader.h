// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading archives as trees: tar in all dialects (v7, ustar, pax, GNU, star with ACLs, xattrs and flags),
// cpio, zip, 7z, ar, rpm, deb, apk and Arch packages (the files they install, without the control data),
// compressed or not. Limits: an rpm's owners are those of its cpio part; 7z and zip know few permissions.
#pragma once

#include "jobs/progress.h"
#include "tree/blobsink.h"
#include "tree/filetree.h"

#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct ArchiveOptions
{
    std::uint64_t maxBytes = 64ULL << 30; ///< of all that is unpacked: the bound for decompression bombs
    std::uint64_t maxEntries = 16ULL << 20;
    /// Files in a tar archive stay in it: the tree refers to the archive and the sink gets nothing, or of a
    /// compressed one a single blob of all that it unpacks to. Quicker by far where files are many and small.
    bool contentInPlace = false;
};

struct ArchiveContents
{
    FileTreePtr tree;
    std::string format; ///< "POSIX pax interchange format, zstd": for people
    std::vector<std::string> remarks;
    /// Of a deb, rpm, apk or Arch package: the scripts that its package manager would run, and nothing here
    /// does ("postinst", "%post" …).
    std::vector<std::string> scripts;
    /// Of the blob that holds all files (see contentInPlace), where the sink addresses by content.
    std::optional<Sha256> blob{};
};

/// path: also the first part, "NAME.001", of an archive that was cut into parts (see archiveparts.h).
/// Where NAME.sha256 stands beside it, its bytes are verified (see archivechecksums.h).
/// Throws Error (no archive, damaged, truncated, hostile: names the entry) and Cancelled.
ArchiveContents readArchive(const std::string &path, BlobSink &sink, const ArchiveOptions &options,
                            Progress &progress);
ArchiveContents readArchive(const std::string &path, BlobSink &sink, Progress &progress);
/// The parts joined, whatever their names.
ArchiveContents readJoinedArchive(const std::vector<std::string> &parts, BlobSink &sink,
                                  const ArchiveOptions &options, Progress &progress);

} // namespace Refbox
