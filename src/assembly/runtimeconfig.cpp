// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/runtimeconfig.h"

#include "assembly/exporter.h"
#include "assembly/ociimage.h"
#include "assembly/sealcapabilities.h"
#include "assembly/treeedit.h"
#include "assembly/vserverrun.h"
#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "project/names.h"
#include "software/scripts.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <arpa/inet.h>

namespace Refbox {

namespace {

constexpr std::array kNames{std::pair(RuntimeKind::Nspawn, "nspawn"), std::pair(RuntimeKind::Lxc, "lxc"),
                            std::pair(RuntimeKind::VServer, "vserver")};

[[noreturn]] void refuse(const std::string &value, const QString &why, const QString &advice)
{
    throw Error(translated("assembly", "Cannot write the runtime's configuration"), displayPath(value), why,
                advice);
}

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool consistsOf(std::string_view text, std::string_view further)
{
    return std::ranges::all_of(
        text, [&](char c) { return isAlphanumeric(c) || further.find(c) != std::string_view::npos; });
}

// What stands as it is in each of the formats: no blanks, quotes, escapes, separators or specifiers.
void requirePlainPath(const std::string &path)
{
    if (!path.empty() && (path.front() != '/' || !consistsOf(path, "/-_.+@~,")))
        refuse(path,
               translated("assembly", "A path in a configuration must start with \"/\", and have none but "
                                      "letters, digits and / - _ . + @ ~ , in it."),
               translated("assembly", "Mount the image elsewhere."));
    if (!path.empty() && path != "/" && objectionToPath(path, true))
        refuse(path, translated("assembly", "It is no plain absolute path."),
               translated("assembly", "Leave out \".\", \"..\" and \"//\"."));
}

bool isHostname(const std::string &name)
{
    const auto isLabel = [](std::string_view label) {
        return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
               consistsOf(label, "-");
    };
    std::string_view rest = name;
    bool isGood = !name.empty() && name.size() <= 64;
    while (isGood && !rest.empty()) {
        const std::size_t dot = std::min(rest.find('.'), rest.size());
        isGood = isLabel(rest.substr(0, dot)) && dot + 1 != rest.size();
        rest.remove_prefix(std::min(dot + 1, rest.size()));
    }
    return isGood;
}

void requireHostname(const std::string &name)
{
    if (!isHostname(name))
        refuse(name,
               translated("assembly",
                          "A host name has letters, digits, \"-\" and \".\", and at most 64 of them."),
               translated("assembly", "Give another one."));
}

struct Address
{
    std::string ip;
    std::string prefix; // empty: none
    bool isV6 = false;
};

Address addressOf(const std::string &text)
{
    const auto fail = [&] {
        refuse(text, translated("assembly", "It is no IP address."),
               translated("assembly", "Give one such as 10.0.0.5/24 or fd00::5/64."));
    };
    Address address;
    const std::size_t slash = std::min(text.find('/'), text.size());
    address.ip = text.substr(0, slash);
    std::array<unsigned char, 16> bytes{};
    address.isV6 = ::inet_pton(AF_INET6, address.ip.c_str(), bytes.data()) == 1;
    // A NUL would end the text for inet_pton, and not for the configuration.
    if ((!address.isV6 && ::inet_pton(AF_INET, address.ip.c_str(), bytes.data()) != 1) ||
        address.ip.find('\0') != std::string::npos)
        fail();
    if (slash == text.size())
        return address;
    address.prefix = text.substr(slash + 1);
    unsigned bits = 0;
    const char *const end = address.prefix.data() + address.prefix.size();
    const auto [read, error] = std::from_chars(address.prefix.data(), end, bits);
    if (error != std::errc() || read != end || bits > (address.isV6 ? 128U : 32U))
        fail();
    address.prefix = std::to_string(bits);
    return address;
}

void check(const RuntimeConfig &config)
{
    if (config.name.empty() || !consistsOf(config.name, "._+-") || !isAlphanumeric(config.name.front()) ||
        config.name.size() > 64)
        refuse(config.name,
               translated("assembly", "A vserver of a runtime has a name of at most 64 letters, digits and "
                                      "\".\", \"_\", \"+\", \"-\", the first a letter or digit."),
               translated("assembly", "Rename the vserver."));
    if (config.root.empty())
        refuse(config.name, translated("assembly", "It is not said where the vserver stands."), {});
    for (const std::string *path : {&config.root, &config.shell, &config.startup, &config.refbox})
        requirePlainPath(*path);
    requireHostname(config.hostname);
    if (!config.interface.empty() && (config.interface.size() > 15 || !consistsOf(config.interface, "._-@") ||
                                      config.interface.front() == '.'))
        refuse(config.interface,
               translated("assembly", "An interface has a name of at most 15 letters, digits and "
                                      "\".\", \"_\", \"-\", \"@\"."),
               translated("assembly", "See the names with: ip link"));
    if (!config.address.empty()) {
        addressOf(config.address);
        if (config.interface.empty())
            refuse(config.address, translated("assembly", "The address needs an interface to be on."),
                   translated("assembly", "Name one, such as eth0."));
    }
    if (config.context != 0 && (config.context < 2 || config.context > 49151))
        refuse(std::to_string(config.context), translated("assembly", "It is no number of a context."),
               translated("assembly", "Give one from 2 to 49151."));
}

std::string hostOf(const RuntimeConfig &config)
{
    return config.hostname.empty() ? hostNameOf(config.name) : config.hostname;
}

// systemd's names of machines are host names, and name the file with a machine's settings.
std::string machineOf(const RuntimeConfig &config)
{
    return isHostname(config.name) ? config.name : hostOf(config);
}

// There is no init: the start script returns, and a shell stays.
std::string nspawnParameters(const RuntimeConfig &config)
{
    return config.startup.empty()
               ? config.shell
               : config.shell + " -c \"" + config.startup + " start; exec " + config.shell + '"';
}

std::vector<RuntimeFile> nspawnFiles(const RuntimeConfig &config)
{
    std::string text = "# " + config.name +
                       " for systemd-nspawn: see systemd.nspawn(5).\n"
                       "# Root in it must not be able to unseal the files that vservers share.\n"
                       "[Exec]\n"
                       "Boot=no\n"
                       "ProcessTwo=yes\n";
    if (!config.shell.empty())
        text += "Parameters=" + nspawnParameters(config) + "\n";
    text += "Environment=PATH=" + usualPathText() +
            "\n"
            "Hostname=" +
            config.hostname +
            "\n"
            "DropCapability=" +
            sealCapabilitiesInCapitals("CAP_", " ") +
            "\n"
            // With users of its own, shared files would have to change their owners.
            "PrivateUsers=no\n"
            "ResolvConf=off\n"
            "Timezone=off\n"
            "LinkJournal=no\n"
            "\n[Files]\n";
    if (config.readOnly)
        text += "ReadOnly=yes\n";
    if (!config.refbox.empty())
        text += "BindReadOnly=" + config.refbox + ":/refbox\n";
    text += "\n[Network]\nPrivate=yes\nVirtualEthernet=no\n";
    if (!config.interface.empty())
        text += "MACVLAN=" + config.interface + "\n";
    if (!config.address.empty())
        text += "# nspawn sets no addresses. In the vserver: ip addr add " + config.address + " dev mv-" +
                config.interface.substr(0, 12) + "\n";
    return {{"nspawn/" + machineOf(config) + ".nspawn", text}};
}

// The usual devices, and none of the disk that the image is on: null, zero, full, random, urandom, tty, ptmx
// and the pseudo-terminals.
std::string lxcDevices()
{
    std::string text = "lxc.cgroup2.devices.deny = a\n";
    for (const char *device : {"1:3", "1:5", "1:7", "1:8", "1:9", "5:0", "5:2", "136:*"})
        text += std::string("lxc.cgroup2.devices.allow = c ") + device + " rwm\n";
    return text;
}

std::vector<RuntimeFile> lxcFiles(const RuntimeConfig &config)
{
    std::string text = "# " + config.name +
                       " for LXC: see lxc.container.conf(5).\n"
                       "lxc.uts.name = " +
                       config.hostname +
                       "\n"
                       "lxc.rootfs.path = dir:" +
                       config.root + "\n";
    if (config.readOnly)
        text += "lxc.rootfs.options = ro\n";
    // Split at blanks, whatever the quotes; this is one that only the shell sees.
    if (!config.shell.empty())
        text += "lxc.init.cmd = " + config.shell +
                (config.startup.empty() ? std::string()
                                        : " -c " + config.startup + "${IFS}start;exec${IFS}" + config.shell) +
                "\n";
    text += "lxc.environment = PATH=" + usualPathText() +
            "\n"
            "lxc.autodev = 1\n"
            "lxc.mount.auto = proc:mixed sys:ro\n";
    if (config.readOnly)
        text += "lxc.mount.entry = tmpfs tmp tmpfs nosuid,nodev,mode=1777 0 0\n";
    if (!config.refbox.empty())
        text += "lxc.mount.entry = " + config.refbox + " refbox none bind,ro,optional,create=dir 0 0\n";
    text += "# Root in it must not be able to unseal the files that vservers share.\n"
            "lxc.cap.drop = " +
            sealCapabilities("", " ") +
            "\n"
            "lxc.cap.drop = mac_admin mac_override sys_time\n" +
            lxcDevices();
    if (config.interface.empty())
        return {{"lxc/" + config.name + "/config", text + "lxc.net.0.type = empty\n"}};
    text += "lxc.net.0.type = macvlan\n"
            "lxc.net.0.macvlan.mode = bridge\n"
            "lxc.net.0.flags = up\n"
            "lxc.net.0.link = " +
            config.interface + "\n";
    if (!config.address.empty())
        text += std::string("lxc.net.0.") + (addressOf(config.address).isV6 ? "ipv6" : "ipv4") +
                ".address = " + config.address + "\n";
    return {{"lxc/" + config.name + "/config", text}};
}

// The same for the same name, and seldom for another.
std::uint32_t contextOf(const RuntimeConfig &config)
{
    if (config.context != 0)
        return config.context;
    std::uint32_t hash = 2166136261U; // FNV-1a
    for (const char c : config.name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return 1000 + hash % 48000;
}

std::vector<RuntimeFile> vserverFiles(const RuntimeConfig &config)
{
    const std::string folder = "vservers/" + config.name + '/';
    std::string fstab = "none /proc proc defaults 0 0\n"
                        "none /dev/pts devpts gid=5,mode=620 0 0\n";
    if (config.readOnly)
        fstab += "none /tmp tmpfs size=16m,mode=1777 0 0\n";
    if (!config.refbox.empty())
        fstab += config.refbox + " /refbox none bind,ro 0 0\n";
    std::vector<RuntimeFile> files{
        {folder + "name", config.name + "\n"},
        {folder + "context", std::to_string(contextOf(config)) + "\n"},
        {folder + "vdir", config.root, true},
        {folder + "uts/nodename", config.hostname + "\n"},
        {folder + "fstab", fstab},
        {folder + "flags", "hide_mount\nhide_netif\n"},
        // The usual set has none of these, but somebody may have added some to that.
        {folder + "bcapabilities", sealCapabilitiesInCapitals("~", "\n") + "\n"},
        {folder + "ccapabilities", "SET_UTSNAME\n"},
        {folder + "apps/init/style", "sysv\n"},
    };
    if (!config.startup.empty()) {
        files.push_back({folder + "apps/init/cmd.start", config.startup + "\nstart\n"});
        files.push_back({folder + "apps/init/cmd.stop", config.startup + "\nstop\n"});
    }
    if (!config.address.empty()) {
        const Address address = addressOf(config.address);
        const std::string below = folder + "interfaces/0/";
        files.push_back({below + "ip", address.ip + "\n"});
        files.push_back({below + "dev", config.interface + "\n"});
        if (!address.prefix.empty())
            files.push_back({below + "prefix", address.prefix + "\n"});
    }
    return files;
}

// By the words of its symbolic links, as the planner makes them: "../../refbox/bin/ls". One too many does no
// harm.
bool leadsIntoRefbox(const FileTree &tree, NodeId refbox, NodeId vserver)
{
    if (refbox == kNoId)
        return false;
    const std::string beginning = std::string(tree.name(refbox)) + '/';
    for (NodeId node = vserver; node < tree.subtreeEnd(vserver); ++node) {
        if (!tree.inodeAt(node).isSymlink())
            continue;
        std::string_view target = tree.symlinkTarget(tree.inodeOf(node));
        while (target.starts_with('/') || target.starts_with("../"))
            target.remove_prefix(target.starts_with('/') ? 1 : 3);
        if (target.starts_with(beginning))
            return true;
    }
    return false;
}

// A file of the refbox that stands in the vserver too, and that root in it could change.
bool sharesUnsealed(const FileTree &tree, NodeId refbox, NodeId vserver, const ImageSettings &image)
{
    if (refbox == kNoId)
        return false;
    // Linux heeds ReiserFS' flags only where it is told to, with the option attrs.
    const bool keepsSeals = image.filesystem != "reiserfs";
    for (NodeId node = vserver; node < tree.subtreeEnd(vserver); ++node) {
        const Inode &inode = tree.inodeAt(node);
        if (!inode.isRegular() || (keepsSeals && (inode.flags & kImmutable) != 0))
            continue;
        if (std::ranges::any_of(tree.names(tree.inodeOf(node)),
                                [&](NodeId name) { return tree.isInside(name, refbox); }))
            return true;
    }
    return false;
}

bool isExecutableFile(const FileTree &tree, NodeId node)
{
    return node != kNoId && tree.inodeAt(node).isRegular() && (tree.inodeAt(node).permissions & 0111) != 0;
}

} // namespace

const char *runtimeName(RuntimeKind kind)
{
    return std::ranges::find(kNames, kind, [](const auto &pair) { return pair.first; })->second;
}

std::optional<RuntimeKind> runtimeFromName(std::string_view name)
{
    for (const auto &[kind, known] : kNames) {
        if (name == known)
            return kind;
    }
    return std::nullopt;
}

std::vector<RuntimeFile> runtimeFiles(RuntimeKind kind, const RuntimeConfig &given)
{
    RuntimeConfig config = given;
    config.hostname = hostOf(given);
    check(config);
    return kind == RuntimeKind::Nspawn ? nspawnFiles(config)
           : kind == RuntimeKind::Lxc  ? lxcFiles(config)
                                       : vserverFiles(config);
}

std::vector<std::string> runtimeCommands(RuntimeKind kind, const RuntimeConfig &config,
                                         const std::string &folder)
{
    const std::string &name = config.name;
    const std::string settings = machineOf(config) + ".nspawn";
    switch (kind) {
    case RuntimeKind::Nspawn:
        return {"install -D -m 644 " + shellQuoted(folder + "/nspawn/" + settings) + " /etc/systemd/nspawn/" +
                    settings,
                "systemd-nspawn -M " + machineOf(config) + " -D " + config.root};
    case RuntimeKind::Lxc:
        return {"lxc-start -F -n " + name + " -P " + shellQuoted(folder + "/lxc")};
    case RuntimeKind::VServer:
        return {"cp -a " + shellQuoted(folder + "/vservers/" + name) + " /etc/vservers/",
                "vserver " + name + " start"};
    }
    return {};
}

RuntimeConfig runtimeConfigOf(const FileTree &tree, NodeId refbox, NodeId vserver, const std::string &mount,
                              const ImageSettings &image)
{
    RuntimeConfig config;
    config.name = tree.name(vserver);
    config.root = joinPath(mount, tree.path(vserver).substr(1));
    // Names that the runtime finds by itself: a link for a shell is as good.
    if (const std::vector<std::string> shell = startCommand(tree, vserver); !shell.empty())
        config.shell = shell.front();
    if (isExecutableFile(tree, tree.find(tree.path(vserver) + "/etc/rc")))
        config.startup = "/etc/rc";
    if (leadsIntoRefbox(tree, refbox, vserver))
        config.refbox = joinPath(mount, tree.path(refbox).substr(1));
    config.hasUsr = tree.child(vserver, "usr") != kNoId;
    config.isSealed = !sharesUnsealed(tree, refbox, vserver, image);
    return config;
}

} // namespace Refbox
