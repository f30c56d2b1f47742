// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/source.h"

#include "assembly/exporter.h"
#include "formats/archiveparts.h"
#include "jobs/display.h"

#include <QJsonObject>

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::size_t kMostPlaces = 10; // of a finding; JSON has all that it knows

} // namespace

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

void printCopyLimits(std::ostream &out, const std::vector<std::string> &remarks)
{
    out << "This is a throw-away copy. As one user of this machine, root inside cannot give files to others "
           "(chown, setfacl), make devices, set capabilities or chattr +i.\n";
    printCopyRemarks(out, remarks);
}

void printCopyRemarks(std::ostream &out, const std::vector<std::string> &remarks)
{
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < std::min(remarks.size(), most); ++i)
        out << "remark: " << displayBytes(remarks[i]) << '\n';
    if (remarks.size() > most)
        out << "and " << remarks.size() - most << " remarks more\n";
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
        if (const QString others = otherPlaces(finding, kMostPlaces); !others.isEmpty())
            out << "    " << others.toStdString() << '\n';
        if (!finding.advice.isEmpty())
            out << "    " << finding.advice.toStdString() << '\n';
    }
    return errors;
}

QJsonArray findingsToJson(const Findings &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        QJsonArray others;
        for (const std::string &path : finding.otherPaths)
            others.append(jsonText(path));
        array.append(QJsonObject{{QStringLiteral("severity"), QLatin1String(severityName(finding.severity))},
                                 {QStringLiteral("id"), QString::fromStdString(finding.id)},
                                 {QStringLiteral("path"), jsonText(finding.path)},
                                 {QStringLiteral("otherPaths"), others},
                                 {QStringLiteral("message"), finding.message},
                                 {QStringLiteral("advice"), finding.advice}});
    }
    return array;
}

} // namespace Refbox
