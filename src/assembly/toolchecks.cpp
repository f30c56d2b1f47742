// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/toolchecks.h"

#include "assembly/glob.h"
#include "assembly/posixtools.h"
#include "assembly/treeedit.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/fileview.h"

#include <algorithm>
#include <set>
#include <span>

namespace Refbox {

namespace {

constexpr std::string_view kFolders[] = {"/bin",           "/sbin",           "/usr/bin", "/usr/sbin",
                                         "/usr/local/bin", "/usr/local/sbin", "/opt/bin"};

// Who has one of these develops software there.
constexpr std::string_view kBuilders[] = {"c99", "cc", "clang", "gcc", "make", "tcc"};

bool isPosixTool(std::string_view name)
{
    return std::binary_search(kPosixTools.begin(), kPosixTools.end(), name) ||
           std::binary_search(kPosixDevelopmentTools.begin(), kPosixDevelopmentTools.end(), name);
}

// A symbolic link counts wherever it leads: where it dangles, that is a finding of its own.
bool isTool(const FileTree &tree, NodeId node)
{
    const Inode &inode = tree.inodeAt(node);
    return inode.isSymlink() || (inode.isRegular() && (inode.permissions & 0111) != 0);
}

class ToolFolders final
{
public:
    ToolFolders(const FileTree &tree, NodeId vserver)
        : m_tree(tree)
        , m_view(tree, vserver)
    {
        for (const std::string_view folder : kFolders)
            add(m_view.node(folder));
        addBelow(m_view.node("/opt"), 2);
    }

    bool has(std::string_view name) const { return find(name) != kNoId; }

    /// In the first folder that has it, in the order of the tree.
    NodeId find(std::string_view name) const
    {
        for (const NodeId folder : m_folders) {
            const NodeId node = m_tree.child(folder, name);
            if (node != kNoId && isTool(m_tree, node))
                return node;
        }
        return kNoId;
    }

private:
    void add(NodeId folder)
    {
        if (folder != kNoId && m_tree.inodeAt(folder).isDirectory())
            m_folders.insert(folder);
    }

    // Each step through the view: packages below /opt are often links.
    void addBelow(NodeId folder, int depth)
    {
        if (folder == kNoId || depth == 0)
            return;
        const std::string path = m_view.pathOf(folder);
        for (const NodeId child : m_tree.children(folder)) {
            const std::string below = joinPath(path, m_tree.name(child));
            for (const std::string_view name : {"bin", "sbin"})
                add(m_view.node(joinPath(below, name)));
            addBelow(m_view.node(below), depth - 1);
        }
    }

