// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/progressprinter.h"

#include <QCoreApplication>

#include <clocale>
#include <csignal>
#include <iostream>
#include <sstream>

#include <poll.h>
#include <unistd.h>

namespace {

Refbox::Progress *theProgress = nullptr;

// Only sets a flag: the job sees it, undoes what is unfinished and ends.
void cancel(int)
{
    theProgress->cancel();
}

// Says so, unless the reader went away: then it did not want the rest.
int outputFailed(int code)
{
    pollfd reader{STDOUT_FILENO, 0, 0};
    if (::poll(&reader, 1, 0) == 0)
        std::cerr << "refbox-cli: Cannot write all of the output: the disk may be full.\n"
                     "Free some space there, and run it again.\n";
    return code == Refbox::kDone ? Refbox::kFailed : code;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    // File names are bytes, whatever the user's locale; libarchive and Qt follow LC_CTYPE.
    std::setlocale(LC_ALL, "C");
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::ios::sync_with_stdio(false);

    Refbox::Progress progress;
    theProgress = &progress;
    struct sigaction action
    {
    };
    action.sa_handler = cancel;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(signal, &action, nullptr);
    // A reader that went away ("| head") is an error of the write, not the end of a half-made file.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // so is a file longer than the shell's limit

    // Findings and errors wait until the progress is off the screen, and so come last.
    std::ostringstream said;
    Refbox::CommandContext context{std::cout, said, progress, ::isatty(STDERR_FILENO) == 1};
    int code = Refbox::kFailed;
    {
        Refbox::ProgressPrinter printer(progress, std::cerr, context.interactive);
        context.handOver = [&] {
            printer.silence();
            std::cout.flush();
            std::cerr << said.str() << std::flush;
            said.str({});
        };
        code = Refbox::runRefboxCli(std::vector<std::string>(argv + 1, argv + argc), context);
    }
    std::cout.flush();
    std::cerr << said.str() << std::flush;
    if (!std::cout)
        return outputFailed(code);
    return code;
}
