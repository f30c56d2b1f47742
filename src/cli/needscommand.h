// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-cli needs: which libraries, loaders and interpreters files need.
#pragma once

#include "cli/command.h"
#include "software/needsgraph.h"

namespace Refbox {

class NeedsCommand final : public Command
{
public:
    explicit NeedsCommand(Arguments &parent);
    int run(CommandContext &context) override;

private:
    std::string m_path;
    std::vector<std::string> m_files;
    std::string m_root;
    bool m_json = false;
    bool m_dot = false;
};

/// Indented, each file's needs once.
void printNeeds(std::ostream &out, const FileTree &tree, const NeedsGraph &graph);
QJsonObject needsToJson(const FileTree &tree, const NeedsGraph &graph);
/// Several graphs as one, with a cluster for each root.
void printNeedsDot(std::ostream &out, const FileTree &tree, std::span<const NeedsGraph> graphs);

} // namespace Refbox
