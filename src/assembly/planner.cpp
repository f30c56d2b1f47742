// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/planner.h"

#include "assembly/checksumlist.h"
#include "assembly/componentsource.h"
#include "assembly/guide.h"
#include "assembly/outputnotes.h"
#include "assembly/packagescripts.h"
#include "assembly/refboxassembler.h"
#include "assembly/treeedit.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "project/projectfile.h"
#include "project/projectpaths.h"
#include "software/libraries.h"
#include "software/scripts.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include <sys/stat.h>

namespace Refbox {

namespace {

// The time of everything that the planner makes itself: SOURCE_DATE_EPOCH, else the newest of the sources, so
// that planning again gives the same tree.
Timestamp planTime(const std::vector<ComponentTree> &components)
{
    if (const auto epoch = sourceDateEpoch())
        return {*epoch, 0};
    Timestamp newest;
    for (const ComponentTree &component : components) {
        if (!component.tree)
            continue;
        for (InodeId inode = 0; inode < component.tree->inodeCount(); ++inode)
            newest = std::max(newest, component.tree->inode(inode).mtime());
    }
    return {newest.seconds, 0};
}

// The names on the way to what a path leads to: symbolic links that are passed, and the file itself.
void collectNames(const FileTree &tree, std::string path, std::set<std::string> &names)
{
    static constexpr int kMostLinks = 40; // as the kernel
    for (int links = 0; links < kMostLinks; ++links) {
        NodeId node = FileTree::root();
        const auto parts = pathParts(path);
        std::size_t i = 0;
        for (; i < parts.size() && node != kNoId && !tree.inodeAt(node).isSymlink(); ++i) {
            if (parts[i] == "..")
                node = node == FileTree::root() ? node : tree.parent(node);
            else if (parts[i] != ".")
                node = tree.child(node, parts[i]);
        }
        if (node == kNoId)
            return;
        names.insert(tree.path(node));
        if (!tree.inodeAt(node).isSymlink())
            return;
        const std::string target(tree.symlinkTarget(tree.inodeOf(node)));
        std::string next = target.starts_with('/') ? target : joinPath(parentPath(tree.path(node)), target);
        for (; i < parts.size(); ++i)
            next = joinPath(next, parts[i]);
        path = std::move(next);
    }
}

// What files of the refbox need, resolved inside the refbox as their root.
class RefboxNeeds
{
public:
    explicit RefboxNeeds(const FileTree &refbox)
        : m_refbox(refbox)
        , m_view(refbox)
        , m_resolver(m_view)
    {
    }

    const std::vector<std::string> &of(NodeId node)
    {
        const auto [known, isNew] = m_known.try_emplace(node);
        if (isNew)
            known->second = find(node);
        return known->second;
    }

private:
    std::vector<std::string> find(NodeId node)
    {
        std::set<std::string> names;
        const std::string path = m_refbox.path(node);
        if (m_refbox.inodeAt(node).isSymlink())
            collectNames(m_refbox, path, names);
        else if (m_refbox.inodeAt(node).isRegular())
            collect(path, names);
        names.erase(path);
        return {names.begin(), names.end()};
    }

    void collect(const std::string &path, std::set<std::string> &names)
    {
        const Closure closure = m_resolver.closure(path);
        if (!closure.interpreter.empty())
            collectNames(m_refbox, closure.interpreter, names);
        for (const ResolvedLibrary &library : closure.libraries)
            collectNames(m_refbox, library.path, names);
        if (closure.isElf)
            return;
        const auto script = scriptNeeds(m_view, path);
        if (!script)
            return;
        for (const std::string &interpreter : {script->head.interpreter, script->byEnvPath}) {
            if (interpreter.empty() || m_view.lookup(interpreter) == nullptr)
                continue;
            collectNames(m_refbox, interpreter, names);
            // An interpreter is a program by rule, not by chance: scripts of scripts end here.
            const Closure ofInterpreter = m_resolver.closure(interpreter);
            if (!ofInterpreter.interpreter.empty())
                collectNames(m_refbox, ofInterpreter.interpreter, names);
            for (const ResolvedLibrary &library : ofInterpreter.libraries)
                collectNames(m_refbox, library.path, names);
        }
    }

