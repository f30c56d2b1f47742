// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/text.h"
#include "project/imagereader.h"
#include "project/luarecord.h"
#include "project/projectfile.h"

#include "jobs/display.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Refbox {

namespace {

using Keys = std::span<const std::string_view>;

constexpr std::int64_t kMaxInteger = std::numeric_limits<std::int64_t>::max();
// The highest number means "leave it as it is" to Linux.
constexpr std::int64_t kMaxId = std::numeric_limits<std::uint32_t>::max() - 1;

class ProjectReader final
{
public:
    ProjectReader(const LuaFileName &file, Project &project)
        : m_file(file)
        , m_project(project)
    {
    }
    void read(const LuaData &data);

private:
    using Places = std::map<std::string, LuaPlace>;

    void checkVersion(const LuaValue &top) const;
    void readComponent(const LuaEntry &entry);
    Source readSource(const LuaEntry &entry);
    HostSource readHost(LuaRecord &record, Comments &comments);
    PackagesSource readPackages(LuaRecord &record, const Comments &comments);
    HostProgram readProgram(const LuaEntry &entry);
    void readVServer(const LuaEntry &entry);
    Import readImport(const LuaEntry &entry);
    LinkRule readLinkRule(const LuaEntry &entry);
    void readManner(LuaRecord &record, LinkManner &manner);
    void readFile(VServer &vserver, const std::string &path, const LuaEntry &entry);
    PrivateFile readFileTable(const LuaEntry &entry, Comments comments);
    void refuseFilesInFiles(const VServer &vserver, const LuaEntry &files) const;
    void refuseSecond(Places &places, const std::string &name, LuaPlace place, const QString &why) const;
    void checkPattern(const LuaEntry &entry) const;

