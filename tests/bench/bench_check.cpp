// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-bench-check FOLDER [ROUNDS]: the check of a folder as one root, in milliseconds, once it is read.
#include "assembly/checker.h"
#include "assembly/treesource.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

using namespace Refbox;

namespace {

int run(const char *folder, int rounds)
{
    Progress progress;
    const TreeSource source = openSource(folder, progress);
    const std::vector<NodeId> roots{FileTree::root()};
    std::vector<double> times;
    Findings findings;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        findings = checkTree(*source.tree, roots, progress);
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
        times.push_back(time.count());
    }
    std::sort(times.begin(), times.end());
    std::map<std::string, std::size_t> kinds;
    for (const Finding &finding : findings)
        ++kinds[finding.id];
    std::printf("%.1f ms median, %.1f ms least, %u names\n", times[times.size() / 2], times.front(),
                source.tree->nodeCount());
    for (const auto &[kind, count] : kinds)
        std::printf("  %zu %s\n", count, kind.c_str());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fputs("usage: refbox-bench-check FOLDER [ROUNDS]\n", stderr);
        return 2;
    }
    try {
        return run(argv[1], argc > 2 ? std::max(1, std::atoi(argv[2])) : 5);
    } catch (const Error &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
