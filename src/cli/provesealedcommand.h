// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli prove-sealed: tries, as root inside a vserver, to change what it shares.
#pragma once

#include "cli/command.h"

namespace Refbox {

class ProveSealedCommand final : public Command
{
public:
    explicit ProveSealedCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_path;
    std::string m_vserver;
    bool m_json = false;
};

} // namespace Refbox
