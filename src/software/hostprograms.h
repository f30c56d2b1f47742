// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Components made of this machine's own programs: their trees, and the loader and libraries that they need.
// One thread at a time.
#pragma once

#include "jobs/progress.h"
#include "software/libraries.h"
#include "software/neededlibraries.h"
#include "software/remark.h"
#include "software/store.h"
#include "tree/filetree.h"

#include <optional>
#include <string>
#include <vector>

namespace Refbox {

struct HostRequest
{
    struct Program
    {
        std::string program;   ///< a name, or an absolute path
        std::string as{};      ///< where it goes below the prefix; empty: /bin or /sbin, as on this machine
        bool optional = false; ///< absent: an Info instead of an Error
    };
    std::vector<Program> programs;
    /// Further files and folders by absolute path. They keep it below the prefix "/"; below others without
    /// a leading /usr or /usr/local. What is in folders keeps its owners.
    std::vector<std::string> files;
    std::string prefix = "/";
    /// Sonames: programs that need one of these are left out, with one Info for each library.
    std::vector<std::string> without{};
};

struct HostComponent
{
    FileTreePtr tree;                     ///< its root is the prefix
    std::vector<NeededLibrary> libraries; ///< sorted by wantedPath, each once
    FileTreePtr libraryTree;              ///< the same as files at their wantedPath, with folders above them
    Remarks remarks;
};

/// The folders of PATH, then the usual ones: where a program's name is looked up, in this order.
std::vector<std::string> programFolders();

/// Below its component's prefix, unless its "as" says otherwise: /usr/sbin/x → /sbin/x, everything else →
/// /bin/x, the classic layout.
std::string usualPlace(const std::string &found);

/// Keeps what it learns about this machine over several components: make a new one for each plan.
class HostPrograms final
{
public:
    /// The store may be null: then BusyBox is asked every time.
    explicit HostPrograms(const Store *store);

    /// An absolute path where this exists, or the first match in PATH and then in the usual folders of
    /// programs.
    static std::optional<std::string> find(const std::string &program);

    /// What is wrong with single programs is in the remarks; Error-severity ones mean that the component is
    /// incomplete. Throws Error where reading fails midway, and Cancelled.
    HostComponent component(const HostRequest &request, Progress &progress);

private:
    const Store *m_store;
    HostView m_view;
    LibraryResolver m_resolver;
};

} // namespace Refbox
