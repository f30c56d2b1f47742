// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vserverdrafts.h"

#include "assembly/glob.h"
#include "assembly/treeedit.h"
#include "project/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cctype>

namespace Refbox {

namespace {

struct Drafts
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::VServerDrafts)
};

bool isTaken(std::string_view name, const Project &project)
{
    return std::ranges::any_of(project.vservers,
                               [name](const VServer &vserver) { return vserver.name == name; });
}

bool hasFiles(const FileTree &tree, NodeId refbox, const std::string &path)
{
    const NodeId node = tree.find(joinPath(tree.path(refbox), path));
    return node != kNoId && !tree.children(node).empty();
}

std::vector<LinkRule> rulesFor(const std::string &prefix, const FileTree *tree, NodeId refbox)
{
    static constexpr std::array<const char *, 4> kFolders{"/bin", "/sbin", "/usr/bin", "/usr/sbin"};
    std::vector<LinkRule> rules;
    for (const char *folder : kFolders) {
        const std::string from = joinPath(prefix, folder);
        if (tree != nullptr && hasFiles(*tree, refbox, from))
            rules.push_back({.from = globQuoted(from) + "/*", .to = folder});
    }
    if (tree != nullptr && tree->find(joinPath(tree->path(refbox), prefix)) != kNoId)
        return rules;
    // Not planned yet: what most software has.
    rules.push_back({.from = globQuoted(joinPath(prefix, "/bin")) + "/*", .to = "/bin"});
    if (prefix == "/")
        rules.push_back({.from = "/sbin/*", .to = "/sbin"});
    return rules;
}

bool isPartOfName(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
}

void replaceWord(std::string &text, const std::string &word, const std::string &other)
{
    for (std::size_t at = text.find(word); at != std::string::npos;) {
        const std::size_t end = at + word.size();
        const bool isWhole =
            (at == 0 || !isPartOfName(text[at - 1])) && (end == text.size() || !isPartOfName(text[end]));
        if (isWhole)
            text.replace(at, word.size(), other);
        at = text.find(word, isWhole ? at + other.size() : end);
    }
}

} // namespace

std::string freeVServerName(const Project &project)
{
    for (int number = 1;; ++number) {
        const std::string digits = std::to_string(number);
        std::string name = (digits.size() < 2 ? "vsbox0" : "vsbox") + digits;
        if (!isTaken(name, project))
            return name;
    }
}

QString vserverNameObjection(std::string_view name, const Project &project, std::string_view except)
{
    if (const Objection objection = objectionToVServerName(name))
        return Drafts::tr("The name %1.").arg(*objection);
    if (name != except && isTaken(name, project))
        return Drafts::tr("Another vserver has this name.");
    return {};
}

std::vector<SoftwareGroup> softwareGroups(const Project &project, const FileTreePtr &tree, NodeId refbox)
{
    std::vector<SoftwareGroup> groups;
    for (const Component &component : project.components) {
        auto group = std::ranges::find(groups, component.prefix, &SoftwareGroup::prefix);
        if (group == groups.end()) {
            groups.push_back({component.prefix, {}, rulesFor(component.prefix, tree.get(), refbox)});
            group = groups.end() - 1;
        }
        group->components.push_back(component.name);
    }
    return groups;
}

VServer renamedVServer(VServer vserver, const std::string &name)
{
    for (const char *path : {"/etc/hostname", "/etc/hosts"}) {
        const auto file = vserver.files.find(path);
        if (file != vserver.files.end())
            replaceWord(file->second.content, vserver.name, name);
    }
    vserver.name = name;
    return vserver;
}

VServer copyOfVServer(const VServer &vserver, const std::string &name)
{
    VServer copy = renamedVServer(vserver, name);
    copy.comments.clear(); // they speak of the other one
    return copy;
}

} // namespace Refbox
