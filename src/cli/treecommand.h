// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli tree: the entries of a project's plan or of any tree.
#pragma once

#include "cli/command.h"

namespace Refbox {

class TreeCommand final : public Command
{
public:
    explicit TreeCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_path;
    std::string m_below = "/";
    int m_depth = -1;
    bool m_xattrs = false;
    bool m_json = false;
};

} // namespace Refbox
