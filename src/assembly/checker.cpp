// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/checker.h"

#include "assembly/treeedit.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/libraries.h"
#include "software/needsgraph.h"
#include "software/scripts.h"
#include "tree/symlinkresolver.h"

#include <algorithm>
#include <map>
#include <set>

namespace Refbox {

namespace {

using Severity = Finding::Severity;

// Checks one root; what is known of each file is shared with the other roots.
class RootChecker
{
public:
    RootChecker(const FileTree &tree, NodeId root, const std::shared_ptr<TreeElfCache> &cache,
                Findings &findings)
        : m_tree(tree)
        , m_root(root)
        , m_view(tree, root, cache)
        , m_resolver(m_view)
        , m_findings(findings)
    {
    }

    void run(Progress &progress)
    {
        const NodeId end = m_tree.subtreeEnd(m_root);
        std::set<InodeId> seen;
        for (NodeId node = m_root; node < end; ++node) {
            progress.advance();
            progress.throwIfCancelled();
            if (m_tree.inodeAt(node).isSymlink())
                checkSymlink(node);
            else if (!mayHoldCode(m_tree, node))
                continue;
            else if (seen.insert(m_tree.inodeOf(node)).second)
                checkCode(node);
            else if (m_besideThemselves.contains(m_tree.inodeOf(node)))
                checkFurtherName(node);
        }
        reportMachines();
        reportKernel();
    }

private:
    void report(Severity severity, const char *id, NodeId node, const QString &message,
                const QString &advice = {}, const std::string &subject = {})
    {
        m_findings.push_back({severity, id, m_tree.path(node), message, advice, subject});
    }

    // It is the same program, but not at the place that it looks for its libraries from.
    void checkFurtherName(NodeId node)
    {
        const std::string path = m_view.pathOf(node);
        if (const ViewFile *file = m_view.lookup(path))
            checkNeeds(node, path, *m_view.elf(*file).info);
    }

    static bool looksBesideItself(const ElfInfo &info)
    {
        const auto namesOrigin = [](const std::string &folder) {
            return folder.find("$ORIGIN") != std::string::npos ||
                   folder.find("${ORIGIN}") != std::string::npos;
        };
        return std::ranges::any_of(info.rpath, namesOrigin) || std::ranges::any_of(info.runpath, namesOrigin);
    }

    void checkCode(NodeId node)
    {
        const std::string path = m_view.pathOf(node);
        const ViewFile *file = m_view.lookup(path);
        if (file == nullptr)
            return;
        const ElfReading &reading = m_view.elf(*file);
        if (!reading.problem.empty())
            report(Severity::Warning, "bad-elf", node,
                   translated("assembly", "This ELF file cannot be understood: %1.")
                       .arg(translated("software", reading.problem.c_str())));
        else if (reading.info)
            checkElf(node, path, *reading.info);
        else
            checkScript(node, path);
    }

    void checkElf(NodeId node, const std::string &path, const ElfInfo &info)
    {
        if (info.type == ElfType::Relocatable || info.type == ElfType::Core)
            return;
        m_machines.try_emplace(info.machine, node);
        ++m_elfFiles;
        // Libraries that say nothing leave it to the C library, which does.
        if (info.minimumKernel)
            m_kernel = std::max(m_kernel, *info.minimumKernel);
        else if (info.isProgram())
            ++m_kernelUnknown;
        if (looksBesideItself(info))
            m_besideThemselves.insert(m_tree.inodeOf(node));
        checkNeeds(node, path, info);
    }

    void checkNeeds(NodeId node, const std::string &path, const ElfInfo &info)
    {
        const Closure closure = m_resolver.closure(path);
        if (!closure.interpreter.empty() && closure.interpreterReal.empty())
            report(Severity::Error, "missing-loader", node,
                   translated("assembly", "It cannot start: its loader %1 is missing here.")
                       .arg(displayPath(closure.interpreter)),
                   translated("assembly", "Link %1 from the refbox.").arg(displayPath(closure.interpreter)),
                   closure.interpreter);
        for (const MissingLibrary &missing : closure.missing) {
            // The library that asks in vain is reported for itself.
            if (missing.neededBy != path && missing.neededBy != m_view.realPath(*m_view.lookup(path)))
                continue;
            const QString advice =
                !missing.withLdconfig.empty()
                    ? translated("assembly", "It is at %1: run ldconfig there, or link it to /lib.")
                          .arg(displayPath(missing.withLdconfig))
                : looksBesideItself(info)
                    ? translated("assembly",
                                 "It looks for libraries beside its own place: link the program "
                                 "to the place that it has in the refbox, or the library to /lib.")
                    : translated("assembly",
                                 "Link it from /refbox/lib, or add the component that brings it.");
            report(info.isProgram() ? Severity::Error : Severity::Warning, "missing-library", node,
                   translated("assembly", "It needs the library %1, which is missing here.")
                       .arg(displayPath(missing.name)),
                   advice, missing.name);
        }
    }

    void checkScript(NodeId node, const std::string &path)
    {
        const auto needs = scriptNeeds(m_view, path);
        if (!needs || needs->missing().empty())
            return;
        report(Severity::Error, "missing-interpreter", node,
               translated("assembly", "This script cannot run: its interpreter %1 is missing here.")
                   .arg(displayPath(needs->missing())),
               translated("assembly", "Link the interpreter, or leave the script out."), needs->missing());
    }

