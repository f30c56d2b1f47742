// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The loaders and libraries of this machine that programs need, and where they go in the refbox. One thread.
#pragma once

#include "software/libraries.h"
#include "software/remark.h"
#include "tree/filetree.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace Refbox {

/// A loader or library that a component's programs need. Libraries stand where any loader of that kind finds
/// them by itself, under the name that is asked for.
struct NeededLibrary
{
    std::string name;       ///< mostly the soname
    std::string hostPath;   ///< real path on this machine
    std::string wantedPath; ///< "/lib/libc.so.6"; the loader's is exactly the one that programs ask for
    std::string neededBy;   ///< the first program that needs it, on this machine
    bool isLoader = false;
    bool operator==(const NeededLibrary &) const = default;
};

class LibraryCollector final
{
public:
    /// Its view is this machine, or something with this machine below. It must outlive the collector.
    explicit LibraryCollector(LibraryResolver &resolver)
        : m_resolver(resolver)
    {
    }

    /// isOther tells for a real path of the view whether it is not this machine's: it is left out then.
    void setOther(std::function<bool(const std::string &)> isOther) { m_isOther = std::move(isOther); }

    /// All that a program or library of the view needs; path is its place in the component, for remarks.
    void add(const std::string &viewPath, const std::string &path, const ElfInfo &info, Remarks &remarks);

    /// Sorted by wantedPath, each once.
    std::vector<NeededLibrary> libraries() const;
    /// The same as files at their wantedPath, with folders above them; remarks what cannot be read.
    FileTreePtr tree(Remarks &remarks) const;

private:
    void want(NeededLibrary library, Remarks &remarks);
    std::string libraryFolder(const ElfInfo &program);

    LibraryResolver &m_resolver;
    std::function<bool(const std::string &)> m_isOther;
    std::map<std::string, NeededLibrary> m_libraries; // by wantedPath
};

} // namespace Refbox
