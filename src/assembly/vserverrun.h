// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Trying a vserver: its commands run in an unprivileged sandbox on a throw-away copy, so that neither this
// machine, nor the tree, nor what the tree was read from can be changed. What one user alone cannot have is
// missing inside: other owners (everything belongs to root), devices of its own, capabilities, flags. Any
// thread.
#pragma once

#include "assembly/treesource.h"
#include "software/fileview.h"
#include "software/sandbox.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

class FolderTarget;

/// By its name, or any folder by its path in the tree. Throws Error, which names the vservers that there are.
NodeId findVServer(const TreeSource &source, const std::string &word);

/// A name as a host may have it: labels of letters, digits and inner '-', at most 63 bytes in all; "vserver"
/// where nothing is left.
std::string hostNameOf(std::string_view vserver);

/// The command that starts a vserver's shell, as a login shell where it has a bash; empty where it has none.
std::vector<std::string> loginShell(FileView &view);

/// Where a command's program is inside: a name is looked up in the usual PATH. Empty: nowhere.
std::string findProgram(FileView &view, const std::string &name);

/// Why the program at an absolute path inside cannot start, as far as the tree tells: it is not there, not
/// executable, or its loader or interpreter is missing. Empty: nothing is known against it.
QString startProblem(FileView &view, const std::string &path);

/// A copy of a vserver on this machine, in memory where there is room for it. Belongs to the user, readable
/// by nobody else; gone with this object, and at the latest with the next copy after this process was killed.
class VServerCopy final
{
public:
    /// Throws Error and Cancelled.
    VServerCopy(const FileTree &tree, NodeId vserver, Progress &progress);
    ~VServerCopy();
    VServerCopy(const VServerCopy &) = delete;
    VServerCopy &operator=(const VServerCopy &) = delete;

    const std::string &path() const { return m_path; }
    /// What could not be copied as it is.
    const std::vector<std::string> &remarks() const { return m_remarks; }
    /// For names of other machines: this machine's resolv.conf where the copy has none of its own.
    void addResolver() const;

private:
    std::unique_ptr<FolderTarget> m_folder;
    std::string m_path;
    std::vector<std::string> m_remarks;
};

/// What all programs of a copied vserver get: the copy as their root, root's number as their user, the
/// vserver's name, a clean environment. The command is to be set.
SandboxRequest requestInside(const VServerCopy &copy, FileView &view, std::string_view vserver);

} // namespace Refbox
