// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runcommand.h"

#include "assembly/vserverrun.h"
#include "cli/source.h"
#include "jobs/display.h"

#include <cstdlib>

#include <unistd.h>

namespace Refbox {

namespace {

// As shells have it, so that scripts can tell it from what the command itself says.
constexpr int kNotFound = 127;
constexpr int kNotExecutable = 126;

std::vector<std::string> shellOf(FileView &view, const std::string &vserver)
{
    std::vector<std::string> shell = loginShell(view);
    if (shell.empty())
        throw Error(QStringLiteral("Cannot start a shell"), displayPath(vserver),
                    QStringLiteral("This vserver has none that can start: neither bash nor sh."),
                    QStringLiteral("Link one into it, or name a command: refbox-cli run … -- COMMAND"));
    return shell;
}

} // namespace

RunCommand::RunCommand(Arguments &parent)
    : Command(parent, "run", "Try a vserver: run PROJECT|TREE VSERVER [-- COMMAND…]")
{
    m_arguments.add("TREE", m_path, "A project file, image, archive or folder").required();
    m_arguments.add("VSERVER", m_vserver, "Its name, or any folder's path in the tree").required();
    m_arguments.add("COMMAND", m_command,
                    "After --: a program of the vserver and its arguments; else its shell");
    m_arguments.addFlag("--net", m_network, "Share this machine's network");
}

int RunCommand::run(CommandContext &context)
{
    // What is captured is the command's own output alone.
    if (!context.interactive)
        context.handOver();
    const TreeSource source = openSource(m_path, context.progress);
    if (source.plan)
        refuseErrors(*source.plan, true, context.err);
    const NodeId vserver = findVServer(source, m_vserver);
    const std::string name(source.tree->name(vserver));
    TreeView view(*source.tree, vserver);

    const bool isShell = m_command.empty();
    std::vector<std::string> command = isShell ? shellOf(view, m_vserver) : m_command;
    const std::string program = findProgram(view, command.front());
    const QString problem =
        program.empty() ? QStringLiteral("It is not there.") : startProblem(view, program);
    if (!problem.isEmpty()) {
        context.err << "refbox-cli: Cannot start " << displayBytes(command.front()) << " in "
                    << displayBytes(m_vserver) << ": " << problem.toStdString() << '\n';
        return program.empty() ? kNotFound : kNotExecutable;
    }
    command.front() = program;

    const VServerCopy copy(*source.tree, vserver, context.progress);
    if (m_network)
        copy.addResolver();
    SandboxRequest request = requestInside(copy, view, name);
    request.rootWritable = true;
    request.network = m_network;
    request.command = std::move(command);
    request.workingFolder = request.environment["HOME"];
    const bool isInteractive = ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1;
    if (const char *terminal = std::getenv("TERM"); terminal != nullptr && isInteractive)
        request.environment["TERM"] = terminal;
    if (isInteractive) // in a form that every shell understands
        request.environment["PS1"] = "root@" + request.hostname + ":$PWD# ";
    const bool isToldBefore = isInteractive && isShell;
    if (isToldBefore)
        printCopyLimits(context.err, copy.remarks());
    context.handOver();
    const int status = runAttached(request, context.progress);
    if (status != 0 && !isToldBefore) { // they may be the reason
        if (context.interactive)
            printCopyLimits(context.err, copy.remarks());
        else // what every copy lacks would only be mixed with what the command says
            printCopyRemarks(context.err, copy.remarks());
    }
    return status;
}

} // namespace Refbox
