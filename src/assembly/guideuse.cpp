// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/guideuse.h"

#include "assembly/exporter.h"
#include "assembly/guidewords.h"
#include "assembly/sealcapabilities.h"

namespace Refbox {

using namespace GuideWords;

namespace {

constexpr const char *kUnshare = "unshare --mount --uts --ipc --pid --fork ";

void addContainers(Article &guide, const GuideFacts &facts)
{
    const std::string name = firstVServer(facts);
    const std::string root = "/mnt/" + name;
    const std::string hello = inShell(facts, "hello from " + name);
    guide.push_back(Heading{3, {"bubblewrap: no root needed"}});
    say(guide, {"bubblewrap builds a sandbox of namespaces for an ordinary user, who must be able to read "
                "the vserver's "
                "files. It knows one user only, so other owners show as nobody."});
    guide.push_back(run("bwrap --unshare-all --die-with-parent --bind " + root +
                            " / --proc /proc --dev /dev \\\n"
                            "    --hostname " +
                            name + " " + hello + "\n",
                        {"bwrap"}));
    guide.push_back(Heading{3, {"systemd-nspawn"}});
    guide.push_back(run("systemd-nspawn --quiet --register=no \\\n    --drop-capability=" +
                            sealCapabilitiesInCapitals("CAP_", ",") + " \\\n    --directory=" + root + " " +
                            hello + "\n",
                        {"systemd-nspawn", "file:/run/systemd/system"}));
    guide.push_back(Heading{3, {"LXC"}});
    say(guide, {"LXC keeps what it must know in a file. What ", codeSpan("lxc.cap.drop"),
                " names, root inside cannot do; without linux_immutable, it cannot lift the seal, and "
                "without the others not get round it."});
    guide.push_back(run("cat >" + name +
                            ".conf <<'END'\n"
                            "lxc.uts.name = " +
                            name +
                            "\n"
                            "lxc.rootfs.path = dir:" +
                            root +
                            "\n"
                            "lxc.mount.auto = proc:mixed sys:ro\n"
                            "lxc.cap.drop = " +
                            sealCapabilities("", " ") +
                            " sys_time\n"
                            "lxc.net.0.type = none\n"
                            "END\n"
                            "lxc-start --foreground --name " +
                            name + " --rcfile " + name + ".conf -- " + hello + "\n",
                        {"lxc-start"}));
    guide.push_back(Heading{3, {"Linux-VServer"}});
    say(guide, {"On a kernel with the Linux-VServer patch, where this way of sharing comes from, a context "
                "separates "
                "processes and limits what root inside may do:"});
    guide.push_back(run("vcontext --create --xid 1001 -- chroot " + root + " " + hello + "\n", {"vcontext"}));
}

// As Linux shows of ISO 9660 less than it holds, this copy is not made from what is mounted.
void addTakingOut(Article &guide, const GuideFacts &facts, const std::string &copy)
{
    const std::string file = imageFile(facts);
    say(guide, {"This file system can only be read, and Linux shows less of it than it holds: each name is a "
                "file of its own, even where hard links are meant, and access control lists, extended "
                "attributes and capabilities are missing. To work with the package, do not copy what is "
                "mounted: Refbox (",
                codeSpan("refbox-cli export folder --from " + file + " " + copy),
                ") and xorriso take out of the image all that is in it. Binding that to ", codeSpan("/mnt"),
                " lets the rest of this guide hold for it too:"});
    guide.push_back(
        run("mkdir " + copy +
                "\nxorriso -acl on -xattr any -hardlinks on -osirrox on:sort_lba_on:device_files \\\n"
                "    -indev " +
                file + " -extract / " + copy + "\nmount --bind " + copy + " /mnt\n",
            {"xorriso"}));
}

// Of a file system that can only be read, as Linux shows all that it holds.
void addCopying(Article &guide, const GuideFacts &facts, const std::string &copy)
{
    Spans text{"This file system can only be read. To work with the package, copy it to one that can be "
               "written; ",
               codeSpan("cp -a"), " keeps the links. "};
    if (image(facts).filesystem == "squashfs")
        text.emplace_back("Access control lists are lost already: SquashFS has none. ");
    text.insert(text.end(),
                {"Binding the copy to ", codeSpan("/mnt"), " lets the rest of this guide hold for it too:"});
    say(guide, std::move(text));
    guide.push_back(run("mkdir " + copy + "\nmount -o loop,ro " + imageFile(facts) + " /mnt\ncp -a /mnt/. " +
                            copy + "\numount /mnt\nmount --bind " + copy + " /mnt\n",
                        kernelNeeds(facts)));
}

} // namespace

void addMounting(Article &guide, const GuideFacts &facts)
{
    const std::string file = imageFile(facts);
    const std::string &format = image(facts).filesystem;
    guide.push_back(Heading{2, {"How to mount it"}});
    say(guide, {"The image is a file that holds a file system, ", codeSpan(format),
                ". A loop device makes a disk of a file; ", codeSpan("mount"), " takes one by itself:"});
    guide.push_back(run("mount -o loop,ro " + file + " /mnt\nls /mnt\numount /mnt\n", kernelNeeds(facts)));
    say(guide, {"With ", codeSpan("ro"),
                " nothing can change in it. That is the safest way to look at a package that "
                "somebody else made; vservers run there, but can write nothing."});
    if (isExt(facts)) {
        say(guide,
            {"To work in it, it wants free room, because it was made as small as its content. Grow the file, "
             "then the file system in it, and mount it without ",
             codeSpan("ro"),
             ". So much, because ext4 comes in groups of 128 MB, and each brings places for a fixed number "
             "of files. On "
             "the disk the file takes no more than what is written into it:"});
        guide.push_back(run("truncate -s +256M " + file + "\ne2fsck -fp " + file + "\nresize2fs " + file +
                                "\nmount -o loop " + file + " /mnt\n",
                            {"e2fsck", "resize2fs"}));
    } else if (format == "reiserfs") {
        say(guide, {"Kernels from 6.13 on have no ReiserFS any more. To work in it, grow the file, then the "
                    "file system in it:"});
        guide.push_back(run("truncate -s +32M " + file + "\nresize_reiserfs " + file +
                                "\nmount -o loop,acl,user_xattr " + file + " /mnt\n",
                            {"kernel:reiserfs", "resize_reiserfs"}));
    } else {
        const std::string copy = shellQuoted(facts.plan->project.name + ".tree");
        if (format == "iso9660")
            addTakingOut(guide, facts, copy);
        else
            addCopying(guide, facts, copy);
    }
}

void addStarting(Article &guide, const GuideFacts &facts)
{
    guide.push_back(Heading{2, {"How to start a vserver"}});
    if (facts.shell.empty()) {
        say(guide, {"The first vserver has no shell, so it has nothing to enter: link one to it, as below."});
        return;
    }
    const std::string root = "/mnt/" + firstVServer(facts);
    guide.push_back(Heading{3, {"chroot: another root folder"}});
    say(guide, {"The oldest way, and the base of all others: a process that takes the vserver for ",
                codeSpan("/"), ". Without a command it is an interactive shell."});
    guide.push_back(run("chroot " + root + " " + inShell(facts, "the root is now: $(pwd)") + "\n"));
    say(guide, {"That changes the view of files, and nothing else. Processes, host name, network and devices "
                "are the "
                "host's, and root inside can leave the vserver. Use it for software that you trust."});
    guide.push_back(Heading{3, {"unshare: namespaces of its own"}});
    say(guide, {"A namespace is a kernel's answer to one question (which processes are there? what is "
                "mounted? what is "
                "the host name?) that may differ from process to process. In its own PID namespace the first "
                "process is "
                "number 1, and when it ends, all others end:"});
    guide.push_back(
        run(kUnshare + std::string("chroot ") + root + " " + inShell(facts, "I am process $$") + "\n",
            {"unshare"}));
    if (facts.starts) {
        say(guide, {"There is no init program; a Bash script, ", codeSpan("/etc/rc"),
                    ", starts the services of the vserver:"});
        guide.push_back(run(kUnshare + std::string("chroot ") + root + " /etc/rc start\n", {"unshare"}));
    }
    addContainers(guide, facts);
}

void addSealing(Article &guide, const GuideFacts &facts)
{
    guide.push_back(Heading{2, {"What protects the shared files"}});
    say(guide, {"Sharing has a price: who writes into a shared file in one vserver writes into it in all. A "
                "link cannot "
                "prevent that, and permissions do not bind root."});
    if (!isSealed(facts)) {
        say(guide, {"In this package nothing prevents it but how it is mounted: read-only, or with the "
                    "refbox's files "
                    "on a file system that can only be read."});
        return;
    }
    say(guide, {"So shared files are sealed: they carry the immutable flag (", codeSpan("chattr +i"),
                "). The kernel then refuses everything: writing, truncating, deleting, renaming, a change of "
                "mode or "
                "owner, and a further link. It refuses root too."});
    say(guide, {"The seal depends on capabilities. Whoever has ", codeSpan("CAP_LINUX_IMMUTABLE"),
                " can lift the flag. Others lead round it: ", codeSpan("CAP_MKNOD"),
                " makes a device of the disk that the image is on, ", codeSpan("CAP_SYS_ADMIN"),
                " mounts it, or makes writable what was bound read-only, ", codeSpan("CAP_SYS_RAWIO"),
                " and ", codeSpan("CAP_SYS_MODULE"),
                " reach below the kernel and into it. Root has all of them unless they were taken away. So a "
                "vserver whose root you do not trust must be started without them. A capability that is "
                "dropped from the bounding set cannot come back, whatever is started inside:"});
    if (!facts.shell.empty())
        guide.push_back(run("setpriv --bounding-set " + sealCapabilities("-", ",") + " \\\n    chroot /mnt/" +
                                firstVServer(facts) + " " + inShell(facts, "sealed in") + "\n",
                            {"setpriv"}));
    say(guide, {"Give it no block devices either. ",
                codeSpan("refbox-cli prove-sealed " + imageFile(facts) + " " +
                         (facts.plan->project.vservers.empty() ? "VSERVER" : firstVServer(facts))),
                " tries on a copy what root without these capabilities can do to the shared files, and shows "
                "what was refused."});
    if (facts.scripts->has("seal") && facts.scripts->has("unseal")) {
        say(guide, {"To change shared software, lift the seal from outside, and put it back after:"});
        guide.push_back(run("/mnt/baby/bin/unseal\n/mnt/baby/bin/seal\n"));
    }
}

} // namespace Refbox
