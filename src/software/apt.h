// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// apt with a configuration, state and status of its own in a folder, as if nothing were installed: the
// machine's sources, keys, preferences and ways to the network are read, and nothing of it is touched.
// Formats: apt.conf(5), sources.list(5), apt-get(8). Blocks; one thread and one process for a folder
// (lockFile()).
#pragma once

#include "jobs/progress.h"
#include "software/packages.h"
#include "software/program.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

class Apt final
{
public:
    struct Settings
    {
        std::string folder;
        std::string architecture;
        /// A file of one-line sources instead of the machine's; empty: the machine's.
        std::string sourceList{};
    };

    /// Makes the folder. Throws Error.
    Apt(Settings settings, Progress &progress);

    static bool isHere();

    /// These throw Error (in apt's words) and Cancelled.
    void update();
    /// What would be installed on a machine that has nothing, in that order.
    std::vector<PackageFile> resolve(const std::vector<std::string> &names);
    /// Into archives().
    void download(const std::vector<PackageFile> &files);
    std::string archives() const { return m_settings.folder + "/archives"; }

    /// The files of a source package, into archives(); some of them may be there although others could not be
    /// had.
    void downloadSource(const std::string &package);

private:
    std::string configuration();
    ProgramResult run(const std::vector<std::string> &arguments,
                      const std::function<void(std::string_view)> &listener = {});
    std::string machineSettings();

    Settings m_settings;
    Progress &m_progress;
};

/// One-line entries ("deb-src …") of a suite's sources, at the addresses that the machine's own sources have
/// (or those of a list), with their options; empty where there are none.
std::string sourceEntries(const std::string &suite, const std::string &sourceList = {});

/// "Cannot get the packages".
Error packagesError(const std::string &where, const QString &why, const QString &advice = {});

/// "bash coreutils"
std::string spaced(const std::vector<std::string> &texts);

/// As a package's file is called.
std::string packageFileName(const PackageFile &file);

} // namespace Refbox
