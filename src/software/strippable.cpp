// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/strippable.h"

#include "software/hostfile.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include <elf.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

enum class Kind { Other, Linked, Objects };

Kind kindOf(const std::string &path)
{
    const std::string head = hostFileHead(path, 18);
    if (head.starts_with("!<arch>\n"))
        return Kind::Objects;
    if (head.size() < 18 || !head.starts_with(ELFMAG))
        return Kind::Other;
    const int type = head[16] + head[17]; // e_type, in either byte order: the other byte is 0
    return type == ET_EXEC || type == ET_DYN ? Kind::Linked : Kind::Objects;
}

} // namespace

Strippable findStrippable(const std::string &folder)
{
    Strippable found;
    std::set<std::pair<dev_t, ino_t>> seen;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string path = entry.path().string();
        struct stat status
        {
        };
        if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) ||
            !seen.insert({status.st_dev, status.st_ino}).second)
            continue;
        const Kind kind = kindOf(path);
        if (kind == Kind::Other)
            continue;
        ::chmod(path.c_str(), (status.st_mode & 07777) | S_IWUSR);
        (kind == Kind::Linked ? found.linked : found.objects).push_back(path.substr(folder.size()));
    }
    std::ranges::sort(found.linked);
    std::ranges::sort(found.objects);
    return found;
}

} // namespace Refbox