    const FileTree &m_refbox;
    TreeView m_view;
    LibraryResolver m_resolver;
    std::unordered_map<NodeId, std::vector<std::string>> m_known;
};

// Into /baby/bin and /baby/doc: what keeps the package alive without Refbox.
void addScripts(FileTreeBuilder &builder, FileTreeBuilder::Handle baby, FileTreeBuilder::Handle doc,
                const PackageScripts &scripts, const FileTreePtr &refbox, const Metadata &file)
{
    if (scripts.bin.empty())
        return;
    Metadata program = file;
    program.permissions = 0755;
    const auto bin = builder.addDirectory(baby, "bin", program);
    for (const ScriptFile &script : scripts.bin)
        builder.addInlineFile(bin, script.name, script.executable ? program : file, script.bytes);
    for (const ScriptFile &data : scripts.doc)
        builder.addInlineFile(doc, data.name, file, data.bytes);
    const auto list = std::make_shared<const ChecksumList>(refbox);
    builder.addPackedFile(doc, baseName(kChecksumListPath), file, builder.addPackedContent(list), list->key(),
                          list->size());
}

void addGuide(FileTreeBuilder &builder, FileTreeBuilder::Handle doc, const Article &guide,
              const Metadata &file)
{
    builder.addInlineFile(doc, "guide.md", file, writeMarkdown(guide));
    builder.addInlineFile(doc, "guide.html", file, writeHtml(guide));
    for (const Block &block : guide) {
        if (const auto *picture = std::get_if<Figure>(&block))
            builder.addInlineFile(doc, picture->file, file, picture->svg);
    }
}

// Into /baby/src: the archives as they came, and the checksums of those that were checked. An archive of two
// components stands there once; another one of its name gets the component's before it.
void addSources(FileTreeBuilder &builder, FileTreeBuilder::Handle src, const GuideFacts &facts,
                const Metadata &file)
{
    std::map<std::string, std::string> paths; // by name
    std::map<std::string, std::string> sums;  // likewise
    const auto add = [&](const std::string &component, const std::string &path, const std::string &sha256) {
        struct stat status
        {
        };
        if (path.empty() || ::stat(path.c_str(), &status) != 0)
            return;
        std::string name(baseName(path));
        if (const auto there = paths.find(name); there != paths.end() && there->second != path)
            name.insert(0, component + '-');
        if (!paths.emplace(name, path).second)
            return;
        // The time of what was fetched is when that was: it would tell two equal packages apart.
        Metadata meta = file;
        if (sha256.empty())
            meta.mtime = {status.st_mtim.tv_sec, static_cast<std::uint32_t>(status.st_mtim.tv_nsec)};
        builder.addHostFile(src, name, meta, builder.internHostPath(kNoId, path),
                            static_cast<std::uint64_t>(status.st_size));
        if (!sha256.empty())
            sums.emplace(name, sha256);
    };
    for (std::size_t i = 0; i < facts.components->size(); ++i) {
        const ComponentTree &component = (*facts.components)[i];
        const std::string &name = facts.plan->project.components[i].name;
        for (const std::string &path : component.virginSources)
            add(name, path, component.virginSha256);
        for (const ComponentNeed &need : component.needs)
            add(name, need.source, need.sha256);
    }
    std::string list;
    for (const auto &[name, sum] : sums)
        list.append(sum).append("  ").append(name).append("\n");
    if (!list.empty() && !paths.contains("SHA256SUMS"))
        builder.addInlineFile(src, "SHA256SUMS", file, list);
}

// Into /baby/doc: how components were built, and then what they were built with. Of one need of two
// components the papers stand there once; others of their names get the component's before them.
void addPapers(FileTreeBuilder &builder, FileTreeBuilder::Handle doc, const GuideFacts &facts,
               const Metadata &file)
{
    std::map<std::string, std::string_view> papers; // by name
    const auto add = [&](const std::string &name, const ComponentPaper &paper) {
        if (papers.emplace(name, paper.bytes).second)
            builder.addInlineFile(doc, name, file, paper.bytes);
    };
    for (const ComponentTree &component : *facts.components) {
        for (const ComponentPaper &paper : component.papers)
            add(paper.name, paper);
    }
    for (std::size_t i = 0; i < facts.components->size(); ++i) {
        for (const ComponentNeed &need : (*facts.components)[i].needs) {
            for (const ComponentPaper &paper : need.papers) {
                const auto there = papers.find(paper.name);
                const bool isOther = there != papers.end() && there->second != paper.bytes;
                add(isOther ? facts.plan->project.components[i].name + '-' + paper.name : paper.name, paper);
            }
        }
    }
}

// /baby: the sources as they came, the project, the guide and the scripts.
void addBaby(FileTreeBuilder &builder, const GuideFacts &facts, const FileTreePtr &refbox, Timestamp time)
{
    const Plan &plan = *facts.plan;
    Metadata folder;
    folder.mtime = time;
    Metadata file = folder;
    file.permissions = 0644;
    const auto baby = builder.addDirectory(FileTreeBuilder::root(), "baby", folder);
    const auto doc = builder.addDirectory(baby, "doc", folder);
    const auto src = builder.addDirectory(baby, "src", folder);
    builder.addInlineFile(doc, plan.project.name + ".refbox.lua", file, writeProject(plan.project));
    addGuide(builder, doc, makeGuide(facts), file);
    addScripts(builder, baby, doc, *facts.scripts, refbox, file);
    addPapers(builder, doc, facts, file);
    addSources(builder, src, facts, file);
}

// Walks what stands in the refbox and in vservers too, of which these are the roots, in order. Immutable, so
// that root inside the one cannot change the others. Tells what the folders of each share with each
// component.
LinkCounts sealShared(FileTreeBuilder &builder, FileTreeBuilder::Handle refboxBase, std::uint32_t refboxNodes,
                      const std::vector<FileTreeBuilder::Handle> &roots, bool seal)
{
    using Handle = FileTreeBuilder::Handle;
    std::unordered_set<const Inode *> ofRefbox;
    for (Handle handle = refboxBase; handle < refboxBase + refboxNodes; ++handle) {
        if (builder.inode(handle).isRegular())
            ofRefbox.insert(&builder.inode(handle));
    }
    std::map<std::pair<Handle, NameId>, std::uint32_t> found; // by folder of a vserver and component
    for (std::size_t i = 0; i < roots.size(); ++i) {
        const Handle root = roots[i];
        const auto end = i + 1 < roots.size() ? roots[i + 1] : static_cast<Handle>(builder.nodeCount());
        std::vector<Handle> tops(end - root, root); // parents come first
        for (Handle handle = root + 1; handle < end; ++handle) {
            if (builder.isRemoved(handle))
                continue;
            Inode &inode = builder.inode(handle);
            const Handle parent = builder.parent(handle);
            tops[handle - root] = parent == root && inode.isDirectory() ? handle : tops[parent - root];
            if (!ofRefbox.contains(&inode))
                continue;
            ++found[{tops[handle - root], inode.origin}];
            inode.flags |= seal ? kImmutable : 0;
        }
    }
    LinkCounts counts;
    for (const auto &[ends, count] : found)
        counts[{builder.path(ends.first), std::string(builder.internedName(ends.second))}] += count;
    return counts;
}

void reportComponents(Plan &plan, const std::vector<ComponentTree> &components, const FileTree &refbox)
{
    std::map<std::string, ComponentReport> byName;
    for (InodeId inode = 0; inode < refbox.inodeCount(); ++inode) {
        if (refbox.inode(inode).isDirectory())
            continue;
        ComponentReport &report = byName[std::string(refbox.origin(inode))];
        report.files += static_cast<std::uint32_t>(refbox.names(inode).size());
        report.bytes += refbox.inode(inode).isRegular() ? refbox.inode(inode).size : 0;
    }
    for (std::size_t i = 0; i < components.size(); ++i) {
        ComponentReport report = byName[plan.project.components[i].name];
        report.name = plan.project.components[i].name;
        report.state = components[i].state;
        plan.components.push_back(std::move(report));
    }
}

// Reads what vservers are imported from and compares it with the refbox.
class Importer final
{
public:
    Importer(Plan &plan, const PlanOptions &options, const FileTree &refbox, Progress &progress)
        : m_plan(plan)
        , m_options(options)
        , m_refbox(refbox)
        , m_progress(progress)
    {
    }