    const FileTree &m_tree;
    TreeView m_view;
    std::set<NodeId> m_folders;
};

void appendMissing(const ToolFolders &folders, std::span<const std::string_view> tools,
                   std::vector<std::string_view> &missing)
{
    std::copy_if(tools.begin(), tools.end(), std::back_inserter(missing),
                 [&](std::string_view tool) { return !folders.has(tool); });
}

bool isUsualFolder(std::string_view path)
{
    return path == "/bin" || path == "/sbin" || path == "/usr/bin" || path == "/usr/sbin";
}

std::string pathInRefbox(const FileTree &tree, NodeId refbox, NodeId node)
{
    return tree.path(node).substr(tree.path(refbox).size());
}

// Whether a link rule leaves this file of the refbox out although it could catch it.
bool isLeftOut(const VServer &vserver, const std::string &path)
{
    return std::any_of(vserver.links.begin(), vserver.links.end(), [&](const LinkRule &rule) {
        return std::any_of(rule.except.begin(), rule.except.end(),
                           [&](const std::string &pattern) { return PathGlob(pattern).matches(path); });
    });
}

struct ToolGaps
{
    std::vector<std::pair<std::string_view, NodeId>> unlinked; // and where the refbox has them
    std::vector<std::string_view> overlooked;
};

ToolGaps gapsOf(const FileTree &tree, NodeId vserver, NodeId refbox,
                const std::map<std::string_view, NodeId> &offered, const VServer *settings)
{
    ToolGaps gaps;
    for (const std::string_view tool : missingTools(tree, vserver)) {
        const auto found = offered.find(tool);
        if (found == offered.end())
            gaps.overlooked.push_back(tool);
        else if (settings == nullptr || !isLeftOut(*settings, pathInRefbox(tree, refbox, found->second)))
            gaps.unlinked.emplace_back(tool, found->second);
    }
    return gaps;
}

QString offerText(const FileTree &tree, const std::vector<std::pair<std::string_view, NodeId>> &unlinked)
{
    QStringList list;
    for (const auto &[tool, node] : unlinked) {
        const std::string_view origin = tree.origin(tree.inodeOf(node));
        list += origin.empty() ? displayPath(tool)
                               : QStringLiteral("%1 (%2)").arg(displayPath(tool), displayPath(origin));
    }
    return list.join(QStringLiteral(", "));
}

QString nameList(const std::vector<std::string_view> &names)
{
    QStringList list;
    for (const std::string_view name : names)
        list += displayPath(name);
    return list.join(QStringLiteral(", "));
}

void report(const FileTree &tree, NodeId vserver, const ToolGaps &gaps, bool hasRefbox, Findings &findings)
{
    const std::string path = tree.path(vserver);
    if (!gaps.unlinked.empty())
        findings.push_back(
            {Finding::Severity::Info, "unlinked-tools", path,
             translated("assembly", "It lacks these tools of POSIX, which the refbox has: %1.")
                 .arg(offerText(tree, gaps.unlinked)),
             translated("assembly",
                        "Link them, or name them in the exceptions of a link rule to leave them out.")});
    if (gaps.overlooked.empty())
        return;
    const QString names = nameList(gaps.overlooked);
    findings.push_back(
        {Finding::Severity::Info, "overlooked-tools", path,
         hasRefbox
             ? translated("assembly", "It lacks these tools of POSIX, and so does the refbox: %1.").arg(names)
             : translated("assembly", "It lacks these tools of POSIX: %1.").arg(names),
         translated("assembly", "Add a component that brings them, where they are wanted.")});
}

} // namespace

std::map<std::string_view, NodeId> refboxTools(const FileTree &tree, NodeId refbox)
{
    std::map<std::string_view, NodeId> usual;
    std::map<std::string_view, NodeId> others;
    if (refbox == kNoId)
        return usual;
    const TreeView view(tree, refbox);
    for (NodeId folder = refbox + 1; folder < tree.subtreeEnd(refbox); ++folder) {
        if (!tree.inodeAt(folder).isDirectory() ||
            (tree.name(folder) != "bin" && tree.name(folder) != "sbin"))
            continue;
        const std::string path = pathInRefbox(tree, refbox, folder);
        for (const NodeId node : tree.children(folder)) {
            if (!isPosixTool(tree.name(node)))
                continue;
            // What a link leads to must be there: the tool itself is to be linked.
            const NodeId real = view.node(joinPath(path, tree.name(node)));
            if (real != kNoId && isTool(tree, real))
                (isUsualFolder(path) ? usual : others).try_emplace(tree.name(node), node);
        }
    }
    usual.merge(others);
    return usual;
}

std::map<std::string_view, NodeId> presentTools(const FileTree &tree, NodeId vserver)
{
    const ToolFolders folders(tree, vserver);
    std::map<std::string_view, NodeId> present;
    for (const std::span<const std::string_view> tools :
         {std::span<const std::string_view>(kPosixTools),
          std::span<const std::string_view>(kPosixDevelopmentTools)})
        for (const std::string_view tool : tools) {
            if (const NodeId node = folders.find(tool); node != kNoId)
                present.emplace(tool, node);
        }
    return present;
}

std::vector<std::string_view> missingTools(const FileTree &tree, NodeId vserver)
{
    const ToolFolders folders(tree, vserver);
    std::vector<std::string_view> missing;
    appendMissing(folders, kPosixTools, missing);
    if (missing.size() == kPosixTools.size())
        return {};
    // Not by ar or strings, which BusyBox has, too.
    if (std::any_of(std::begin(kBuilders), std::end(kBuilders),
                    [&](std::string_view name) { return folders.has(name); }))
        appendMissing(folders, kPosixDevelopmentTools, missing);
    std::sort(missing.begin(), missing.end());
    return missing;
}

void checkTools(const TreePlaces &places, const Plan *plan, Findings &findings, Progress &progress)
{
    const FileTree &tree = places.tree();
    const auto offered = refboxTools(tree, places.refbox());
    for (const NodeId vserver : places.vservers()) {
        progress.throwIfCancelled();
        const VServer *settings = nullptr;
        for (std::size_t i = 0; plan != nullptr && i < plan->vservers.size(); ++i) {
            if (plan->vservers[i] == vserver)
                settings = &plan->project.vservers[i];
        }
        report(tree, vserver, gapsOf(tree, vserver, places.refbox(), offered, settings),
               places.refbox() != kNoId, findings);
    }
}

std::vector<LinkRule> toolRules(const Plan &plan, std::size_t vserver)
{
    const FileTree &tree = *plan.tree;
    const NodeId root = plan.vservers[vserver];
    const TreeView refbox(tree, plan.refbox);
    const TreeView inside(tree, root);
    const ToolGaps gaps =
        gapsOf(tree, root, plan.refbox, refboxTools(tree, plan.refbox), &plan.project.vservers[vserver]);
    std::vector<LinkRule> rules;
    for (const auto &[tool, node] : gaps.unlinked) {
        const std::string path = pathInRefbox(tree, plan.refbox, node);
        const std::string_view usual = parentPath(path);
        // A link to a folder, as of /bin to /usr/bin, is no place for a rule: what it leads to is.
        const std::string wanted(isUsualFolder(usual) ? usual : std::string_view("/bin"));
        const NodeId folder = inside.node(wanted);
        LinkRule rule;
        rule.from = globQuoted(refbox.pathOf(refbox.node(path)));
        rule.to = joinPath(folder == kNoId ? wanted : inside.pathOf(folder), tool);
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace Refbox
