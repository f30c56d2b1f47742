// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/componentsource.h"

#include "assembly/packagewishes.h"
#include "assembly/recipes.h"
#include "assembly/treeedit.h"
#include "formats/archiveparts.h"
#include "formats/folderreader.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "project/projectpaths.h"
#include "software/hostfile.h"
#include "software/hostprograms.h"
#include "software/packages.h"
#include "software/recipelibraries.h"
#include "software/store.h"
#include "software/treememory.h"
#include "software/treemerge.h"
#include "tree/filetreebuilder.h"
#include "tree/symlinkresolver.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <numeric>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLongestLog = 8UL * 1024 * 1024; ///< that goes into /baby/doc; the rest is left out

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

// changes: since the component was built; nullopt: it never was.
Finding notBuilt(const Component &component, const RecipeOrder &order,
                 const std::optional<QStringList> &changes)
{
    const QString name = displayPath(component.name);
    const QString title = displayPath(order.title());
    QString text;
    if (!changes)
        text = translated("assembly", "Component %1 needs %2 built from source, which has not been done yet.")
                   .arg(name, title);
    else if (changes->isEmpty())
        text = translated("assembly", "Component %1 needs %2 built from source again: what was built is no "
                                      "longer kept.")
                   .arg(name, title);
    else
        text = translated("assembly", "Component %1 needs %2 built from source again. Changed since: %3.")
                   .arg(name, title, changes->join(QStringLiteral(", ")));
    return {Finding::Severity::Error, "not-built", placeInRefbox(component, "/"), text,
            translated("assembly", "Build the package: that builds it first.")};
}

