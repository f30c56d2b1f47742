// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fetchcommand.h"

#include "assembly/packagewishes.h"
#include "assembly/recipes.h"
#include "jobs/display.h"
#include "project/projectfile.h"

namespace Refbox {

FetchCommand::FetchCommand(Arguments &parent)
    : Command(parent, "fetch", "Get the packages that a project takes, and the sources of what it builds")
{
    m_arguments.add("PROJECT", m_file, "The project file").required();
    m_arguments.add("--into", m_into, "Copy sources into this folder, too, for REFBOX_SOURCES elsewhere");
    m_arguments.addFlag("--refresh", m_refresh,
                        "Take the newest packages instead of those that were fetched before");
    m_arguments.addFlag("--offline", m_offline, "Only look for them on this machine");
}

int FetchCommand::run(CommandContext &context)
{
    const Project project = loadProject(m_file);
    SourceOptions options = defaultSourceOptions();
    options.offline = options.offline || m_offline;
    PackageOptions packages = defaultPackageOptions();
    packages.offline = packages.offline || m_offline;
    packages.refresh = m_refresh;
    fetchPackages(project, packages, context.progress);
    for (const Tarballs::Obtained &source : fetchSources(project, options, context.progress)) {
        const std::string path = m_into.empty() ? source.path : m_into + '/' + source.tarball.file;
        if (!m_into.empty())
            copySource(source, m_into, context.progress);
        context.out << source.tarball.sha256 << "  " << displayBytes(path) << '\n';
    }
    return kDone;
}

} // namespace Refbox
