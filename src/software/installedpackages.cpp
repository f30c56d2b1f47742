// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/installedpackages.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <unordered_map>

namespace Refbox {

namespace {

// Packages list /bin/x where the system has /usr/bin/x, and the other way round.
std::string mergedPath(std::string_view path)
{
    constexpr std::string_view kUsr = "/usr";
    if (path.starts_with("/usr/"))
        path.remove_prefix(kUsr.size());
    return std::string(path);
}

// "libc6:amd64" or "bash" → its status.
std::unordered_map<std::string, InstalledPackage> readStatus(const std::string &path, Progress &progress)
{
    std::unordered_map<std::string, InstalledPackage> packages;
    std::ifstream in(path);
    InstalledPackage package;
    const auto take = [&] {
        if (!package.name.empty()) {
            packages.try_emplace(package.name, package);
            packages.insert_or_assign(package.name + ':' + package.architecture, package);
        }
        package = {};
    };
    const auto value = [](const std::string &line, std::string_view field, std::string &into) {
        if (std::string_view(line).starts_with(field))
            into = line.substr(field.size());
    };
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) {
            progress.throwIfCancelled();
            take();
        }
        value(line, "Package: ", package.name);
        value(line, "Version: ", package.version);
        value(line, "Architecture: ", package.architecture);
    }
    take();
    return packages;
}

} // namespace

std::map<std::string, InstalledPackage> packagesOfFiles(const std::set<std::string> &paths,
                                                        Progress &progress, const std::string &folder)
{
    std::map<std::string, InstalledPackage> found;
    std::unordered_map<std::string, std::vector<std::string>> wanted; // by merged path
    for (const std::string &path : paths)
        wanted[mergedPath(path)].push_back(path);
    const auto packages = readStatus(folder + "/status", progress);

    std::error_code error;
    std::vector<std::filesystem::path> lists;
    for (std::filesystem::directory_iterator entry(folder + "/info", error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ".list")
            lists.push_back(entry->path());
    }
    std::ranges::sort(lists); // the same one, where two packages list a file
    for (const auto &list : lists) {
        progress.throwIfCancelled();
        const auto package = packages.find(list.stem().string());
        if (package == packages.end())
            continue;
        std::ifstream in(list);
        for (std::string line; std::getline(in, line);) {
            const auto asked = wanted.find(mergedPath(line));
            if (asked == wanted.end())
                continue;
            for (const std::string &path : asked->second)
                found.try_emplace(path, package->second);
        }
    }
    return found;
}

} // namespace Refbox
