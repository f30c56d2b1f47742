// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The frame of refbox-cli: one class per subcommand, with the streams that it writes to given from outside.
#pragma once

#include "cli/arguments.h"
#include "jobs/error.h"
#include "jobs/progress.h"

#include <QJsonObject>

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace Refbox {

/// What scripts may rely on.
enum ExitCode : int { kDone = 0, kFailed = 1, kUsage = 2, kCancelled = 130 };

/// Arguments that the parser lets through but that mean nothing: exit status kUsage instead of kFailed.
struct UsageError
{
    Error error;
};

/// word: the argument that is wrong, may be empty.
UsageError wrongUsage(std::string_view word, const QString &why);

struct CommandContext
{
    std::ostream &out;
    std::ostream &err;
    Progress &progress;
    bool interactive = false; ///< err is a terminal: progress as one line that changes
    /// Ends the showing of progress and prints what err holds: from now on the terminal is another program's.
    std::function<void()> handOver = [] {};
};

class Command
{
public:
    virtual ~Command() = default;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;

    /// Throws Error, UsageError or Cancelled.
    virtual int run(CommandContext &context) = 0;
    bool wasChosen() const { return m_arguments.wereParsed(); }

protected:
    Command(Arguments &parent, const std::string &name, const std::string &summary)
        : m_arguments(parent.subcommand(name, summary))
    {
    }
    Arguments m_arguments;
};

/// All subcommands.
std::vector<std::unique_ptr<Command>> makeCommands(Arguments &arguments);

/// Parses the arguments and runs the command; errors go to err as text. Gives the exit code.
int runRefboxCli(const std::vector<std::string> &arguments, CommandContext &context);

/// Indented, keys sorted, with a final newline.
void printJson(std::ostream &out, const QJsonObject &object);

/// A path or name as JSON text: escaped as displayBytes() does.
QString jsonText(std::string_view bytes);

} // namespace Refbox