    /// An Error becomes a finding: the rest of the plan is still worth showing.
    std::optional<ImportedVServer> read(const VServer &vserver)
    {
        if (!vserver.import)
            return std::nullopt;
        const std::string path = absolutePath(vserver.import->path, m_options.projectFolder);
        m_plan.sources.push_back(path);
        try {
            ImportedVServer imported{readImportSource(*vserver.import, path, m_progress), {}};
            m_plan.sources.insert(m_plan.sources.end(), imported.source.files.begin(),
                                  imported.source.files.end());
            imported.relinking = compare(*vserver.import, imported.source);
            return imported;
        } catch (const Error &error) {
            m_plan.findings.push_back(failure(vserver.name, error));
        }
        return std::nullopt;
    }

private:
    Relinking compare(const Import &import, const ImportSource &source)
    {
        m_progress.beginPhase(translated("assembly", "Comparing with the refbox"));
        if (m_refboxIdentity.empty())
            m_refboxIdentity = outputIdentity(m_refbox, FileTree::root(), "refbox", m_progress);
        std::vector<std::string> prefixes;
        for (const Component &component : m_plan.project.components)
            prefixes.push_back(component.prefix);
        return rememberedTwins(source.tree, source.top, m_refbox, m_refboxIdentity,
                               m_plan.project.privatePaths, prefixes, import.relink, m_progress);
    }

