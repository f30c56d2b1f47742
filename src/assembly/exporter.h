// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a tree as a file or folder, then opens what was written and compares it with the tree, entry by
// entry. Jobs: run on any thread, report to a Progress, leave nothing half written.
#pragma once

#include "formats/imageoptions.h"
#include "formats/starwriter.h"
#include "jobs/progress.h"
#include "project/project.h"
#include "tree/comparison.h"
#include "tree/filetree.h"

#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct ExportReport
{
    std::string path;
    std::uint64_t bytes = 0;           ///< of the written file, or of a folder's files
    std::optional<bool> verified;      ///< none: not asked for
    std::uint64_t takenOver = 0;       ///< bytes of content that came from the image that stood there before
    std::uint64_t shared = 0;          ///< of these, on blocks of the disk that both images used
    bool unchanged = false;            ///< it stood there already, and was not written again
    std::vector<std::string> remarks;  ///< what the format could not hold exactly
    std::vector<std::string> files;    ///< of a star-ball: the file or its parts in order, the checksum file
    std::vector<std::string> commands; ///< how to mount, unpack or enter it, ready for a shell
};

struct ImageExport
{
    ImageSettings settings;
    std::string defaultLabel; ///< where the settings give none
    bool verify = true;
    bool takeOver = true; ///< from the image that stands there what did not change since it was written
    bool flush = true;    ///< false leaves flushing to the kernel: for measurements
};

/// The volume label of a project that gives none: its name, cut to what every format holds (16 bytes).
std::string defaultLabel(const Project &project);

/// What the writers are told. Throws Error for a file system that this program does not write.
ImageOptions imageOptions(const ImageExport &options);

/// Bytes that the image will have, at most with formats that compress; computed, nothing is written.
std::uint64_t imageSize(const FileTree &tree, const ImageExport &options);

/// Throws Error (with both descriptions where verification finds a difference; the target then stays as it
/// was).
ExportReport exportImage(const FileTree &tree, const std::string &target, const ImageExport &options,
                         Progress &progress);

/// A star archive of the subtree, complete in itself. Sockets are left out with a remark; any other
/// difference that verification finds is an Error, and what stood there stays.
ExportReport exportStar(const FileTree &tree, NodeId subtree, const std::string &target,
                        const StarOptions &options, bool verify, Progress &progress);

ExportReport exportFolder(const FileTree &tree, NodeId subtree, const std::string &target, bool bestEffort,
                          Progress &progress);

/// What the image's format will not hold of the tree, in words.
std::vector<std::string> imageRemarks(const FileTree &tree, const ImageOptions &options);
/// What is known of an output before it is written: its path, and the commands for what is in it.
ExportReport imageReport(const FileTree &tree, const std::string &target, ImageFormat format);
ExportReport starReport(const FileTree &tree, NodeId subtree, const std::string &target,
                        const StarOptions &options);

/// Throws Error where target is, or lies inside, one of these source files and folders.
void refuseTargetInSources(const std::string &target, const std::vector<std::string> &sources);

/// The same for all files that a star-ball becomes.
void refuseStarInSources(const std::string &target, const StarOptions &options,
                         const std::vector<std::string> &sources);

/// The word as one argument of a POSIX shell.
std::string shellQuoted(const std::string &word);

} // namespace Refbox
