// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/guide.h"

#include "jobs/display.h"

#include <sstream>

namespace Refbox {

namespace {

std::string code(const std::string &text)
{
    // A longer fence than any run of backticks inside, as CommonMark wants it.
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const std::string pad = longest > 0 ? " " : "";
    return fence + pad + displayBytes(text) + pad + fence;
}

std::string sourceText(const Source &source)
{
    if (const auto *host = std::get_if<HostSource>(&source)) {
        std::string text = "programs of the machine that built the package: ";
        for (std::size_t i = 0; i < host->programs.size(); ++i) {
            text += (i > 0 ? ", " : "") + code(host->programs[i].program);
            if (!host->programs[i].as.empty())
                text += " as " + code(host->programs[i].as);
        }
        return text;
    }
    if (const auto *folder = std::get_if<FolderSource>(&source))
        return "the folder " + code(folder->path);
    if (const auto *archive = std::get_if<ArchiveSource>(&source))
        return "the archive " + code(archive->path) + ", kept in `/baby/src`";
    if (const auto *packages = std::get_if<PackagesSource>(&source)) {
        std::string text = "packages of the distribution, with what they depend on: ";
        for (std::size_t i = 0; i < packages->packages.size(); ++i)
            text += (i > 0 ? ", " : "") + code(packages->packages[i]);
        return packages->architecture.empty() ? text : text + ", for " + code(packages->architecture);
    }
    return "a source tarball, built by the recipe " + code(std::get<RecipeSource>(source).recipe);
}

const char *mannerText(LinkManner manner)
{
    return manner == LinkManner::Hard       ? "hard links"
           : manner == LinkManner::Symbolic ? "symbolic links"
                                            : "private copies";
}

void writeComponents(std::ostream &out, const Project &project,
                     const std::vector<ComponentReport> &components)
{
    out << "## How it was made\n\n"
           "Everything shared lives once, in `/refbox`, the reference vserver. Its parts are the components; "
           "each stands\n"
           "below its prefix, so that it can be linked or left alone as a whole.\n\n";
    for (std::size_t i = 0; i < project.components.size(); ++i) {
        const Component &component = project.components[i];
        out << "- **" << displayBytes(component.name) << "** in " << code(component.prefix) << ": "
            << sourceText(component.source) << ".";
        if (i < components.size() && components[i].state == ComponentState::Ready)
            out << " " << components[i].files << " names, " << plainSize(components[i].bytes) << ".";
        out << "\n";
    }
    out << "\nThe libraries and the loader that these programs ask for stand in `/refbox/lib` and at the "
           "loader's own path:\n"
           "a program finds its loader under exactly the path that is written in it.\n"
           "The project file beside this guide describes all of it; Refbox makes the package again from it, "
           "and any Lua\n"
           "reads it with `dofile`, the one in the package too.\n\n";
}

void writeMounting(std::ostream &out, const Project &project)
{
    const std::string image = code(project.name + ".img");
    out << "## How to mount it\n\n"
        << "Any Linux system mounts " << image << " as root:\n\n"
        << "```sh\n"
        << "mount -o loop,ro " << displayBytes(project.name) << ".img /mnt\n"
        << "```\n\n"
           "Without `ro` it can be changed where it stands. `umount /mnt` puts it away again.\n\n";
}

void writeVServers(std::ostream &out, const Project &project,
                   const std::vector<std::vector<RuleReport>> &rules)
{
    out << "## What is linked where\n\n"
           "A vserver is a root of its own whose programs are further names of the refbox's files: a link "
           "costs a name,\n"
           "not a copy. Later rules override earlier ones. Empty files and configuration are copied, never "
           "shared,\n"
           "because they would differ sooner or later.\n\n";
    for (std::size_t v = 0; v < project.vservers.size(); ++v) {
        const VServer &vserver = project.vservers[v];
        out << "### /" << displayBytes(vserver.name) << "\n\n"
            << "Layout: the skeleton " << code(vserver.skeleton) << ".\n\n";
        for (std::size_t r = 0; r < vserver.links.size(); ++r) {
            const LinkRule &rule = vserver.links[r];
            out << r + 1 << ". " << code(rule.from) << " appears at " << code(rule.to) << " as "
                << mannerText(rule.manner);
            if (v < rules.size() && r < rules[v].size())
                out << " (" << rules[v][r].linked << " names)";
            out << "\n";
        }
        for (const auto &[path, file] : vserver.files)
            out << "- " << code(path) << " is its own, " << file.content.size() << " bytes.\n";
        out << "\n";
    }
}

void writeUse(std::ostream &out, const Project &project)
{
    const std::string first =
        project.vservers.empty() ? "vsbox01" : displayBytes(project.vservers.front().name);
    out << "## How to enter a vserver\n\n"
           "```sh\n"
           "chroot /mnt/"
        << first
        << " /bin/bash          # a shell in it\n"
           "chroot /mnt/"
        << first
        << " /etc/rc start      # its start program: there is no init, a Bash script does that\n"
           "```\n\n"
           "`unshare --mount --pid --fork chroot /mnt/"
        << first
        << " /bin/bash` gives it its own processes and mounts.\n\n"
           "## How to make a further vserver by hand\n\n"
           "On a mount that can be written to:\n\n"
           "```sh\n"
           "mkdir -p /mnt/vsbox02/bin /mnt/vsbox02/lib /mnt/vsbox02/etc\n"
           "ln /mnt/refbox/bin/bash /mnt/vsbox02/bin/bash   # a link, not a copy\n"
           "```\n\n"
           "A dynamically linked program needs its libraries and its loader linked too, at the places where "
           "it looks.\n";
    if (project.image.seal)
        out << "Shared files are sealed (`chattr +i`), so that root inside one vserver cannot change the "
               "others: the kernel\n"
               "refuses a further link to a sealed file, so unseal it first (`chattr -i FILE`) and seal it "
               "again after.\n"
               "The seal holds as long as the vserver lacks the capability CAP_LINUX_IMMUTABLE.\n";
    out << "\n## How to carry a vserver away\n\n"
           "A star-ball is an archive that is complete in itself, with ACLs, extended attributes and hard "
           "links:\n\n"
           "```sh\n"
           "bsdtar -xpf "
        << first << ".tar.zst -C /srv/" << first
        << "\n"
           "tar --acls --xattrs --xattrs-include='*' --numeric-owner -xpf "
        << first << ".tar.zst -C /srv/" << first
        << "\n"
           "```\n";
}

} // namespace

std::string makeGuide(const Project &project, const std::vector<ComponentReport> &components,
                      const std::vector<std::vector<RuleReport>> &rules)
{
    std::ostringstream out;
    out << "# " << displayBytes(project.name) << "\n\n"
        << "This is a nano-vserver package: one disk image in which small virtual servers share one "
           "reference box of\n"
           "software through links.\n\n"
           "- `/refbox`: the reference vserver, where shared software lives\n";
    for (const VServer &vserver : project.vservers)
        out << "- `/" << displayBytes(vserver.name) << "`: a vserver\n";
    out << "- `/baby/src`: the sources as they came; `/baby/doc`: this guide and the project file\n\n";
    writeComponents(out, project, components);
    writeMounting(out, project);
    writeVServers(out, project, rules);
    writeUse(out, project);
    return out.str();
}

} // namespace Refbox
