// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/cataloguecommand.h"
#include "cli/comparecommand.h"
#include "cli/exportcommand.h"
#include "cli/fetchcommand.h"
#include "cli/importcommand.h"
#include "cli/inspectcommand.h"
#include "cli/linkscommand.h"
#include "cli/needscommand.h"
#include "cli/projectcommands.h"
#include "cli/provesealedcommand.h"
#include "cli/reportcommand.h"
#include "cli/runcommand.h"
#include "cli/sharingcommand.h"
#include "cli/smokecommand.h"
#include "cli/treecommand.h"
#include "cli/whatifcommand.h"
#include "jobs/display.h"

#include <QJsonDocument>

namespace Refbox {

UsageError wrongUsage(std::string_view word, const QString &why)
{
    return {Error(QStringLiteral("Wrong usage"), displayPath(word), why, QStringLiteral("See --help."))};
}

std::vector<std::unique_ptr<Command>> makeCommands(Arguments &arguments)
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<NewCommand>(arguments));
    commands.push_back(std::make_unique<PlanCommand>(arguments));
    commands.push_back(std::make_unique<CheckCommand>(arguments));
    commands.push_back(std::make_unique<BuildCommand>(arguments));
    commands.push_back(std::make_unique<CatalogueCommand>(arguments));
    commands.push_back(std::make_unique<FetchCommand>(arguments));
    commands.push_back(std::make_unique<ImportCommand>(arguments));
    Arguments exports = arguments.subcommand(
        "export", "Write an image, a star-ball, a folder, OCI images or runtimes' configurations");
    exports.requireSubcommand();
    commands.push_back(std::make_unique<ExportImageCommand>(exports));
    commands.push_back(std::make_unique<ExportStarCommand>(exports));
    commands.push_back(std::make_unique<ExportFolderCommand>(exports));
    commands.push_back(std::make_unique<ExportOciCommand>(exports));
    commands.push_back(std::make_unique<ExportRuntimeCommand>(exports));
    commands.push_back(std::make_unique<RunCommand>(arguments));
    commands.push_back(std::make_unique<SmokeCommand>(arguments));
    commands.push_back(std::make_unique<TreeCommand>(arguments));
    commands.push_back(std::make_unique<LinksCommand>(arguments));
    commands.push_back(std::make_unique<SharingCommand>(arguments));
    commands.push_back(std::make_unique<NeedsCommand>(arguments));
    commands.push_back(std::make_unique<WhatIfCommand>(arguments));
    commands.push_back(std::make_unique<ReportCommand>(arguments));
    commands.push_back(std::make_unique<CompareCommand>(arguments));
    commands.push_back(std::make_unique<InspectCommand>(arguments));
    commands.push_back(std::make_unique<ProveSealedCommand>(arguments));
    return commands;
}

int runRefboxCli(const std::vector<std::string> &arguments, CommandContext &context)
{
    CommandLine line("refbox-cli", "Assembles nano-vserver packages: small virtual servers that share one "
                                   "box of software in one image.");
    line.setVersion("refbox-cli " REFBOX_VERSION);
    line.setFooter(
        "Exit status: 0 done, 1 failed or different, 2 wrong usage, 130 cancelled; of run, the command's.");
    Arguments words = line.arguments();
    words.requireSubcommand();
    const auto commands = makeCommands(words);
    switch (line.parse(arguments, context.out, context.err)) {
    case CommandLine::Outcome::Answered:
        return kDone;
    case CommandLine::Outcome::Wrong:
        return kUsage;
    case CommandLine::Outcome::Run:
        break;
    }
    try {
        for (const auto &command : commands) {
            if (command->wasChosen())
                return command->run(context);
        }
    } catch (const Cancelled &) {
        context.err << "Cancelled; nothing was left half written.\n";
        return kCancelled;
    } catch (const UsageError &wrong) {
        context.err << "refbox-cli: " << wrong.error.toString().toStdString() << '\n';
    } catch (const Error &error) {
        context.err << "refbox-cli: " << error.toString().toStdString() << '\n';
        return kFailed;
    }
    return kUsage;
}

void printJson(std::ostream &out, const QJsonObject &object)
{
    out << QJsonDocument(object).toJson(QJsonDocument::Indented).toStdString();
}

QString jsonText(std::string_view bytes)
{
    return displayPath(bytes);
}

} // namespace Refbox
