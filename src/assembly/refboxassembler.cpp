// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/refboxassembler.h"

#include "assembly/treeedit.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "tree/content.h"

#include <filesystem>

namespace Refbox {

namespace {

Metadata folderMetadata(Timestamp time)
{
    Metadata metadata;
    metadata.mtime = time;
    return metadata;
}

QString ownPrefixAdvice(const std::string &component)
{
    return translated("assembly", "Give one of them a prefix of its own, such as /opt/%1, or remove one.")
        .arg(displayPath(component));
}

} // namespace

RefboxAssembler::RefboxAssembler(Timestamp time)
    : m_builder(folderMetadata(time))
    , m_folders(folderMetadata(time))
{
}

void RefboxAssembler::addComponent(const std::string &name, const std::string &prefix, const FileTree &tree,
                                   Findings &findings)
{
    std::string blocker;
    const Handle top = makeFolders(m_builder, FileTreeBuilder::root(), prefix, m_folders, &blocker);
    if (top == FileTreeBuilder::kNone) {
        findings.push_back({Finding::Severity::Error, "path-conflict", joinPath("/refbox", prefix),
                            translated("assembly", "Component %1 has no place: %2 is no folder.")
                                .arg(displayPath(name), displayPath(blocker)),
                            translated("assembly", "Choose another prefix for it."), name});
        return;
    }
    const NameId origin = m_builder.intern(name);
    // Node → handle; kNone where a name, and so all below it, could not be taken.
    std::vector<Handle> handles(tree.nodeCount(), FileTreeBuilder::kNone);
    handles[FileTree::root()] = top;
    Rivalries rivalries;
    for (NodeId node = 1; node < tree.nodeCount(); ++node) {
        const Handle folder = handles[tree.parent(node)];
        if (folder != FileTreeBuilder::kNone)
            handles[node] = merge(folder, tree.name(node), tree, node, origin, rivalries);
    }
    for (const auto &[earlier, rivalry] : rivalries)
        reportRivalry(rivalry, name, findings);
}

// A root with /lib as a link to its usr/lib has its libraries there.
RefboxAssembler::Handle RefboxAssembler::libraryFolder(std::string path, std::string &blocker)
{
    constexpr int most = 8;
    for (int links = 0;; ++links) {
        const Handle folder = makeFolders(m_builder, FileTreeBuilder::root(), path, m_folders, &blocker);
        const Handle link =
            folder == FileTreeBuilder::kNone ? m_builder.find(blocker) : FileTreeBuilder::kNone;
        if (link == FileTreeBuilder::kNone || links == most || !m_builder.inode(link).isSymlink())
            return folder;
        const std::string target(m_builder.symlinkTarget(link));
        const std::string rest = path.substr(blocker.size());
        path = std::filesystem::path(target.starts_with('/') ? target : joinPath(parentPath(blocker), target))
                   .lexically_normal()
                   .string();
        path = joinPath(path, rest);
    }
}

void RefboxAssembler::addLibrary(const std::string &component, const ComponentLibrary &library,
                                 Findings &findings)
{
    std::string blocker;
    const Handle folder = libraryFolder(std::string(parentPath(library.wantedPath)), blocker);
    if (folder == FileTreeBuilder::kNone) {
        findings.push_back(
            {Finding::Severity::Error, "library-clash", joinPath("/refbox", library.wantedPath),
             translated("assembly", "The library has no place: %1 is no folder.").arg(displayPath(blocker)),
             translated("assembly", "Leave it out of the component that has it, or give that one a prefix of "
                                    "its own.")});
        return;
    }
    const std::string_view name = baseName(library.wantedPath);
    const Handle existing = m_builder.child(folder, name);
    if (existing != FileTreeBuilder::kNone) {
        if (!isSame(existing, *library.tree, library.node))
            reportClash(existing, component, findings);
        return;
    }
    const auto [known, isNew] = m_libraries.try_emplace(library.hostPath, FileTreeBuilder::kNone);
    if (isNew) {
        Rivalries none; // the name is free
        known->second = merge(folder, name, *library.tree, library.node, m_builder.intern(component), none);
        return;
    }
    const Handle added = m_builder.addHardLink(folder, name, known->second);
    m_sources.resize(added + 1);
    m_sources[added] = {library.tree.get(), library.node};
}

RefboxAssembler::Handle RefboxAssembler::merge(Handle folder, std::string_view name, const FileTree &tree,
                                               NodeId node, NameId origin, Rivalries &rivalries)
{
    const Handle existing = m_builder.child(folder, name);
    if (existing == FileTreeBuilder::kNone) {
        FileTreeBuilder::CopyOptions options;
        options.origin = origin;
        const Handle added = m_builder.copyNode(folder, name, tree, node, options);
        m_sources.resize(added + 1);
        m_sources[added] = {&tree, node};
        return added;
    }
    if (m_builder.inode(existing).isDirectory() && tree.inodeAt(node).isDirectory())
        return existing;
    if (!isSame(existing, tree, node)) {
        Rivalry &rivalry = rivalries[m_builder.inode(existing).origin];
        if (rivalry.paths++ == 0)
            rivalry.first = existing;
    }
    return FileTreeBuilder::kNone;
}

bool RefboxAssembler::isSame(Handle existing, const FileTree &tree, NodeId node) const
{
    if (existing >= m_sources.size() || m_sources[existing].tree == nullptr)
        return false;
    const Source &source = m_sources[existing];
    const Inode &a = source.tree->inodeAt(source.node);
    const Inode &b = tree.inodeAt(node);
    if (a.type != b.type || a.permissions != b.permissions || a.uid != b.uid || a.gid != b.gid ||
        a.size != b.size)
        return false;
    if (source.tree->xattrsOf(source.tree->inodeOf(source.node)) != tree.xattrsOf(tree.inodeOf(node)))
        return false;
    if (a.isDevice())
        return a.contentRef == b.contentRef;
    return sameContent(*source.tree, source.tree->inodeOf(source.node), tree, tree.inodeOf(node));
}

void RefboxAssembler::reportRivalry(const Rivalry &rivalry, const std::string &component,
                                    Findings &findings) const
{
    const QString later = displayPath(component);
    const QString earlier = displayPath(m_builder.internedName(m_builder.inode(rivalry.first).origin));
    findings.push_back(
        {Finding::Severity::Error, "path-conflict", joinPath("/refbox", m_builder.path(rivalry.first)),
         earlier.isEmpty() // a folder that stands there for what other components have below
             ? translated("assembly",
                          "Component %1 wants a file here, where others have a folder; that stays.")
                   .arg(later)
             : rivalry.paths == 1
                   ? translated("assembly",
                                "Components %1 and %2 want this path with different files; that of %2 stays.")
                         .arg(later, earlier)
                   : translated("assembly",
                                "Components %1 and %2 want %3 paths, such as this one, with different "
                                "files; those of %2 stay.")
                         .arg(later, earlier)
                         .arg(rivalry.paths),
         ownPrefixAdvice(component), component});
}

void RefboxAssembler::reportClash(Handle existing, const std::string &component, Findings &findings) const
{
    findings.push_back(
        {Finding::Severity::Error, "library-clash", joinPath("/refbox", m_builder.path(existing)),
         translated("assembly", "Component %1 needs another version of this library than the one that "
                                "component %2 brought; that one stays.")
             .arg(displayPath(component),
                  displayPath(m_builder.internedName(m_builder.inode(existing).origin))),
         translated("assembly",
                    "Libraries of this machine's programs all go to /lib: leave one of the two "
                    "out, or take it from a package, an archive or a recipe, with a prefix of its "
                    "own.")});
}

FileTreePtr RefboxAssembler::build()
{
    return m_builder.build();
}

} // namespace Refbox
