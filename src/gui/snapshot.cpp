// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/snapshot.h"

#include "assembly/plancheck.h"
#include "assembly/treeedit.h"
#include "assembly/treesource.h"
#include "jobs/display.h"
#include "tree/treesizes.h"

#include <algorithm>

namespace Refbox {

namespace {

void readLinks(Snapshot &snapshot, const LinkMapOptions &options, Progress &progress)
{
    progress.beginPhase(translated("gui", "Reading the link map"));
    if (snapshot.refbox == kNoId)
        return;
    snapshot.linkMap = buildLinkMap(*snapshot.tree, snapshot.vservers, snapshot.refbox, options, &progress);
    snapshot.sharing = snapshot.linkMap->totals();
    snapshot.vserverSharing.clear();
    for (const NodeId vserver : snapshot.vservers)
        snapshot.vserverSharing.push_back(snapshot.linkMap->totals(vserver));
}

void sortFindings(Snapshot &snapshot)
{
    std::stable_sort(snapshot.findings.begin(), snapshot.findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
}

// What any tree tells about itself.
void complete(Snapshot &snapshot, const LinkMapOptions &options, Progress &progress)
{
    readLinks(snapshot, options, progress);
    snapshot.bytes = subtreeBytes(*snapshot.tree);
    snapshot.colours = componentColours(*snapshot.tree);
    sortFindings(snapshot);
}

constexpr const char *kOpenedFinding = "opened"; ///< what its reader said, whatever the sides

// After what its reader said.
void addChecked(Snapshot &snapshot, Progress &progress)
{
    const Findings found = checkOpened(*snapshot.tree, snapshot.refbox, snapshot.vservers, progress);
    snapshot.findings.insert(snapshot.findings.end(), found.begin(), found.end());
}

std::optional<Sides> findSides(const FileTree &tree, const ChosenSides &chosen)
{
    const auto folder = [&tree](const std::string &path) {
        const NodeId node = tree.find(path);
        return node != kNoId && tree.inode(tree.inodeOf(node)).isDirectory() ? node : kNoId;
    };
    Sides sides{folder(chosen.refbox), {}};
    for (const std::string &path : chosen.vservers)
        sides.vservers.push_back(folder(path));
    if (!sides.areKnown() || std::ranges::count(sides.vservers, kNoId) > 0)
        return {};
    return sides;
}

} // namespace

ChosenSides chosenSides(const FileTree &tree, const Sides &sides, bool findCopies)
{
    ChosenSides chosen{tree.path(sides.refbox), {}, findCopies};
    for (const NodeId vserver : sides.vservers)
        chosen.vservers.push_back(tree.path(vserver));
    return chosen;
}

std::size_t Snapshot::count(Finding::Severity severity) const
{
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [severity](const Finding &finding) { return finding.severity == severity; }));
}

const SharingTotals *Snapshot::sharingOf(NodeId vserver) const
{
    const auto found = std::find(vservers.begin(), vservers.end(), vserver);
    const auto index = static_cast<std::size_t>(found - vservers.begin());
    return index < vserverSharing.size() ? &vserverSharing[index] : nullptr;
}

SnapshotPtr planSnapshot(const Project &project, const PlanOptions &options, Progress &progress)
{
    const auto plan = std::make_shared<const Plan>(makePlan(project, options, progress));
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->title = displayPath(project.name);
    snapshot->tree = plan->tree;
    snapshot->plan = plan;
    snapshot->refbox = plan->refbox;
    snapshot->vservers = plan->vservers;
    PlanCheck check = checkPlan(*plan, progress);
    snapshot->findings = std::move(check.findings);
    snapshot->imageBytes = check.imageBytes;
    snapshot->problem = check.problem;
    snapshot->capacity = capacityBytes(project.image.capacity).value_or(0);
    complete(*snapshot, {}, progress);
    return snapshot;
}

SnapshotPtr openSnapshot(const std::string &path, Progress &progress,
                         const std::optional<ChosenSides> &chosen)
{
    TreeSource opened = openSource(path, progress);
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->title = displayPath(baseName(path));
    snapshot->format = displayPath(opened.format);
    snapshot->tree = opened.tree;
    const Sides told{opened.refbox, opened.vservers};
    const std::optional<Sides> kept = chosen ? findSides(*opened.tree, *chosen) : std::nullopt;
    const Sides &sides = kept ? *kept : told;
    snapshot->refbox = sides.refbox;
    snapshot->vservers = sides.vservers;
    if (!told.areKnown())
        snapshot->proposal = proposeSides(*opened.tree);
    for (const std::string &remark : opened.remarks)
        snapshot->findings.push_back({Finding::Severity::Info, kOpenedFinding, {}, displayPath(remark), {}});
    addChecked(*snapshot, progress);
    LinkMapOptions options;
    options.findCopies = kept && chosen->findCopies;
    complete(*snapshot, options, progress);
    return snapshot;
}

SnapshotPtr withSides(const Snapshot &opened, const Sides &sides, bool findCopies, Progress &progress)
{
    auto snapshot = std::make_shared<Snapshot>(opened);
    snapshot->refbox = sides.refbox;
    snapshot->vservers = sides.vservers;
    LinkMapOptions options;
    options.findCopies = findCopies;
    readLinks(*snapshot, options, progress);
    std::erase_if(snapshot->findings, [](const Finding &finding) { return finding.id != kOpenedFinding; });
    addChecked(*snapshot, progress);
    sortFindings(*snapshot);
    return snapshot;
}

} // namespace Refbox
