// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/neededlibraries.h"

#include "jobs/display.h"
#include "jobs/error.h"
#include "jobs/text.h"
#include "software/hosttree.h"

#include <algorithm>

namespace Refbox {

namespace {

std::string nameOf(const std::string &path)
{
    return path.substr(path.rfind('/') + 1);
}

} // namespace

void LibraryCollector::add(const std::string &viewPath, const std::string &path, const ElfInfo &info,
                           Remarks &remarks)
{
    if (!info.dynamic || (!info.isProgram() && info.type != ElfType::Shared))
        return;
    const Closure closure = m_resolver.closure(viewPath);
    if (!closure.interpreterReal.empty())
        want({nameOf(closure.interpreter), closure.interpreterReal, cleanAbsolutePath(closure.interpreter),
              viewPath, true},
             remarks);
    else if (!closure.interpreter.empty())
        remarks.push_back(
            {Remark::Severity::Warning, "missing-loader", path,
             translated("software", "%1 asks for the loader %2, which this machine does not have.")
                 .arg(displayPath(viewPath), displayPath(closure.interpreter)),
             translated("software", "Install the C library that it was built for.")});
    const std::string folder = libraryFolder(info) + '/';
    for (const ResolvedLibrary &library : closure.libraries) {
        const bool byPath = library.name.find('/') != std::string::npos;
        want({library.name, library.realPath, byPath ? library.path : folder + library.name, viewPath, false},
             remarks);
    }
    for (const MissingLibrary &missing : closure.missing)
        remarks.push_back({Remark::Severity::Warning, "missing-library", path,
                           translated("software", "%1 needs %2, which this machine does not have.")
                               .arg(displayPath(missing.neededBy), displayPath(missing.name)),
                           missing.withLdconfig.empty()
                               ? translated("software", "Install the package that has this library.")
                               : translated("software", "Run ldconfig on this machine.")});
}

// Where the program's loader looks by itself: /lib if it does, but libraries of other processors stay out of
// the way of this machine's.
std::string LibraryCollector::libraryFolder(const ElfInfo &program)
{
    const std::vector<std::string> folders = m_resolver.defaultFolders(program);
    const bool hasLib = std::find(folders.begin(), folders.end(), "/lib") != folders.end();
    if (folders.empty() || (hasLib && program.machine == hostMachine()))
        return "/lib";
    return folders.front();
}

void LibraryCollector::want(NeededLibrary library, Remarks &remarks)
{
    if (library.wantedPath.empty() || (m_isOther && m_isOther(library.hostPath)))
        return;
    const auto [known, isNew] = m_libraries.try_emplace(library.wantedPath, library);
    if (isNew || known->second.hostPath == library.hostPath)
        return;
    const bool remarked = std::ranges::any_of(remarks, [&](const Remark &remark) {
        return remark.id == "library-clash" && remark.path == library.wantedPath;
    });
    if (remarked)
        return;
    remarks.push_back(
        {Remark::Severity::Warning, "library-clash", library.wantedPath,
         translated("software", "%1 uses %2 and %3 uses %4 under one name: the first is taken for both.")
             .arg(displayPath(known->second.neededBy), displayPath(known->second.hostPath),
                  displayPath(library.neededBy), displayPath(library.hostPath)),
         translated("software", "Leave one of the programs out, or take one from a package or an archive.")});
}

std::vector<NeededLibrary> LibraryCollector::libraries() const
{
    std::vector<NeededLibrary> all;
    for (const auto &[path, library] : m_libraries)
        all.push_back(library);
    return all;
}

FileTreePtr LibraryCollector::tree(Remarks &remarks) const
{
    HostTree tree;
    for (const auto &[path, library] : m_libraries) {
        try {
            tree.addFile(path, library.hostPath, remarks);
        } catch (const Error &error) {
            remarks.push_back(
                {Remark::Severity::Error, "unreadable-library", path,
                 translated("software", "%1 cannot be taken: %2")
                     .arg(displayPath(library.hostPath),
                          QStringLiteral("%1: %2: %3").arg(error.failed(), error.where(), error.why())),
                 error.advice()});
        }
    }
    return tree.build();
}

} // namespace Refbox
