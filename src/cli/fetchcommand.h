// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli fetch: gets the sources of a project, to build without a network later.
#pragma once

#include "cli/command.h"

namespace Refbox {

class FetchCommand final : public Command
{
public:
    explicit FetchCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_file;
    std::string m_into;
    bool m_offline = false;
    bool m_refresh = false;
};

} // namespace Refbox
