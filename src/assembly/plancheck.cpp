// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/plancheck.h"

#include "assembly/checker.h"
#include "assembly/copychecks.h"
#include "assembly/exporter.h"
#include "assembly/formatlosses.h"
#include "assembly/privilegechecks.h"
#include "assembly/sharedchecks.h"
#include "assembly/toolchecks.h"
#include "formats/imageformat.h"
#include "jobs/display.h"
#include "jobs/text.h"

#include <algorithm>

namespace Refbox {

namespace {

using Severity = Finding::Severity;

QString lossText(const FormatLoss &loss, const QString &format)
{
    return translated("assembly", "%1 cannot hold %2: %3, such as this one.")
        .arg(format, lossName(loss.kind))
        .arg(loss.count);
}

QString lossAdvice(FormatLoss::Kind kind)
{
    if (kind == FormatLoss::Kind::Names)
        return translated("assembly", "Link it less often, or give some of the places copies.");
    return isRefusal(kind) ? translated("assembly", "Change it at its source, or leave it out.") : QString();
}

// Whether something stands in the way of the image.
bool reportLosses(const FileTree &tree, const ImageOptions &options, Findings &findings)
{
    bool refused = false;
    for (const FormatLoss &loss : imageLosses(tree, options)) {
        const bool refusal = isRefusal(loss.kind);
        refused = refused || refusal;
        // Hardly anybody misses fractions of seconds.
        const Severity severity = refusal                                   ? Severity::Error
                                  : loss.kind == FormatLoss::Kind::Fraction ? Severity::Info
                                                                            : Severity::Warning;
        findings.push_back({severity,
                            refusal ? "format-refusal" : "format-loss",
                            loss.example,
                            lossText(loss, imageTitle(options.format)),
                            lossAdvice(loss.kind),
                            {},
                            loss.others});
    }
    return refused;
}

// The components that weigh most, for whoever must save.
QString heaviest(const Plan &plan)
{
    static constexpr std::size_t kMost = 3;
    std::vector<ComponentReport> components = plan.components;
    std::stable_sort(components.begin(), components.end(),
                     [](const auto &a, const auto &b) { return a.bytes > b.bytes; });
    QStringList list;
    for (std::size_t i = 0; i < std::min(kMost, components.size()) && components[i].bytes > 0; ++i)
        list +=
            QStringLiteral("%1 (%2)").arg(displayPath(components[i].name), formatSize(components[i].bytes));
    return list.join(QStringLiteral(", "));
}

void checkCapacity(const Plan &plan, std::uint64_t imageBytes, Findings &findings)
{
    const auto capacity = capacityBytes(plan.project.image.capacity);
    if (!capacity || imageBytes <= *capacity)
        return;
    const QString components = heaviest(plan);
    findings.push_back(
        {Severity::Error,
         "capacity-exceeded",
         {},
         translated("assembly", "The image is too big: it needs %1, and its medium (%2) holds %3.")
             .arg(formatSize(imageBytes), displayPath(plan.project.image.capacity), formatSize(*capacity)),
         components.isEmpty()
             ? translated("assembly", "Put less into it, or choose a larger medium.")
             : translated("assembly",
                          "Leave something out, or choose a larger medium. The largest components "
                          "are %1.")
                   .arg(components)});
}

void checkImage(const Plan &plan, PlanCheck &check)
{
    bool refused = false;
    try {
        const ImageOptions options = imageOptions({plan.project.image, defaultLabel(plan.project)});
        refused = reportLosses(*plan.tree, options, check.findings);
        check.imageBytes = imageSize(*plan.tree, options);
        if (imageFormatInfo(options.format).exactSize)
            checkCapacity(plan, check.imageBytes, check.findings);
    } catch (
        const Error &error) { // a fixed size that is too small, say: the rest is worth showing all the same
        check.problem = error.why();
        if (refused)
            return;
        const QString where = error.where().isEmpty() ? QString() : error.where() + QStringLiteral(": ");
        check.findings.push_back({Severity::Error,
                                  "image-size",
                                  {},
                                  QStringLiteral("%1: %2%3").arg(error.failed(), where, error.why()),
                                  error.advice()});
    }
}

Findings checkPlaces(const TreePlaces &places, const Plan *plan, Progress &progress)
{
    const std::vector<NodeId> roots = places.roots();
    Findings findings = checkTree(places.tree(), roots, progress);
    checkSharing(places, plan != nullptr ? CheckedKind::Plan : CheckedKind::Opened, findings, progress);
    checkPrivileges(places, findings, progress);
    checkTools(places, plan, findings, progress);
    return findings;
}

} // namespace

PlanCheck checkPlan(const Plan &plan, Progress &progress)
{
    PlanCheck check;
    check.findings = plan.findings;
    const TreePlaces places(*plan.tree, plan.refbox, plan.vservers);
    const Findings ofTree = checkPlaces(places, &plan, progress);
    check.findings.insert(check.findings.end(), ofTree.begin(), ofTree.end());
    checkImage(plan, check);
    return check;
}

Findings checkOpened(const FileTree &tree, NodeId refbox, std::span<const NodeId> vservers,
                     Progress &progress)
{
    const TreePlaces places(tree, refbox, vservers);
    Findings findings = checkPlaces(places, nullptr, progress);
    progress.beginPhase(translated("assembly", "Looking for identical copies"));
    checkCopies(places, findings, progress);
    return findings;
}

} // namespace Refbox
