// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/guide.h"

#include "assembly/guideuse.h"
#include "assembly/treeedit.h"
#include "jobs/display.h"
#include "project/recipe.h"

#include <algorithm>

namespace Refbox {

namespace {

Spans words(const std::vector<std::string> &list)
{
    Spans spans;
    for (const std::string &word : list) {
        if (!spans.empty())
            spans.emplace_back(", ");
        spans.push_back(codeSpan(word));
    }
    return spans;
}

Spans operator+(Spans a, const Spans &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

Spans sourceText(const Source &source)
{
    if (std::holds_alternative<HostSource>(source))
        return {"programs of the building machine"};
    if (const auto *folder = std::get_if<FolderSource>(&source))
        return {"the folder ", codeSpan(folder->path)};
    if (const auto *archive = std::get_if<ArchiveSource>(&source))
        return {"the archive ", codeSpan(archive->path), ", kept in ", codeSpan("/baby/src")};
    if (const auto *packages = std::get_if<PackagesSource>(&source)) {
        const Spans text =
            Spans{"packages of the distribution, with what they depend on: "} + words(packages->packages);
        return packages->architecture.empty() ? text
                                              : text + Spans{", for ", codeSpan(packages->architecture)};
    }
    return {"the recipe ", codeSpan(std::get<RecipeSource>(source).recipe)};
}

// Where a program of this machine stands in the refbox; empty where it was not there to be taken.
std::string placeOf(const FileTree &refbox, const Component &component, const HostProgram &program)
{
    const std::string name = "/" + std::string(baseName(program.program));
    for (const std::string &path : {program.as, "/bin" + name, "/sbin" + name}) {
        std::string place = joinPath(component.prefix, path);
        if (!path.empty() && refbox.find(place) != kNoId)
            return place;
    }
    return {};
}

void addHostPrograms(Article &guide, const Component &component, const HostSource &host,
                     const FileTree &refbox)
{
    guide.push_back(Heading{3, {"The component ", component.name}});
    std::vector<std::string> places;
    for (const HostProgram &program : host.programs) {
        if (std::string place = placeOf(refbox, component, program); !place.empty())
            places.push_back(std::move(place));
    }
    if (places.empty())
        guide.push_back(Paragraph{{"Nothing: the machine that built the package has none of its programs."}});
    else
        guide.push_back(Paragraph{Spans{"Copied as they are: "} + words(places) + Spans{"."}});
    if (!host.files.empty())
        guide.push_back(Paragraph{Spans{"With the files "} + words(host.files) + Spans{"."}});
    if (!host.without.empty())
        guide.push_back(
            Paragraph{Spans{"Programs that need "} + words(host.without) + Spans{" were left out."}});
}

void addTarball(Article &guide, const Recipe &recipe, const ComponentTree &made)
{
    List facts;
    const std::string file(made.virginSources.empty() ? "" : baseName(made.virginSources.front()));
    if (!file.empty())
        facts.items.push_back({"Source: ", codeSpan(file), ", untouched, in ", codeSpan("/baby/src")});
    if (!made.virginSha256.empty())
        facts.items.push_back({"SHA-256: ", codeSpan(made.virginSha256)});
    for (const Tarball &tarball : recipe.tarballs) {
        for (const std::string &address : tarball.addresses) {
            if (tarball.file == file || file.empty())
                facts.items.push_back({"From: ", codeSpan(address)});
        }
    }
    facts.items.push_back({"Licence: ", codeSpan(recipe.licence)});
    guide.push_back(std::move(facts));
}

void addRecipe(Article &guide, const Component &component, const ComponentTree &made)
{
    const auto paper = std::ranges::find(made.papers, component.name + ".recipe.lua", &ComponentPaper::name);
    if (paper == made.papers.end())
        return; // not built: the guide of a plan only
    const Recipe recipe = readRecipe(paper->bytes, displayPath(paper->name));
    guide.push_back(Heading{3, {"The component ", component.name}});
    guide.push_back(Paragraph{{recipe.name + " " + recipe.version + ": " + recipe.summary + "."}});
    addTarball(guide, recipe, made);
    const RecipeOptions options = resolveOptions(recipe, component.options);
    if (!options.empty()) {
        Table table{{{"Option"}, {"Chosen"}, {"What it decides"}}, {}};
        for (const RecipeOption &option : recipe.options)
            table.rows.push_back(
                {{codeSpan(option.name)}, {codeSpan(options.at(option.name))}, {option.text}});
        if (!table.rows.empty())
            guide.push_back(std::move(table));
    }
    guide.push_back(
        Paragraph{{"It was unpacked and built by these commands, without network and with nothing of the "
                   "builder's own in reach. ",
                   codeSpan("$PREFIX"), " is ", codeSpan(component.prefix), ", ", codeSpan("$DEST"),
                   " an empty folder that became the component; the log is ",
                   codeSpan("/baby/doc/" + component.name + ".log"), "."}});
    for (const RecipeStep &step : recipe.steps)
        guide.push_back(CodeBlock{"# " + step.name + "\n" + step.script});
}

void addMaking(Article &guide, const GuideFacts &facts)
{
    const Project &project = facts.plan->project;
    guide.push_back(Heading{2, {"How it was made"}});
    guide.push_back(Paragraph{
        {"Everything shared lives once, in ", codeSpan("/refbox"),
         ", the reference vserver. Its parts are the components. Each stands below a prefix of its own, so "
         "that it "
         "can be linked or left alone as a whole, and so that two components never fight over a path."}});
    Table table{{{"Component"}, {"Prefix"}, {"Made from"}, {"Names"}, {"Size"}}, {}, 3};
    for (std::size_t i = 0; i < project.components.size(); ++i) {
        const Component &component = project.components[i];
        const ComponentReport &report = facts.plan->components[i];
        const bool ready = report.state == ComponentState::Ready;
        table.rows.push_back({{strongSpan(component.name)},
                              {codeSpan(component.prefix)},
                              sourceText(component.source),
                              {ready ? std::to_string(report.files) : "–"},
                              {ready ? plainSize(report.bytes) : "–"}});
    }
    if (!table.rows.empty())
        guide.push_back(std::move(table));
    for (std::size_t i = 0; i < project.components.size(); ++i) {
        const Component &component = project.components[i];
        if (const auto *host = std::get_if<HostSource>(&component.source))
            addHostPrograms(guide, component, *host, *facts.refbox);
        else if (std::holds_alternative<RecipeSource>(component.source))
            addRecipe(guide, component, (*facts.components)[i]);
    }
    guide.push_back(Heading{3, {"Loader and libraries"}});
    guide.push_back(Paragraph{{"A dynamically linked program is not complete: the kernel starts the loader "
                               "whose path is written in it, and "
                               "that looks for its libraries. So the libraries stand once, in ",
                               codeSpan("/refbox/lib"),
                               " or in the component's own folder, and the loader under exactly the path "
                               "that the programs ask for. A static "
                               "program, such as the Bash of a rescue system, needs neither: it still works "
                               "when libraries are broken."}});
    guide.push_back(
        Paragraph{{"The project file ", codeSpan("/baby/doc/" + project.name + ".refbox.lua"),
                   " describes all of it. Refbox makes the package again from it, and any Lua reads it with ",
                   codeSpan("dofile"), ": it is data in Lua's syntax."}});
}

const char *mannerText(LinkManner manner)
{
    return manner == LinkManner::Hard       ? "hard links"
           : manner == LinkManner::Symbolic ? "symbolic links"
                                            : "private copies";
}

std::string counted(std::uint32_t count, const char *what)
{
    return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

// Where an imported vserver came from, and what of it the refbox had already.
void addImport(Article &guide, const Import &import, const std::optional<ImportReport> &report)
{
    Spans text{"It was carried in from ", codeSpan(std::string(baseName(import.path)))};
    if (import.folder != "/") {
        text.emplace_back(", folder ");
        text.push_back(codeSpan(import.folder));
    }
    text.emplace_back(".");
    if (report) {
        const ImportReport::Sum &linked = report->of(ImportKind::Linked);
        text.push_back(" Of its " + counted(report->all().files, "file") + ", " +
                       counted(linked.files, "file") + " with " + counted(linked.names, "name") +
                       " were the same as in the refbox, in content, owner, permissions and attributes, and "
                       "are links to it now. What the layout, the rules and the files below say stands over "
                       "what was carried in.");
    }
    guide.push_back(Paragraph{std::move(text)});
}

void addVServer(Article &guide, const Plan &plan, std::size_t index)
{
    const VServer &vserver = plan.project.vservers[index];
    const auto reports = index < plan.rules.size() ? plan.rules[index] : std::vector<RuleReport>();
    guide.push_back(Heading{3, {"/" + vserver.name}});
    guide.push_back(Paragraph{{"It began with the layout ", codeSpan(vserver.skeleton), "."}});
    if (vserver.import)
        addImport(guide, *vserver.import, index < plan.imports.size() ? plan.imports[index] : std::nullopt);
    Table table{{{"Rule"}, {"From the refbox"}, {"At"}, {"As"}, {"Names"}}, {}, 4};
    for (std::size_t i = 0; i < vserver.links.size(); ++i) {
        const LinkRule &rule = vserver.links[i];
        table.rows.push_back({{std::to_string(i + 1)},
                              {codeSpan(rule.from)},
                              {codeSpan(rule.to)},
                              {mannerText(rule.manner)},
                              {i < reports.size() ? std::to_string(reports[i].linked) : "–"}});
    }
    if (!table.rows.empty())
        guide.push_back(std::move(table));
    if (vserver.files.empty())
        return;
    std::vector<std::string> names;
    for (const auto &[path, file] : vserver.files)
        names.push_back(path);
    guide.push_back(Paragraph{Spans{"Files of its own: "} + words(names) + Spans{"."}});
}

void addLinks(Article &guide, const GuideFacts &facts)
{
    const Project &project = facts.plan->project;
    guide.push_back(Heading{2, {"What is linked where"}});
    // Linux' driver makes an inode of each name.
    const bool hasNoLinks = project.image.filesystem == "iso9660";
    guide.push_back(Paragraph{
        {"A vserver is a root folder of its own, and its programs are further names of the refbox's files. A "
         "file on Linux is an inode; a name in a folder leads to it, and there may be many names. ",
         hasNoLinks
             ? "Of this image, an ISO 9660, Linux makes a file of each name: the bytes of a link are in the "
               "image once all the same, but in memory as often as names of it are used. What was taken out "
               "of the image as above has its links again."
             : "So a link costs a name, not a copy: on the disk, and in memory too, because the kernel keeps "
               "one inode's pages once, whoever runs it."}});
    guide.push_back(
        Paragraph{{"Later rules override earlier ones. What linked programs need, loader and libraries, is "
                   "linked along. Empty "
                   "files, and those that match ",
                   codeSpan("private"),
                   " in the project file, are copied, because they would differ sooner or later."}});
    const std::string picture = linkPicture(facts.links);
    if (!picture.empty())
        guide.push_back(
            Figure{"linkmap.svg", picture,
                   "The link map: the thicker a ribbon, the more names a folder of a vserver shares with "
                   "a component."});
    for (std::size_t i = 0; i < project.vservers.size(); ++i)
        addVServer(guide, *facts.plan, i);
}

} // namespace

Article makeGuide(const GuideFacts &facts)
{
    const Project &project = facts.plan->project;
    Article guide;
    guide.push_back(Heading{1, {"The package ", project.name}});
    guide.push_back(Paragraph{{"This is a nano-vserver package: one disk image in which small virtual "
                               "servers share one reference box of "
                               "software through links. Each costs almost nothing, runs on its own, and can "
                               "be carried away. This guide says "
                               "how it was made, how to use it, and how to go on from there."}});
    List parts;
    parts.items.push_back({codeSpan("/refbox"), " – the reference vserver, where shared software lives"});
    for (const VServer &vserver : project.vservers)
        parts.items.push_back({codeSpan("/" + vserver.name), " – a vserver"});
    if (!facts.scripts->bin.empty())
        parts.items.push_back(
            {codeSpan("/baby/bin"), " – scripts that keep the package alive with nothing but itself"});
    parts.items.push_back({codeSpan("/baby/src"), " – the sources as they came"});
    parts.items.push_back(
        {codeSpan("/baby/doc"), " – this guide, the project file, and how each part was built"});
    guide.push_back(std::move(parts));
    guide.push_back(Paragraph{{"From “How to mount it” on, the commands can be typed as they stand, as root, "
                               "one after the other, in the "
                               "folder that holds the image. Some need a program that not every machine has; "
                               "leave those out where it is "
                               "missing."}});
    addMaking(guide, facts);
    addMounting(guide, facts);
    addLinks(guide, facts);
    addStarting(guide, facts);
    addSealing(guide, facts);
    addFurther(guide, facts);
    addCarrying(guide, facts);
    addLua(guide, facts);
    addGoingOn(guide, facts);
    return guide;
}

} // namespace Refbox