    const LuaFileName &m_file;
    Project &m_project;
    Places m_components;
    Places m_vservers;
};

void ProjectReader::read(const LuaData &data)
{
    static constexpr std::array<std::string_view, 6> kKeys = {"refbox",  "name",       "image",
                                                              "private", "components", "vservers"};
    const LuaValue top(data.table, data.place);
    checkVersion(top);
    Comments &comments = m_project.comments;
    LuaRecord record(m_file, top, translated("project", "the project"), kKeys, comments);
    if (!data.firstLine.empty())
        addComments(comments, "#", {data.firstLine});
    addComments(comments, "", data.commentsBefore);
    addComments(comments, "end", data.commentsAfter);
    record.take("refbox");
    record.need("name");
    const LuaEntry *name = record.string("name", m_project.name);
    m_file.refuse(objectionToProjectName(m_project.name), translated("project", "The project's name"),
                  name->value);
    if (const LuaEntry *image = record.find("image"))
        readImageSettings(m_file, *image, m_project.image);
    record.strings(
        "private", [this](const LuaEntry &entry) { checkPattern(entry); }, m_project.privatePaths);
    record.list("components", [this](const LuaEntry &entry) { readComponent(entry); });
    record.list("vservers", [this](const LuaEntry &entry) { readVServer(entry); });
}

// Before anything else: of a newer format, unknown keys are no mistakes.
void ProjectReader::checkVersion(const LuaValue &top) const
{
    const LuaEntry *entry = top.table()->find("refbox");
    if (entry == nullptr) {
        m_file.fail(top.place, translated("project", "This is no Refbox project: \"refbox\" is missing"),
                    translated("project", "A project begins with refbox = %1, the version of its format.")
                        .arg(Project::kFormatVersion));
    }
    static constexpr std::array<std::string_view, 1> kKeys = {"refbox"};
    LuaTable alone;
    alone.entries.push_back(*entry);
    Comments unused;
    const LuaValue value(std::move(alone), top.place);
    std::int64_t version = 0;
    LuaRecord(m_file, value, translated("project", "the project"), kKeys, unused)
        .integer("refbox", 1, kMaxInteger, version);
    if (version > Project::kFormatVersion) {
        m_file.fail(
            entry->value.place,
            translated("project", "The project has format %1; this Refbox reads up to format %2")
                .arg(version)
                .arg(Project::kFormatVersion),
            translated("project", "It was made with a newer Refbox: use that one, or a newer one still."));
    }
}

void ProjectReader::refuseSecond(Places &places, const std::string &name, LuaPlace place,
                                 const QString &why) const
{
    const auto [first, isNew] = places.emplace(name, place);
    if (isNew)
        return;
    m_file.fail(place,
                why.arg(displayPath(name), QString::number(first->second.line),
                        QString::number(first->second.column)),
                translated("project", "Give one of them another name."));
}

void ProjectReader::readComponent(const LuaEntry &entry)
{
    static constexpr std::array<std::string_view, 4> kKeys = {"name", "prefix", "source", "options"};
    Component component;
    LuaRecord record(m_file, entry.value, translated("project", "the component"), kKeys, component.comments);
    addComments(component.comments, "", entry.comments);
    const LuaEntry &name = record.need("name");
    record.string("name", component.name);
    m_file.refuse(objectionToName(component.name), translated("project", "The component's name"), name.value);
    refuseSecond(
        m_components, component.name, name.value.place,
        translated("project", "There is a second component \"%1\"; the first is at line %2, column %3"));
    if (const LuaEntry *prefix = record.string("prefix", component.prefix))
        m_file.refuse(objectionToPath(component.prefix, true), translated("project", "The prefix"),
                      prefix->value);
    component.source = readSource(record.need("source"));
    record.named("options", [&](const std::string &key, const LuaEntry &option) {
        if (const Objection objection = objectionToName(key))
            m_file.fail(
                option.place,
                translated("project", "An option's name, \"%1\", %2").arg(displayPath(key), *objection));
        component.options[key] = record.stringOf(option, translated("project", "An option"));
        addComments(component.comments, "options." + key, option.comments);
    });
    m_project.components.push_back(std::move(component));
}

Source ProjectReader::readSource(const LuaEntry &entry)
{
    static constexpr std::array<std::string_view, 8> kKeys = {
        "host", "files", "without", "folder", "archive", "recipe", "packages", "architecture"};
    Comments comments;
    addComments(comments, "", entry.comments);
    LuaRecord record(m_file, entry.value, translated("project", "the source"), kKeys, comments);
    // Both programs and packages can do without something.
    const bool packages = record.find("packages") != nullptr || record.find("architecture") != nullptr;
    const bool host = record.find("host") != nullptr || record.find("files") != nullptr ||
                      (record.find("without") != nullptr && !packages);
    int kinds = (host ? 1 : 0) + (packages ? 1 : 0);
    for (const std::string_view key : {"folder", "archive", "recipe"})
        kinds += record.find(key) != nullptr ? 1 : 0;
    if (kinds != 1) {
        m_file.fail(
            entry.value.place,
            kinds == 0 ? translated("project", "The source says nothing")
                       : translated("project", "The source says more than one thing"),
            translated("project",
                       "It holds one of: host = { … }, packages = { … }, folder = \"…\", archive = \"…\", "
                       "recipe = \"…\"."));
    }
    if (packages)
        return readPackages(record, comments);
    if (host) {
        HostSource source = readHost(record, comments);
        return source;
    }
    std::string text;
    const auto check = [&](const LuaEntry *found, const QString &what,
                           Objection (*objection)(std::string_view)) {
        if (found != nullptr)
            m_file.refuse(objection(text), what, found->value);
        return found != nullptr;
    };
    if (check(record.string("folder", text), translated("project", "The folder"), objectionToHostPath))
        return FolderSource{text, comments};
    if (check(record.string("archive", text), translated("project", "The archive"), objectionToHostPath))
        return ArchiveSource{text, comments};
    check(record.string("recipe", text), translated("project", "The recipe"), objectionToName);
    return RecipeSource{text, comments};
}

PackagesSource ProjectReader::readPackages(LuaRecord &record, const Comments &comments)
{
    PackagesSource source;
    const auto check = [this](const LuaEntry &entry) {
        m_file.refuse(objectionToPackage(*entry.value.string()), translated("project", "The package"),
                      entry.value);
    };
    record.need("packages");
    record.strings("packages", check, source.packages);
    record.strings("without", check, source.without);
    const LuaEntry *architecture = record.string("architecture", source.architecture);
    if (architecture != nullptr && !source.architecture.empty())
        m_file.refuse(objectionToArchitecture(source.architecture), translated("project", "The architecture"),
                      architecture->value);
    source.comments = comments;
    return source;
}

HostSource ProjectReader::readHost(LuaRecord &record, Comments &comments)
{
    HostSource source;
    record.list("host", [&](const LuaEntry &entry) { source.programs.push_back(readProgram(entry)); });
    const auto check = [this](const LuaEntry &entry) {
        m_file.refuse(objectionToPath(*entry.value.string(), false), translated("project", "The file"),
                      entry.value);
    };
    record.strings("files", check, source.files);
    const auto checkName = [this](const LuaEntry &entry) {
        const std::string &name = *entry.value.string();
        if (name.find('/') != std::string::npos)
            m_file.refuse(translated("project", "holds a '/', but libraries are asked for by their names"),
                          translated("project", "The library"), entry.value);
        m_file.refuse(objectionToProgram(name), translated("project", "The library"), entry.value);
    };
    record.strings("without", checkName, source.without);
    source.comments = comments;
    return source;
}

HostProgram ProjectReader::readProgram(const LuaEntry &entry)
{
    static constexpr std::array<std::string_view, 3> kKeys = {"program", "as", "optional"};
    HostProgram program;
    addComments(program.comments, "", entry.comments);
    const LuaValue *name = &entry.value;
    if (const std::string *text = entry.value.string()) {
        program.program = *text;
    } else {
        LuaRecord record(m_file, entry.value,
                         translated("project", "the program (a name, or a table with a name)"), kKeys,
                         program.comments);
        name = &record.need("program").value;
        record.string("program", program.program);
        record.boolean("optional", program.optional);
        const LuaEntry *as = record.string("as", program.as);
        if (as != nullptr && !program.as.empty())
            m_file.refuse(objectionToPath(program.as, false), translated("project", "The program's place"),
                          as->value);
    }
    m_file.refuse(objectionToProgram(program.program), translated("project", "The program"), *name);
    return program;
}

void ProjectReader::readVServer(const LuaEntry &entry)
{
    static constexpr std::array<std::string_view, 5> kKeys = {"name", "skeleton", "import", "links", "files"};
    VServer vserver;
    LuaRecord record(m_file, entry.value, translated("project", "the vserver"), kKeys, vserver.comments);
    addComments(vserver.comments, "", entry.comments);
    const LuaEntry &name = record.need("name");
    record.string("name", vserver.name);
    m_file.refuse(objectionToVServerName(vserver.name), translated("project", "The vserver's name"),
                  name.value);
    refuseSecond(
        m_vservers, vserver.name, name.value.place,
        translated("project", "There is a second vserver \"%1\"; the first is at line %2, column %3"));
    if (const LuaEntry *skeleton = record.string("skeleton", vserver.skeleton)) {
        static constexpr std::array<std::string_view, 3> kSkeletons = {"typical", "minimal", "empty"};
        if (std::ranges::find(kSkeletons, vserver.skeleton) == kSkeletons.end())
            m_file.refuse(translated("project", "is none of \"typical\", \"minimal\" and \"empty\""),
                          translated("project", "The skeleton"), skeleton->value);
    }
    if (const LuaEntry *import = record.find("import"))
        vserver.import = readImport(*import);
    record.list("links", [&](const LuaEntry &rule) { vserver.links.push_back(readLinkRule(rule)); });
    const LuaEntry *files = record.named(
        "files", [&](const std::string &path, const LuaEntry &file) { readFile(vserver, path, file); });
    if (files != nullptr)
        refuseFilesInFiles(vserver, *files);
    m_project.vservers.push_back(std::move(vserver));
}

Import ProjectReader::readImport(const LuaEntry &entry)
{
    static constexpr std::array<std::string_view, 3> kKeys = {"path", "folder", "relink"};
    Import import;
    addComments(import.comments, "", entry.comments);
    const LuaValue *path = &entry.value;
    if (const std::string *text = entry.value.string()) {
        import.path = *text;
    } else {
        LuaRecord record(m_file, entry.value,
                         translated("project", "the import (a path, or a table with a path)"), kKeys,
                         import.comments);
        path = &record.need("path").value;
        record.string("path", import.path);
        if (const LuaEntry *folder = record.string("folder", import.folder))
            m_file.refuse(objectionToPath(import.folder, true), translated("project", "The import's folder"),
                          folder->value);
        std::string word = "exact";
        if (const LuaEntry *relink = record.string("relink", word)) {
            if (word == "any-time")
                import.relink = Relink::AnyTime;
            else if (word == "nothing")
                import.relink = Relink::Nothing;
            else if (word != "exact")
                m_file.refuse(translated("project", "is none of \"exact\", \"any-time\" and \"nothing\""),
                              translated("project", "What is linked"), relink->value);
        }
    }
    m_file.refuse(objectionToHostPath(import.path), translated("project", "The import's path"), *path);
    return import;
}

void ProjectReader::checkPattern(const LuaEntry &entry) const
{
    m_file.refuse(objectionToPath(*entry.value.string(), false), translated("project", "The pattern"),
                  entry.value);
}

LinkRule ProjectReader::readLinkRule(const LuaEntry &entry)
{
    static constexpr std::array<std::string_view, 5> kKeys = {"from", "to", "manner", "needs", "except"};
    LinkRule rule;
    LuaRecord record(m_file, entry.value, translated("project", "the link rule"), kKeys, rule.comments);
    addComments(rule.comments, "", entry.comments);
    const LuaEntry &from = record.need("from");
    record.string("from", rule.from);
    m_file.refuse(objectionToPath(rule.from, false), translated("project", "The path in the refbox"),
                  from.value);
    const LuaEntry &to = record.need("to");
    record.string("to", rule.to);
    std::string_view place = rule.to;
    if (place.size() > 1 && place.ends_with('/'))
        place.remove_suffix(1);
    m_file.refuse(objectionToPath(place, true), translated("project", "The place in the vserver"), to.value);
    readManner(record, rule.manner);
    record.boolean("needs", rule.needs);
    record.strings(
        "except", [this](const LuaEntry &pattern) { checkPattern(pattern); }, rule.except);
    return rule;
}

void ProjectReader::readManner(LuaRecord &record, LinkManner &manner)
{
    std::string word;
    const LuaEntry *entry = record.string("manner", word);
    if (entry == nullptr)
        return;
    if (word == "hard")
        manner = LinkManner::Hard;
    else if (word == "symbolic")
        manner = LinkManner::Symbolic;
    else if (word == "copy")
        manner = LinkManner::Copy;
    else
        m_file.refuse(translated("project", "is none of \"hard\", \"symbolic\" and \"copy\""),
                      translated("project", "The manner"), entry->value);
}

void ProjectReader::readFile(VServer &vserver, const std::string &path, const LuaEntry &entry)
{
    m_file.refuse(objectionToPath(path, false), translated("project", "The file's path"),
                  LuaValue(path, entry.place));
    Comments comments;
    addComments(comments, "", entry.comments);
    PrivateFile &file = vserver.files[path];
    if (const std::string *content = entry.value.string())
        file = PrivateFile{.content = *content, .comments = std::move(comments)};
    else
        file = readFileTable(entry, std::move(comments));
}

PrivateFile ProjectReader::readFileTable(const LuaEntry &entry, Comments comments)
{
    static constexpr std::array<std::string_view, 4> kKeys = {"mode", "uid", "gid", "content"};
    PrivateFile file;
    LuaRecord record(m_file, entry.value,
                     translated("project", "the file (a string, or a table with its content)"), kKeys,
                     comments);
    record.string("content", file.content);
    std::string mode;
    if (const LuaEntry *found = record.find("mode"); found != nullptr && found->value.string() == nullptr) {
        m_file.fail(found->value.place,
                    translated("project", "The mode should be a string of octal digits, but it is %1")
                        .arg(found->value.describe()),
                    translated("project", "Write it as in mode = \"0755\"."));
    }
    if (const LuaEntry *found = record.string("mode", mode)) {
        if (mode.empty() || mode.size() > 5 || mode.find_first_not_of("01234567") != std::string::npos ||
            std::stoul(mode, nullptr, 8) > 07777)
            m_file.refuse(translated("project", "is no octal number from \"0000\" to \"7777\""),
                          translated("project", "The mode"), found->value);
        file.permissions = static_cast<std::uint16_t>(std::stoul(mode, nullptr, 8));
    }
    std::int64_t uid = 0;
    std::int64_t gid = 0;
    record.integer("uid", 0, kMaxId, uid);
    record.integer("gid", 0, kMaxId, gid);
    file.uid = static_cast<std::uint32_t>(uid);
    file.gid = static_cast<std::uint32_t>(gid);
    file.comments = std::move(comments);
    return file;
}

// "/etc" cannot be a file when "/etc/passwd" is one.
void ProjectReader::refuseFilesInFiles(const VServer &vserver, const LuaEntry &files) const
{
    for (const auto &[path, file] : vserver.files) {
        for (std::size_t end = path.rfind('/'); end != 0; end = path.rfind('/', end - 1)) {
            const std::string parent = path.substr(0, end);
            if (!vserver.files.contains(parent))
                continue;
            m_file.fail(files.value.table()->find(path)->place,
                        translated("project", "The file \"%1\" lies in \"%2\", which is a file too")
                            .arg(displayPath(path), displayPath(parent)));
        }
    }
}

} // namespace

Project readProject(std::string_view text, const QString &displayName)
{
    LuaReadOptions options;
    options.failed = translated("project", "Cannot read the project");
    const LuaData data = readLuaData(text, displayName, options);
    const LuaFileName file{options.failed, displayName};
    Project project;
    ProjectReader(file, project).read(data);
    return project;
}

} // namespace Refbox
