// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/componentsource.h"

#include "assembly/treeedit.h"
#include "formats/archivereader.h"
#include "formats/folderreader.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "software/hostprograms.h"
#include "software/store.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace Refbox {

namespace {

Finding::Severity severityOf(Remark::Severity severity)
{
    switch (severity) {
    case Remark::Severity::Info:
        return Finding::Severity::Info;
    case Remark::Severity::Warning:
        return Finding::Severity::Warning;
    case Remark::Severity::Error:
        break;
    }
    return Finding::Severity::Error;
}

std::string placeInRefbox(const Component &component, const std::string &path)
{
    std::string place = joinPath(joinPath("/refbox", component.prefix), path);
    while (place.ends_with('/'))
        place.pop_back();
    return place;
}

// Remarks carry no error: what was read stands in the tree all the same.
void addRemarks(ComponentTree &made, const Component &component, const std::vector<std::string> &remarks)
{
    for (const std::string &remark : remarks)
        made.findings.push_back(
            {Finding::Severity::Info,
             "source-remark",
             placeInRefbox(component, "/"),
             translated("assembly", "Component %1: %2").arg(displayPath(component.name), displayPath(remark)),
             {}});
}

bool asksForAbsent(const HostSource &source, const std::string &program)
{
    return std::any_of(source.programs.begin(), source.programs.end(), [&](const HostProgram &asked) {
        return asked.program == program && asked.optional && !HostPrograms::find(program);
    });
}

// Optional programs that this machine lacks: one remark for all; and where star is among them, what that
// means.
void reportAbsent(const Component &component, const HostSource &source, Findings &findings)
{
    QStringList absent;
    for (const HostProgram &program : source.programs) {
        if (asksForAbsent(source, program.program))
            absent += displayPath(program.program);
    }
    if (absent.isEmpty())
        return;
    findings.push_back({Finding::Severity::Info, "missing-program", placeInRefbox(component, "/"),
                        translated("assembly", "This machine lacks optional programs of component %1: %2.")
                            .arg(displayPath(component.name), absent.join(QStringLiteral(", "))),
                        translated("assembly", "Install them, or leave them out.")});
    if (asksForAbsent(source, "star"))
        findings.push_back(
            {Finding::Severity::Warning, "no-star", placeInRefbox(component, "/"),
             translated(
                 "assembly",
                 "star is not on this machine; GNU tar can stand in for it. It writes star's keywords for "
                 "ACLs and extended attributes, but only with --acls --xattrs, puts them on the first "
                 "name of a hard-linked file alone (star then clears the ACL of the others), and stores "
                 "no file flags."),
             translated("assembly", "Install star from its makers, or give it as a folder or an archive.")});
}

} // namespace

std::optional<std::int64_t> sourceDateEpoch()
{
    const char *text = std::getenv("SOURCE_DATE_EPOCH");
    if (text == nullptr)
        return std::nullopt;
    const std::string_view digits(text);
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (error != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return seconds;
}

ComponentSources::ComponentSources(std::string projectFolder)
    : m_projectFolder(std::move(projectFolder))
    , m_store(std::make_unique<Store>())
    , m_host(std::make_unique<HostPrograms>(m_store.get()))
{
}

ComponentSources::~ComponentSources() = default;

std::string ComponentSources::absolute(const std::string &path) const
{
    return path.starts_with('/') ? path : joinPath(m_projectFolder, path);
}

ComponentTree ComponentSources::make(const Component &component, Progress &progress)
{
    ComponentTree made;
    try {
        if (const auto *host = std::get_if<HostSource>(&component.source))
            fromHost(component, *host, made, progress);
        else if (const auto *folder = std::get_if<FolderSource>(&component.source))
            fromFolder(component, absolute(folder->path), made, progress);
        else if (const auto *archive = std::get_if<ArchiveSource>(&component.source))
            fromArchive(component, absolute(archive->path), made, progress);
        else
            made.findings.push_back(
                {Finding::Severity::Error, "not-built", placeInRefbox(component, "/"),
                 translated("assembly",
                            "Component %1 is to be built by the recipe %2, which has not been built yet.")
                     .arg(displayPath(component.name),
                          displayPath(std::get<RecipeSource>(component.source).recipe)),
                 translated("assembly",
                            "This version of Refbox does not run recipes: give a folder, an archive or "
                            "programs of this machine instead.")});
    } catch (const Error &error) {
        made.tree.reset();
        made.findings.push_back(
            {Finding::Severity::Error, "source-failed", placeInRefbox(component, "/"),
             translated("assembly", "Component %1 has no files. %2: %3: %4")
                     .arg(displayPath(component.name), error.failed(), error.where(), error.why()) +
                 (error.context().isEmpty() ? QString()
                                            : QStringLiteral(" (%1)").arg(error.context().last())),
             error.advice()});
    }
    return made;
}

void ComponentSources::fromHost(const Component &component, const HostSource &source, ComponentTree &made,
                                Progress &progress)
{
    HostRequest request;
    request.prefix = component.prefix;
    request.files = source.files;
    request.without = source.without;
    for (const HostProgram &program : source.programs)
        request.programs.push_back({program.program, program.as, program.optional});
    HostComponent host = m_host->component(request, progress);
    made.tree = std::move(host.tree);
    for (const NeededLibrary &library : host.libraries)
        made.libraries.push_back({library.wantedPath, library.hostPath, host.libraryTree,
                                  host.libraryTree->find(library.wantedPath)});
    for (const Remark &remark : host.remarks) {
        if (remark.id != "missing-program" || remark.severity != Remark::Severity::Info)
            made.findings.push_back({severityOf(remark.severity), remark.id,
                                     placeInRefbox(component, remark.path), remark.message, remark.advice});
    }
    reportAbsent(component, source, made.findings);
}

void ComponentSources::fromFolder(const Component &component, const std::string &path, ComponentTree &made,
                                  Progress &progress)
{
    made.sources.push_back(path);
    FolderContents reading = readFolder(path, FolderReadOptions(), progress);
    made.tree = std::move(reading.tree);
    addRemarks(made, component, reading.remarks);
}

void ComponentSources::fromArchive(const Component &component, const std::string &path, ComponentTree &made,
                                   Progress &progress)
{
    made.sources.push_back(path);
    StoreSink sink(*m_store);
    ArchiveContents contents = readArchive(path, sink, progress);
    sink.flush();
    made.tree = std::move(contents.tree);
    made.virginSource = path;
    addRemarks(made, component, contents.remarks);
}

} // namespace Refbox