std::string joined(const std::vector<std::string> &texts)
{
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

// Packages that have folders of the root as links come first: where one has /bin as a link to its usr/bin and
// others have files in /bin, these belong where the link leads.
std::vector<std::size_t> inMergeOrder(const std::vector<ArchiveContents> &packages)
{
    std::vector<std::size_t> order(packages.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(), [&](std::size_t index) {
        const FileTree &tree = *packages[index].tree;
        SymlinkResolver resolver(tree, FileTree::root());
        return std::ranges::any_of(tree.children(FileTree::root()), [&](NodeId child) {
            const NodeId target = tree.inodeAt(child).isSymlink() ? resolver.target(child) : kNoId;
            return target != kNoId && tree.inodeAt(target).isDirectory();
        });
    });
    return order;
}

Finding notFetched(const Component &component, const PackageWish &wish)
{
    return {Finding::Severity::Error, "not-fetched", placeInRefbox(component, "/"),
            translated("assembly", "The packages of component %1, %2, have not been fetched yet.")
                .arg(displayPath(component.name), displayPath(joined(wish.names))),
            translated("assembly", "Build the package: that fetches them first.")};
}

// packages: each with its scripts in brackets.
Finding scriptsNotRun(const Component &component, const std::vector<std::string> &packages)
{
    return {Finding::Severity::Info, "maintainer-scripts", placeInRefbox(component, "/"),
            translated("assembly",
                       "Packages of component %1 have scripts that their package manager would run, and "
                       "that were not run: %2.")
                .arg(displayPath(component.name), displayPath(joined(packages))),
            translated("assembly",
                       "What they would make (links, users, caches …) may lack: make it as private "
                       "files, or in the running vserver.")};
}

Finding withoutPlace(const Component &component, const std::string &package,
                     const std::vector<std::string> &paths)
{
    constexpr std::size_t kShown = 5;
    const std::vector<std::string> shown(
        paths.begin(), paths.begin() + static_cast<std::ptrdiff_t>(std::min(kShown, paths.size())));
    return {Finding::Severity::Warning, "package-conflict", placeInRefbox(component, paths.front()),
            translated("assembly",
                       "Paths of package %1 have no place in component %2, for another package has something "
                       "else there: %3.")
                .arg(displayPath(package), displayPath(component.name),
                     displayPath(joined(shown)) + (paths.size() > kShown ? QStringLiteral(" …") : QString())),
            translated("assembly", "Leave one of the packages out, or give it a component of its own.")};
}

Finding lacksNeed(const Component &component, const RecipeOrder &need)
{
    return {
        Finding::Severity::Warning, "missing-component", placeInRefbox(component, "/"),
        translated("assembly", "Component %1 was built with %2 at %3, which is no component of the project.")
            .arg(displayPath(component.name), displayPath(need.title()), displayPath(need.prefix)),
        translated("assembly", "Add it: its programs look for their libraries there.")};
}

Finding lacksSource(const Component &component, const Tarball &tarball)
{
    return {Finding::Severity::Warning, "missing-source", placeInRefbox(component, "/"),
            translated("assembly",
                       "The source of component %1, %2, is no longer in the cache, and will lack below "
                       "/baby/src.")
                .arg(displayPath(component.name), displayPath(tarball.file)),
            translated("assembly", "Build the package where the source is at hand.")};
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

ComponentSources::ComponentSources(const Project &project, std::string projectFolder)
    : m_project(project)
    , m_projectFolder(std::move(projectFolder))
    , m_store(std::make_unique<Store>())
    , m_host(std::make_unique<HostPrograms>(m_store.get()))
    , m_packages(std::make_unique<Packages>(*m_store))
{
}

ComponentSources::~ComponentSources() = default;

std::string ComponentSources::absolute(const std::string &path) const
{
    return absolutePath(path, m_projectFolder);
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
        else if (const auto *packages = std::get_if<PackagesSource>(&component.source))
            fromPackages(component, *packages, made, progress);
        else
            fromRecipe(component, made, progress);
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
    if (made.tree)
        made.state = ComponentState::Ready;
    return made;
}

void ComponentSources::fromHost(const Component &component, const HostSource &source, ComponentTree &made,
                                Progress &progress)
{
    HostRequest request;
    request.prefix = component.prefix;
    request.files = source.files;
    made.sources.insert(made.sources.end(), source.files.begin(), source.files.end());
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
                                     remark.id == "library-clash" // these go to /lib whatever the prefix
                                         ? joinPath("/refbox", remark.path)
                                         : placeInRefbox(component, remark.path),
                                     remark.message, remark.advice});
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
    made.virginSources = filesOfSource(path);
    made.sources.insert(made.sources.end(), made.virginSources.begin(), made.virginSources.end());
    ArchiveContents contents = rememberedArchive(archiveParts(path), *m_store, progress);
    made.tree = std::move(contents.tree);
    addRemarks(made, component, contents.remarks);
    if (!contents.scripts.empty())
        made.findings.push_back(scriptsNotRun(
            component, {fs::path(path).filename().string() + " (" + joined(contents.scripts) + ')'}));
}

// Names are resolved and fetched by the build, never by a plan: a plan works without a network, and gives the
// same twice.
void ComponentSources::fromPackages(const Component &component, const PackagesSource &source,
                                    ComponentTree &made, Progress &progress)
{
    const PackageWish wish = wishOf(source);
    std::vector<PackageFile> files;
    if (!wish.names.empty()) {
        auto fetched = m_packages->find(wish);
        if (!fetched) {
            made.findings.push_back(notFetched(component, wish));
            made.state = ComponentState::ToFetch;
            return;
        }
        files = std::move(*fetched);
    }
    for (const std::string &path : packageFiles(source)) {
        files.push_back({fs::path(path).filename(), {}, {}, absolute(path)});
        made.sources.push_back(absolute(path));
    }
    std::vector<ArchiveContents> contents;
    std::string list;
    std::vector<std::string> withScripts;
    for (const PackageFile &file : files) {
        contents.push_back(rememberedArchive(archiveParts(file.path), *m_store, progress));
        addRemarks(made, component, contents.back().remarks);
        if (!contents.back().scripts.empty())
            withScripts.push_back(file.name + " (" + joined(contents.back().scripts) + ')');
        list += file.name + (file.version.empty() ? "" : ' ' + file.version + ' ' + file.architecture) + '\n';
    }
    FileTreeBuilder builder;
    for (const std::size_t index : inMergeOrder(contents)) {
        const std::vector<std::string> leftOut = mergeTree(builder, "/", *contents[index].tree);
        if (!leftOut.empty())
            made.findings.push_back(withoutPlace(component, files[index].name, leftOut));
        builder.keepAlive(contents[index].tree);
    }
    made.tree = builder.build();
    made.papers.push_back({component.name + ".packages", list});
    if (!withScripts.empty())
        made.findings.push_back(scriptsNotRun(component, withScripts));
}

