// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which loader and libraries a program needs, found as the dynamic loader finds them but without running
// anything: ld.so(8) of glibc, and musl's loader for programs that ask for it. A pure algorithm over a
// FileView, the same for this machine and for the inside of a vserver. One thread at a time.
//
// Two deliberate differences from a running loader: LD_LIBRARY_PATH does not count, and variants for newer
// processors (glibc-hwcaps) are never preferred, so that what is collected runs on every processor.
#pragma once

#include "software/fileview.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace Refbox {

struct ResolvedLibrary
{
    std::string name;     ///< as it is asked for, mostly the soname
    std::string path;     ///< where the loader finds it, in the view
    std::string realPath; ///< the same with symbolic links resolved
    bool operator==(const ResolvedLibrary &) const = default;
};

struct MissingLibrary
{
    std::string name;
    std::string neededBy; ///< path of the first object that asks for it
    /// Where it would be found if ldconfig had been run there: the view has an ld.so.conf but no ld.so.cache.
    std::string withLdconfig;
    bool operator==(const MissingLibrary &) const = default;
};

/// One name that one object of a closure asks for, and what it gets.
struct LibraryNeed
{
    static constexpr std::uint32_t kMissing = 0xFFFFFFFF;
    static constexpr std::uint32_t kLoader = 0xFFFFFFFE; ///< the loader itself brings it

    std::uint32_t needer = 0; ///< 0: the program, n: libraries[n - 1]
    std::string name;
    std::uint32_t library = kMissing; ///< as needer, or one of the two above
    bool operator==(const LibraryNeed &) const = default;
};

struct Closure
{
    bool isElf = false;
    std::string problem;                    ///< why the ELF file cannot be understood
    std::string interpreter;                ///< as the program asks for it; empty: static, or a library
    std::string interpreterReal;            ///< empty: it is missing
    std::vector<ResolvedLibrary> libraries; ///< in the order of loading; without the loader itself
    std::vector<MissingLibrary> missing;
    std::vector<LibraryNeed> needs; ///< of all objects, in the order of loading; the first 262,144

    bool isComplete() const
    {
        return problem.empty() && missing.empty() && (interpreter.empty() || !interpreterReal.empty());
    }
    bool operator==(const Closure &) const = default;
};

class LibraryResolver final
{
public:
    explicit LibraryResolver(FileView &view);
    ~LibraryResolver();
    LibraryResolver(const LibraryResolver &) = delete;
    LibraryResolver &operator=(const LibraryResolver &) = delete;

    /// Of a program or library at an absolute path of the view. Not ELF, or nothing there: isElf is false.
    Closure closure(const std::string &program);

    /// The folders where the program's loader looks by itself, in its order (not those of ld.so.conf).
    std::vector<std::string> defaultFolders(const ElfInfo &program);

private:
    struct Loader;
    struct Search;
    Loader &loaderFor(const ElfInfo &program);
    const ViewFile *inFolder(const Loader &loader, const std::string &folder, const std::string &name);
    const ViewFile *inFolders(const Loader &loader, const std::vector<std::string> &folders,
                              const std::string &name);
    const ViewFile *inSystem(Loader &loader, const std::string &name);
    const ViewFile *locate(Search &search, std::size_t needer, const std::string &name);
    const ViewFile *locateByPaths(Search &search, std::size_t needer, const std::string &name);
    std::size_t resolveNeeded(Search &search, std::size_t needer, const std::string &name, Closure &closure);
    const std::vector<std::string> &configuredFolders();

    FileView &m_view;
    std::map<std::pair<std::string, ElfMachine>, std::unique_ptr<Loader>> m_loaders;
    std::unique_ptr<std::vector<std::string>> m_configured;
    bool m_hasCache = false;
};

/// The folders that an ld.so.conf names, includes followed, in its order, each once.
std::vector<std::string> readLoaderConfiguration(FileView &view, const std::string &path);

} // namespace Refbox
