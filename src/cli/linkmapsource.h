// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The link map of what a command is asked about: arguments that several commands have.
#pragma once

#include "assembly/treesource.h"
#include "cli/command.h"
#include "tree/linkmap.h"

#include <string>
#include <vector>

namespace Refbox {

class LinkMapSource final
{
public:
    /// PATH, --refbox, --vserver and --copies.
    void addTo(Arguments &arguments);
    /// Of a source that was opened from path(). Throws Error and Cancelled.
    LinkMap linkMap(const TreeSource &source, Progress &progress) const;
    const std::string &path() const { return m_path; }

private:
    std::string m_path;
    std::string m_refbox;
    std::vector<std::string> m_vservers;
    bool m_copies = false;
};

} // namespace Refbox