    void checkSymlink(NodeId node)
    {
        const std::string target(m_tree.symlinkTarget(m_tree.inodeOf(node)));
        const std::string path = m_view.pathOf(node);
        if (escapes(path, target)) {
            const bool toRefbox = joinsRefbox(path, target);
            report(toRefbox ? Severity::Info : Severity::Warning, toRefbox ? "refbox-link" : "escaping-link",
                   node,
                   toRefbox ? translated("assembly",
                                         "This symbolic link leads to the refbox: inside the vserver it "
                                         "works only where the refbox is bound to its /refbox.")
                            : translated("assembly", "This symbolic link leads out of its root: %1.")
                                  .arg(displayPath(target)),
                   toRefbox
                       ? QString()
                       : translated("assembly",
                                    "Inside the root, \"..\" ends at the root: make the target absolute."));
            return;
        }
        const std::string absolute = target.starts_with('/') ? target : joinPath(parentPath(path), target);
        if (m_view.node(path) == kNoId && !comesAtRunTime(absolute) &&
            !comesAtRunTime(throughLinks(absolute)))
            report(Severity::Warning, "dangling-link", node,
                   translated("assembly", "This symbolic link leads nowhere: %1.").arg(displayPath(target)),
                   translated("assembly", "Link what it should lead to, or leave it out."));
    }

    // A link to /var/run/x, where /var/run is a link to /run, comes at run time too.
    std::string throughLinks(const std::string &path) const
    {
        const NodeId folder = m_view.node(parentPath(path));
        return folder == kNoId ? path : joinPath(m_view.pathOf(folder), baseName(path));
    }

    // Whether a relative target climbs above the root on its way.
    static bool escapes(const std::string &path, const std::string &target)
    {
        if (target.starts_with('/'))
            return false;
        auto depth = static_cast<std::ptrdiff_t>(pathParts(path).size()) - 1;
        for (const std::string_view part : pathParts(target)) {
            depth += part == ".." ? -1 : part == "." ? 0 : 1;
            if (depth < 0)
                return true;
        }
        return false;
    }

    static bool joinsRefbox(const std::string &path, const std::string &target)
    {
        const auto parts = pathParts(target);
        const std::size_t climb = static_cast<std::size_t>(
            std::find_if(parts.begin(), parts.end(), [](auto part) { return part != ".."; }) - parts.begin());
        return climb == pathParts(path).size() && climb < parts.size() && parts[climb] == "refbox";
    }

    void reportMachines()
    {
        if (m_machines.size() < 2)
            return;
        QStringList list;
        for (const auto &[machine, node] : m_machines)
            list += QStringLiteral("%1 (%2)").arg(QString::fromStdString(machine.name()),
                                                  displayPath(m_tree.path(node)));
        report(Severity::Warning, "mixed-processors", m_root,
               translated("assembly", "Its programs are for different processors: %1.")
                   .arg(list.join(QStringLiteral(", "))),
               translated("assembly", "Keep programs for one processor in one vserver."));
    }

    void reportKernel()
    {
        if (m_elfFiles == 0)
            return;
        QString message = m_kernel == KernelVersion()
                              ? translated("assembly", "The minimum kernel is unknown.")
                              : translated("assembly", "Its programs need Linux %1 or later.")
                                    .arg(QString::fromStdString(m_kernel.toString()));
        if (m_kernelUnknown > 0 && m_kernel != KernelVersion())
            message += QLatin1Char(' ') +
                       (m_kernelUnknown == 1
                            ? translated("assembly", "Of one program it is unknown.")
                            : translated("assembly", "Of %1 programs it is unknown.").arg(m_kernelUnknown));
        report(Severity::Info, "minimum-kernel", m_root, message);
    }

    const FileTree &m_tree;
    NodeId m_root;
    TreeView m_view;
    LibraryResolver m_resolver;
    Findings &m_findings;
    std::set<InodeId> m_besideThemselves;    // programs and libraries that look for others there
    std::map<ElfMachine, NodeId> m_machines; // and the first file of each
    KernelVersion m_kernel;
    std::size_t m_elfFiles = 0;
    std::size_t m_kernelUnknown = 0;
};

// Once per file, wherever it is linked: the name in the first root stands for all.
void checkStripping(const FileTree &tree, std::span<const NodeId> roots, const TreeElfCache &cache,
                    Findings &findings, Progress &progress)
{
    std::set<InodeId> seen;
    for (const NodeId root : roots) {
        for (NodeId node = root, end = tree.subtreeEnd(root); node < end; ++node) {
            const InodeId inode = tree.inodeOf(node);
            const auto known = cache.find(inode);
            if (known == cache.end() || !known->second.info || !seen.insert(inode).second)
                continue;
            progress.throwIfCancelled();
            const ElfReading full = readElf(ContentReader(tree, inode), ElfDetail::Everything);
            if (full.info && !full.info->stripped && full.info->strippableBytes > 0)
                findings.push_back(
                    {Severity::Info, "unstripped", tree.path(node),
                     translated("assembly", "It is not stripped: stripping would save %1 of %2.")
                         .arg(formatSize(full.info->strippableBytes), formatSize(tree.inode(inode).size)),
                     translated("assembly", "Strip it at its source, or choose a stripped build.")});
        }
    }
}

} // namespace

Findings checkTree(const FileTree &tree, std::span<const NodeId> roots, Progress &progress)
{
    std::uint64_t entries = 0;
    for (const NodeId root : roots)
        entries += tree.subtreeEnd(root) - root;
    progress.beginPhase(translated("assembly", "Checking"), entries, Progress::Unit::Entries);
    Findings findings;
    const auto cache = std::make_shared<TreeElfCache>();
    for (const NodeId root : roots)
        RootChecker(tree, root, cache, findings).run(progress);
    checkStripping(tree, roots, *cache, findings, progress);
    return findings;
}

} // namespace Refbox
