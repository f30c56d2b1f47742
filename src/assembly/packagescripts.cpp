// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/packagescripts.h"

#include "assembly/glob.h"
#include "assembly/skeleton.h"
#include "project/luawriter.h"
#include "tree/symlinkresolver.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <sstream>

namespace Refbox {

namespace {

const std::string kShell = "/bin/bash"; // of the refbox: package.sh goes on in it

// What stands for the vserver's name in the skeletons: mkvserver puts the new one there.
const std::string kNameMark = "@NAME@";

std::string resource(const std::string &name)
{
    QFile file(QStringLiteral(":/package/") + QString::fromStdString(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// The words after "# Tools:" in a script's head.
std::vector<std::string> toolsOf(const std::string &script)
{
    static constexpr std::string_view kMark = "\n# Tools:";
    const std::size_t at = script.find(kMark);
    if (at == std::string::npos)
        return {};
    const std::size_t begin = at + kMark.size();
    std::istringstream words(script.substr(begin, script.find('\n', begin) - begin));
    std::vector<std::string> tools;
    for (std::string word; words >> word;)
        tools.push_back(word);
    return tools;
}

// What locate in package.sh finds, by the same rules: what changes here changes there. It takes regular files
// that are executable, as a link with an absolute target is right only inside the refbox; and else an applet
// of BusyBox, which has a link with its name.
class RefboxTools
{
public:
    explicit RefboxTools(const FileTree &refbox)
        : m_refbox(refbox)
        , m_resolver(refbox, FileTree::root())
        , m_busybox(refbox.find("/bin/busybox"))
    {
        for (const char *above : {"/opt/*/*", "/opt/*", "/usr", ""}) {
            for (const char *folder : {"/bin", "/sbin"}) {
                const std::vector<NodeId> found =
                    PathGlob(std::string(above) + folder).find(refbox, FileTree::root());
                m_folders.insert(m_folders.end(), found.begin(), found.end());
            }
        }
    }

    bool have(const std::string &tool)
    {
        return std::ranges::any_of(m_folders, [&](NodeId folder) {
            const NodeId node = m_refbox.child(folder, tool);
            return isProgram(node) || isApplet(node);
        });
    }

    /// As starball asks. A full tar is GNU's, if it is no further name of another one.
    bool haveArchiverOfAttributes() const
    {
        const NodeId tar = program("tar");
        return program("star") != kNoId || program("bsdtar") != kNoId ||
               (tar != kNoId &&
                (!isProgram(m_busybox) || m_refbox.inodeOf(tar) != m_refbox.inodeOf(m_busybox)));
    }

private:
    NodeId program(const std::string &tool) const
    {
        for (const NodeId folder : m_folders) {
            if (const NodeId node = m_refbox.child(folder, tool); isProgram(node))
                return node;
        }
        return kNoId;
    }

    bool isProgram(NodeId node) const
    {
        return node != kNoId && m_refbox.inodeAt(node).isRegular() &&
               (m_refbox.inodeAt(node).permissions & 0111) != 0;
    }

    // A hard link to BusyBox is a program already.
    bool isApplet(NodeId node)
    {
        if (node == kNoId || !m_refbox.inodeAt(node).isSymlink() || !isProgram(m_busybox))
            return false;
        const NodeId target = m_resolver.target(node);
        return target != kNoId && m_refbox.inodeOf(target) == m_refbox.inodeOf(m_busybox);
    }

    const FileTree &m_refbox;
    SymlinkResolver m_resolver;
    NodeId m_busybox;
    std::vector<NodeId> m_folders;
};

LuaTable luaList(const std::vector<std::string> &words)
{
    LuaTable list;
    for (const std::string &word : words)
        list.append(LuaValue(word));
    return list;
}

std::string luaFile(LuaTable table, std::vector<std::string> comments)
{
    LuaData data;
    data.commentsBefore = std::move(comments);
    data.table = std::move(table);
    return writeLuaData(data);
}

// Of all that a rule may name, and by the same question as for the vservers that were planned: Debian's
// libraries have no execute bit, and need others nonetheless.
std::string needsTable(const FileTree &refbox, const std::function<std::vector<std::string>(NodeId)> &needs)
{
    // Many programs need the same: files by what they need.
    std::map<std::vector<std::string>, std::vector<std::string>> files;
    for (NodeId node = 0; node < refbox.nodeCount(); ++node) {
        const Inode &inode = refbox.inodeAt(node);
        if (!inode.isSymlink() && !inode.isRegular())
            continue;
        std::vector<std::string> needed = needs(node);
        if (!needed.empty())
            files[std::move(needed)].push_back(refbox.path(node));
    }
    LuaTable groups;
    for (const auto &[needed, names] : files) {
        LuaTable group;
        group.add("needs", LuaValue(luaList(needed)));
        group.add("files", LuaValue(luaList(names)));
        groups.append(LuaValue(std::move(group)));
    }
    return luaFile(std::move(groups),
                   {" What the files of the refbox need there: loader, libraries, interpreters.",
                    " mkvserver links these along."});
}

std::string octal(std::uint16_t permissions)
{
    std::ostringstream text;
    text << std::oct << permissions;
    return text.str();
}

LuaTable skeletonTable(const std::string &name)
{
    LuaTable list;
    for (const SkeletonEntry &entry : skeletonEntries(name, kNameMark)) {
        LuaTable line;
        line.add("path", LuaValue(entry.path));
        if (entry.type == FileType::Symlink) {
            line.add("type", LuaValue(std::string("symlink")));
            line.add("target", LuaValue(entry.content));
        } else {
            const bool folder = entry.type == FileType::Directory;
            const bool file = entry.type == FileType::Regular;
            line.add("type", LuaValue(std::string(folder ? "folder" : file ? "file" : "device")));
            line.add("mode", LuaValue(octal(entry.permissions)));
            if (file)
                line.add("content", LuaValue(entry.content));
            if (!folder && !file) {
                line.add("major", LuaValue(std::int64_t{entry.major}));
                line.add("minor", LuaValue(std::int64_t{entry.minor}));
            }
        }
        list.append(LuaValue(std::move(line)));
    }
    return list;
}

std::string layoutTable(const Project &project)
{
    LuaTable skeletons;
    for (const char *name : skeletonNames())
        skeletons.add(name, LuaValue(skeletonTable(name)));
    LuaTable table;
    table.add("project", LuaValue(project.name + ".refbox.lua"));
    table.add("skeletons", LuaValue(std::move(skeletons)));
    return luaFile(std::move(table),
                   {" For mkvserver: the project file, and the layouts that a vserver can begin with."});
}

} // namespace

bool PackageScripts::has(const std::string &script) const
{
    return std::ranges::any_of(bin, [&](const ScriptFile &file) { return file.name == script; });
}

PackageScripts makePackageScripts(const Project &project, const FileTree &refbox,
                                  const std::function<std::vector<std::string>(NodeId)> &needs)
{
    static constexpr std::array kScripts{"check", "enter", "mkvserver", "seal", "starball", "unseal"};
    PackageScripts scripts;
    const NodeId shell = refbox.find(kShell);
    // One that needs a loader starts only where that stands at the path in it.
    const bool startsAnywhere = shell != kNoId && refbox.inodeAt(shell).isRegular() && needs(shell).empty();
    RefboxTools tools(refbox);
    for (const std::string name : kScripts) {
        std::string bytes = resource(name);
        std::vector<std::string> lacking;
        if (!startsAnywhere)
            lacking.emplace_back("a static bash in /refbox/bin");
        for (const std::string &tool : toolsOf(bytes)) {
            if (!tools.have(tool))
                lacking.push_back(tool);
        }
        if (lacking.empty())
            scripts.bin.push_back({name, std::move(bytes), true});
        else
            scripts.lacking.emplace(name, std::move(lacking));
    }
    scripts.starballKeepsAttributes = tools.haveArchiverOfAttributes();
    if (scripts.has("mkvserver")) {
        scripts.bin.push_back({"linkrules.lua", resource("linkrules.lua"), false});
        scripts.doc.push_back({"layout.lua", layoutTable(project), false});
        scripts.doc.push_back({"needs.lua", needsTable(refbox, needs), false});
    }
    if (!scripts.bin.empty())
        scripts.bin.push_back({"package.sh", resource("package.sh"), false});
    return scripts;
}

} // namespace Refbox
