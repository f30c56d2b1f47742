// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli whatif: what would break without something.
#pragma once

#include "cli/command.h"

namespace Refbox {

class WhatIfCommand final : public Command
{
public:
    explicit WhatIfCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_path;
    std::vector<std::string> m_dropped;
    bool m_json = false;
};

} // namespace Refbox
