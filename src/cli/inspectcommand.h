// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli inspect: what an image, archive, folder or project holds, in a few lines.
#pragma once

#include "cli/command.h"

namespace Refbox {

class InspectCommand final : public Command
{
public:
    explicit InspectCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_path;
    bool m_json = false;
};

} // namespace Refbox
