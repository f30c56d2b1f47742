// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/vserverreport.h"

#include "assembly/toolchecks.h"
#include "jobs/text.h"
#include "tree/content.h"

#include <QCryptographicHash>

#include <algorithm>
#include <unordered_map>

namespace Refbox {

namespace {

std::string pathBelow(const FileTree &tree, NodeId root, NodeId node)
{
    const std::string path = tree.path(node).substr(root == FileTree::root() ? 0 : tree.path(root).size());
    return path.empty() ? "/" : path;
}

std::vector<ReportTool> toolsOf(const VServerReportInput &input)
{
    const FileTree &tree = input.tree;
    std::vector<ReportTool> tools;
    for (const auto &[name, node] : presentTools(tree, input.vserver))
        tools.push_back({std::string(name),
                         pathBelow(tree, input.vserver, node),
                         std::string(tree.origin(tree.inodeOf(node))),
                         {}});
    const auto offered = refboxTools(tree, input.refbox);
    for (const std::string_view name : missingTools(tree, input.vserver)) {
        ReportTool tool{std::string(name), {}, {}, {}};
        if (const auto found = offered.find(name); found != offered.end()) {
            tool.component = tree.origin(tree.inodeOf(found->second));
            tool.offer = pathBelow(tree, input.refbox, found->second);
        }
        tools.push_back(std::move(tool));
    }
    std::ranges::sort(tools, {}, &ReportTool::name);
    return tools;
}

SharingTotals totalsOf(const VServerReportInput &input, Progress &progress)
{
    const LinkMap map = buildLinkMap(input.tree, input.vservers, input.refbox, {}, &progress);
    return map.totals(input.vserver);
}

void countElf(const ElfInfo &elf, const std::string &path, MachineNeeds &needs)
{
    needs.machines.insert(elf.machine.name());
    ++(elf.isProgram() ? needs.programs : needs.libraries);
    if (elf.isProgram() && !elf.minimumKernel)
        ++needs.unknownKernel;
    if (elf.minimumKernel && (!needs.kernel || *elf.minimumKernel > *needs.kernel)) {
        needs.kernel = elf.minimumKernel;
        needs.kernelPath = path;
    }
    if (elf.x86Level && (!needs.x86Level || *elf.x86Level > *needs.x86Level)) {
        needs.x86Level = elf.x86Level;
        needs.x86LevelPath = path;
    }
}

// Regular files by their first names in the vserver.
std::vector<NodeId> filesOf(const VServerReportInput &input)
{
    std::set<InodeId> seen;
    std::vector<NodeId> files;
    for (NodeId node = input.vserver; node < input.tree.subtreeEnd(input.vserver); ++node) {
        if (input.tree.inodeAt(node).isRegular() && seen.insert(input.tree.inodeOf(node)).second)
            files.push_back(node);
    }
    return files;
}

MachineNeeds needsOf(const VServerReportInput &input, const std::vector<NodeId> &files, Progress &progress)
{
    MachineNeeds needs;
    progress.beginPhase(translated("assembly", "Looking at the programs"), files.size());
    for (const NodeId node : files) {
        const InodeId id = input.tree.inodeOf(node);
        if (input.tree.inode(id).size > 0) {
            const ElfReading reading = readElf(ContentReader(input.tree, id), ElfDetail::Needs);
            // Objects and core dumps are data.
            if (reading.info && (reading.info->isProgram() || reading.info->type == ElfType::Shared))
                countElf(*reading.info, pathBelow(input.tree, input.vserver, node), needs);
        }
        progress.advance(1);
    }
    return needs;
}

std::pair<QByteArray, Sha256> checksumsOf(const FileTree &tree, InodeId id, Progress &progress)
{
    QCryptographicHash sha1(QCryptographicHash::Sha1);
    Sha256Hash sha256;
    if (tree.inode(id).size > 0) {
        const ContentReader reader(tree, id);
        std::vector<char> buffer(256 * 1024);
        for (std::uint64_t offset = 0; offset < reader.size();) {
            const std::size_t size = reader.read(offset, buffer);
            sha1.addData(QByteArrayView(buffer.data(), static_cast<qsizetype>(size)));
            sha256.add(std::span(buffer).first(size));
            offset += size;
            progress.advance(size);
        }
    }
    return {sha1.result(), sha256.result()};
}

std::vector<ReportFile> listFiles(const VServerReportInput &input, const Provenance &provenance,
                                  const std::vector<NodeId> &distinct, Progress &progress)
{
    const FileTree &tree = input.tree;
    std::uint64_t bytes = 0;
    for (const NodeId node : distinct)
        bytes += tree.inodeAt(node).size;
    progress.beginPhase(translated("assembly", "Reading the files"), bytes, Progress::Unit::Bytes);
    std::set<std::string> fromHost;
    for (const ComponentOrigin &component : provenance.components) {
        if (component.kind == "host")
            fromHost.insert(component.component);
    }
    std::unordered_map<InodeId, std::pair<QByteArray, Sha256>> known;
    std::vector<ReportFile> files;
    for (NodeId node = input.vserver; node < tree.subtreeEnd(input.vserver); ++node) {
        const InodeId id = tree.inodeOf(node);
        if (!tree.inode(id).isRegular())
            continue;
        auto found = known.find(id);
        if (found == known.end())
            found = known.emplace(id, checksumsOf(tree, id, progress)).first;
        ReportFile file;
        file.path = pathBelow(tree, input.vserver, node);
        file.size = tree.inode(id).size;
        std::tie(file.sha1, file.sha256) = found->second;
        file.component = tree.origin(id);
        // Of others it is a path in the cache, or the image's.
        if (tree.inode(id).contentKind == ContentKind::HostFile && fromHost.contains(file.component))
            file.hostPath = tree.hostPath(id);
        if (const auto package = provenance.packageOf.find(id); package != provenance.packageOf.end())
            file.package = package->second.name;
        files.push_back(std::move(file));
    }
    return files;
}

Timestamp newestIn(const FileTree &tree, NodeId subtree)
{
    Timestamp newest;
    for (NodeId node = subtree; node < tree.subtreeEnd(subtree); ++node)
        newest = std::max(newest, tree.inodeAt(node).mtime());
    return newest;
}

} // namespace

VServerReport makeVServerReport(const VServerReportInput &input, bool withFiles, Progress &progress)
{
    VServerReport report;
    report.name = input.tree.name(input.vserver);
    report.knowsComponents = input.plan != nullptr;
    if (input.plan != nullptr)
        report.package = input.plan->project.name;
    report.newest = newestIn(input.tree, input.vserver);
    report.tools = toolsOf(input);
    report.totals = totalsOf(input, progress);
    const std::vector<NodeId> distinct = filesOf(input);
    report.needs = needsOf(input, distinct, progress);
    Provenance provenance = findProvenance(input.tree, input.vserver, input.plan, progress);
    if (withFiles)
        report.files = listFiles(input, provenance, distinct, progress);
    report.components = std::move(provenance.components);
    return report;
}

} // namespace Refbox