    static Finding failure(const std::string &vserver, const Error &error)
    {
        const QString context =
            error.context().isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.context().last());
        return {Finding::Severity::Error, "import-failed", "/" + vserver,
                translated("assembly", "Vserver %1 lacks what it is imported from. %2: %3: %4")
                        .arg(displayPath(vserver), error.failed(), error.where(), error.why()) +
                    context,
                error.advice()};
    }

    Plan &m_plan;
    const PlanOptions &m_options;
    const FileTree &m_refbox;
    Progress &m_progress;
    std::string m_refboxIdentity;
};

FileTreePtr assembleRefbox(const Project &project, const std::vector<ComponentTree> &components,
                           Timestamp time, Findings &findings)
{
    RefboxAssembler assembler(time);
    for (std::size_t i = 0; i < components.size(); ++i) {
        if (components[i].tree)
            assembler.addComponent(project.components[i].name, project.components[i].prefix,
                                   *components[i].tree, findings);
    }
    // Libraries come last, so that a component that brings its own keeps it.
    for (std::size_t i = 0; i < components.size(); ++i) {
        for (const ComponentLibrary &library : components[i].libraries)
            assembler.addLibrary(project.components[i].name, library, findings);
    }
    return assembler.build();
}

} // namespace

Plan makePlan(const Project &project, const PlanOptions &options, Progress &progress)
{
    Plan plan;
    plan.project = project;
    if (!options.projectFile.empty())
        plan.sources.push_back(options.projectFile);
    progress.beginPhase(translated("assembly", "Collecting software"), project.components.size());
    ComponentSources sources(project, options.projectFolder);
    std::vector<ComponentTree> components;
    for (const Component &component : project.components) {
        components.push_back(sources.make(component, progress));
        plan.findings.insert(plan.findings.end(), components.back().findings.begin(),
                             components.back().findings.end());
        plan.sources.insert(plan.sources.end(), components.back().sources.begin(),
                            components.back().sources.end());
        progress.advance();
        progress.throwIfCancelled();
    }

    progress.beginPhase(translated("assembly", "Planning"));
    const Timestamp time = planTime(components);
    const FileTreePtr refbox = assembleRefbox(project, components, time, plan.findings);
    reportComponents(plan, components, *refbox);

    Metadata top;
    top.mtime = time;
    FileTreeBuilder builder(top);
    const auto refboxBase =
        builder.copySubtree(FileTreeBuilder::root(), "refbox", *refbox, FileTree::root(), {});
    VServerAssembler assembler(builder, *refbox, refboxBase, project.privatePaths, time);
    RefboxNeeds needs(*refbox);
    const NeedsOfFile needsOf = [&](NodeId node) {
        progress.throwIfCancelled();
        return needs.of(node);
    };
    Importer importer(plan, options, *refbox, progress);
    std::vector<FileTreeBuilder::Handle> roots;
    for (const VServer &vserver : project.vservers) {
        const auto imported = importer.read(vserver);
        plan.imports.push_back(imported ? std::optional(imported->relinking.report) : std::nullopt);
        plan.importSources.push_back(imported ? imported->source : ImportSource());
        roots.push_back(assembler.assemble(vserver, needsOf, plan.findings, imported ? &*imported : nullptr));
        plan.rules.push_back(assembler.reports());
        progress.throwIfCancelled();
    }
    const PackageScripts scripts = makePackageScripts(project, *refbox, needsOf);
    GuideFacts facts{&plan, &components, refbox.get(), &scripts, needsOf, {}, {}, false};
    facts.links = sealShared(builder, refboxBase, refbox->nodeCount(), roots, project.image.seal);
    if (!project.vservers.empty()) {
        const std::string first = "/" + project.vservers.front().name;
        for (const char *shell : {"/bin/sh", "/bin/bash"}) {
            if (builder.find(first + shell) != FileTreeBuilder::kNone)
                facts.shell = shell;
        }
        facts.starts =
            facts.shell == "/bin/bash" && builder.find(first + "/etc/rc") != FileTreeBuilder::kNone;
    }
    addBaby(builder, facts, refbox, time);
    plan.tree = builder.build();
    plan.refbox = plan.tree->find("/refbox");
    for (const VServer &vserver : project.vservers)
        plan.vservers.push_back(plan.tree->find("/" + vserver.name));
    return plan;
}

std::vector<NodeId> importedNames(const Plan &plan)
{
    std::vector<NodeId> names;
    for (std::size_t i = 0; i < plan.importSources.size(); ++i) {
        if (!plan.importSources[i].tree)
            continue;
        const FileTree &imported = *plan.importSources[i].tree;
        const NodeId top = plan.importSources[i].top;
        std::vector<NodeId> planned(imported.subtreeEnd(top) - top, kNoId);
        planned[0] = plan.vservers[i];
        for (NodeId node = top + 1; node < imported.subtreeEnd(top); ++node) {
            const NodeId folder = planned[imported.parent(node) - top];
            if (folder == kNoId || !plan.tree->inodeAt(folder).isDirectory())
                continue;
            planned[node - top] = plan.tree->child(folder, imported.name(node));
            if (planned[node - top] != kNoId && !imported.inodeAt(node).isDirectory())
                names.push_back(planned[node - top]);
        }
    }
    std::ranges::sort(names);
    return names;
}

} // namespace Refbox
