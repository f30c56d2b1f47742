// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/text.h"
#include "project/luawriter.h"
#include "project/projectfile.h"
#include "project/sizes.h"

#include "jobs/error.h"

#include <array>
#include <limits>
#include <set>

namespace Refbox {

namespace {

std::vector<std::string> linesOf(const Comments &comments, const std::string &key)
{
    const auto found = comments.find(key);
    return found == comments.end() ? std::vector<std::string>() : found->second;
}

bool hasAny(const Comments &comments, std::string_view prefix)
{
    const auto found = comments.lower_bound(std::string(prefix));
    return found != comments.end() && found->first.starts_with(prefix);
}

// Comments that only a table with named entries can take.
bool needsTable(const Comments &comments)
{
    return std::ranges::any_of(
        comments, [](const auto &entry) { return !entry.first.empty() && !entry.second.empty(); });
}

enum class When { Always, IfCommented };

// A table whose entries take their comments from its owner.
class Record final
{
public:
    explicit Record(const Comments &comments)
        : m_comments(comments)
    {
        table.closingComments = linesOf(comments, "}");
    }

    void add(const std::string &key, LuaValue value, When when)
    {
        std::vector<std::string> lines = linesOf(m_comments, key);
        if (when == When::Always || !lines.empty())
            table.add(key, std::move(value)).comments = std::move(lines);
    }

    void addString(const std::string &key, const std::string &value, bool always)
    {
        add(key, LuaValue(value), always ? When::Always : When::IfCommented);
    }

    // A list or table without an owner of its own: its inner comments are this record's too.
    void addTable(const std::string &key, LuaTable inner, bool always)
    {
        inner.closingComments = linesOf(m_comments, key + '}');
        const bool stands = always || !inner.entries.empty() || !inner.closingComments.empty();
        add(key, LuaValue(std::move(inner)), stands ? When::Always : When::IfCommented);
    }

    void addStrings(const std::string &key, const std::vector<std::string> &values, bool always)
    {
        LuaTable list;
        std::set<std::string> seen;
        for (const std::string &value : values) {
            LuaEntry &entry = list.append(LuaValue(value));
            if (seen.insert(value).second)
                entry.comments = linesOf(m_comments, std::string(key).append(".").append(value));
        }
        addTable(key, std::move(list), always);
    }

    // A table with comments of its own.
    void addOwner(const std::string &key, LuaTable inner, const Comments &comments)
    {
        table.add(key, LuaValue(std::move(inner))).comments = linesOf(comments, "");
    }

