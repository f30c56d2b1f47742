// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/loaderfolders.h"

#include "software/libraries.h"

#include <algorithm>
#include <array>

#include <elf.h>
#include <fnmatch.h>

namespace Refbox {

namespace {

constexpr std::size_t kLargestLoader = 8UL * 1024 * 1024;
constexpr std::size_t kLargestConfiguration = 1024UL * 1024;
constexpr std::size_t kMostFolders = 4096;
constexpr int kDeepestInclude = 8;

struct MachineFacts
{
    std::uint16_t number;
    std::uint8_t bits;
    bool littleEndian;
    const char *triplet;
    const char *platform;
    const char *loader;
};

constexpr std::array kMachines{
    MachineFacts{EM_X86_64, 64, true, "x86_64-linux-gnu", "x86_64", "/lib64/ld-linux-x86-64.so.2"},
    MachineFacts{EM_X86_64, 32, true, "x86_64-linux-gnux32", "x86_64", "/libx32/ld-linux-x32.so.2"},
    MachineFacts{EM_386, 32, true, "i386-linux-gnu", "i686", "/lib/ld-linux.so.2"},
    MachineFacts{EM_AARCH64, 64, true, "aarch64-linux-gnu", "aarch64", "/lib/ld-linux-aarch64.so.1"},
    MachineFacts{EM_ARM, 32, true, "arm-linux-gnueabihf", "v7l", "/lib/ld-linux-armhf.so.3"},
    MachineFacts{EM_RISCV, 64, true, "riscv64-linux-gnu", "", "/lib/ld-linux-riscv64-lp64d.so.1"},
    MachineFacts{EM_LOONGARCH, 64, true, "loongarch64-linux-gnu", "loongarch",
                 "/lib64/ld-linux-loongarch-lp64d.so.1"},
    MachineFacts{EM_PPC64, 64, true, "powerpc64le-linux-gnu", "power8", "/lib64/ld64.so.2"},
    MachineFacts{EM_S390, 64, false, "s390x-linux-gnu", "z900", "/lib/ld64.so.1"},
};

const MachineFacts *factsOf(const ElfMachine &machine)
{
    const auto found = std::find_if(kMachines.begin(), kMachines.end(), [&](const MachineFacts &facts) {
        return facts.number == machine.number && facts.bits == machine.bits &&
               facts.littleEndian == machine.littleEndian;
    });
    return found == kMachines.end() ? nullptr : &*found;
}

std::string_view trimmed(std::string_view text)
{
    static constexpr std::string_view kBlank = " \t\r\f\v";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// Calls take(part) for the parts of text between separators.
template <typename Take>
void split(std::string_view text, std::string_view separators, Take take)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

// Paths of the view that match a pattern, sorted; globs in any component.
std::vector<std::string> expandGlob(FileView &view, const std::string &pattern)
{
    std::vector<std::string> paths{""};
    split(std::string_view(pattern), "/", [&](std::string_view part) {
        if (part.empty())
            return;
        const std::string component(part);
        std::vector<std::string> next;
        for (const std::string &base : paths) {
            if (component.find_first_of("*?[") == std::string::npos) {
                next.emplace_back(base).append(1, '/').append(component);
                continue;
            }
            for (const std::string &name : view.list(base.empty() ? "/" : base)) {
                if (::fnmatch(component.c_str(), name.c_str(), FNM_PERIOD) == 0 && next.size() < kMostFolders)
                    next.emplace_back(base).append(1, '/').append(name);
            }
        }
        paths = std::move(next);
    });
    return paths;
}

void addFolder(std::vector<std::string> &folders, std::string_view folder)
{
    while (folder.size() > 1 && folder.ends_with('/'))
        folder.remove_suffix(1);
    if (folder.starts_with('/') && folders.size() < kMostFolders &&
        std::find(folders.begin(), folders.end(), folder) == folders.end())
        folders.emplace_back(folder);
}

void readConfiguration(FileView &view, const std::string &path, int depth, std::vector<std::string> &folders)
{
    const ViewFile *file = depth < kDeepestInclude ? view.lookup(path) : nullptr;
    if (file == nullptr)
        return;
    const std::string text = view.head(*file, kLargestConfiguration);
    split(text, "\n", [&](std::string_view line) {
        line = trimmed(line.substr(0, line.find('#')));
        const std::size_t blank = line.find_first_of(" \t");
        const std::string_view word = line.substr(0, blank);
        if (word == "include" && blank != std::string_view::npos) {
            split(line.substr(blank), " \t", [&](std::string_view pattern) {
                if (pattern.empty())
                    return;
                std::string absolute(pattern);
                if (!absolute.starts_with('/'))
                    absolute = path.substr(0, path.rfind('/') + 1) + absolute;
                for (const std::string &included : expandGlob(view, absolute))
                    readConfiguration(view, included, depth + 1, folders);
            });
        } else if (word != "hwcap") {
            // "folder=libc6" was a way to tell library types.
            addFolder(folders, trimmed(line.substr(0, line.find('='))));
        }
    });
}

} // namespace

std::vector<std::string> readLoaderConfiguration(FileView &view, const std::string &path)
{
    std::vector<std::string> folders;
    readConfiguration(view, path, 0, folders);
    return folders;
}

std::string usualLoader(const ElfMachine &machine)
{
    const MachineFacts *facts = factsOf(machine);
    return facts == nullptr ? std::string() : facts->loader;
}

std::vector<std::string> glibcFolders(FileView &view, const std::string &loader, const ElfMachine &machine)
{
    const ViewFile *file = loader.empty() ? nullptr : view.lookup(loader);
    if (file != nullptr) {
        std::vector<std::string> folders = builtInLibraryFolders(view.head(*file, kLargestLoader));
        if (!folders.empty())
            return folders;
    }
    std::vector<std::string> folders;
    if (const MachineFacts *facts = factsOf(machine))
        folders = {std::string("/lib/") + facts->triplet, std::string("/usr/lib/") + facts->triplet};
    if (machine.bits == 64)
        folders.insert(folders.end(), {"/lib64", "/usr/lib64"});
    folders.insert(folders.end(), {"/lib", "/usr/lib"});
    return folders;
}

std::vector<std::string> muslFolders(FileView &view, const std::string &loaderName)
{
    std::string arch = loaderName.substr(std::string_view("ld-musl-").size());
    arch.erase(std::min(arch.find(".so"), arch.size()));
    std::vector<std::string> folders;
    if (const ViewFile *file = view.lookup("/etc/ld-musl-" + arch + ".path")) {
        split(view.head(*file, kLargestConfiguration),
              "\n:", [&](std::string_view folder) { addFolder(folders, folder); });
        return folders;
    }
    return {"/lib", "/usr/local/lib", "/usr/lib"};
}

PathTokens tokensFor(const ElfMachine &machine, const std::vector<std::string> &builtInFolders)
{
    PathTokens tokens;
    tokens.lib = machine.bits == 64 ? "lib64" : "lib";
    if (!builtInFolders.empty() && builtInFolders.front().starts_with("/lib"))
        tokens.lib = builtInFolders.front().substr(1);
    if (const MachineFacts *facts = factsOf(machine))
        tokens.platform = facts->platform;
    return tokens;
}

std::string expandTokens(const std::string &text, const std::string &origin, const PathTokens &tokens)
{
    const auto isWord = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t start = i + 1;
        const bool braces = start < text.size() && text[start] == '{';
        start += braces;
        std::size_t end = start;
        while (text[i] == '$' && end < text.size() && isWord(text[end]))
            ++end;
        const std::string_view word =
            std::string_view(text).substr(std::min(start, text.size()), end - start);
        const bool closed = !braces || (end < text.size() && text[end] == '}');
        const std::string *value = word == "ORIGIN"     ? &origin
                                   : word == "LIB"      ? &tokens.lib
                                   : word == "PLATFORM" ? &tokens.platform
                                                        : nullptr;
        if (text[i] != '$' || value == nullptr || !closed) {
            result += text[i++];
            continue;
        }
        result += *value;
        i = end + braces;
    }
    return result;
}

} // namespace Refbox