void ComponentSources::prepareRecipes()
{
    if (m_builder)
        return;
    m_recipes = std::make_unique<ProjectRecipes>(m_project, Catalogue());
    m_tarballs = std::make_unique<Tarballs>(*m_store);
    m_builder = std::make_unique<RecipeBuilder>(*m_store, *m_tarballs);
    m_machine = std::make_unique<HostView>();
}

ComponentNeed ComponentSources::needOf(const Component &component, const RecipeOrder &need,
                                       const BuiltRecipe &built, Findings &findings) const
{
    ComponentNeed made;
    made.papers = {{need.recipe.name + ".recipe.lua", need.recipe.text},
                   {need.recipe.name + ".log", hostFileHead(built.log, kLongestLog)}};
    if (auto tarball = m_tarballs->cached(built.tarball)) {
        made.source = *tarball;
        made.sha256 = built.tarball.sha256;
    } else {
        findings.push_back(lacksSource(component, built.tarball));
    }
    return made;
}

void ComponentSources::fromRecipe(const Component &component, ComponentTree &made, Progress &progress)
{
    prepareRecipes();
    const RecipeOrderPtr order = m_recipes->order(component);
    std::vector<PlacedTree> trees;
    std::optional<BuiltRecipe> own;
    std::vector<std::pair<RecipeOrderPtr, BuiltRecipe>> needs; // that are no components
    const std::vector<RecipeOrderPtr> all = withNeeds(order);
    for (auto at = all.rbegin(); at != all.rend(); ++at) { // the component itself first
        const auto built = m_builder->find(**at);
        if (!built) {
            const auto changes = m_builder->changesSinceBuilt(**at);
            made.findings.push_back(notBuilt(component, **at, changes));
            made.state = changes ? ComponentState::Changed : ComponentState::ToBuild;
            return;
        }
        trees.push_back({(*at)->prefix, RecipeBuilder::readTree(*built, progress)});
        if (!own)
            own = built;
        else if (!m_recipes->has(**at))
            needs.emplace_back(*at, *built);
    }
    made.tree = trees.front().tree;
    made.papers.push_back({component.name + ".recipe.lua", order->recipe.text});
    made.papers.push_back({component.name + ".log", hostFileHead(own->log, kLongestLog)});
    if (auto tarball = m_tarballs->cached(own->tarball)) {
        made.virginSources = {*tarball};
        made.virginSha256 = own->tarball.sha256;
    } else {
        made.findings.push_back(lacksSource(component, own->tarball));
    }
    for (const auto &[need, built] : needs)
        made.needs.push_back(needOf(component, *need, built, made.findings));
    const MachineLibraries needed = machineLibraries(trees, *m_machine, progress);
    for (const auto &[need, built] : needs) {
        const std::string below = need->prefix + '/';
        if (std::ranges::any_of(needed.ofOthers,
                                [&](const std::string &path) { return path.starts_with(below); }))
            made.findings.push_back(lacksNeed(component, *need));
    }
    for (const NeededLibrary &library : needed.libraries)
        made.libraries.push_back(
            {library.wantedPath, library.hostPath, needed.tree, needed.tree->find(library.wantedPath)});
    for (const Remark &remark : needed.remarks)
        made.findings.push_back({severityOf(remark.severity), remark.id,
                                 placeInRefbox(component, remark.path), remark.message, remark.advice});
}

} // namespace Refbox
