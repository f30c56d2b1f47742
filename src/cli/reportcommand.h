// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli report: what a vserver has, lacks, needs, and where it comes from.
#pragma once

#include "cli/command.h"

namespace Refbox {

class ReportCommand final : public Command
{
public:
    explicit ReportCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_path;
    std::string m_vserver;
    std::string m_spdx;
    bool m_files = false;
    bool m_json = false;
};

} // namespace Refbox
