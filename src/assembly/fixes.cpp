// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/fixes.h"

#include "assembly/toolchecks.h"
#include "assembly/treeedit.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/hostprograms.h"

#include <algorithm>
#include <cstdlib>

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

Fix turnSealOn()
{
    return {translated("assembly", "Turn the seal on"), [](Project &project) { project.image.seal = true; }};
}

std::optional<Fix> linkInsteadOfCopying(const Finding &finding, const Plan &plan)
{
    const auto vserver = vserverOf(finding.path, plan.project);
    const std::size_t number = std::strtoul(finding.subject.c_str(), nullptr, 10);
    if (!vserver || number == 0 || number > plan.project.vservers[*vserver].links.size())
        return {};
    const LinkRule copying = plan.project.vservers[*vserver].links[number - 1];
    return Fix{translated("assembly", "Let link rule %1 link").arg(number),
               [vserver = *vserver, number, copying](Project &project) {
                   if (vserver >= project.vservers.size() || number > project.vservers[vserver].links.size())
                       return;
                   LinkRule &rule = project.vservers[vserver].links[number - 1];
                   if (rule == copying)
                       rule.manner = LinkManner::Hard;
               }};
}

std::optional<Fix> linkTools(const Finding &finding, const Plan &plan)
{
    const auto vserver = vserverOf(finding.path, plan.project);
    if (!vserver || plan.refbox == kNoId)
        return {};
    std::vector<LinkRule> rules = toolRules(plan, *vserver);
    if (rules.empty())
        return {};
    const QString text = rules.size() == 1
                             ? translated("assembly", "Link %1").arg(displayPath(baseName(rules[0].to)))
                             : translated("assembly", "Link these %1 tools").arg(rules.size());
    return Fix{text, [vserver = *vserver, rules = std::move(rules)](Project &project) {
                   if (vserver >= project.vservers.size())
                       return;
                   auto &links = project.vservers[vserver].links;
                   links.insert(links.end(), rules.begin(), rules.end());
               }};
}

// Whether a vserver, by whatever rule, has something of a component, or asks for it.
bool isUsed(const Plan &plan, const std::string &component)
{
    const FileTree &tree = *plan.tree;
    for (NodeId node = 0; node < tree.nodeCount(); ++node) {
        if (!tree.isInside(node, plan.refbox) && tree.origin(tree.inodeOf(node)) == component)
            return true;
    }
    // A symbolic link keeps no trace of its component.
    return std::any_of(
        plan.project.vservers.begin(), plan.project.vservers.end(), [](const VServer &vserver) {
            return std::any_of(vserver.links.begin(), vserver.links.end(),
                               [](const LinkRule &rule) { return rule.manner == LinkManner::Symbolic; });
        });
}

// Only where nothing is linked from its present place: a link rule would miss it there.
std::optional<Fix> moveComponent(const Finding &finding, const Plan &plan)
{
    const auto &components = plan.project.components;
    const auto named = [&](const Component &component) { return component.name == finding.subject; };
    const auto found = std::find_if(components.begin(), components.end(), named);
    const std::string prefix = joinPath("/opt", finding.subject);
    if (finding.subject.empty() || finding.subject.find('/') != std::string::npos ||
        found == components.end() || plan.tree->find(joinPath("/refbox", prefix)) != kNoId ||
        isUsed(plan, finding.subject) ||
        std::any_of(components.begin(), components.end(),
                    [&](const Component &component) { return component.prefix == prefix; }))
        return {};
    return Fix{translated("assembly", "Move component %1 to %2")
                   .arg(displayPath(finding.subject), displayPath(prefix)),
               [name = finding.subject, prefix](Project &project) {
                   for (Component &component : project.components) {
                       if (component.name == name)
                           component.prefix = prefix;
                   }
               }};
}

Fix linkWhateverTheTime(const Finding &finding)
{
    return {translated("assembly", "Link them whatever their times"),
            [name = std::string(pathParts(finding.path).front())](Project &project) {
                for (VServer &vserver : project.vservers) {
                    if (vserver.name == name && vserver.import)
                        vserver.import->relink = Relink::AnyTime;
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
    if (finding.id == "path-conflict")
        return moveComponent(finding, plan);
    if ((finding.id == "unsealed" || finding.id == "shared-writable") && !plan.project.image.seal)
        return turnSealOn();
    if (finding.id == "identical-copies")
        return linkInsteadOfCopying(finding, plan);
    if (finding.id == "same-but-time")
        return linkWhateverTheTime(finding);
    if (finding.id == "unlinked-tools")
        return linkTools(finding, plan);
    const auto capacity = capacityBytes(plan.project.image.capacity);
    // Where the content alone does not fit either, another size does not help.
    const bool sizeHelps = finding.id == "image-size" || (finding.id == "capacity-exceeded" && capacity &&
                                                          plan.tree->contentBytes() < *capacity);
    if (sizeHelps && plan.project.image.size)
        return Fix{translated("assembly", "Fit the size to the content"),
                   [](Project &project) { project.image.size.reset(); }};
    return {};
}

} // namespace Refbox
