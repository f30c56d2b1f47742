// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli import: adds what was carried out, or comes from elsewhere, to a project as a vserver.
#pragma once

#include "assembly/importplan.h"
#include "cli/command.h"
#include "project/project.h"

namespace Refbox {

class ImportCommand final : public Command
{
public:
    explicit ImportCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    VServer newVServer() const;
    void print(std::ostream &out, const VServer &vserver, const ImportPlan &plan) const;

    std::string m_project;
    std::string m_source;
    std::string m_name;
    std::string m_folder = "/";
    std::string m_relink = "exact";
    std::string m_skeleton = "empty";
    bool m_dryRun = false;
    bool m_json = false;
};

} // namespace Refbox