    LuaTable table;

private:
    const Comments &m_comments;
};

LuaValue sizeValue(std::uint64_t bytes)
{
    if (bytes > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        throw Error(translated("project", "Cannot write the project"), {},
                    translated("project", "A size of %1 bytes is more than a project can say").arg(bytes));
    }
    std::string text = sizeText(bytes);
    if (text.back() >= '0' && text.back() <= '9')
        return LuaValue(static_cast<std::int64_t>(bytes));
    return LuaValue(std::move(text));
}

LuaValue freeValue(const FreeSpace &free)
{
    if (free.percent == 0)
        return sizeValue(free.bytes);
    if (!(free.percent > 0 && free.percent < 100)) {
        throw Error(
            translated("project", "Cannot write the project"), {},
            translated("project", "The free space, %1 %, is not from 0 to below 100 %").arg(free.percent));
    }
    return LuaValue(percentText(free.percent));
}

LuaValue capacityValue(const std::string &capacity)
{
    const std::optional<std::uint64_t> bytes = parseSize(capacity);
    if (bytes && *bytes > 0 && std::to_string(*bytes) == capacity)
        return LuaValue(static_cast<std::int64_t>(*bytes));
    return LuaValue(capacity);
}

LuaTable imageTable(const ImageSettings &image)
{
    const ImageSettings defaults;
    const auto unless = [](bool isDefault) { return isDefault ? When::IfCommented : When::Always; };
    Record record(image.comments);
    record.addString("filesystem", image.filesystem, true);
    record.add("size", image.size ? sizeValue(*image.size) : LuaValue(std::string("fit")), When::Always);
    record.add("free", freeValue(image.free), unless(image.free == defaults.free));
    record.addString("label", image.label, !image.label.empty());
    record.add("seal", LuaValue(image.seal), unless(image.seal == defaults.seal));
    record.add("capacity", capacityValue(image.capacity), unless(image.capacity.empty()));
    record.addString("uuid", image.uuid, !image.uuid.empty());
    record.addString("compression", image.compression, !image.compression.empty());
    record.add("level", LuaValue(std::int64_t{image.level}), unless(image.level == 0));
    record.add("blocksize", sizeValue(image.blockSize), unless(image.blockSize == 0));
    record.add("inodes", LuaValue(std::int64_t{image.inodes}), unless(image.inodes == 0));
    record.add("reserved", LuaValue(percentText(image.reservedPercent)), unless(image.reservedPercent == 0));
    record.addStrings("features", image.features, !image.features.empty());
    return std::move(record.table);
}

LuaValue programValue(const HostProgram &program)
{
    if (program.as.empty() && !program.optional && !needsTable(program.comments))
        return LuaValue(program.program);
    Record record(program.comments);
    record.addString("program", program.program, true);
    record.addString("as", program.as, !program.as.empty());
    record.add("optional", LuaValue(program.optional), program.optional ? When::Always : When::IfCommented);
    return LuaValue(std::move(record.table));
}

LuaTable sourceTable(const HostSource &source)
{
    Record record(source.comments);
    LuaTable programs;
    for (const HostProgram &program : source.programs)
        programs.append(programValue(program)).comments = linesOf(program.comments, "");
    record.addTable("host", std::move(programs), true);
    record.addStrings("files", source.files, false);
    record.addStrings("without", source.without, false);
    return std::move(record.table);
}

LuaTable sourceTable(const std::string &kind, const std::string &text, const Comments &comments)
{
    Record record(comments);
    record.addString(kind, text, true);
    return std::move(record.table);
}

LuaTable sourceTable(const FolderSource &source)
{
    return sourceTable("folder", source.path, source.comments);
}

LuaTable sourceTable(const ArchiveSource &source)
{
    return sourceTable("archive", source.path, source.comments);
}

LuaTable sourceTable(const RecipeSource &source)
{
    return sourceTable("recipe", source.recipe, source.comments);
}

LuaTable sourceTable(const PackagesSource &source)
{
    Record record(source.comments);
    record.addStrings("packages", source.packages, true);
    record.addString("architecture", source.architecture, !source.architecture.empty());
    record.addStrings("without", source.without, false);
    return std::move(record.table);
}

LuaTable componentTable(const Component &component)
{
    Record record(component.comments);
    record.addString("name", component.name, true);
    record.addString("prefix", component.prefix, true);
    std::visit([&](const auto &source) { record.addOwner("source", sourceTable(source), source.comments); },
               component.source);
    LuaTable options;
    for (const auto &[name, value] : component.options)
        options.add(name, LuaValue(value)).comments = linesOf(component.comments, "options." + name);
    record.addTable("options", std::move(options), false);
    return std::move(record.table);
}

LuaTable linkRuleTable(const LinkRule &rule)
{
    static constexpr std::array<const char *, 3> kManners = {"hard", "symbolic", "copy"};
    Record record(rule.comments);
    record.addString("from", rule.from, true);
    record.addString("to", rule.to, true);
    record.addString("manner", kManners[static_cast<std::size_t>(rule.manner)],
                     rule.manner != LinkManner::Hard);
    record.add("needs", LuaValue(rule.needs), rule.needs ? When::IfCommented : When::Always);
    record.addStrings("except", rule.except, false);
    return std::move(record.table);
}

std::string octal(unsigned permissions)
{
    std::string text;
    for (; permissions != 0 || text.size() < 4; permissions /= 8)
        text.insert(text.begin(), static_cast<char>('0' + permissions % 8));
    return text;
}

LuaValue fileValue(const PrivateFile &file)
{
    const PrivateFile defaults;
    const bool plain = file.permissions == defaults.permissions && file.uid == 0 && file.gid == 0;
    if (plain && !needsTable(file.comments))
        return LuaValue(file.content);
    Record record(file.comments);
    record.addString("mode", octal(file.permissions), file.permissions != defaults.permissions);
    const auto addId = [&](const char *key, std::uint32_t id) {
        record.add(key, LuaValue(std::int64_t{id}), id == 0 ? When::IfCommented : When::Always);
    };
    addId("uid", file.uid);
    addId("gid", file.gid);
    record.addString("content", file.content, true);
    return LuaValue(std::move(record.table));
}

LuaValue importValue(const Import &import)
{
    static constexpr std::array<const char *, 3> kRelinks = {"exact", "any-time", "nothing"};
    if (import.folder == "/" && import.relink == Relink::Exact && !needsTable(import.comments))
        return LuaValue(import.path);
    Record record(import.comments);
    record.addString("path", import.path, true);
    record.addString("folder", import.folder, import.folder != "/");
    record.addString("relink", kRelinks[static_cast<std::size_t>(import.relink)],
                     import.relink != Relink::Exact);
    return LuaValue(std::move(record.table));
}

LuaTable vserverTable(const VServer &vserver)
{
    Record record(vserver.comments);
    record.addString("name", vserver.name, true);
    record.addString("skeleton", vserver.skeleton, true);
    if (vserver.import)
        record.table.add("import", importValue(*vserver.import)).comments =
            linesOf(vserver.import->comments, "");
    LuaTable links;
    for (const LinkRule &rule : vserver.links)
        links.append(LuaValue(linkRuleTable(rule))).comments = linesOf(rule.comments, "");
    record.addTable("links", std::move(links), true);
    LuaTable files;
    for (const auto &[path, file] : vserver.files)
        files.add(path, fileValue(file)).comments = linesOf(file.comments, "");
    record.addTable("files", std::move(files), false);
    return std::move(record.table);
}

} // namespace

std::string writeProject(const Project &project)
{
    Record record(project.comments);
    record.add("refbox", LuaValue(std::int64_t{Project::kFormatVersion}), When::Always);
    record.addString("name", project.name, true);
    record.addOwner("image", imageTable(project.image), project.image.comments);
    const bool ownPrivate =
        project.privatePaths != Project().privatePaths || hasAny(project.comments, "private");
    if (ownPrivate)
        record.addStrings("private", project.privatePaths, true);
    LuaTable components;
    for (const Component &component : project.components)
        components.append(LuaValue(componentTable(component))).comments = linesOf(component.comments, "");
    record.addTable("components", std::move(components), true);
    LuaTable vservers;
    for (const VServer &vserver : project.vservers)
        vservers.append(LuaValue(vserverTable(vserver))).comments = linesOf(vserver.comments, "");
    record.addTable("vservers", std::move(vservers), true);

    LuaData data;
    for (const std::string &line : linesOf(project.comments, "#"))
        data.firstLine += (data.firstLine.empty() ? "" : "\n") + line;
    data.commentsBefore = linesOf(project.comments, "");
    data.table = std::move(record.table);
    data.commentsAfter = linesOf(project.comments, "end");
    return writeLuaData(data);
}

} // namespace Refbox
