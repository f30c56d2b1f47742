// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fetchcommand.h"

#include "assembly/recipes.h"
#include "jobs/display.h"
#include "project/projectfile.h"

namespace Refbox {

FetchCommand::FetchCommand(CLI::App &parent)
    : Command(parent, "fetch", "Get the sources of what a project builds, checked by their SHA-256")
{
    m_app->add_option("PROJECT", m_file, "The project file")->required();
    m_app->add_option("--into", m_into, "Copy them into this folder, too, for REFBOX_SOURCES elsewhere");
    m_app->add_flag("--offline", m_offline, "Only look for them on this machine");
}

int FetchCommand::run(CommandContext &context)
{
    SourceOptions options = defaultSourceOptions();
    options.offline = options.offline || m_offline;
    for (const Tarballs::Obtained &source : fetchSources(loadProject(m_file), options, context.progress)) {
        const std::string path = m_into.empty() ? source.path : m_into + '/' + source.tarball.file;
        if (!m_into.empty())
            copySource(source, m_into, context.progress);
        context.out << source.tarball.sha256 << "  " << displayBytes(path) << '\n';
    }
    return kDone;
}

} // namespace Refbox
