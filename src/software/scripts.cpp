// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "software/scripts.h"

#include <algorithm>

namespace Refbox {

namespace {

constexpr std::size_t kKernelBuffer = 256; // BINPRM_BUF_SIZE: what is beyond does not count
constexpr std::string_view kBlank = " \t";

std::string_view takeWord(std::string_view &text)
{
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    const std::string_view word = text.substr(0, text.find_first_of(kBlank));
    text.remove_prefix(word.size());
    return word;
}

// The program name in env's argument. Without -S the whole argument is one word to env.
std::string programOfEnv(std::string_view argument)
{
    if (!argument.starts_with('-'))
        return argument.find('=') == std::string_view::npos ? std::string(argument) : std::string();
    bool splitting = false;
    while (!argument.empty()) {
        std::string_view word = takeWord(argument);
        if (word == "-S" || word == "--split-string" || word == "-vS") {
            splitting = true;
        } else if (word.starts_with("-S") && word.size() > 2) {
            splitting = true;
            word.remove_prefix(2);
            if (word.find('=') == std::string_view::npos && !word.starts_with('-'))
                return std::string(word);
        } else if (splitting && !word.starts_with('-') && word.find('=') == std::string_view::npos) {
            return std::string(word);
        }
    }
    return {};
}

} // namespace

std::optional<ScriptHead> readScriptHead(std::string_view head)
{
    if (!head.starts_with("#!"))
        return std::nullopt;
    std::string_view line = head.substr(2, kKernelBuffer - 2);
    line = line.substr(0, std::min(line.find('\n'), line.find('\0')));
    const std::string_view interpreter = takeWord(line);
    if (interpreter.empty())
        return std::nullopt;
    ScriptHead result;
    result.interpreter = interpreter;
    line.remove_prefix(std::min(line.find_first_not_of(kBlank), line.size()));
    result.argument = line.substr(0, line.find_last_not_of(kBlank) + 1);
    if (interpreter.ends_with("/env"))
        result.byEnv = programOfEnv(result.argument);
    return result;
}

std::string ScriptNeeds::missing() const
{
    if (interpreterPath.empty())
        return head.interpreter;
    return byEnvPath.empty() ? head.byEnv : std::string();
}

const std::vector<std::string> &usualPath()
{
    static const std::vector<std::string> folders{
        "/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin", "/opt/bin"};
    return folders;
}

const std::string &usualPathText()
{
    static const std::string text = [] {
        std::string joined;
        for (const std::string &folder : usualPath())
            joined += (joined.empty() ? "" : ":") + folder;
        return joined;
    }();
    return text;
}

std::optional<ScriptNeeds> scriptNeeds(FileView &view, const std::string &path)
{
    const ViewFile *file = view.lookup(path);
    if (file == nullptr)
        return std::nullopt;
    const auto head = readScriptHead(view.head(*file, kKernelBuffer));
    if (!head)
        return std::nullopt;
    ScriptNeeds needs{*head, {}, {}};
    const auto runnable = [&](const std::string &candidate) {
        const ViewFile *found = view.lookup(candidate);
        return found != nullptr && found->type == FileType::Regular && (found->permissions & 0111) != 0
                   ? view.realPath(*found)
                   : std::string();
    };
    needs.interpreterPath = runnable(head->interpreter);
    if (head->byEnv.starts_with('/'))
        needs.byEnvPath = runnable(head->byEnv);
    for (const std::string &folder : usualPath()) {
        if (!needs.byEnvPath.empty() || head->byEnv.empty() || head->byEnv.find('/') != std::string::npos)
            break;
        needs.byEnvPath = runnable(folder + '/' + head->byEnv);
    }
    return needs;
}

} // namespace Refbox
