// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/installedprograms.h"

#include "software/hostprograms.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

struct CloseFolder
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};

void addPrograms(const std::string &path, DIR *folder, std::vector<InstalledProgram> &programs,
                 Progress &progress)
{
    while (const dirent *entry = ::readdir(folder)) {
        progress.throwIfCancelled();
        struct stat status;
        if (::fstatat(::dirfd(folder), entry->d_name, &status, 0) != 0 || !S_ISREG(status.st_mode) ||
            (status.st_mode & 0111) == 0)
            continue;
        const std::string name = entry->d_name;
        programs.push_back({name, path + '/' + name, static_cast<std::uint64_t>(status.st_size), true});
    }
}

} // namespace

std::vector<InstalledProgram> installedPrograms(Progress &progress)
{
    std::vector<InstalledProgram> programs;
    std::set<std::pair<dev_t, ino_t>> seen;
    for (std::string path : programFolders()) {
        while (path.size() > 1 && path.ends_with('/'))
            path.pop_back();
        const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
        struct stat status;
        if (folder && ::fstat(::dirfd(folder.get()), &status) == 0 &&
            seen.emplace(status.st_dev, status.st_ino).second)
            addPrograms(path, folder.get(), programs, progress);
    }
    std::ranges::stable_sort(programs, {}, &InstalledProgram::name);
    for (std::size_t i = 1; i < programs.size(); ++i)
        programs[i].isFirst = programs[i].name != programs[i - 1].name;
    return programs;
}

} // namespace Refbox
