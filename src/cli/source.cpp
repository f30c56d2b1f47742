// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/source.h"

#include "assembly/exporter.h"
#include "formats/archiveparts.h"
#include "jobs/display.h"

#include <QJsonObject>

#include <algorithm>

namespace Refbox {

void refuseErrors(const Plan &plan, bool keepGoing, std::ostream &err)
{
    Findings errors;
    std::copy_if(plan.findings.begin(), plan.findings.end(), std::back_inserter(errors),
                 [](const Finding &finding) { return finding.severity == Finding::Severity::Error; });
    printFindings(err, errors);
    if (!errors.empty() && !keepGoing)
        throw Error(QStringLiteral("Nothing was written"), QString::fromStdString(plan.project.name),
                    QStringLiteral("The plan has errors, %1 in all.").arg(errors.size()),
                    QStringLiteral("Mend them, or give --keep-going to write what there is."));
}

TreeSource openSource(const std::string &path, const std::string &output, Progress &progress)
{
    if (!output.empty())
        refuseTargetInSources(output, filesOfSource(path));
    TreeSource source = openSource(path, progress);
    if (!output.empty() && source.plan)
        refuseTargetInSources(output, source.plan->sources);
    return source;
}

NodeId requireNode(const FileTree &tree, const std::string &path)
{
    const NodeId node = tree.find(path);
    if (node == kNoId)
        throw Error(QStringLiteral("Cannot find this path"), displayPath(path),
                    QStringLiteral("The tree has no such entry."),
                    QStringLiteral("Look at the names with: refbox-cli tree"));
    return node;
}

std::size_t printFindings(std::ostream &out, const Findings &findings)
{
    std::size_t errors = 0;
    for (const Finding &finding : findings) {
        errors += finding.severity == Finding::Severity::Error ? 1 : 0;
        out << severityName(finding.severity) << ": " << finding.id;
        if (!finding.path.empty())
            out << ": " << displayBytes(finding.path);
        out << ": " << finding.message.toStdString() << '\n';
        if (!finding.advice.isEmpty())
            out << "    " << finding.advice.toStdString() << '\n';
    }
    return errors;
}

QJsonArray findingsToJson(const Findings &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        array.append(QJsonObject{{QStringLiteral("severity"), QLatin1String(severityName(finding.severity))},
                                 {QStringLiteral("id"), QString::fromStdString(finding.id)},
                                 {QStringLiteral("path"), jsonText(finding.path)},
                                 {QStringLiteral("message"), finding.message},
                                 {QStringLiteral("advice"), finding.advice}});
    }
    return array;
}

} // namespace Refbox
