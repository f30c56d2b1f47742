// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli new, plan, check, build: what is done with a project.
#pragma once

#include "cli/command.h"

namespace Refbox {

class NewCommand final : public Command
{
public:
    explicit NewCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_file;
    std::string m_template = "nano-vserver";
    bool m_force = false;
};

class PlanCommand final : public Command
{
public:
    explicit PlanCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_file;
    bool m_json = false;
};

class CheckCommand final : public Command
{
public:
    explicit CheckCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_path;
    bool m_json = false;
};

class BuildCommand final : public Command
{
public:
    explicit BuildCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_file;
    std::string m_out;
    std::string m_compression = "zstd";
    bool m_noVerify = false;
    bool m_keepGoing = false;
    unsigned m_jobs = 0;
    std::string m_hosts;
    bool m_keepFailed = false;
    bool m_offline = false;
    bool m_json = false;
};

} // namespace Refbox
