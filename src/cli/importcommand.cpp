// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/importcommand.h"

#include "assembly/exporter.h"
#include "assembly/importsource.h"
#include "cli/source.h"
#include "jobs/display.h"
#include "project/names.h"
#include "project/projectfile.h"
#include "project/projectpaths.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iomanip>

namespace Refbox {

namespace {

struct Line
{
    ImportKind kind;
    const char *text;
};

constexpr std::array<Line, kImportKinds> kLines{{
    {ImportKind::Linked, "links to the refbox"},
    {ImportKind::OtherTime, "the same but for the time"},
    {ImportKind::OtherMetadata, "the same content, other mode, owner or attributes"},
    {ImportKind::Kept, "the same, kept private"},
    {ImportKind::Changed, "changed against the refbox"},
    {ImportKind::Own, "of its own"},
}};

constexpr std::size_t kMostShown = 20; // of one kind; JSON has more

QJsonObject sumToJson(const ImportReport::Sum &sum)
{
    return {{QStringLiteral("files"), static_cast<qint64>(sum.files)},
            {QStringLiteral("names"), static_cast<qint64>(sum.names)},
            {QStringLiteral("bytes"), static_cast<qint64>(sum.bytes)}};
}

QJsonObject importToJson(const VServer &vserver, const ImportReport &report, const Findings &findings,
                         bool isWritten)
{
    QJsonObject sums;
    for (const Line &line : kLines)
        sums.insert(QLatin1String(importKindWord(line.kind)), sumToJson(report.of(line.kind)));
    QJsonArray files;
    for (const ImportedFile &file : report.files)
        files.append(QJsonObject{{QStringLiteral("kind"), QLatin1String(importKindWord(file.kind))},
                                 {QStringLiteral("path"), jsonText(file.path)},
                                 {QStringLiteral("refbox"), jsonText(file.twin)},
                                 {QStringLiteral("bytes"), static_cast<qint64>(file.bytes)}});
    return {{QStringLiteral("vserver"), jsonText(vserver.name)},
            {QStringLiteral("import"), jsonText(vserver.import->path)},
            {QStringLiteral("folder"), jsonText(vserver.import->folder)},
            {QStringLiteral("written"), isWritten},
            {QStringLiteral("retimed"), static_cast<qint64>(report.retimed)},
            {QStringLiteral("sums"), sums},
            {QStringLiteral("files"), files},
            {QStringLiteral("findings"), findingsToJson(findings)}};
}

void printKind(std::ostream &out, const ImportReport &report, const Line &line)
{
    std::size_t shown = 0;
    for (const ImportedFile &file : report.files) {
        if (file.kind != line.kind)
            continue;
        if (shown == 0)
            out << '\n' << line.text << ":\n";
        if (++shown > kMostShown)
            continue;
        out << "  " << displayBytes(file.path);
        if (file.twin != file.path)
            out << "  (/refbox" << displayBytes(file.twin) << ')';
        out << '\n';
    }
    if (const std::uint32_t all = report.of(line.kind).files; shown > 0 && all > kMostShown)
        out << "  … and " << all - kMostShown << " more\n";
}

std::string folderOf(const std::string &project)
{
    return std::filesystem::absolute(project).parent_path().string();
}

} // namespace

ImportCommand::ImportCommand(Arguments &parent)
    : Command(parent, "import",
              "Add a vserver from an archive, folder or image to a project, linked to the refbox again")
{
    m_arguments.add("PROJECT", m_project, "The project file").required();
    m_arguments.add("ARCHIVE", m_source, "A star-ball or other archive (FILE.001: in parts), folder or image")
        .required();
    m_arguments.add("NAME", m_name, "The vserver's name; else the archive's");
    m_arguments.add("--folder", m_folder, "The folder in it that becomes the vserver, such as /vsbox01")
        .showDefault();
    m_arguments
        .add("--relink", m_relink,
             "exact: link what is the same as in the refbox; any-time: also where only the time "
             "differs; nothing")
        .oneOf({"exact", "any-time", "nothing"})
        .showDefault();
    m_arguments.add("--skeleton", m_skeleton, "What is added where it lacks: typical, minimal or empty")
        .oneOf({"typical", "minimal", "empty"})
        .showDefault();
    m_arguments.addFlag("--dry-run", m_dryRun, "Only show what would be shared; write nothing");
    m_arguments.addFlag("--json", m_json, "Print JSON");
}

VServer ImportCommand::newVServer() const
{
    if (m_source.empty())
        throw wrongUsage({}, QStringLiteral("Give what to import."));
    VServer vserver;
    vserver.name = m_name.empty() ? vserverNameFor(m_folder == "/" ? m_source : m_folder) : m_name;
    if (const Objection objection = objectionToVServerName(vserver.name))
        throw wrongUsage(vserver.name,
                         QStringLiteral("As the vserver's name, it %1. Give another one.").arg(*objection));
    if (const Objection objection = objectionToPath(m_folder, true))
        throw wrongUsage(m_folder, QStringLiteral("As a folder, it %1.").arg(*objection));
    vserver.skeleton = m_skeleton;
    vserver.import = Import{.path = pathForProject(m_source, folderOf(m_project)), .folder = m_folder};
    vserver.import->relink = m_relink == "exact"      ? Relink::Exact
                             : m_relink == "any-time" ? Relink::AnyTime
                                                      : Relink::Nothing;
    return vserver;
}

int ImportCommand::run(CommandContext &context)
{
    const Project project = loadProject(m_project);
    const VServer vserver = newVServer();
    refuseTargetInSources(m_project, {m_source});
    const ImportPlan plan = planImport(project, vserver, {folderOf(m_project)}, context.progress);
    if (!m_dryRun)
        saveProject(plan.project, m_project);
    print(context.out, vserver, plan);
    return kDone;
}

void ImportCommand::print(std::ostream &out, const VServer &vserver, const ImportPlan &plan) const
{
    const ImportReport &report = plan.report;
    if (m_json) {
        printJson(out, importToJson(vserver, report, plan.findings, !m_dryRun));
        return;
    }
    out << '/' << displayBytes(vserver.name) << " from " << displayBytes(vserver.import->path) << "\n\n"
        << std::setw(60) << "files" << std::setw(9) << "names" << std::setw(13) << "bytes" << '\n';
    const auto row = [&](const char *text, const ImportReport::Sum &sum) {
        out << "  " << std::left << std::setw(50) << text << std::right << std::setw(8) << sum.files
            << std::setw(9) << sum.names << std::setw(13) << formatSize(sum.bytes).toStdString() << '\n';
    };
    for (const Line &line : kLines) {
        if (report.of(line.kind).files > 0)
            row(line.text, report.of(line.kind));
    }
    row("all", report.all());
    for (const Line &line : kLines)
        printKind(out, report, line);
    if (report.retimed > 0)
        out << '\n' << report.retimed << " linked files have the refbox's time now.\n";
    if (report.of(ImportKind::OtherTime).files > 0 && vserver.import->relink == Relink::Exact)
        out << "\nTo link also those that differ only in time: --relink any-time\n";
    out << '\n';
    printFindings(out, plan.findings);
    out << displayBytes(m_project) << (m_dryRun ? ": not changed (dry run)\n" : ": vserver added\n");
}

} // namespace Refbox
