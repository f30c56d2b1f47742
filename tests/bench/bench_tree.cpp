// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-bench-tree [ROUNDS]: time and memory of a tree of a million names, as lines "group.name value unit".
// Times are medians of several rounds.
#include "jobs/error.h"
#include "tree/comparison.h"
#include "tree/filetreebuilder.h"
#include "tree/linkmap.h"
#include "tree/sides.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

using namespace Refbox;

namespace {

constexpr std::uint32_t kNodes = 1'000'000;

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

template <typename Work>
double timed(int rounds, Work work)
{
    std::vector<double> seconds;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        seconds.push_back(secondsSince(start));
    }
    return median(seconds);
}

void print(const char *name, double value, const char *unit)
{
    std::printf("tree.%s %.4g %s\n", name, value, unit);
}

// What a file system's names look like: few stems, many numbers and endings, some names in every folder.
std::vector<std::string> realisticNames(std::size_t count)
{
    static constexpr std::array kStems{"lib",  "config", "README",  "copyright", "index", "test", "icon",
                                       "data", "module", "package", "main",      "util",  "doc",  "locale"};
    static constexpr std::array kEndings{".so",   ".h",  ".py", ".png",  ".gz",
                                         ".html", ".mo", "",    ".conf", ".txt"};
    std::mt19937 random(1);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) {
        std::string name = kStems[random() % kStems.size()];
        if (random() % 10 < 6) // most names are of one file only
            (name += '-') += std::to_string(random() % (count * 2));
        else
            name += std::to_string(random() % 200);
        names.push_back(name + kEndings[random() % kEndings.size()]);
    }
    return names;
}

// As a folder's reader does: 10 % directories, 10 % hard links, the rest files of this machine.
FileTreePtr buildTree(const std::vector<std::string> &names)
{
    std::mt19937 random(2);
    FileTreeBuilder builder;
    std::vector<FileTreeBuilder::Handle> directories{FileTreeBuilder::root()};
    std::vector<std::uint32_t> hostDirectories{builder.internHostPath(kNoId, "/srv")};
    std::vector<FileTreeBuilder::Handle> files;
    for (std::uint32_t i = 0; i + 1 < kNodes; ++i) {
        // Eight directories in each, files in the order of their directories; a digit keeps equal names
        // apart.
        const bool isDirectory = i % 10 == 0;
        const std::size_t place = isDirectory ? i / 80 : i / 10;
        const std::string name = names[i] + (isDirectory ? std::to_string(i) : std::to_string(i % 10));
        const Metadata metadata{0644, 0, 0, {1'700'000'000 + i, i}, 0, 0, 0};
        if (isDirectory) {
            directories.push_back(builder.addDirectory(directories[place], name, metadata));
            hostDirectories.push_back(builder.internHostPath(hostDirectories[place], name));
        } else if (i % 10 == 1 && !files.empty()) {
            builder.addHardLink(directories[place], name, files[random() % files.size()]);
        } else {
            files.push_back(builder.addHostFile(directories[place], name, metadata,
                                                builder.internHostPath(hostDirectories[place], name),
                                                random() % 100'000));
        }
    }
    return builder.build();
}

void benchFind(const FileTree &tree)
{
    std::mt19937 random(3);
    std::vector<std::string> paths;
    for (int i = 0; i < 100'000; ++i)
        paths.push_back(tree.path(random() % tree.nodeCount()));
    std::uint64_t sum = 0;
    const double seconds = timed(5, [&] {
        for (const std::string &path : paths)
            sum += tree.find(path);
    });
    if (sum == 0)
        std::abort();
    print("find", seconds / static_cast<double>(paths.size()) * 1e6, "us");
}

void benchCompare(const FileTree &a, const FileTree &b, int rounds)
{
    CompareOptions options;
    options.content = false;
    print("compare_1m",
          timed(rounds,
                [&] {
                    Progress progress;
                    if (!compareTrees({a}, {b}, options, progress).empty())
                        std::abort();
                }),
          "s");
}

// A million files of the refbox, each with a name in a vserver.
void benchLinkMap(const FileTree &tree, int rounds)
{
    FileTreeBuilder builder;
    builder.copySubtree(0, "refbox", tree, 0, {});
    builder.copySubtree(0, "vsbox01", tree, 0, {});
    const auto both = builder.build();
    std::size_t links = 0;
    std::size_t bytes = 0;
    const double seconds = timed(rounds, [&] {
        const Sides sides = guessSides(*both);
        const LinkMap map = buildLinkMap(*both, sides.vservers, sides.refbox);
        links = map.links().size();
        bytes = map.memoryUse();
    });
    print("links", static_cast<double>(links), "links");
    print("linkmap", seconds, "s");
    print("bytes_per_link", static_cast<double>(bytes) / static_cast<double>(links), "B");
}

void run(int rounds)
{
    const std::vector<std::string> names = realisticNames(kNodes);
    FileTreePtr tree;
    FileTreePtr other;
    print("build_1m",
          timed(rounds,
                [&] {
                    other = std::move(tree);
                    tree = buildTree(names);
                }),
          "s");
    const auto use = tree->memoryByPart();
    print("bytes_per_node", static_cast<double>(use.nodes) / tree->nodeCount(), "B");
    print("bytes_per_inode", static_cast<double>(use.inodes) / tree->inodeCount(), "B");
    print("names_bytes", static_cast<double>(use.names), "B");
    print("memory", static_cast<double>(tree->memoryUse()), "B");
    print("copy_1m",
          timed(rounds,
                [&] {
                    FileTreeBuilder builder;
                    builder.copySubtree(0, "copy", *tree, 0, {});
                    builder.build();
                }),
          "s");
    benchFind(*tree);
    benchCompare(*tree, other ? *other : *tree, rounds);
    benchLinkMap(*tree, rounds);
}

} // namespace

int main(int argc, char **argv)
{
    const int rounds = argc > 1 ? std::max(2, std::atoi(argv[1])) : 5;
    try {
        run(rounds);
    } catch (const Error &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
