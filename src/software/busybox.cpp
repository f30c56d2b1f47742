// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/busybox.h"

#include "jobs/error.h"
#include "jobs/text.h"
#include "software/sandbox.h"

#include <algorithm>
#include <array>
#include <set>

namespace Refbox {

extern const char *const kBusyBoxCatalogue; // made by CMake

namespace {

constexpr std::size_t kLargestBinary = 16UL * 1024 * 1024;
constexpr std::size_t kLargestList = 256UL * 1024;
constexpr std::size_t kMostApplets = 2000;

bool isHonestPath(std::string_view path)
{
    if (path.empty() || path.size() > 200)
        return false;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view name = path.substr(0, slash);
        const bool printable =
            std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < '\x7f'; });
        if (name.empty() || name == "." || name == ".." || !printable || slash + 1 == path.size())
            return false;
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return true;
}

std::string_view nameOf(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string askBinary(const std::string &path, Progress &progress)
{
    SandboxRequest request;
    // The name decides what BusyBox is.
    request.binds.push_back({path, "/run/busybox", false});
    request.command = {"/run/busybox", "--list-full"};
    request.outputLimit = kLargestList;
    const SandboxResult result = runInSandbox(request, progress);
    return result.succeeded() ? result.output : std::string();
}

Remark notAsked(const std::string &path, const QString &why, const QString &advice)
{
    return {Remark::Severity::Warning, "sandbox", path,
            translated("software", "BusyBox could not be asked for its applets (%1): their places are "
                                   "taken from the catalogue.")
                .arg(why),
            advice};
}

} // namespace

bool isBusyBox(const std::string &path)
{
    const std::string bytes = hostFileHead(path, kLargestBinary);
    return bytes.starts_with("\x7f"
                             "ELF") &&
           bytes.find("BusyBox v") != std::string::npos;
}

std::vector<std::string> parseAppletList(std::string_view text)
{
    std::set<std::string> paths;
    while (!text.empty() && paths.size() < kMostApplets) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (!line.starts_with('#') && isHonestPath(line))
            paths.emplace(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {paths.begin(), paths.end()};
}

const std::vector<std::string> &catalogueApplets()
{
    static const std::vector<std::string> applets = parseAppletList(kBusyBoxCatalogue);
    return applets;
}

std::vector<std::string> appletsByNames(std::string_view binary)
{
    // BusyBox looks its applets up in a sorted table of NUL-terminated names: the ascending run of names with
    // the most known ones in it.
    std::set<std::string_view> known;
    for (const std::string &path : catalogueApplets())
        known.insert(nameOf(path));
    std::set<std::string_view> best;
    std::set<std::string_view> run;
    std::string_view last;
    std::size_t start = 0;
    while (start < binary.size()) {
        const std::size_t end = std::min(binary.find('\0', start), binary.size());
        const std::string_view word = binary.substr(start, end - start);
        start = end + 1;
        if (word.empty() || word.size() > 40 || word <= last)
            run.clear();
        last = word.size() > 40 ? std::string_view() : word;
        if (known.contains(word))
            run.insert(word);
        if (run.size() > best.size())
            best = run;
    }
    static constexpr std::size_t kLeast = 3; // fewer may be chance
    if (best.size() < kLeast)
        return catalogueApplets();
    std::vector<std::string> paths;
    std::copy_if(catalogueApplets().begin(), catalogueApplets().end(), std::back_inserter(paths),
                 [&](const std::string &path) { return best.contains(nameOf(path)); });
    return paths;
}

std::vector<std::string> busyBoxApplets(const std::string &path, const ElfInfo &info, const Store *store,
                                        Remarks &remarks, Progress &progress)
{
    const std::string key = "busybox-applets 1\n" + fileStamp(path);
    if (store != nullptr) {
        if (const auto noted = store->note(key))
            return parseAppletList(*noted);
    }
    if (info.machine == hostMachine()) {
        try {
            const std::string list = askBinary(path, progress);
            auto applets = parseAppletList(list);
            if (!applets.empty()) {
                if (store != nullptr)
                    store->putNote(key, list);
                return applets;
            }
            remarks.push_back(notAsked(path, translated("software", "it gave no list"), {}));
        } catch (const Error &error) {
            remarks.push_back(notAsked(path, error.why(), error.advice()));
        }
    }
    return appletsByNames(hostFileHead(path, kLargestBinary));
}

std::vector<std::string> missingApplets(const std::vector<std::string> &paths)
{
    // What a vserver needs to install more from the network and to be edited from within.
    static constexpr std::array<std::string_view, 6> kExpected{"dpkg", "ftpget", "ftpput",
                                                               "rpm",  "vi",     "wget"};
    std::vector<std::string> missing;
    for (const std::string_view name : kExpected) {
        if (std::none_of(paths.begin(), paths.end(), [&](const auto &path) { return nameOf(path) == name; }))
            missing.emplace_back(name);
    }
    return missing;
}

} // namespace Refbox
