// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli catalogue: the recipes that components can be built from.
#pragma once

#include "cli/command.h"

namespace Refbox {

class CatalogueCommand final : public Command
{
public:
    explicit CatalogueCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_recipe;
    bool m_json = false;
};

} // namespace Refbox
