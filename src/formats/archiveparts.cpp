// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/archiveparts.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"

#include <algorithm>
#include <memory>
#include <string_view>

#include <dirent.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

constexpr std::size_t kEnding = 4; // ".001"
constexpr std::string_view kFirst = ".001";

unsigned partNumber(std::string_view ending)
{
    unsigned number = 0;
    for (const char c : ending.substr(1))
        number = c >= '0' && c <= '9' ? number * 10 + static_cast<unsigned>(c - '0') : kMostParts + 1;
    return ending.front() == '.' && number <= kMostParts ? number : 0;
}

} // namespace

std::string partPath(const std::string &path, unsigned number)
{
    std::string digits = std::to_string(number);
    digits.insert(0, kEnding - 1 - std::min(digits.size(), kEnding - 1), '0');
    return path + '.' + digits;
}

bool isPart(std::string_view path)
{
    return path.size() > kEnding && path[path.size() - kEnding - 1] != '/' &&
           partNumber(path.substr(path.size() - kEnding)) > 0;
}

std::string withoutPart(const std::string &path)
{
    return path.substr(0, path.size() - kEnding);
}

std::vector<unsigned> existingParts(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const std::string_view name = std::string_view(path).substr(slash + 1);
    std::vector<unsigned> numbers;
    const std::unique_ptr<DIR, int (*)(DIR *)> listing(opendir(folder.c_str()), closedir);
    while (const dirent *entry = listing ? readdir(listing.get()) : nullptr) {
        const std::string_view found(entry->d_name);
        if (found.size() != name.size() + kEnding || !found.starts_with(name))
            continue;
        if (const unsigned number = partNumber(found.substr(name.size())); number > 0)
            numbers.push_back(number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

std::vector<std::string> archiveParts(const std::string &path)
{
    if (!isPart(path) || !path.ends_with(kFirst))
        return {path};
    const std::string name = withoutPart(path);
    std::vector<std::string> parts{path};
    for (const unsigned number : existingParts(name)) {
        if (number == 1)
            continue;
        const std::string next = partPath(name, static_cast<unsigned>(parts.size()) + 1);
        if (number != parts.size() + 1)
            throw Error(translated("formats", "Cannot read the archive"), displayPath(next),
                        translated("formats", "This part is missing, although later ones are there."),
                        translated("formats", "Put all parts into one folder."));
        parts.push_back(next);
    }
    return parts;
}

std::vector<std::string> filesOfSource(const std::string &path)
{
    std::vector<std::string> files{path};
    struct stat status
    {
    };
    const bool isFolder = stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
    if (isFolder || !isPart(path) || !path.ends_with(kFirst))
        return files;
    const std::string name = withoutPart(path);
    for (const unsigned number : existingParts(name)) {
        if (number != 1)
            files.push_back(partPath(name, number));
    }
    return files;
}

} // namespace Refbox
