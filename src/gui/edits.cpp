// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/edits.h"

#include "assembly/treeedit.h"

namespace Refbox {

namespace {

std::string quoted(const std::string &path)
{
    std::string pattern;
    for (const char c : path) {
        if (c == '*' || c == '?' || c == '[' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern;
}

} // namespace

std::vector<LinkRule> rulesForPaths(std::span<const std::string> imagePaths, const std::string &refboxPath,
                                    const std::string &folder)
{
    std::vector<LinkRule> rules;
    for (const std::string &path : imagePaths) {
        if (path.size() <= refboxPath.size() + 1 || !path.starts_with(refboxPath + '/'))
            continue;
        LinkRule rule;
        rule.from = quoted(path.substr(refboxPath.size()));
        rule.to = joinPath(folder, baseName(path));
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace Refbox
