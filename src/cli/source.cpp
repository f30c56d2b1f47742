// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/source.h"

#include "assembly/treeedit.h"
#include "jobs/display.h"
#include "project/projectfile.h"
#include "tree/linkmap.h"

#include <QJsonObject>

#include <algorithm>
#include <filesystem>

namespace Refbox {

bool isProjectName(const std::string &path)
{
    return path.ends_with(".lua");
}

Plan planProjectFile(const std::string &path, Progress &progress)
{
    const Project project = loadProject(path);
    PlanOptions options;
    options.projectFolder = std::filesystem::absolute(path).parent_path().string();
    return makePlan(project, options, progress);
}

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

TreeSource openSource(const std::string &path, Progress &progress)
{
    TreeSource source;
    std::error_code ignored;
    if (isProjectName(path) && !std::filesystem::is_directory(path, ignored)) {
        source.plan = planProjectFile(path, progress);
        source.tree = source.plan->tree;
        source.format = "project";
        source.refbox = source.plan->refbox;
        source.vservers = source.plan->vservers;
        return source;
    }
    OpenedTree opened = openTree(path, progress);
    source.tree = std::move(opened.tree);
    source.format = std::move(opened.format);
    source.remarks = std::move(opened.remarks);
    const Sides sides = guessSides(*source.tree);
    source.refbox = sides.refbox;
    source.vservers = sides.vservers;
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
