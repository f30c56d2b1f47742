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

std::vector<std::unique_ptr<Command>> makeCommands(CLI::App &app)
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<NewCommand>(app));
    commands.push_back(std::make_unique<PlanCommand>(app));
    commands.push_back(std::make_unique<CheckCommand>(app));
    commands.push_back(std::make_unique<BuildCommand>(app));
    commands.push_back(std::make_unique<CatalogueCommand>(app));
    commands.push_back(std::make_unique<FetchCommand>(app));
    commands.push_back(std::make_unique<ImportCommand>(app));
    auto *exports = app.add_subcommand(
        "export", "Write an image, a star-ball, a folder, OCI images or runtimes' configurations");
    exports->require_subcommand(1);
    commands.push_back(std::make_unique<ExportImageCommand>(*exports));
    commands.push_back(std::make_unique<ExportStarCommand>(*exports));
    commands.push_back(std::make_unique<ExportFolderCommand>(*exports));
    commands.push_back(std::make_unique<ExportOciCommand>(*exports));
    commands.push_back(std::make_unique<ExportRuntimeCommand>(*exports));
    commands.push_back(std::make_unique<RunCommand>(app));
    commands.push_back(std::make_unique<SmokeCommand>(app));
    commands.push_back(std::make_unique<TreeCommand>(app));
    commands.push_back(std::make_unique<LinksCommand>(app));
    commands.push_back(std::make_unique<SharingCommand>(app));
    commands.push_back(std::make_unique<NeedsCommand>(app));
    commands.push_back(std::make_unique<WhatIfCommand>(app));
    commands.push_back(std::make_unique<ReportCommand>(app));
    commands.push_back(std::make_unique<CompareCommand>(app));
    commands.push_back(std::make_unique<InspectCommand>(app));
    commands.push_back(std::make_unique<ProveSealedCommand>(app));
    return commands;
}

int runRefboxCli(const std::vector<std::string> &arguments, CommandContext &context)
{
    CLI::App app(
        "Assembles nano-vserver packages: small virtual servers that share one box of software in one image.",
        "refbox-cli");
    app.set_version_flag("--version", "refbox-cli " REFBOX_VERSION);
    app.require_subcommand(1);
    app.footer(
        "Exit status: 0 done, 1 failed or different, 2 wrong usage, 130 cancelled; of run, the command's.");
    const auto commands = makeCommands(app);
    try {
        // The parser takes its arguments from the end.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError &error) {
        const int code = app.exit(error, context.out, context.err);
        return code == 0 ? kDone : kUsage;
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
