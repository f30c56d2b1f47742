// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a vserver has and lacks: the utilities of POSIX and who provides them, its size with and without
// sharing, the kernel and processor that its programs need, where everything comes from and under which
// licences, and each file's checksums. Any thread.
#pragma once

#include "assembly/provenance.h"
#include "software/elf.h"
#include "tree/linkmap.h"

#include <QByteArray>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace Refbox {

struct ReportTool
{
    std::string name;
    std::string path;      ///< in the vserver; empty: it lacks it
    std::string component; ///< that it has it from, or could have it from
    std::string offer;     ///< of one that it lacks: the path in the refbox, where that has it
    bool operator==(const ReportTool &) const = default;
};

/// What the ELF files of a vserver ask of the machine.
struct MachineNeeds
{
    std::set<std::string> machines; ///< "x86-64", as ElfMachine names them
    std::uint32_t programs = 0;
    std::uint32_t libraries = 0;
    std::optional<KernelVersion> kernel; ///< the newest that one of them asks for
    std::string kernelPath;              ///< that one
    std::optional<int> x86Level;         ///< the highest that one of them asks for; 1 is the baseline
    std::string x86LevelPath;
    std::uint32_t unknownKernel = 0; ///< programs that do not say which kernel they need
    bool operator==(const MachineNeeds &) const = default;
};

struct ReportFile
{
    std::string path; ///< in the vserver
    std::uint64_t size = 0;
    QByteArray sha1; ///< as bytes
    Sha256 sha256{};
    std::string component;
    std::string hostPath; ///< of a file that was taken from this machine
    std::string package;  ///< that it belongs to there
    bool operator==(const ReportFile &) const = default;
};

struct VServerReport
{
    std::string name;              ///< the vserver's
    std::string package;           ///< the project's, empty for an opened tree
    bool knowsComponents = false;  ///< else, of a tree that was opened, nothing has a component
    Timestamp newest;              ///< of all times in it
    std::vector<ReportTool> tools; ///< by name; those for developing only where some are there
    SharingTotals totals;          ///< all private where there is no refbox
    MachineNeeds needs;
    std::vector<ComponentOrigin> components;
    std::vector<ReportFile> files; ///< each name, in the tree's order; empty where not asked for
};

struct VServerReportInput
{
    const FileTree &tree;
    NodeId vserver = kNoId;
    NodeId refbox = kNoId; ///< kNoId: there is none
    std::vector<NodeId> vservers{};
    const Plan *plan = nullptr; ///< of the tree, where it is a project's
};

/// withFiles: reads all files, for their checksums. Throws Error where one cannot be read, and Cancelled.
VServerReport makeVServerReport(const VServerReportInput &input, bool withFiles, Progress &progress);

} // namespace Refbox
