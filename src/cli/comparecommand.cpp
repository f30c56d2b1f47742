// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/comparecommand.h"

#include "cli/source.h"
#include "jobs/display.h"
#include "tree/comparison.h"

#include <QJsonArray>

namespace Refbox {

CompareCommand::CompareCommand(Arguments &parent)
    : Command(parent, "compare", "Compare two trees entry by entry; exit status 1 when they differ")
{
    m_arguments.add("A", m_a, "A project file, image, archive or folder").required();
    m_arguments.add("B", m_b, "Another").required();
    m_arguments.add("--below-a", m_belowA, "Only what is below this path in A").showDefault();
    m_arguments.add("--below-b", m_belowB, "Only what is below this path in B").showDefault();
    m_arguments.addFlag("--no-content", m_noContent, "Do not read the files' bytes");
    m_arguments.addFlag("--no-times", m_noTimes, "Let times differ");
    m_arguments.addFlag("--no-owners", m_noOwners, "Let owners differ");
    m_arguments.addFlag("--no-flags", m_noFlags, "Let the immutable and similar flags differ");
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int CompareCommand::run(CommandContext &context)
{
    const TreeSource a = openSource(m_a, context.progress);
    const TreeSource b = openSource(m_b, context.progress);
    CompareOptions options;
    options.content = !m_noContent;
    options.times = !m_noTimes;
    options.owners = !m_noOwners;
    options.flags = !m_noFlags;
    const auto differences =
        compareTrees({*a.tree, requireNode(*a.tree, m_belowA)}, {*b.tree, requireNode(*b.tree, m_belowB)},
                     options, context.progress);
    if (m_json) {
        QJsonArray array;
        for (const Difference &difference : differences) {
            array.append(QJsonObject{{QStringLiteral("kind"), QLatin1String(differenceName(difference.kind))},
                                     {QStringLiteral("path"), jsonText(difference.path)},
                                     {QStringLiteral("a"), QString::fromStdString(difference.a)},
                                     {QStringLiteral("b"), QString::fromStdString(difference.b)}});
        }
        printJson(context.out, {{QStringLiteral("differences"), array}});
    } else {
        for (const Difference &difference : differences) {
            context.out << differenceName(difference.kind) << ": " << displayBytes(difference.path);
            if (difference.kind != Difference::Kind::OnlyInA && difference.kind != Difference::Kind::OnlyInB)
                context.out << ": " << difference.a << " | " << difference.b;
            context.out << '\n';
        }
        if (differences.empty())
            context.out << "equal\n";
        else
            context.out << differences.size()
                        << (differences.size() == 1 ? " difference\n" : " differences\n");
    }
    return differences.empty() ? kDone : kFailed;
}

} // namespace Refbox
