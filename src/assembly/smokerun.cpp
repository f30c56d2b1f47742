// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/smokerun.h"

#include "assembly/csvtext.h"
#include "assembly/vserverrun.h"
#include "formats/outputfile.h"
#include "formats/outputstream.h"
#include "jobs/display.h"
#include "jobs/job.h"
#include "jobs/text.h"

#include <algorithm>
#include <atomic>

namespace Refbox {

namespace {

constexpr std::size_t kOutputLimit = 64UL * 1024;

SmokeOutcome notTried(const SmokeProgram &program)
{
    SmokeOutcome outcome;
    outcome.program = program;
    outcome.reason = translated("assembly", "It is neither an ELF program nor a script that names its "
                                            "interpreter.");
    return outcome;
}

SmokeOutcome foundBroken(const SmokeProgram &program)
{
    SmokeOutcome outcome;
    outcome.program = program;
    outcome.state = SmokeState::Fails;
    outcome.reason = program.problem;
    return outcome;
}

SmokeOutcome start(const SmokeProgram &program, SandboxRequest request, Progress &progress)
{
    if (!program.problem.isEmpty())
        return foundBroken(program);
    if (program.kind == SmokeKind::Nothing)
        return notTried(program);
    request.command = {program.path, program.argument};
    return judgeSmoke(program, tryInSandbox(request, progress));
}

} // namespace

std::size_t SmokeReport::count(SmokeState state) const
{
    return static_cast<std::size_t>(std::ranges::count(outcomes, state, &SmokeOutcome::state));
}

SmokeReport runSmokeTest(const FileTree &tree, NodeId vserver, const SmokeOptions &options,
                         Progress &progress)
{
    SmokeReport report;
    report.vserver = vserver == FileTree::root() ? "/" : tree.name(vserver);
    const std::vector<SmokeProgram> programs = smokePrograms(tree, vserver, progress);
    report.outcomes.resize(programs.size());
    const VServerCopy copy(tree, vserver, progress);
    report.remarks = copy.remarks();
    TreeView view(tree, vserver);
    SandboxRequest request = requestInside(copy, view, report.vserver);
    request.timeLimit = options.timeLimit;
    request.outputLimit = kOutputLimit;

    progress.beginPhase(translated("assembly", "Starting the programs"), programs.size(),
                        Progress::Unit::Steps);
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    runParallel(usefulThreads(), [&](unsigned) {
        try {
            for (std::size_t i = next++; i < programs.size() && !failed; i = next++) {
                report.outcomes[i] = start(programs[i], request, progress);
                progress.advance();
            }
        } catch (...) {
            failed = true; // a sandbox that refuses one refuses all
            throw;
        }
    });
    progress.finish();
    return report;
}

std::string smokeCsv(const SmokeReport &report)
{
    std::string csv = "state,program,argument,status,reason,said\r\n";
    for (const SmokeOutcome &outcome : report.outcomes) {
        csv += smokeStateName(outcome.state);
        csv += ',' + csvField(displayBytes(outcome.program.path)) + ',';
        csv += csvField(outcome.program.argument) + ',';
        csv += (outcome.status ? std::to_string(*outcome.status) : std::string()) + ',';
        csv += csvField(outcome.reason.toStdString()) + ',' + csvField(displayBytes(outcome.said)) + "\r\n";
    }
    return csv;
}

void saveSmokeCsv(const std::string &path, const SmokeReport &report)
{
    OutputFile file(path);
    OutputStream out(file);
    out << smokeCsv(report);
    out.flush();
    file.commit();
}

} // namespace Refbox
