// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The folder that one build works in: locked while it lives, removed with it whatever the build left there.
#pragma once

#include "jobs/progress.h"
#include "software/hostfile.h"

#include <string>

namespace Refbox {

class BuildFolder final
{
public:
    /// Makes a new folder in parent, its owner's alone, that inherits no ACL and no set-group-ID bit from
    /// there; removes those of builds that were killed. Throws Error.
    explicit BuildFolder(const std::string &parent);
    ~BuildFolder();
    BuildFolder(const BuildFolder &) = delete;
    BuildFolder &operator=(const BuildFolder &) = delete;

    const std::string &path() const { return m_path; }
    /// A folder in it, made with all above it. Throws Error.
    std::string make(const std::string &name) const;
    /// Moves all of it to another place of the same file system, over what is there.
    void keepAs(const std::string &path);

private:
    std::string m_path; // empty: moved away
    OpenFile m_lock;
};

/// A file that only one process holds at a time; waits for it. Throws Error and Cancelled.
OpenFile lockFile(const std::string &path, Progress &progress);

/// Everything below and the folder itself; folders without the owner's rights, too.
void removeTree(const std::string &path) noexcept;

} // namespace Refbox
