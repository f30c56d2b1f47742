// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/smokecommand.h"

#include "assembly/smokerun.h"
#include "assembly/vserverrun.h"
#include "cli/source.h"
#include "jobs/display.h"

#include <algorithm>

namespace Refbox {

namespace {

QJsonObject outcomeToJson(const SmokeOutcome &outcome)
{
    QJsonObject object{{QStringLiteral("path"), jsonText(outcome.program.path)},
                       {QStringLiteral("state"), QLatin1String(smokeStateName(outcome.state))}};
    if (outcome.state != SmokeState::NotTried)
        object.insert(QStringLiteral("argument"), jsonText(outcome.program.argument));
    if (outcome.status)
        object.insert(QStringLiteral("status"), *outcome.status);
    if (!outcome.reason.isEmpty())
        object.insert(QStringLiteral("reason"), outcome.reason);
    if (!outcome.said.empty())
        object.insert(QStringLiteral("said"), jsonText(outcome.said));
    return object;
}

void printSmokeJson(std::ostream &out, const SmokeReport &report)
{
    QJsonArray programs;
    for (const SmokeOutcome &outcome : report.outcomes)
        programs.append(outcomeToJson(outcome));
    QJsonArray remarks;
    for (const std::string &remark : report.remarks)
        remarks.append(jsonText(remark));
    const auto count = [&](SmokeState state) { return static_cast<qint64>(report.count(state)); };
    printJson(out, {{QStringLiteral("vserver"), jsonText(report.vserver)},
                    {QStringLiteral("programs"), programs},
                    {QStringLiteral("remarks"), remarks},
                    {QStringLiteral("runs"), count(SmokeState::Runs)},
                    {QStringLiteral("fails"), count(SmokeState::Fails)},
                    {QStringLiteral("notTried"), count(SmokeState::NotTried)}});
}

constexpr qsizetype kWidestPath = 48;

void printOutcome(std::ostream &out, const SmokeOutcome &outcome, qsizetype pathWidth)
{
    const QString words =
        QStringList{outcome.reason, displayPath(outcome.said)}.join(QLatin1Char(' ')).trimmed();
    const QString gap = QStringLiteral("  ");
    const QString line = QString::fromLatin1(smokeStateName(outcome.state)).leftJustified(9) + gap +
                         displayPath(outcome.program.path).leftJustified(pathWidth) + gap +
                         QString::fromStdString(outcome.program.argument).leftJustified(9) + gap + words;
    out << line.trimmed().toStdString() << '\n';
}

// What fails first.
void printSmoke(std::ostream &out, const SmokeReport &report)
{
    qsizetype width = 0;
    for (const SmokeOutcome &outcome : report.outcomes)
        width = std::max(width, displayPath(outcome.program.path).size());
    for (const SmokeState state : {SmokeState::Fails, SmokeState::NotTried, SmokeState::Runs}) {
        for (const SmokeOutcome &outcome : report.outcomes) {
            if (outcome.state == state)
                printOutcome(out, outcome, std::min(width, kWidestPath));
        }
    }
    out << displayBytes(report.vserver) << ": " << report.count(SmokeState::Runs) << " run, "
        << report.count(SmokeState::Fails) << " fail";
    if (const std::size_t left = report.count(SmokeState::NotTried); left > 0)
        out << ", " << left << " not tried";
    out << '\n';
    if (report.count(SmokeState::Fails) > 0)
        printCopyLimits(out, report.remarks);
}

} // namespace

SmokeCommand::SmokeCommand(Arguments &parent)
    : Command(parent, "smoke", "Start every program of a vserver with a harmless argument")
{
    m_arguments.add("TREE", m_path, "A project file, image, archive or folder").required();
    m_arguments.add("VSERVER", m_vserver, "Its name, or any folder's path in the tree").required();
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int SmokeCommand::run(CommandContext &context)
{
    const TreeSource source = openSource(m_path, context.progress);
    if (source.plan)
        refuseErrors(*source.plan, true, context.err);
    const NodeId vserver = findVServer(source, m_vserver);
    const SmokeReport report = runSmokeTest(*source.tree, vserver, {}, context.progress);
    if (m_json)
        printSmokeJson(context.out, report);
    else
        printSmoke(context.out, report);
    return report.count(SmokeState::Fails) == 0 ? kDone : kFailed;
}

} // namespace Refbox
