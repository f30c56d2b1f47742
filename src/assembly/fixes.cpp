// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/fixes.h"

#include "assembly/treeedit.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/hostprograms.h"

#include <algorithm>

namespace Refbox {

namespace {

// The place in the project's list of the vserver that a path of the image is in.
std::optional<std::size_t> vserverOf(const std::string &path, const Project &project)
{
    const auto parts = pathParts(path);
    for (std::size_t i = 0; !parts.empty() && i < project.vservers.size(); ++i) {
        if (project.vservers[i].name == parts.front())
            return i;
    }
    return {};
}

// Path in the refbox of what is missing: at the very place first, then in the library folders, then anywhere.
std::string findInRefbox(const Plan &plan, const std::string &wanted)
{
    const FileTree &tree = *plan.tree;
    const std::string prefix = tree.path(plan.refbox);
    const auto below = [&](NodeId node) { return tree.path(node).substr(prefix.size()); };
    const auto isFile = [&](NodeId node) { return node != kNoId && !tree.inodeAt(node).isDirectory(); };
    const std::string_view name = baseName(wanted);
    const std::string places[] = {wanted.starts_with('/') ? wanted : std::string("/lib/") + wanted,
                                  joinPath("/lib", name), joinPath("/lib64", name), joinPath("/bin", name)};
    for (const std::string &place : places) {
        if (const NodeId node = tree.find(prefix + place); isFile(node))
            return below(node);
    }
    for (NodeId node = plan.refbox; node < tree.subtreeEnd(plan.refbox); ++node) {
        if (tree.name(node) == name && isFile(node))
            return below(node);
    }
    return {};
}

std::optional<Fix> linkMissing(const Finding &finding, const Plan &plan)
{
    const auto vserver = vserverOf(finding.path, plan.project);
    if (!vserver || finding.subject.empty() || plan.refbox == kNoId)
        return {};
    const std::string from = findInRefbox(plan, finding.subject);
    if (from.empty())
        return {};
    const std::string to =
        finding.subject.starts_with('/') ? finding.subject : joinPath("/lib", baseName(finding.subject));
    return Fix{translated("assembly", "Link %1 from the refbox").arg(displayPath(finding.subject)),
               [vserver = *vserver, from, to](Project &project) {
                   if (vserver < project.vservers.size())
                       project.vservers[vserver].links.push_back({from, to});
               }};
}

std::optional<Fix> removeEmptyRules(const Finding &finding, const Plan &plan)
{
    const auto vserver = vserverOf(finding.path, plan.project);
    if (!vserver)
        return {};
    std::vector<LinkRule> empty;
    const auto &reports = plan.rules[*vserver];
    for (std::size_t i = 0; i < reports.size(); ++i) {
        if (reports[i].matched == 0)
            empty.push_back(plan.project.vservers[*vserver].links[i]);
    }
    return Fix{translated("assembly", "Remove the link rules that match nothing"),
               [vserver = *vserver, empty = std::move(empty)](Project &project) {
                   if (vserver >= project.vservers.size())
                       return;
                   std::erase_if(project.vservers[vserver].links, [&](const LinkRule &rule) {
                       return std::find(empty.begin(), empty.end(), rule) != empty.end();
                   });
               }};
}

Fix leaveOutMissingPrograms()
{
    return {translated("assembly", "Leave out the programs that this machine lacks"), [](Project &project) {
                for (Component &component : project.components) {
                    if (auto *host = std::get_if<HostSource>(&component.source))
                        std::erase_if(host->programs, [](const HostProgram &program) {
                            return !program.optional && !HostPrograms::find(program.program);
                        });
                }
            }};
}

} // namespace

std::optional<Fix> fixFor(const Finding &finding, const Plan &plan)
{
    if (finding.id == "missing-loader" || finding.id == "missing-library" ||
        finding.id == "missing-interpreter")
        return linkMissing(finding, plan);
    if (finding.id == "empty-rule")
        return removeEmptyRules(finding, plan);
    if (finding.id == "missing-program" && finding.severity == Finding::Severity::Error)
        return leaveOutMissingPrograms();
    if (finding.id == "image-size" && plan.project.image.size)
        return Fix{translated("assembly", "Fit the size to the content"),
                   [](Project &project) { project.image.size.reset(); }};
    return {};
}

} // namespace Refbox
