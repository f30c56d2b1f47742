// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli sharing: how much of each component each vserver uses.
#pragma once

#include "assembly/sharingexport.h"
#include "cli/command.h"
#include "cli/linkmapsource.h"

namespace Refbox {

class SharingCommand final : public Command
{
public:
    explicit SharingCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    SharingFormat format() const;

    LinkMapSource m_source;
    std::string m_format;
    std::string m_output;
    bool m_json = false;
};

} // namespace Refbox
