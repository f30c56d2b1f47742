// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/guideuse.h"

#include "assembly/exporter.h"
#include "assembly/glob.h"
#include "assembly/guidewords.h"
#include "assembly/treeedit.h"

#include <algorithm>
#include <set>

namespace Refbox {

using namespace GuideWords;

namespace {

// A name for one more vserver.
std::string newVServer(const GuideFacts &facts)
{
    for (int number = 2;; ++number) {
        std::string name = (number < 10 ? "vsbox0" : "vsbox") + std::to_string(number);
        if (std::ranges::find(facts.plan->project.vservers, name, &VServer::name) ==
            facts.plan->project.vservers.end())
            return name;
    }
}

// What a file of the refbox is linked by hand with, at the same places.
std::vector<std::string> withNeeds(const GuideFacts &facts, NodeId program)
{
    std::vector<std::string> paths = facts.needs(program);
    paths.insert(paths.begin(), facts.refbox->path(program));
    return paths;
}

// A program that shows that a vserver made by hand runs: kNoId where the refbox has none of these.
NodeId shownProgram(const FileTree &refbox)
{
    for (const char *path : {"/bin/busybox", "/bin/bash"}) {
        const NodeId node = refbox.find(path);
        if (node != kNoId && refbox.inodeAt(node).isRegular())
            return node;
    }
    return kNoId;
}

std::string byHand(const GuideFacts &facts, NodeId program)
{
    const FileTree &refbox = *facts.refbox;
    std::set<std::string> folders;
    std::string links;
    std::string files;
    for (const std::string &path : withNeeds(facts, program)) {
        const std::string shared = shellQuoted("/mnt/refbox" + path);
        folders.emplace(parentPath(path));
        links += "ln " + shared + ' ' + shellQuoted("/mnt/byhand" + path) + '\n';
        const NodeId node = refbox.find(path);
        if (node != kNoId && refbox.inodeAt(node).isRegular())
            files += " " + shared;
    }
    std::string text = "mkdir -p";
    for (const std::string &folder : folders)
        text += ' ' + shellQuoted("/mnt/byhand" + folder);
    text += '\n';
    if (isSealed(facts))
        text += "chattr -i" + files + "\n" + links + "chattr +i" + files + '\n';
    else
        text += links;
    const std::string path = shellQuoted(refbox.path(program));
    return text + "chroot /mnt/byhand " + path +
           (refbox.name(program) == "busybox" ? " echo 'it runs'\n" : " -c 'echo it runs'\n");
}

void addScriptWays(Article &guide)
{
    say(guide, {"The scripts need nothing of the host. Their first lines find the package by their own path "
                "and go on "
                "in its static Bash, which runs the package's own programs through the package's own loader. "
                "On a host "
                "without any shell, name that Bash; or make the package the root folder; or the refbox "
                "itself, if the "
                "package is bound to a folder inside it:"});
    guide.push_back(run("/mnt/refbox/bin/bash /mnt/baby/bin/check\n"
                        "chroot /mnt /refbox/bin/bash /baby/bin/check\n"
                        "mkdir /mnt/refbox/mnt\n"
                        "mount --bind /mnt /mnt/refbox/mnt\n"
                        "chroot /mnt/refbox /bin/bash /mnt/baby/bin/check\n"
                        "umount /mnt/refbox/mnt\n"
                        "rmdir /mnt/refbox/mnt\n"));
}

void addScripts(Article &guide, const GuideFacts &facts)
{
    guide.push_back(Heading{3, {"With the package's own scripts"}});
    const auto &vservers = facts.plan->project.vservers;
    const bool hasRules =
        std::ranges::any_of(vservers, [](const VServer &vserver) { return !vserver.import; });
    if (facts.scripts->has("mkvserver") && !facts.shell.empty() && hasRules) {
        const std::string name = newVServer(facts);
        say(guide, {codeSpan("mkvserver"),
                    " does the same for all link rules of a vserver in the project file. Give it "
                    "that one's name as a second word; without, it takes the first that is made of rules "
                    "alone:"});
        guide.push_back(run("/mnt/baby/bin/mkvserver " + name + "\n/mnt/baby/bin/enter " + name + " " +
                            inShell(facts, "the new vserver runs") + "\n"));
        say(guide,
            {"The project file is Lua. Copy a vserver's table in it, change the name and the rules, and ",
             codeSpan("mkvserver"), " makes a vserver after it. ", codeSpan("/baby/doc/needs.lua"),
             " tells it what each program of the refbox needs."});
    }
    if (facts.scripts->has("check")) {
        say(guide, {codeSpan("check"),
                    " looks for symbolic links that lead nowhere, and compares the refbox with its "
                    "checksums in ",
                    codeSpan("/baby/doc/SHA256SUMS"), ":"});
        guide.push_back(run("/mnt/baby/bin/check\n"));
        addScriptWays(guide);
    }
    for (const auto &[script, lacking] : facts.scripts->lacking) {
        Spans text{"There is no ", codeSpan(script), " here, because the refbox lacks "};
        for (std::size_t i = 0; i < lacking.size(); ++i) {
            text.emplace_back(i > 0 ? ", " : "");
            text.push_back(codeSpan(lacking[i]));
        }
        text.emplace_back(".");
        say(guide, std::move(text));
    }
}

} // namespace

void addFurther(Article &guide, const GuideFacts &facts)
{
    guide.push_back(Heading{2, {"How to make a further vserver"}});
    guide.push_back(Heading{3, {"By hand"}});
    say(guide,
        {"A vserver is a folder with links in it. A program needs its loader and its libraries at the places "
         "where it looks for them; here, those that this one asks for:"});
    const NodeId program = shownProgram(*facts.refbox);
    if (program != kNoId) {
        guide.push_back(run(byHand(facts, program), isSealed(facts) ? std::vector<std::string>{"chattr"}
                                                                    : std::vector<std::string>()));
        if (isSealed(facts))
            say(guide, {"A sealed file takes no further name, so its seal was lifted for a moment."});
    }
    addScripts(guide, facts);
}

void addCarrying(Article &guide, const GuideFacts &facts)
{
    guide.push_back(Heading{2, {"How to carry a vserver away"}});
    // Without the script it is the host's tar that packs.
    const bool keeps = !facts.scripts->has("starball") || facts.scripts->starballKeepsAttributes;
    say(guide,
        {"A star-ball is an archive of one vserver, complete in itself: what was shared is packed "
         "like anything else, and names of one file stay names of one file. ",
         keeps ? "Access control lists and extended attributes are kept. "
               : "Access control lists and extended attributes are lost, as the refbox has no star, no "
                 "bsdtar and no GNU tar, and BusyBox's tar knows none. ",
         "Whoever unpacks it needs no refbox."});
    if (facts.plan->project.vservers.empty())
        return;
    const std::string name = firstVServer(facts);
    const std::string ball = name + ".tar.gz";
    if (facts.scripts->has("starball"))
        guide.push_back(run("/mnt/baby/bin/starball " + name + " " + ball + "\n"));
    else
        guide.push_back(run("tar --create --gzip --format=posix --acls --xattrs --numeric-owner --file=" +
                                ball + " --directory=/mnt/" + name + " .\n",
                            {"tar"}));
    say(guide, {"On the other machine, as root:"});
    guide.push_back(run("mkdir " + name +
                            ".away\ntar --extract --acls --xattrs --xattrs-include='*' --numeric-owner "
                            "--same-permissions \\\n    --file=" +
                            ball + " --directory=" + name + ".away\n",
                        {"tar"}));
    if (!facts.shell.empty()) {
        say(guide, {"There it is a system of its own:"});
        guide.push_back(
            run("chroot " + name + ".away " + inShell(facts, "at home here, too") + "\n", {"tar"}));
    }
}

void addLua(Article &guide, const GuideFacts &facts)
{
    std::vector<NodeId> found;
    for (const char *pattern : {"/opt/*/bin/lua", "/opt/*/*/bin/lua", "/bin/lua", "/usr/bin/lua"}) {
        const std::vector<NodeId> here = PathGlob(pattern).find(*facts.refbox, FileTree::root());
        found.insert(found.end(), here.begin(), here.end());
    }
    if (found.empty())
        return;
    const std::string lua = "/mnt/refbox" + facts.refbox->path(found.front());
    guide.push_back(Heading{2, {"How Lua programs start by their name"}});
    say(guide,
        {"The kernel starts two kinds of files by itself: ELF programs, and scripts whose first line names "
         "an "
         "interpreter. ",
         codeSpan("binfmt_misc"), " teaches it more, by a name's ending or by a file's first bytes. ",
         codeSpan("F"),
         " opens the interpreter now, so that the rule also works inside a vserver, where that path leads "
         "nowhere. Loader and libraries of a dynamically linked one must be there, though:"});
    guide.push_back(run("mountpoint -q /proc/sys/fs/binfmt_misc ||\n"
                        "    mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc\n"
                        "echo ':package-lua:E::lua::" +
                            lua + ":F' >/proc/sys/fs/binfmt_misc/register\n",
                        {"kernel:binfmt_misc"}));
    say(guide, {"From now on an executable file whose name ends in ", codeSpan(".lua"),
                " is a program. To take the rule away:"});
    guide.push_back(run("echo -1 >/proc/sys/fs/binfmt_misc/package-lua\n", {"kernel:binfmt_misc"}));
    say(guide,
        {"The rule belongs to the running kernel, for all of the host, until it is taken away or the machine "
         "restarts."});
}

void addGoingOn(Article &guide, const GuideFacts &facts)
{
    guide.push_back(Heading{2, {"How to go on from there"}});
    List ways;
    ways.items.push_back(
        {"Change the package where it is mounted: whatever is written there stays in the image file."});
    ways.items.push_back(
        {"Change the project file and let Refbox make the package anew. The same project and the same "
         "sources give the same image, byte by byte."});
    ways.items.push_back({"Carry a vserver back in: ", codeSpan("refbox-cli import"),
                          " takes a star-ball, or what became of one, and links to the refbox again what is "
                          "still the same as there."});
    ways.items.push_back({"Put software of your own below ", codeSpan("/refbox/opt/VENDOR/NAME"),
                          ", and link what a vserver wants of it. What stands there once serves all."});
    ways.items.push_back({"Read the scripts in ", codeSpan("/baby/bin"), " and the recipes in ",
                          codeSpan("/baby/doc"), ": they are small, and say why they do what they do."});
    guide.push_back(std::move(ways));
    say(guide, {"When you are done, put the image away. Everything is written when this has ended:"});
    guide.push_back(run("umount /mnt\n", kernelNeeds(facts)));
}

} // namespace Refbox
