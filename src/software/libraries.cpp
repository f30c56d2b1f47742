// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/libraries.h"

#include "software/loaderfolders.h"

#include <algorithm>
#include <array>

namespace Refbox {

namespace {

constexpr std::size_t kMostObjects = 4096;
constexpr std::size_t kMostNeeds = 262'144;         // a hostile tree could ask for millions
constexpr std::size_t kNotInList = std::size_t(-1); // the loader itself
constexpr std::size_t kMissing = std::size_t(-2);

std::string folderOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == 0 || slash == std::string::npos ? "/" : path.substr(0, slash);
}

std::string joined(const std::string &folder, const std::string &name)
{
    return folder.ends_with('/') ? folder + name : folder + '/' + name;
}

// musl's loader is libc and these libraries at once.
bool isPartOfMusl(std::string_view name)
{
    static constexpr std::array<std::string_view, 7> kParts{"c.",  "pthread.", "rt.",  "m.",
                                                            "dl.", "util.",    "xnet."};
    if (!name.starts_with("lib"))
        return false;
    name.remove_prefix(3);
    return std::any_of(kParts.begin(), kParts.end(), [name](auto part) { return name.starts_with(part); });
}

// Loaders stand at fixed paths, which the folders of libraries need not have among them.
bool isUsualLoader(FileView &view, const std::string &name)
{
    if (!name.starts_with("ld-linux") && !name.starts_with("ld64.so") && !name.starts_with("ld.so"))
        return false;
    return std::ranges::any_of(std::array{"/lib64/", "/lib/", "/libx32/"},
                               [&](const char *folder) { return view.lookup(folder + name) != nullptr; });
}

} // namespace

// A loader: what is the same for all programs that ask for it.
struct LibraryResolver::Loader
{
    bool musl = false;
    ElfMachine machine;
    std::vector<std::string> folders; // built in
    PathTokens tokens;
    std::unordered_map<std::string, const ViewFile *> found; // in the configured and built-in folders
};

// The loading of one program.
struct LibraryResolver::Search
{
    struct Object
    {
        const ViewFile *file;
        const ElfInfo *info;
        std::size_t loadedBy;
        std::string origin; // folder that $ORIGIN stands for; filled when asked for
    };
    Loader *loader;
    std::vector<Object> objects;
    std::unordered_map<std::string, std::size_t> byName;
    std::unordered_map<std::uint32_t, std::size_t> byNumber;
};

LibraryResolver::LibraryResolver(FileView &view)
    : m_view(view)
{
}

LibraryResolver::~LibraryResolver() = default;

LibraryResolver::Loader &LibraryResolver::loaderFor(const ElfInfo &program)
{
    std::string interpreter = program.interpreter;
    if (interpreter.empty())
        interpreter = usualLoader(program.machine);
    auto &loader = m_loaders[{interpreter, program.machine}];
    if (loader)
        return *loader;
    loader = std::make_unique<Loader>();
    loader->machine = program.machine;
    const std::string name = interpreter.substr(interpreter.rfind('/') + 1);
    loader->musl = name.starts_with("ld-musl-");
    if (loader->musl)
        loader->folders = muslFolders(m_view, name);
    else
        loader->folders = glibcFolders(m_view, interpreter, program.machine);
    loader->tokens = tokensFor(program.machine, loader->folders);
    return *loader;
}

std::vector<std::string> LibraryResolver::defaultFolders(const ElfInfo &program)
{
    return loaderFor(program).folders;
}

const std::vector<std::string> &LibraryResolver::configuredFolders()
{
    if (!m_configured) {
        m_configured =
            std::make_unique<std::vector<std::string>>(readLoaderConfiguration(m_view, "/etc/ld.so.conf"));
        // Without the cache the loader knows nothing of the configuration.
        m_hasCache = m_view.lookup("/etc/ld.so.cache") != nullptr;
    }
    return *m_configured;
}

const ViewFile *LibraryResolver::inFolder(const Loader &loader, const std::string &folder,
                                          const std::string &name)
{
    const ViewFile *directory = m_view.lookup(folder);
    if (directory == nullptr || directory->type != FileType::Directory)
        return nullptr;
    const ViewFile *file = m_view.lookup(joined(folder, name));
    if (file == nullptr)
        return nullptr;
    // A library for another processor is passed over, as the loader does.
    const ElfReading &reading = m_view.elf(*file);
    return reading.info && reading.info->machine == loader.machine ? file : nullptr;
}

const ViewFile *LibraryResolver::inFolders(const Loader &loader, const std::vector<std::string> &folders,
                                           const std::string &name)
{
    for (const std::string &folder : folders) {
        if (const ViewFile *file = inFolder(loader, folder, name))
            return file;
    }
    return nullptr;
}

const ViewFile *LibraryResolver::inSystem(Loader &loader, const std::string &name)
{
    const auto [entry, isNew] = loader.found.try_emplace(name, nullptr);
    if (isNew) {
        if (!loader.musl && !configuredFolders().empty() && m_hasCache)
            entry->second = inFolders(loader, configuredFolders(), name);
        if (entry->second == nullptr)
            entry->second = inFolders(loader, loader.folders, name);
    }
    return entry->second;
}

