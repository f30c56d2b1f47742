// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli compare A B: every difference between two trees.
#pragma once

#include "cli/command.h"

namespace Refbox {

class CompareCommand final : public Command
{
public:
    explicit CompareCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_a;
    std::string m_b;
    std::string m_belowA = "/";
    std::string m_belowB = "/";
    bool m_noContent = false;
    bool m_noTimes = false;
    bool m_noOwners = false;
    bool m_noFlags = false;
    bool m_json = false;
};

} // namespace Refbox
