// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/vserverassembler.h"

#include "assembly/copychecks.h"
#include "assembly/skeleton.h"
#include "assembly/treeedit.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>
#include <set>

namespace Refbox {

VServerAssembler::VServerAssembler(FileTreeBuilder &builder, const FileTree &refbox, Handle refboxBase,
                                   const std::vector<std::string> &privatePaths, Timestamp time)
    : m_builder(builder)
    , m_refbox(refbox)
    , m_refboxBase(refboxBase)
    , m_time(time)
{
    for (const std::string &pattern : privatePaths)
        m_privatePaths.emplace_back(pattern);
}

VServerAssembler::Handle VServerAssembler::assemble(const VServer &vserver, const NeedsOfFile &needs,
                                                    Findings &findings, const ImportedVServer *imported)
{
    m_vserver = &vserver;
    m_findings = &findings;
    m_reports.assign(vserver.links.size(), {});
    m_placed.clear();
    m_shadowing.clear();
    m_root = m_builder.addDirectory(FileTreeBuilder::root(), vserver.name, metadata(0755));
    if (imported != nullptr)
        addImported(*imported);
    addSkeleton(vserver.skeleton, true);
    for (std::uint32_t number = 0; number < vserver.links.size(); ++number)
        applyRule(number);
    linkNeeds(needs);
    addPrivateFiles();
    addSkeleton(vserver.skeleton, false);
    reportShadowing();
    reportSpareCopies();
    return m_root;
}

Metadata VServerAssembler::metadata(std::uint16_t permissions) const
{
    Metadata metadata;
    metadata.permissions = permissions;
    metadata.mtime = m_time;
    return metadata;
}

// First of all, so that the skeleton only adds what lacks, and rules and private files override.
void VServerAssembler::addImported(const ImportedVServer &imported)
{
    const FileTree &tree = *imported.source.tree;
    const NodeId top = imported.source.top;
    const Inode &folder = tree.inodeAt(top);
    m_builder.setMetadata(m_root, {folder.permissions, folder.uid, folder.gid, folder.mtime(), folder.flags,
                                   m_builder.internXattrs(tree.xattrs(folder.xattrs)), 0});
    std::vector<Handle> handles(tree.subtreeEnd(top) - top, FileTreeBuilder::kNone);
    handles[0] = m_root;
    std::unordered_map<InodeId, Handle> files;
    FileTreeBuilder::CopyOptions options;
    options.origin = NameId{0};
    options.shareInodes = false; // another vserver may come from the same archive, and shares nothing with it
    for (NodeId node = top + 1; node < tree.subtreeEnd(top); ++node) {
        const Handle parent = handles[tree.parent(node) - top];
        const InodeId id = tree.inodeOf(node);
        const NodeId twin = imported.relinking.twins[id];
        const auto known = files.find(id);
        Handle &added = handles[node - top];
        if (twin != kNoId)
            added = m_builder.addHardLink(parent, tree.name(node), m_refboxBase + twin);
        else if (known != files.end())
            added = m_builder.addHardLink(parent, tree.name(node), known->second);
        else
            added = m_builder.copyNode(parent, tree.name(node), tree, node, options);
        // The seal of what was shared where it comes from: this copy is the vserver's own.
        if (twin == kNoId && tree.inode(id).isRegular())
            m_builder.inode(added).flags &= static_cast<std::uint8_t>(~kImmutable);
        if (twin == kNoId && !tree.inode(id).isDirectory())
            files.emplace(id, added);
    }
    m_builder.keepAlive(imported.source.tree);
    reportImported(imported);
}

void VServerAssembler::reportImported(const ImportedVServer &imported)
{
    const std::string top = "/" + m_vserver->name;
    for (const std::string &remark : imported.source.remarks)
        report(Finding::Severity::Info, "source-remark", top,
               translated("assembly", "Import: %1").arg(displayPath(remark)));
    const ImportReport &found = imported.relinking.report;
    const ImportReport::Sum all = found.all();
    const ImportReport::Sum &linked = found.of(ImportKind::Linked);
    report(Finding::Severity::Info, "imported", top,
           translated("assembly", "Of %1 imported files, %2 are links to the refbox and save %3; %4 in the "
                                  "others are the vserver's own.")
               .arg(all.files)
               .arg(linked.files)
               .arg(formatSize(linked.bytes), formatSize(all.bytes - linked.bytes)));
    const auto example = [&](ImportKind kind) {
        const auto first = std::ranges::find(found.files, kind, &ImportedFile::kind);
        return first == found.files.end() ? top : joinPath(top, first->path);
    };
    if (const ImportReport::Sum &sum = found.of(ImportKind::OtherTime); sum.files > 0)
        report(Finding::Severity::Info, "same-but-time", example(ImportKind::OtherTime),
               translated("assembly",
                          "%1 imported files, such as this one, are the same as in the refbox but "
                          "for their times: links would save %2.")
                   .arg(sum.files)
                   .arg(formatSize(sum.bytes)),
               translated("assembly",
                          "Let the import link them whatever their times, if the refbox's will do."));
    if (const ImportReport::Sum &sum = found.of(ImportKind::OtherMetadata); sum.files > 0)
        report(Finding::Severity::Info, "same-but-metadata", example(ImportKind::OtherMetadata),
               translated("assembly",
                          "%1 imported files, such as this one, have the content of files of the "
                          "refbox, but other permissions, owners or attributes; they stay private.")
                   .arg(sum.files));
}

// Folders come before the rules, so that these find their places; files after them, where nothing stands yet.
void VServerAssembler::addSkeleton(const std::string &skeleton, bool folders)
{
    for (const SkeletonEntry &entry : skeletonEntries(skeleton, m_vserver->name)) {
        if ((entry.type == FileType::Directory) != folders)
            continue;
        const Handle folder = makeFolders(m_builder, m_root, parentPath(entry.path), metadata(0755), nullptr);
        const std::string_view name = baseName(entry.path);
        if (folder == FileTreeBuilder::kNone || m_builder.child(folder, name) != FileTreeBuilder::kNone)
            continue;
        const Metadata meta = metadata(entry.permissions);
        if (entry.type == FileType::Directory)
            m_builder.addDirectory(folder, name, meta);
        else if (entry.type == FileType::Regular)
            m_builder.addInlineFile(folder, name, meta, entry.content);
        else if (entry.type == FileType::Symlink)
            m_builder.addSymlink(folder, name, meta, entry.content);
        else
            m_builder.addSpecial(folder, name, meta, entry.type, entry.major, entry.minor);
    }
}

void VServerAssembler::applyRule(std::uint32_t number)
{
    const LinkRule &rule = m_vserver->links[number];
    const PathGlob from(rule.from);
    std::vector<PathGlob> except(rule.except.begin(), rule.except.end());
    const std::vector<NodeId> found = from.find(m_refbox, FileTree::root());
    // Of a folder and what is below it the folder suffices, and "**" matches both.
    NodeId covered = 0;
    for (const NodeId source : found) {
        if (source != FileTree::root() && source < covered)
            continue;
        covered = m_refbox.subtreeEnd(source);
        std::string destination;
        if (from.hasWildcards()) {
            // The part of the path from the first wildcard on is kept.
            const std::string path = m_refbox.path(source);
            const auto parts = pathParts(path);
            destination = joinPath("/", rule.to);
            if (destination.ends_with('/') && destination.size() > 1)
                destination.pop_back(); // it is the folder itself, where "**" matches none
            for (std::size_t i = from.literalDepth(); i < parts.size(); ++i)
                destination = joinPath(destination, parts[i]);
        } else {
            destination = rule.to.ends_with('/') && source != FileTree::root()
                              ? joinPath(rule.to, m_refbox.name(source))
                              : rule.to;
        }
        placeSubtree(number, rule, except, source, destination);
    }
    if (m_reports[number].matched == 0)
        report(Finding::Severity::Warning, "empty-rule", "/" + m_vserver->name,
               translated("assembly", "Link rule %1 (%2) matches nothing in the refbox.")
                   .arg(number + 1)
                   .arg(displayPath(rule.from)),
               translated("assembly", "Correct its path, or remove the rule."));
}

void VServerAssembler::placeSubtree(std::uint32_t number, const LinkRule &rule,
                                    const std::vector<PathGlob> &except, NodeId source,
                                    const std::string &destination)
{
    const std::string sourcePath = m_refbox.path(source);
    const std::size_t prefix = sourcePath == "/" ? 0 : sourcePath.size();
    const NodeId end = m_refbox.subtreeEnd(source);
    for (NodeId node = source; node < end;) {
        const std::string path = m_refbox.path(node);
        const bool left = std::any_of(except.begin(), except.end(),
                                      [&](const PathGlob &glob) { return glob.matches(path); });
        if (left) {
            node = m_refbox.subtreeEnd(node);
            continue;
        }
        place(number, rule.manner, node,
              node == source ? destination : joinPath(destination, std::string_view(path).substr(prefix)));
        ++node;
    }
}

void VServerAssembler::place(std::uint32_t number, LinkManner manner, NodeId source,
                             const std::string &destination)
{
    const Inode &inode = m_refbox.inodeAt(source);
    if (number < m_reports.size() && !inode.isDirectory())
        ++m_reports[number].matched;
    const auto parts = pathParts(destination);
    if (parts.empty()) {
        if (!inode.isDirectory())
            report(Finding::Severity::Error, "rule-conflict", "/" + m_vserver->name,
                   translated("assembly",
                              "Link rule %1 puts %2, which is no folder, at the root of the vserver.")
                       .arg(number + 1)
                       .arg(displayPath(m_refbox.path(source))));
        return;
    }
    std::string blocker;
    const Handle folder = makeFolders(m_builder, m_root, parentPath(destination), metadata(0755), &blocker);
    if (folder == FileTreeBuilder::kNone) {
        report(Finding::Severity::Error, "rule-conflict", joinPath("/" + m_vserver->name, destination),
               translated("assembly", "%1 cannot appear here: %2 is no folder.")
                   .arg(displayPath(m_refbox.path(source)), displayPath(blocker)),
               translated("assembly", "Change the order or the places of the link rules."));
        return;
    }
    const std::string_view name = parts.back();
    if (!clear(number, folder, name, inode.isDirectory(), destination))
        return;
    if (inode.isDirectory()) {
        if (m_builder.child(folder, name) == FileTreeBuilder::kNone)
            m_builder.copyNode(folder, name, m_refbox, source, {});
        return;
    }
    addName(number, manner, source, folder, name, destination);
}

// Makes room for a name. False where what stands there must stay; a folder is only ever merged with a folder.
bool VServerAssembler::clear(std::uint32_t number, Handle folder, std::string_view name, bool forDirectory,
                             const std::string &destination)
{
    const Handle existing = m_builder.child(folder, name);
    if (existing == FileTreeBuilder::kNone)
        return true;
    const bool isDirectory = m_builder.inode(existing).isDirectory();
    if (isDirectory && forDirectory)
        return true;
    if (isDirectory != forDirectory) {
        report(Finding::Severity::Error, "rule-conflict", joinPath("/" + m_vserver->name, destination),
               isDirectory
                   ? translated("assembly", "A file should appear here, but a folder stands here already.")
                   : translated("assembly", "A folder should appear here, but a file stands here already."),
               translated("assembly", "Change the order or the places of the link rules."));
        return false;
    }
    if (const auto placed = m_placed.find(existing); placed != m_placed.end()) {
        const std::uint32_t loser = placed->second.by;
        if (loser < m_reports.size()) {
            --m_reports[loser].linked;
            m_reports[loser].copied -= placed->second.copy ? 1 : 0;
            if (loser != number) {
                ++m_reports[loser].shadowed;
                auto &entry = m_shadowing[{loser, number}];
                ++entry.first;
                if (entry.second.empty())
                    entry.second = destination;
            }
        }
        m_placed.erase(placed);
    }
    m_builder.remove(existing);
    return true;
}

void VServerAssembler::addName(std::uint32_t number, LinkManner manner, NodeId source, Handle folder,
                               std::string_view name, const std::string &destination)
{
    Handle added = FileTreeBuilder::kNone;
    bool copy = false;
    if (manner == LinkManner::Symbolic) {
        added = m_builder.addSymlink(folder, name, metadata(0777), symbolicTarget(source, destination));
    } else if (manner == LinkManner::Copy || mustBePrivate(source, destination)) {
        FileTreeBuilder::CopyOptions options;
        options.shareInodes = false;
        added = m_builder.copyNode(folder, name, m_refbox, source, options);
        copy = true;
    } else {
        added = m_builder.addHardLink(folder, name, m_refboxBase + source);
    }
    if (number < m_reports.size()) {
        ++m_reports[number].linked;
        m_reports[number].copied += copy ? 1 : 0;
    }
    const bool spare = copy && m_refbox.inodeAt(source).isRegular() && !mayBeAltered(destination) &&
                       !mustBePrivate(source, destination);
    m_placed[added] = {number, source, copy, spare};
}

// Empty files and configuration files differ from vserver to vserver sooner or later: never shared.
bool VServerAssembler::mustBePrivate(NodeId source, const std::string &destination) const
{
    const Inode &inode = m_refbox.inodeAt(source);
    if (inode.isRegular() && inode.size == 0)
        return true;
    const std::string path = joinPath("/", destination);
    return std::any_of(m_privatePaths.begin(), m_privatePaths.end(),
                       [&](const PathGlob &glob) { return glob.matches(path); });
}

// Relative, out of the vserver and into /refbox: right as seen from the image's root; inside the vserver,
// where ".." ends at its root, right when the refbox is bound to its /refbox.
std::string VServerAssembler::symbolicTarget(NodeId source, const std::string &destination) const
{
    std::string target;
    for (std::size_t i = 0; i < pathParts(destination).size(); ++i)
        target += "../";
    return target + "refbox" + m_refbox.path(source);
}

void VServerAssembler::linkNeeds(const NeedsOfFile &needs)
{
    // Sorted, so that the result does not depend on the order of a hash table.
    std::set<NodeId> sources;
    for (const auto &[handle, placed] : m_placed) {
        if (placed.by < m_vserver->links.size() && m_vserver->links[placed.by].needs)
            sources.insert(placed.source);
    }
    std::set<std::string> wanted;
    for (const NodeId source : sources) {
        for (std::string &path : needs(source))
            wanted.insert(std::move(path));
    }
    for (const std::string &path : wanted) {
        const NodeId source = m_refbox.find(path);
        const std::string inVserver = joinPath("/" + m_vserver->name, path);
        if (source != kNoId && m_builder.find(inVserver) == FileTreeBuilder::kNone)
            place(kByNeeds, LinkManner::Hard, source, path);
    }
}

void VServerAssembler::addPrivateFiles()
{
    for (const auto &[path, file] : m_vserver->files) {
        std::string blocker;
        const Handle folder = makeFolders(m_builder, m_root, parentPath(path), metadata(0755), &blocker);
        if (folder == FileTreeBuilder::kNone) {
            report(
                Finding::Severity::Error, "file-conflict", joinPath("/" + m_vserver->name, path),
                translated("assembly", "This private file has no place: %1 is no folder.")
                    .arg(displayPath(blocker)),
                translated("assembly", "Move the file, or change the rule that puts something else there."));
            continue;
        }
        if (!clear(kByProject, folder, baseName(path), false, path))
            continue;
        Metadata meta = metadata(file.permissions);
        meta.uid = file.uid;
        meta.gid = file.gid;
        m_builder.addInlineFile(folder, baseName(path), meta, file.content);
    }
}

// Numbers from 1 on; winner 0 stands for the private files.
static QString shadowingText(std::uint32_t names, std::uint32_t rule, std::uint32_t winner)
{
    if (winner == 0)
        return names == 1
                   ? translated("assembly",
                                "One name of link rule %1, such as this one, gave way to private files.")
                         .arg(rule)
                   : translated("assembly",
                                "%1 names of link rule %2, such as this one, gave way to private files.")
                         .arg(names)
                         .arg(rule);
    return names == 1 ? translated("assembly",
                                   "One name of link rule %1, such as this one, gave way to link rule %2.")
                            .arg(rule)
                            .arg(winner)
                      : translated("assembly",
                                   "%1 names of link rule %2, such as this one, gave way to link rule %3.")
                            .arg(names)
                            .arg(rule)
                            .arg(winner);
}

void VServerAssembler::reportShadowing()
{
    for (const auto &[rules, names] : m_shadowing) {
        report(
            Finding::Severity::Info, "shadowed-rule", joinPath("/" + m_vserver->name, names.second),
            shadowingText(names.first, rules.first + 1, rules.second == kByProject ? 0 : rules.second + 1));
    }
}

// One finding for each rule that copies what it could link.
void VServerAssembler::reportSpareCopies()
{
    struct Spare
    {
        std::uint32_t count = 0;
        std::uint64_t bytes = 0;
        Handle first = FileTreeBuilder::kNone; // the least handle, whatever the order of the hash table
    };
    std::map<std::uint32_t, Spare> byRule;
    for (const auto &[handle, placed] : m_placed) {
        if (!placed.spare || placed.by >= m_reports.size())
            continue;
        Spare &spare = byRule[placed.by];
        ++spare.count;
        spare.bytes += m_refbox.inodeAt(placed.source).size;
        spare.first = std::min(spare.first, handle);
    }
    for (const auto &[rule, spare] : byRule) {
        report(Finding::Severity::Info, "identical-copies", m_builder.path(spare.first),
               spare.count == 1
                   ? translated("assembly", "Link rule %1 makes one private copy, this one, of a file of the "
                                            "refbox: a link would save %2.")
                         .arg(rule + 1)
                         .arg(formatSize(spare.bytes))
                   : translated("assembly",
                                "Link rule %1 makes %2 private copies, such as this one, of files "
                                "of the refbox: links would save %3.")
                         .arg(rule + 1)
                         .arg(spare.count)
                         .arg(formatSize(spare.bytes)),
               translated("assembly", "Let it link them, unless this vserver is to have files of its own."));
        m_findings->back().subject = std::to_string(rule + 1);
    }
}

void VServerAssembler::report(Finding::Severity severity, const char *id, const std::string &path,
                              const QString &message, const QString &advice)
{
    m_findings->push_back({severity, id, path, message, advice});
}

} // namespace Refbox
