// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli smoke: which programs of a vserver start, which do not, and why.
#pragma once

#include "cli/command.h"

namespace Refbox {

class SmokeCommand final : public Command
{
public:
    explicit SmokeCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_path;
    std::string m_vserver;
    bool m_json = false;
};

} // namespace Refbox
