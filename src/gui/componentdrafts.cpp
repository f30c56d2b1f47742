// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/componentdrafts.h"

#include "assembly/treeedit.h"
#include "jobs/display.h"
#include "project/names.h"
#include "project/projectpaths.h"
#include "software/hostprograms.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include <dirent.h>
#include <sys/stat.h>

namespace Refbox {

namespace {

// Longer ones first: the first that fits is cut off.
constexpr std::array<std::string_view, 26> kArchiveEndings{
    ".pkg.tar.zst", ".pkg.tar.xz", ".tar.bz2", ".tar.lzma", ".tar.zst", ".tar.gz", ".tar.lz",
    ".tar.xz",      ".tar.Z",      ".star",    ".cpio",     ".tbz2",    ".tar",    ".tgz",
    ".txz",         ".tzst",       ".tbz",     ".deb",      ".ipk",     ".rpm",    ".apk",
    ".zip",         ".jar",        ".7z",      ".cpio.gz",  ".a"};

std::string_view archiveEnding(std::string_view name)
{
    const auto found = std::ranges::find_if(kArchiveEndings, [name](std::string_view ending) {
        return name.size() > ending.size() && name.ends_with(ending);
    });
    return found == kArchiveEndings.end() ? std::string_view() : *found;
}

struct Drafts
{
    Q_DECLARE_TR_FUNCTIONS(Refbox::ComponentDrafts)
};

bool isTaken(std::string_view name, const Project &project, std::string_view except)
{
    return name != except && std::ranges::any_of(project.components, [name](const Component &component) {
               return component.name == name;
           });
}

// What cannot stand in a name becomes '-'.
std::string tidied(std::string_view text)
{
    constexpr std::size_t kLongest = 48; // leaves room for a number
    std::string name;
    for (const char c : text.substr(0, kLongest)) {
        const bool fits =
            std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_' || c == '+' || c == '-';
        if (fits || !name.ends_with('-'))
            name += fits ? c : '-';
    }
    const std::size_t first = name.find_first_not_of("._+-");
    name = first == std::string::npos ? std::string() : name.substr(first);
    while (name.ends_with('-'))
        name.pop_back();
    return objectionToName(name) ? "component" : name;
}

// The name travels to other machines; a path only where the name would find another program.
std::string programAt(const std::string &path)
{
    const std::string name(baseName(path));
    return HostPrograms::find(name) == path ? name : path;
}

} // namespace

std::string nameForPath(std::string_view path)
{
    std::string_view name = baseName(path);
    const std::string_view ending = archiveEnding(name);
    name.remove_suffix(ending.size());
    // Debian's NAME_VERSION_ARCHITECTURE, RPM's NAME-VERSION.ARCHITECTURE
    if (ending == ".deb" || ending == ".ipk")
        name = name.substr(0, name.find('_'));
    if (ending == ".rpm")
        name = name.substr(0, name.rfind('.'));
    return tidied(name);
}

std::string freeComponentName(std::string_view wanted, const Project &project, std::string_view except)
{
    std::string name(wanted);
    for (int number = 2; isTaken(name, project, except); ++number)
        name = std::string(wanted) + '-' + std::to_string(number);
    return name;
}

QString componentNameObjection(std::string_view name, const Project &project, std::string_view except)
{
    if (const Objection objection = objectionToName(name))
        return Drafts::tr("The name %1.").arg(*objection);
    if (isTaken(name, project, except))
        return Drafts::tr("Another component has this name.");
    return {};
}

std::vector<std::string> prefixesFor(std::string_view name, const Project &project)
{
    std::set<std::string> vendors{"local"};
    for (const Component &component : project.components) {
        const auto parts = pathParts(component.prefix);
        if (parts.size() == 3 && parts[0] == "opt")
            vendors.emplace(parts[1]);
    }
    std::vector<std::string> prefixes{"/opt/local/" + std::string(name)};
    // The first component is the base.
    prefixes.insert(project.components.empty() ? prefixes.begin() : prefixes.end(), "/");
    vendors.erase("local");
    for (const std::string &vendor : vendors)
        prefixes.push_back("/opt/" + vendor + '/' + std::string(name));
    return prefixes;
}

bool looksLikeArchive(std::string_view path)
{
    return !archiveEnding(baseName(path)).empty();
}

QStringList archivePatterns()
{
    QStringList patterns;
    for (const std::string_view ending : kArchiveEndings)
        patterns += QLatin1Char('*') + QLatin1String(ending.data(), static_cast<qsizetype>(ending.size()));
    return patterns;
}

Source sourceForPath(const std::string &path, const std::string &projectFolder)
{
    struct stat status;
    if (::stat(path.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode))
            return FolderSource{pathForProject(path, projectFolder)};
        if (!looksLikeArchive(path) && (status.st_mode & 0111) != 0)
            return HostSource{{HostProgram{programAt(path)}}};
    }
    return ArchiveSource{pathForProject(path, projectFolder)};
}

QString folderSummary(const std::string &path)
{
    constexpr std::size_t kMost = 8;
    DIR *folder = ::opendir(path.c_str());
    if (folder == nullptr)
        return {};
    std::set<std::string> names;
    while (const dirent *entry = ::readdir(folder)) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..")
            names.emplace(name);
        if (names.size() > 4096) // no reason to keep the window waiting
            break;
    }
    ::closedir(folder);
    QStringList shown;
    for (auto name = names.begin(); name != names.end() && shown.size() < qsizetype(kMost); ++name)
        shown += displayPath(*name);
    if (names.size() > kMost)
        shown += QStringLiteral("…");
    return names.empty() ? Drafts::tr("The folder is empty.")
                         : Drafts::tr("Contains %1").arg(shown.join(QStringLiteral(", ")));
}

} // namespace Refbox
