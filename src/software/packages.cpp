// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/packages.h"

#include "formats/outputfile.h"
#include "jobs/display.h"
#include "jobs/text.h"
#include "software/apt.h"
#include "software/buildfolder.h"
#include "software/tarballs.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace Refbox {

namespace fs = std::filesystem;

namespace {

// To apt a name with a dot that no package has is a pattern, which may match anything.
void requireNamed(const PackageWish &wish, const std::vector<PackageFile> &files)
{
    for (const std::string &wished : wish.names) {
        const std::string name = wished.substr(0, wished.find('='));
        if (name.find('.') != std::string::npos &&
            std::ranges::find(files, name, &PackageFile::name) == files.end())
            throw packagesError(name, translated("software", "There is no package of this name."));
    }
}

} // namespace

std::string machineArchitecture()
{
#if defined(__x86_64__)
    return "amd64";
#elif defined(__aarch64__)
    return "arm64";
#elif defined(__arm__)
    return "armhf";
#elif defined(__i386__)
    return "i386";
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
    return "ppc64el";
#elif defined(__riscv) && __riscv_xlen == 64
    return "riscv64";
#elif defined(__s390x__)
    return "s390x";
#elif defined(__loongarch64)
    return "loong64";
#else
    return {};
#endif
}

PackageOptions defaultPackageOptions()
{
    PackageOptions options;
    options.offline = defaultSourceOptions().offline;
    if (const char *list = std::getenv("REFBOX_APT_SOURCES"))
        options.sourceList = list;
    return options;
}

Packages::Packages(const Store &store, PackageOptions options)
    : m_store(store)
    , m_options(std::move(options))
{
}

std::string Packages::folder(const PackageWish &wish) const
{
    return m_store.folder() + "/packages/" +
           (wish.architecture.empty() ? machineArchitecture() : wish.architecture);
}

std::string Packages::resolvedPath(const PackageWish &wish) const
{
    Sha256Hash hash;
    const auto add = [&hash](const std::string &text) {
        hash.add({text.c_str(), text.size() + 1}); // with its end
    };
    add(m_options.sourceList);
    for (const std::string &name : wish.names)
        add(name);
    add({});
    for (const std::string &name : wish.without)
        add(name);
    return folder(wish) + "/resolved/" + hash.hex();
}

std::optional<std::vector<PackageFile>> Packages::find(const PackageWish &wish) const
{
    std::ifstream resolved(resolvedPath(wish));
    if (!resolved)
        return std::nullopt;
    std::vector<PackageFile> files;
    for (std::string line; std::getline(resolved, line);) {
        std::istringstream words(line);
        PackageFile file;
        std::uintmax_t size = 0;
        if (!(words >> file.name >> file.version >> file.architecture >> size))
            return std::nullopt;
        file.path = folder(wish) + "/archives/" + packageFileName(file);
        std::error_code error;
        if (fs::file_size(file.path, error) != size || error)
            return std::nullopt;
        files.push_back(std::move(file));
    }
    return files;
}

std::vector<PackageFile> Packages::fetch(const PackageWish &wish, Progress &progress)
{
    const std::string names = spaced(wish.names);
    if (!m_options.refresh) {
        if (auto known = find(wish))
            return *known;
    }
    if (m_options.offline)
        throw packagesError(names,
                            translated("software", "They were not fetched before, and nothing is fetched "
                                                   "offline."));
    const std::string architecture = fs::path(folder(wish)).filename();
    if (!Apt::isHere())
        throw packagesError(names,
                            translated("software",
                                       "This machine has no apt, the only package client that is used so "
                                       "far."),
                            translated("software", "Take package files instead: write their paths."));
    const std::string place = folder(wish);
    const OpenFile lock = lockFile(place + "/lock.refbox", progress);
    Apt apt({place, architecture, m_options.sourceList}, progress);
    if (m_updated.insert(place).second)
        apt.update();
    std::vector<PackageFile> files = apt.resolve(wish.names);
    requireNamed(wish, files);
    std::erase_if(files, [&](const PackageFile &file) {
        return std::ranges::find(wish.without, file.name) != wish.without.end();
    });
    apt.download(files);
    std::string lines;
    for (PackageFile &file : files) {
        file.path = place + "/archives/" + packageFileName(file);
        std::error_code error;
        const std::uintmax_t size = fs::file_size(file.path, error);
        if (error)
            throw packagesError(file.path, translated("software", "apt-get has not left it there."));
        lines += file.name + ' ' + file.version + ' ' + file.architecture + ' ' + std::to_string(size) + '\n';
    }
    OutputFile resolved(resolvedPath(wish), OutputFile::Flush::No);
    resolved.write(lines);
    resolved.commit();
    return files;
}

} // namespace Refbox
