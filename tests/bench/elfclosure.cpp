// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// refbox-bench-elf: the closures of all programs in some folders, for comparison with ldd.
//   refbox-bench-elf --list FOLDER…   paths of the dynamic programs for this machine, one a line
//   refbox-bench-elf FOLDER…          for each of these "PATH:" and then, sorted and indented by a tab, where
//                                     its loader and libraries are, or "NAME not found"
//   refbox-bench-elf --time FOLDER…   milliseconds and number of programs only
#include "jobs/error.h"
#include "software/libraries.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

using namespace Refbox;

namespace {

// Regular files with an interpreter; a name with a newline could not be listed. Symbolic links are left out:
// ldd takes $ORIGIN for the link's folder, a running program has its real one.
std::vector<std::string> programsIn(HostView &view, const std::vector<std::string> &folders)
{
    std::vector<std::string> programs;
    for (const std::string &folder : folders) {
        for (const std::string &name : view.list(folder)) {
            const std::string path = folder + '/' + name;
            const ViewFile *file = name.find('\n') == std::string::npos ? view.lookup(path) : nullptr;
            if (file == nullptr || file->type != FileType::Regular || (file->permissions & 0111) == 0)
                continue;
            const ElfReading &elf = view.elf(*file);
            if (elf.info && !elf.info->interpreter.empty() && elf.info->machine == hostMachine() &&
                view.realPath(*file) == path)
                programs.push_back(path);
        }
    }
    return programs;
}

std::string report(const Closure &closure)
{
    std::vector<std::string> lines{closure.interpreter};
    for (const ResolvedLibrary &library : closure.libraries)
        lines.push_back(library.path);
    for (const MissingLibrary &library : closure.missing)
        lines.push_back(library.name + " not found");
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string &line : lines)
        text += '\t' + line + '\n';
    return text;
}

int run(const std::vector<std::string> &arguments)
{
    const std::string mode = !arguments.empty() && arguments[0].starts_with("--") ? arguments[0] : "";
    const std::vector<std::string> folders(arguments.begin() + (mode.empty() ? 0 : 1), arguments.end());
    if (folders.empty()) {
        std::fputs("usage: refbox-bench-elf [--list|--time] FOLDER…\n", stderr);
        return 2;
    }
    const auto start = std::chrono::steady_clock::now();
    HostView view;
    const std::vector<std::string> programs = programsIn(view, folders);
    if (mode == "--list") {
        for (const std::string &program : programs)
            std::printf("%s\n", program.c_str());
        return 0;
    }
    LibraryResolver resolver(view);
    std::string text;
    for (const std::string &program : programs)
        text += program + ":\n" + report(resolver.closure(program));
    const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
    if (mode == "--time")
        std::printf("%.1f ms, %zu programs\n", time.count(), programs.size());
    else
        std::fwrite(text.data(), 1, text.size(), stdout);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run({argv + 1, argv + argc});
    } catch (const Error &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
