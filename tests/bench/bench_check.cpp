// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-bench-check TREE [ROUNDS]: all checks of a folder, image or archive, once it is read, and of them
// those of programs and links; as figures, "check.name value unit". Then the findings by their ids.
#include "assembly/checker.h"
#include "assembly/plancheck.h"
#include "assembly/treeplaces.h"
#include "assembly/treesource.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

using namespace Refbox;

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

int run(const char *path, int rounds)
{
    Progress progress;
    const TreeSource source = openSource(path, progress);
    const std::vector<NodeId> roots = TreePlaces(*source.tree, source.refbox, source.vservers).roots();
    std::vector<double> all;
    std::vector<double> programs;
    Findings findings;
    for (int round = 0; round < rounds; ++round) {
        auto start = Clock::now();
        findings = checkOpened(*source.tree, source.refbox, source.vservers, progress);
        all.push_back(since(start));
        start = Clock::now();
        checkTree(*source.tree, roots, progress);
        programs.push_back(since(start));
    }
    std::map<std::string, std::size_t> kinds;
    for (const Finding &finding : findings)
        ++kinds[finding.id];
    std::printf("check.all %.1f ms\ncheck.programs %.1f ms\ncheck.names %u names\n", median(all),
                median(programs), source.tree->nodeCount());
    for (const auto &[kind, count] : kinds)
        std::printf("# check: %zu %s\n", count, kind.c_str());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fputs("usage: refbox-bench-check TREE [ROUNDS]\n", stderr);
        return 2;
    }
    try {
        return run(argv[1], argc > 2 ? std::max(1, std::atoi(argv[2])) : 5);
    } catch (const Error &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
