// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/edits.h"

#include "assembly/glob.h"
#include "assembly/treeedit.h"

#include <algorithm>

namespace Refbox {

namespace {

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
    // The name itself, or a folder that it is in, up to the whole refbox.
    for (std::string at = path;; at = std::string(parentPath(at))) {
        if (!glob.matches(at)) {
            if (at == "/")
                return {};
            continue;
        }
        const std::string rest = path.substr(at == "/" ? 0 : at.size());
        if (at == "/")
            return (rule.to == "/" ? "" : rule.to) + rest;
        if (!glob.hasWildcards())
            return (rule.to.ends_with('/') ? joinPath(rule.to, baseName(at)) : rule.to) + rest;
        const auto parts = pathParts(at);
        std::string kept;
        for (std::size_t i = glob.literalDepth(); i < parts.size(); ++i)
            kept.append(1, '/').append(parts[i]);
        return (rule.to == "/" ? "" : rule.to) + kept + rest;
    }
}

} // namespace

bool removeLinks(VServer &vserver, std::span<const PlacedLink> links, std::span<const std::uint32_t> linked)
{
    std::vector<LinkRule> kept;
    bool changed = false;
    for (std::size_t i = 0; i < vserver.links.size(); ++i) {
        const LinkRule &before = vserver.links[i];
        LinkRule rule = before;
        std::uint32_t caught = 0;
        for (const PlacedLink &link : links) {
            const auto source = std::find_if(link.sources.begin(), link.sources.end(), [&](const auto &path) {
                return placeByRule(before, path) == link.place;
            });
            if (source == link.sources.end())
                continue;
            ++caught;
            rule.except.push_back(globQuoted(*source));
        }
        changed |= caught > 0;
        // Nothing would be left of it: exceptions for all its names would say that at length.
        if (caught == 0 || caught < linked[i])
            kept.push_back(std::move(rule));
    }
    vserver.links = std::move(kept);
    return changed;
}

std::vector<LinkRule> rulesForPaths(std::span<const std::string> imagePaths, const std::string &refboxPath,
                                    const std::string &folder)
{
    std::vector<LinkRule> rules;
    for (const std::string &path : imagePaths) {
        if (path.size() <= refboxPath.size() + 1 || !path.starts_with(refboxPath + '/'))
            continue;
        LinkRule rule;
        rule.from = globQuoted(path.substr(refboxPath.size()));
        rule.to = joinPath(folder, baseName(path));
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace Refbox
