// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli run: a command of a vserver, or its shell, on a throw-away copy.
#pragma once

#include "cli/command.h"

namespace Refbox {

class RunCommand final : public Command
{
public:
    explicit RunCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_path;
    std::string m_vserver;
    std::vector<std::string> m_command;
    bool m_network = false;
};

} // namespace Refbox
