// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/project/projectfixtures.h"

#include <algorithm>
#include <array>

namespace Refbox::Test {

namespace {

void comment(Random &random, Comments &comments, const std::string &key)
{
    if (std::vector<std::string> lines = random.oneIn(3) ? random.comment() : std::vector<std::string>();
        !lines.empty())
        comments[key] = std::move(lines);
}

void commentAll(Random &random, Comments &comments, std::initializer_list<const char *> keys)
{
    comment(random, comments, "");
    comment(random, comments, "}");
    for (const char *key : keys)
        comment(random, comments, key);
}

// A file name of any bytes but '/' and NUL.
std::string fileName(Random &random)
{
    std::string name = random.bytes(10);
    std::ranges::replace_if(
        name, [](char c) { return c == '/' || c == '\0'; }, '*');
    return name.empty() || name == "." || name == ".." ? "x" : name;
}

std::string path(Random &random)
{
    std::string out;
    for (std::size_t i = random.below(3) + 1; i > 0; --i)
        out += '/' + fileName(random);
    return out;
}

// Distinct, so that each can have its comment.
std::vector<std::string> paths(Random &random, Comments &comments, const std::string &key)
{
    std::vector<std::string> out;
    for (std::size_t i = random.below(4); i > 0; --i) {
        const std::string added = path(random);
        if (std::ranges::find(out, added) == out.end())
            comment(random, comments, key + '.' + added);
        out.push_back(added);
    }
    return out;
}

HostProgram randomProgram(Random &random)
{
    HostProgram program;
    program.program = random.oneIn(3) ? path(random) : fileName(random);
    if (random.oneIn(3))
        program.as = path(random);
    program.optional = random.oneIn(3);
    comment(random, program.comments, "");
    if (random.oneIn(4))
        commentAll(random, program.comments, {"program", "as", "optional"});
    return program;
}

std::vector<std::string> packages(Random &random, Comments &comments, const std::string &key)
{
    static constexpr std::array kWords{"bash", "g++", "libc6=2.36-9+deb12u9", "a.b", "./x.deb", "/y/z.rpm"};
    std::vector<std::string> out;
    for (const char *word : kWords) {
        if (!random.oneIn(3))
            continue;
        out.emplace_back(word);
        comment(random, comments, key + '.' + word);
    }
    return out;
}

Source randomSource(Random &random)
{
    switch (random.below(6)) {
    case 0: {
        FolderSource source{.path = random.oneIn(2) ? path(random) : "../" + fileName(random)};
        commentAll(random, source.comments, {"folder"});
        return source;
    }
    case 1: {
        ArchiveSource source{.path = fileName(random)};
        commentAll(random, source.comments, {"archive"});
        return source;
    }
    case 2: {
        RecipeSource source{.recipe = random.name()};
        commentAll(random, source.comments, {"recipe"});
        return source;
    }
    case 3: {
        PackagesSource source;
        commentAll(random, source.comments, {"packages", "packages}", "architecture", "without", "without}"});
        source.packages = packages(random, source.comments, "packages");
        source.without = packages(random, source.comments, "without");
        if (random.oneIn(2))
            source.architecture = random.oneIn(2) ? "arm64" : "amd64";
        return source;
    }
    default:
        HostSource source;
        for (std::size_t i = random.below(random.oneIn(5) ? 40 : 5); i > 0; --i)
            source.programs.push_back(randomProgram(random));
        commentAll(random, source.comments, {"host", "host}", "files", "files}", "without", "without}"});
        source.files = paths(random, source.comments, "files");
        for (std::size_t i = random.oneIn(3) ? random.below(4) : 0; i > 0; --i)
            source.without.push_back(random.name());
        return source;
    }
}

Component randomComponent(Random &random, std::size_t number)
{
    Component component;
    component.name = random.name() + std::to_string(number);
    if (random.oneIn(2))
        component.prefix = path(random);
    component.source = randomSource(random);
    for (std::size_t i = random.below(3); i > 0; --i) {
        const std::string name = random.name();
        component.options[name] = random.bytes(10);
        comment(random, component.comments, "options." + name);
    }
    commentAll(random, component.comments, {"name", "prefix", "options", "options}"});
    return component;
}

LinkRule randomRule(Random &random)
{
    static constexpr std::array<LinkManner, 3> kManners = {LinkManner::Hard, LinkManner::Symbolic,
                                                           LinkManner::Copy};
    LinkRule rule;
    rule.from = path(random);
    rule.to = random.oneIn(4) ? "/" : path(random) + (random.oneIn(3) ? "/" : "");
    rule.manner = kManners[random.below(3)];
    rule.needs = !random.oneIn(3);
    if (random.oneIn(3))
        rule.except = paths(random, rule.comments, "except");
    commentAll(random, rule.comments, {"from", "to", "manner", "needs", "except", "except}"});
    return rule;
}

PrivateFile randomFile(Random &random)
{
    PrivateFile file;
    file.content = random.bytes(random.oneIn(3) ? 200 : 20);
    if (random.oneIn(3))
        file.permissions = static_cast<std::uint16_t>(random.below(010000));
    if (random.oneIn(4))
        file.uid = static_cast<std::uint32_t>(random.below(0xFFFFFFFF));
    if (random.oneIn(4))
        file.gid = static_cast<std::uint32_t>(random.below(2));
    comment(random, file.comments, "");
    if (random.oneIn(4))
        commentAll(random, file.comments, {"mode", "uid", "gid", "content"});
    return file;
}

Import randomImport(Random &random)
{
    static constexpr std::array<Relink, 3> kRelinks = {Relink::Exact, Relink::AnyTime, Relink::Nothing};
    Import import;
    import.path = fileName(random);
    if (random.oneIn(3))
        import.folder = path(random);
    import.relink = kRelinks[random.below(3)];
    comment(random, import.comments, "");
    if (random.oneIn(4))
        commentAll(random, import.comments, {"path", "folder", "relink"});
    return import;
}

VServer randomVServer(Random &random, std::size_t number)
{
    static constexpr std::array<const char *, 3> kSkeletons = {"typical", "minimal", "empty"};
    VServer vserver;
    vserver.name = random.name() + std::to_string(number);
    vserver.skeleton = kSkeletons[random.below(3)];
    if (random.oneIn(3))
        vserver.import = randomImport(random);
    for (std::size_t i = random.below(5); i > 0; --i)
        vserver.links.push_back(randomRule(random));
    for (std::size_t i = random.below(5); i > 0; --i) {
        // One level and numbered, so that no file lies in another.
        vserver.files['/' + std::to_string(i) + fileName(random)] = randomFile(random);
    }
    commentAll(random, vserver.comments, {"name", "skeleton", "links", "links}", "files", "files}"});
    return vserver;
}

ImageSettings randomImage(Random &random)
{
    static constexpr std::array<const char *, 8> kCapacities = {"",    "cd-650", "cd-700", "mini-cd",
                                                                "dvd", "12345",  "64M",    "0650"};
    static constexpr std::array<const char *, 4> kFeatures = {"has_journal", "^metadata_csum", "^x", "\"'"};
    ImageSettings image;
    image.filesystem = random.name();
    if (random.oneIn(2))
        image.size = (random.bits() >> (random.below(60) + 1)) + 1;
    if (random.oneIn(3))
        image.size = std::uint64_t{random.below(500) + 1} << (10 * random.below(5));
    if (random.oneIn(3))
        image.free.bytes = random.bits() >> (random.below(60) + 1);
    else if (random.oneIn(2))
        image.free.percent = static_cast<double>(random.bits() >> 11) * 0x1p-53 * 99;
    if (random.oneIn(2))
        image.label = random.name();
    image.seal = random.oneIn(2);
    image.capacity = kCapacities[random.below(kCapacities.size())];
    if (random.oneIn(3))
        image.uuid = "01234567-89ab-CDEF-0123-456789abcdef";
    if (random.oneIn(3))
        image.compression = random.oneIn(2) ? "xz" : "lz4";
    image.level = static_cast<int>(random.below(23)) * random.oneIn(2);
    if (random.oneIn(3))
        image.blockSize = 512U << random.below(12);
    if (random.oneIn(3))
        image.inodes = static_cast<std::uint32_t>(random.bits());
    if (random.oneIn(3))
        image.reservedPercent = static_cast<double>(random.bits() >> 11) * 0x1p-53 * 50;
    for (std::size_t i = random.below(3); i > 0; --i)
        image.features.push_back(kFeatures[random.below(kFeatures.size())]);
    commentAll(random, image.comments,
               {"filesystem", "size", "free", "label", "seal", "capacity", "uuid", "compression", "level",
                "blocksize", "inodes", "reserved", "features", "features}"});
    return image;
}

} // namespace

Project randomProject(Random &random)
{
    Project project;
    project.name = random.name() + (random.oneIn(3) ? " \u00fc x" : "");
    project.image = randomImage(random);
    for (std::size_t i = random.below(4); i > 0; --i)
        project.components.push_back(randomComponent(random, i));
    for (std::size_t i = random.below(4); i > 0; --i)
        project.vservers.push_back(randomVServer(random, i));
    if (random.oneIn(3))
        project.privatePaths = paths(random, project.comments, "private");
    commentAll(random, project.comments,
               {"end", "refbox", "name", "private", "private}", "components", "components}", "vservers",
                "vservers}"});
    if (random.oneIn(5))
        project.comments["#"] = {"!/usr/bin/env lua5.4"};
    return project;
}

} // namespace Refbox::Test