// The RPATHs and RUNPATHs that count for a needer.
const ViewFile *LibraryResolver::locateByPaths(Search &search, std::size_t needer, const std::string &name)
{
    const auto searchIn = [&](Search::Object &object, const std::vector<std::string> &folders) {
        for (const std::string &folder : folders) {
            if (object.origin.empty())
                object.origin = folderOf(object.loadedBy == kNotInList ? m_view.realPath(*object.file)
                                                                       : object.file->path);
            // An empty entry means the current folder, which nobody can rely on.
            const std::string expanded = expandTokens(folder, object.origin, search.loader->tokens);
            if (!expanded.starts_with('/'))
                continue;
            if (const ViewFile *file = inFolder(*search.loader, expanded, name))
                return file;
        }
        return static_cast<const ViewFile *>(nullptr);
    };
    if (search.loader->musl) {
        // Both kinds count, and both for everything that is loaded further down.
        for (std::size_t at = needer; at != kNotInList; at = search.objects[at].loadedBy) {
            Search::Object &object = search.objects[at];
            const ElfInfo &info = *object.info;
            if (const ViewFile *file = searchIn(object, info.runpath.empty() ? info.rpath : info.runpath))
                return file;
        }
        return nullptr;
    }
    if (search.objects[needer].info->runpath.empty()) {
        for (std::size_t at = needer; at != kNotInList; at = search.objects[at].loadedBy) {
            if (const ViewFile *file = searchIn(search.objects[at], search.objects[at].info->rpath))
                return file;
        }
    }
    return searchIn(search.objects[needer], search.objects[needer].info->runpath);
}

const ViewFile *LibraryResolver::locate(Search &search, std::size_t needer, const std::string &name)
{
    Loader &loader = *search.loader;
    if (name.find('/') != std::string::npos) {
        Search::Object &object = search.objects[needer];
        const std::string path = expandTokens(name, folderOf(m_view.realPath(*object.file)), loader.tokens);
        return path.starts_with('/') ? inFolder(loader, folderOf(path), path.substr(path.rfind('/') + 1))
                                     : nullptr;
    }
    if (const ViewFile *file = locateByPaths(search, needer, name))
        return file;
    const ViewFile *file = inSystem(loader, name);
    if (file == nullptr || !search.objects[needer].info->noDefaultFolders || loader.musl)
        return file;
    // Linked with -z nodefaultlib: configured folders only, and of these not the built-in ones.
    const std::string folder = folderOf(file->path);
    const bool builtIn =
        std::find(loader.folders.begin(), loader.folders.end(), folder) != loader.folders.end();
    return builtIn ? nullptr : file;
}

// The object that the name stands for: its place in the search, kNotInList or kMissing.
std::size_t LibraryResolver::resolveNeeded(Search &search, std::size_t needer, const std::string &name,
                                           Closure &closure)
{
    if (const auto known = search.byName.find(name); known != search.byName.end())
        return known->second;
    if (search.loader->musl && isPartOfMusl(name))
        return search.byName.emplace(name, kNotInList).first->second;
    const ViewFile *file = search.objects.size() < kMostObjects ? locate(search, needer, name) : nullptr;
    // A library alone names no loader, but is only ever loaded by one.
    if (file == nullptr && search.objects.front().info->interpreter.empty() && isUsualLoader(m_view, name))
        return search.byName.emplace(name, kNotInList).first->second;
    if (file == nullptr) {
        search.byName.emplace(name, kMissing);
        MissingLibrary missing{name, search.objects[needer].file->path, {}};
        if (!search.loader->musl && !configuredFolders().empty() && !m_hasCache) {
            if (const ViewFile *configured = inFolders(*search.loader, configuredFolders(), name))
                missing.withLdconfig = configured->path;
        }
        closure.missing.push_back(std::move(missing));
        return kMissing;
    }
    const auto [known, isNew] = search.byNumber.emplace(file->number, search.objects.size());
    search.byName.emplace(name, known->second);
    if (!isNew)
        return known->second;
    const ElfInfo &info = *m_view.elf(*file).info;
    // Whoever asks for the soname later gets this one, wherever it would have looked.
    if (!info.soname.empty() && !search.loader->musl)
        search.byName.emplace(info.soname, known->second);
    search.objects.push_back({file, &info, needer, {}});
    closure.libraries.push_back({name, file->path, m_view.realPath(*file)});
    return known->second;
}

Closure LibraryResolver::closure(const std::string &program)
{
    Closure closure;
    const ViewFile *file = m_view.lookup(program);
    if (file == nullptr)
        return closure;
    const ElfReading &reading = m_view.elf(*file);
    closure.isElf = reading.isElf();
    closure.problem = reading.problem;
    if (!reading.info)
        return closure;
    const ElfInfo &info = *reading.info;
    Search search{&loaderFor(info), {{file, &info, kNotInList, {}}}, {}, {}};
    search.byNumber.emplace(file->number, 0);
    closure.interpreter = info.interpreter;
    if (!info.interpreter.empty()) {
        const ViewFile *loader = m_view.lookup(info.interpreter);
        if (loader != nullptr && m_view.elf(*loader).info) {
            closure.interpreterReal = m_view.realPath(*loader);
            search.byNumber.emplace(loader->number, kNotInList);
            if (!search.loader->musl)
                search.byName.emplace(m_view.elf(*loader).info->soname, kNotInList);
        }
        search.byName.emplace(info.interpreter, kNotInList);
        search.byName.emplace(info.interpreter.substr(info.interpreter.rfind('/') + 1), kNotInList);
    }
    // Breadth first: the order of loading, which decides who brings a library in.
    for (std::size_t at = 0; at < search.objects.size(); ++at) {
        const ElfInfo &object = *search.objects[at].info;
        for (const std::string &name : object.needed) {
            if (name.empty())
                continue;
            const std::size_t found = resolveNeeded(search, at, name, closure);
            if (closure.needs.size() == kMostNeeds)
                continue;
            closure.needs.push_back({static_cast<std::uint32_t>(at), name,
                                     found == kNotInList ? LibraryNeed::kLoader
                                     : found == kMissing ? LibraryNeed::kMissing
                                                         : static_cast<std::uint32_t>(found)});
        }
    }
    return closure;
}

} // namespace Refbox
