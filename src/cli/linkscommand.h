// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli links: who shares what.
#pragma once

#include "assembly/linkexport.h"
#include "assembly/treesource.h"
#include "cli/command.h"

namespace Refbox {

class LinksCommand final : public Command
{
public:
    explicit LinksCommand(CLI::App &parent);
    int run(CommandContext &context) override;

private:
    LinkFormat format() const;
    LinkMap linkMap(const TreeSource &source, Progress &progress) const;

    std::string m_path;
    std::string m_refbox;
    std::vector<std::string> m_vservers;
    std::string m_format;
    std::string m_output;
    bool m_copies = false;
    bool m_summary = false;
    bool m_json = false;
};

} // namespace Refbox
