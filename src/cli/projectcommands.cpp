// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/projectcommands.h"

#include "assembly/builder.h"
#include "assembly/exporter.h"
#include "assembly/packagewishes.h"
#include "assembly/plancheck.h"
#include "assembly/recipes.h"
#include "cli/report.h"
#include "cli/source.h"
#include "jobs/display.h"
#include "project/projectfile.h"
#include "project/templates.h"

#include <algorithm>
#include <filesystem>

namespace Refbox {

NewCommand::NewCommand(Arguments &parent)
    : Command(parent, "new", "Write a new project file from a template")
{
    m_arguments.add("FILE", m_file, "The project file to write, NAME.refbox.lua").required();
    m_arguments.add("--template", m_template, "nano-vserver, nano-vserver-from-source, minimal or empty")
        .showDefault();
    m_arguments.addFlag("--force", m_force, "Replace an existing file");
}

int NewCommand::run(CommandContext &context)
{
    const Project project = templateProject(m_template);
    std::error_code ignored;
    if (!m_force && std::filesystem::exists(std::filesystem::symlink_status(m_file, ignored)))
        throw Error(QStringLiteral("Cannot write the project"), displayPath(m_file),
                    QStringLiteral("The file exists."),
                    QStringLiteral("Choose another name, or give --force to replace it."));
    saveProject(project, m_file);
    context.out << displayBytes(m_file) << ": a new project from the template " << m_template << '\n'
                << "Next: refbox-cli build " << shellQuoted(m_file) << " --out out/\n";
    return kDone;
}

PlanCommand::PlanCommand(Arguments &parent)
    : Command(parent, "plan", "Show what a project would put into its image; nothing is written")
{
    m_arguments.add("PROJECT", m_file, "The project file").required();
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int PlanCommand::run(CommandContext &context)
{
    const Plan plan = planProjectFile(m_file, context.progress);
    if (m_json)
        printJson(context.out, planToJson(plan));
    else
        printPlan(context.out, plan);
    return std::any_of(plan.findings.begin(), plan.findings.end(),
                       [](const Finding &f) { return f.severity == Finding::Severity::Error; })
               ? kFailed
               : kDone;
}

CheckCommand::CheckCommand(Arguments &parent)
    : Command(parent, "check",
              "Check a project, image, archive or folder; exit status 1 when there are errors")
{
    m_arguments.add("PATH", m_path, "A project file, or any tree").required();
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int CheckCommand::run(CommandContext &context)
{
    const TreeSource source = openSource(m_path, context.progress);
    const Findings findings =
        source.plan ? checkPlan(*source.plan, context.progress).findings
                    : checkOpened(*source.tree, source.refbox, source.vservers, context.progress);
    const auto errors = std::count_if(findings.begin(), findings.end(), [](const Finding &f) {
        return f.severity == Finding::Severity::Error;
    });
    if (m_json) {
        printJson(context.out, {{QStringLiteral("findings"), findingsToJson(findings)},
                                {QStringLiteral("errors"), static_cast<qint64>(errors)}});
    } else {
        printFindings(context.out, findings);
        context.out << findings.size() << (findings.size() == 1 ? " finding, " : " findings, ") << errors
                    << (errors == 1 ? " error\n" : " errors\n");
    }
    return errors > 0 ? kFailed : kDone;
}

BuildCommand::BuildCommand(Arguments &parent)
    : Command(parent, "build",
              "Make everything that a project asks for: the image, and a star-ball of each vserver")
{
    m_arguments.add("PROJECT", m_file, "The project file").required();
    m_arguments.add("--out", m_out, "The folder for the outputs; it is made where missing").required();
    m_arguments.add("--compression", m_compression, "Of the star-balls: none, gzip, xz or zstd")
        .showDefault();
    m_arguments.addFlag("--no-verify", m_noVerify, "Do not read the outputs back and compare them");
    m_arguments.addFlag("--keep-going", m_keepGoing, "Write the outputs although the plan has errors");
    m_arguments
        .add("--jobs", m_jobs, "Compilers at a time that build from source; 0: as many as there are cores")
        .showDefault();
    m_arguments.add("--compile-hosts", m_hosts,
                    "Machines whose distccd helps to build from source, as \"HOST[:PORT][/SLOTS] …\"; "
                    "without this option those of REFBOX_COMPILE_HOSTS");
    m_arguments.addFlag("--offline", m_offline, "Fetch no sources and packages from the network");
    m_arguments.addFlag("--keep-failed", m_keepFailed, "Keep the folder of a build from source that fails");
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

int BuildCommand::run(CommandContext &context)
{
    BuildRecipesOptions recipes{m_jobs, m_keepFailed};
    recipes.hosts = m_arguments.hold("--compile-hosts") ? parseCompileHosts(m_hosts) : defaultCompileHosts();
    recipes.sources.offline = recipes.sources.offline || m_offline;
    PackageOptions packages = defaultPackageOptions();
    packages.offline = packages.offline || m_offline;
    const Project project = loadProject(m_file);
    fetchPackages(project, packages, context.progress);
    buildRecipes(project, recipes, context.progress);
    const Plan plan = planProjectFile(project, m_file, context.progress);
    refuseErrors(plan, m_keepGoing, context.err);
    BuildOptions options;
    options.folder = m_out;
    options.compression = compressionFromWord(m_compression);
    options.verify = !m_noVerify;
    const BuildReport report = buildPackage(plan, options, context.progress);
    if (m_json) {
        printJson(context.out, buildToJson(report));
        return kDone;
    }
    if (!report.findings.empty()) {
        printFindings(context.out, report.findings);
        context.out << '\n';
    }
    for (const ExportReport &output : report.outputs)
        printExport(context.out, output);
    return kDone;
}

} // namespace Refbox
