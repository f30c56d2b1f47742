// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli links: who shares what.
#pragma once

#include "assembly/linkexport.h"
#include "cli/command.h"
#include "cli/linkmapsource.h"

namespace Refbox {

class LinksCommand final : public Command
{
public:
    explicit LinksCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    LinkFormat format() const;

    LinkMapSource m_source;
    std::string m_format;
    std::string m_output;
    bool m_summary = false;
    bool m_json = false;
};

} // namespace Refbox
