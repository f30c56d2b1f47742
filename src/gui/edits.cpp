// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/edits.h"

#include "assembly/glob.h"
#include "assembly/treeedit.h"

#include <algorithm>

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

// Where a rule puts a name of the refbox; empty where it does not catch it.
std::string placeByRule(const LinkRule &rule, const std::string &path)
{
    const PathGlob glob(rule.from);
    for (const std::string &except : rule.except) {
        for (std::string at = path; at != "/"; at = std::string(parentPath(at))) {
            if (PathGlob(except).matches(at))
                return {};
        }
    }
    // The name itself, or a folder that it is in.
    for (std::string at = path; at != "/"; at = std::string(parentPath(at))) {
        if (!glob.matches(at))
            continue;
        const std::string rest = path.substr(at.size());
        if (!glob.hasWildcards())
            return (rule.to.ends_with('/') ? joinPath(rule.to, baseName(at)) : rule.to) + rest;
        const auto parts = pathParts(at);
        std::string kept;
        for (std::size_t i = glob.literalDepth(); i < parts.size(); ++i)
            kept.append(1, '/').append(parts[i]);
        return (rule.to == "/" ? "" : rule.to) + kept + rest;
    }
    return {};
}

} // namespace

bool removeLink(VServer &vserver, const std::string &refboxPath, const std::string &place)
{
    bool removed = false;
    std::erase_if(vserver.links, [&](LinkRule &rule) {
        if (placeByRule(rule, refboxPath) != place)
            return false;
        removed = true;
        const PathGlob glob(rule.from);
        if (!glob.hasWildcards() && glob.matches(refboxPath))
            return true;
        rule.except.push_back(quoted(refboxPath));
        return false;
    });
    return removed;
}

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
