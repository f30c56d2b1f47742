// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli export image | star | folder | oci | runtime.
#pragma once

#include "assembly/runtimeconfig.h"
#include "cli/command.h"
#include "project/project.h"

namespace Refbox {

class ExportImageCommand final : public Command
{
public:
    explicit ExportImageCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    void readSettings(ImageSettings &settings) const;

    std::vector<std::string> m_paths; // [PROJECT] TARGET
    std::string m_from;
    std::string m_filesystem;
    std::string m_size;
    std::string m_free;
    std::string m_label;
    ImageSettings m_given; // the rest
    std::string m_blockSize;
    std::string m_reserved;
    bool m_noVerify = false;
    bool m_fresh = false;
    bool m_noFlush = false;
    bool m_keepGoing = false;
    bool m_json = false;
};

class ExportStarCommand final : public Command
{
public:
    explicit ExportStarCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::vector<std::string> m_paths; // [PROJECT] [PATH] TARGET
    std::string m_from;
    std::string m_compression;
    int m_level = 0;
    std::string m_split;
    bool m_checksum = false;
    bool m_noVerify = false;
    bool m_keepGoing = false;
    bool m_json = false;
};

class ExportFolderCommand final : public Command
{
public:
    explicit ExportFolderCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::vector<std::string> m_paths; // [PROJECT [VSERVER]] TARGET
    std::string m_from;
    bool m_bestEffort = false;
    bool m_keepGoing = false;
    bool m_json = false;
};

class ExportOciCommand final : public Command
{
public:
    explicit ExportOciCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::vector<std::string> m_paths; // [PROJECT] TARGET
    std::string m_from;
    std::string m_compression = "gzip";
    int m_level = 0;
    bool m_onlyPlan = false;
    bool m_noVerify = false;
    bool m_noFlush = false;
    bool m_keepGoing = false;
    bool m_json = false;
};

class ExportRuntimeCommand final : public Command
{
public:
    explicit ExportRuntimeCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::vector<std::string> m_paths; // [PROJECT] VSERVER TARGET
    std::string m_from;
    std::vector<std::string> m_kinds;
    std::string m_mount = "/mnt";
    RuntimeConfig m_given; // what options say
    bool m_force = false;
    bool m_keepGoing = false;
    bool m_json = false;
};

} // namespace Refbox
