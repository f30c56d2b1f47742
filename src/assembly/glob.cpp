// SPDX-FileCopyrightText: 2026 The Refbox developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/glob.h"

#include <algorithm>

namespace Refbox {

namespace {

std::vector<std::string_view> splitPath(std::string_view path)
{
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        if (slash > 0)
            parts.push_back(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return parts;
}

// The index after a set's closing bracket, or npos where the bracket is an ordinary byte.
std::size_t setEnd(std::string_view pattern, std::size_t open)
{
    std::size_t i = open + 1;
    if (i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^'))
        ++i;
    if (i < pattern.size() && pattern[i] == ']')
        ++i; // a bracket that stands first is a member
    i = pattern.find(']', i);
    return i == std::string_view::npos ? i : i + 1;
}

bool inSet(std::string_view set, char c)
{
    const auto byte = [](char x) { return static_cast<unsigned char>(x); };
    const bool negated = set.starts_with('!') || set.starts_with('^');
    if (negated)
        set.remove_prefix(1);
    bool found = false;
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (i + 2 < set.size() && set[i + 1] == '-') {
            found = found || (byte(set[i]) <= byte(c) && byte(c) <= byte(set[i + 2]));
            i += 2;
        } else {
            found = found || set[i] == c;
        }
    }
    return found != negated;
}

// Matches one element of the pattern at p (not '*') with c; gives the length of the element, 0 for no match.
std::size_t matchOne(std::string_view pattern, std::size_t p, char c)
{
    switch (pattern[p]) {
    case '?':
        return 1;
    case '\\':
        if (p + 1 < pattern.size())
            return pattern[p + 1] == c ? 2 : 0;
        break;
    case '[':
        if (const std::size_t end = setEnd(pattern, p); end != std::string_view::npos)
            return inSet(pattern.substr(p + 1, end - p - 2), c) ? end - p : 0;
        break;
    default:
        break;
    }
    return pattern[p] == c ? 1 : 0;
}

bool hasWildcard(std::string_view pattern)
{
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\')
            ++i;
        else if (pattern[i] == '*' || pattern[i] == '?' ||
                 (pattern[i] == '[' && setEnd(pattern, i) != std::string_view::npos))
            return true;
    }
    return false;
}

std::string withoutBackslashes(std::string_view pattern)
{
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\' && i + 1 < pattern.size())
            ++i;
        text += pattern[i];
    }
    return text;
}

} // namespace

bool matchesName(std::string_view pattern, std::string_view name)
{
    // A failed match needs to go back to the last star only, so that no pattern takes exponential time.
    std::size_t p = 0;
    std::size_t n = 0;
    std::size_t starPattern = std::string_view::npos;
    std::size_t starName = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            starPattern = ++p;
            starName = n;
            continue;
        }
        const std::size_t length = p < pattern.size() ? matchOne(pattern, p, name[n]) : 0;
        if (length > 0) {
            p += length;
            ++n;
        } else if (starPattern != std::string_view::npos) {
            p = starPattern;
            n = ++starName;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

PathGlob::PathGlob(std::string_view pattern)
{
    for (const std::string_view text : splitPath(pattern)) {
        Part part{std::string(text), withoutBackslashes(text), hasWildcard(text), text == "**"};
        // "**" twice in a row says nothing more, but would multiply the ways to match.
        if (part.anyDepth && !m_parts.empty() && m_parts.back().anyDepth)
            continue;
        m_parts.push_back(std::move(part));
    }
    const auto wild =
        std::find_if(m_parts.begin(), m_parts.end(), [](const Part &part) { return part.wild; });
    m_firstWild = static_cast<std::size_t>(wild - m_parts.begin());
}

bool PathGlob::matches(std::string_view path) const
{
    return matchesParts(splitPath(path));
}

bool PathGlob::matchesParts(const std::vector<std::string_view> &names) const
{
    // reached[p]: the names so far can be matched by the first p parts.
    std::vector<char> reached(m_parts.size() + 1, 0);
    reached[0] = 1;
    const auto passAnyDepth = [&](std::vector<char> &set) {
        for (std::size_t p = 0; p < m_parts.size(); ++p) {
            if (set[p] != 0 && m_parts[p].anyDepth)
                set[p + 1] = 1;
        }
    };
    passAnyDepth(reached);
    for (const std::string_view name : names) {
        std::vector<char> next(reached.size(), 0);
        for (std::size_t p = 0; p < m_parts.size(); ++p) {
            if (reached[p] == 0)
                continue;
            if (m_parts[p].anyDepth)
                next[p] = 1;
            else if (m_parts[p].wild ? matchesName(m_parts[p].pattern, name) : m_parts[p].literal == name)
                next[p + 1] = 1;
        }
        passAnyDepth(next);
        reached = std::move(next);
    }
    return reached.back() != 0;
}

std::vector<NodeId> PathGlob::find(const FileTree &tree, NodeId root) const
{
    std::vector<NodeId> found;
    collect(tree, root, 0, found);
    // Patterns with several "**" can reach a node in several ways.
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void PathGlob::collect(const FileTree &tree, NodeId node, std::size_t part, std::vector<NodeId> &found) const
{
    if (part == m_parts.size()) {
        found.push_back(node);
        return;
    }
    const Part &here = m_parts[part];
    if (here.anyDepth) {
        // From here on the rest is matched against each path below as a whole: linear, whatever the pattern.
        PathGlob rest(std::string_view{});
        rest.m_parts.assign(m_parts.begin() + static_cast<std::ptrdiff_t>(part), m_parts.end());
        const std::size_t prefix = tree.path(node).size() + (node == FileTree::root() ? 0 : 1);
        for (NodeId n = node, end = tree.subtreeEnd(node); n < end; ++n) {
            const std::string path = tree.path(n);
            if (rest.matches(n == node ? std::string_view() : std::string_view(path).substr(prefix)))
                found.push_back(n);
        }
        return;
    }
    if (!here.wild) {
        const NodeId child = tree.child(node, here.literal);
        if (child != kNoId)
            collect(tree, child, part + 1, found);
        return;
    }
    for (const NodeId child : tree.children(node)) {
        if (matchesName(here.pattern, tree.name(child)))
            collect(tree, child, part + 1, found);
    }
}

std::string globQuoted(std::string_view text)
{
    std::string pattern;
    for (const char c : text) {
        if (c == '*' || c == '?' || c == '[' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern;
}

} // namespace Refbox
